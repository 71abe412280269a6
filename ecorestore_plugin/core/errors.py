"""What can go wrong, one small class per kind of failure.

A message is a template and its values, so that the wrapper can translate the sentence and
fill in the numbers afterwards. A good message says what is wrong, where, how many, and what to do.
"""


class EcoRestoreError(Exception):
    """Any failure the user can understand and act on.

    Parameters
    ----------
    template : English sentence with ``{name}`` placeholders; it is also the key of its translation
    values : what fills the placeholders
    """

    def __init__(self, template, **values):
        super().__init__(template, values)
        self.template = template
        self.values = values

    def __str__(self):
        return self.template.format(**self.values)


class GridMismatchError(EcoRestoreError):
    """Rasters of one run that do not share shape, cell size, origin or CRS."""


class CrsError(EcoRestoreError):
    """A missing, geographic or different coordinate reference system."""


class EmptyInputError(EcoRestoreError):
    """A layer without features, a raster without data, a selection that holds nothing."""


class ValueRangeError(EcoRestoreError):
    """A cell, field or parameter outside the values the method allows."""


class MissingCodeError(EcoRestoreError):
    """A class code in a raster or layer that the table does not know."""


class DuplicateCodeError(EcoRestoreError):
    """A code that must be unique and is not."""


class GeometryError(EcoRestoreError):
    """A geometry that is invalid, missing or of the wrong kind."""


class TableError(EcoRestoreError):
    """A table without a required column or with an unreadable value."""


class ParameterError(EcoRestoreError):
    """Parameters that contradict each other or make no sense together."""


class ConsistencyError(EcoRestoreError):
    """Pairwise judgements that contradict each other too much."""


class InfeasibleError(EcoRestoreError):
    """A plan no allocation can satisfy; the message names the smallest relaxation."""


class SolverError(EcoRestoreError):
    """A numerical method that did not reach its tolerance."""


class CapacityError(EcoRestoreError):
    """Work that cannot fit into memory or on disk; the message says how to make it fit."""


class DependencyError(EcoRestoreError):
    """A library the method needs and this installation lacks."""


class WorkerError(EcoRestoreError):
    """A worker process that died or could not be started."""


class OutputError(EcoRestoreError):
    """A result that could not be written."""


class CancelledError(EcoRestoreError):
    """The user asked to stop."""

    def __init__(self):
        super().__init__('Cancelled.')
