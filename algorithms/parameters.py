"""Parameters and outputs in one line each, every one with its help.

Names are upper case and never change once released. ``raster('NAME', label, help)`` and the rest return
definitions that a tool yields from ``declare``.
"""

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterProviderConnection,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

Source = QgsProcessing.SourceType
SHAPES = {'any': Source.TypeVectorAnyGeometry, 'point': Source.TypeVectorPoint, 'line': Source.TypeVectorLine,
          'polygon': Source.TypeVectorPolygon, 'table': Source.TypeVector}


def _finish(definition, help, advanced=False):
    definition.setHelp(help)
    if advanced:
        definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return definition


def raster(name, label, help, optional=False, advanced=False):
    return _finish(QgsProcessingParameterRasterLayer(name, label, optional=optional), help, advanced)


def rasters(name, label, help, optional=False, advanced=False):
    """Several rasters in the order the user gives them."""
    definition = QgsProcessingParameterMultipleLayers(name, label, Source.TypeRaster, optional=optional)
    return _finish(definition, help, advanced)


def layers(name, label, help, optional=False, advanced=False):
    """Several layers of any kind."""
    definition = QgsProcessingParameterMultipleLayers(name, label, Source.TypeMapLayer, optional=optional)
    return _finish(definition, help, advanced)


def vector(name, label, help, shape='any', optional=False, advanced=False):
    """Features; shape is any, point, line, polygon or table (geometry not needed)."""
    definition = QgsProcessingParameterFeatureSource(name, label, [SHAPES[shape]], optional=optional)
    return _finish(definition, help, advanced)


def vectors(name, label, help, shape='any', optional=False, advanced=False):
    """Several vector layers, or tables with shape 'table'."""
    definition = QgsProcessingParameterMultipleLayers(name, label, SHAPES[shape], optional=optional)
    return _finish(definition, help, advanced)


def table(name, label, help, optional=False, advanced=False):
    """A table layer or CSV."""
    return vector(name, label, help, 'table', optional, advanced)


def field(name, label, help, parent, default=None, numeric=False, multiple=False, optional=False, advanced=False):
    kind = (QgsProcessingParameterField.DataType.Numeric if numeric else QgsProcessingParameterField.DataType.Any)
    definition = QgsProcessingParameterField(name, label, default, parent, kind, multiple, optional)
    return _finish(definition, help, advanced)


def number(name, label, help, default=None, minimum=None, maximum=None, optional=False, advanced=False,
           integer=False):
    kind = (QgsProcessingParameterNumber.Type.Integer if integer else QgsProcessingParameterNumber.Type.Double)
    definition = QgsProcessingParameterNumber(name, label, kind, default, optional)
    if minimum is not None:
        definition.setMinimum(minimum)
    if maximum is not None:
        definition.setMaximum(maximum)
    return _finish(definition, help, advanced)


def integer(name, label, help, default=None, minimum=None, maximum=None, optional=False, advanced=False):
    return number(name, label, help, default, minimum, maximum, optional, advanced, integer=True)


def choice(name, label, help, options, default=None, multiple=False, optional=False, advanced=False):
    """One of a few words; the word itself is what models and the command line store, so it is never translated."""
    definition = QgsProcessingParameterEnum(name, label, list(options), multiple, default, optional, True)
    return _finish(definition, help, advanced)


def flag(name, label, help, default=False, advanced=False):
    return _finish(QgsProcessingParameterBoolean(name, label, default), help, advanced)


def text(name, label, help, default=None, multiline=False, optional=False, advanced=False):
    return _finish(QgsProcessingParameterString(name, label, default, multiline, optional), help, advanced)


def matrix(name, label, help, headers, default=None, optional=False, advanced=False):
    definition = QgsProcessingParameterMatrix(name, label, 3, False, list(headers), default, optional)
    return _finish(definition, help, advanced)


def crs(name, label, help, default=None, optional=False, advanced=False):
    return _finish(QgsProcessingParameterCrs(name, label, default, optional), help, advanced)


def extent(name, label, help, optional=False, advanced=False):
    return _finish(QgsProcessingParameterExtent(name, label, None, optional), help, advanced)


def file(name, label, help, extension='', optional=False, advanced=False):
    definition = QgsProcessingParameterFile(name, label, QgsProcessingParameterFile.Behavior.File, extension,
                                            None, optional)
    return _finish(definition, help, advanced)


def folder(name, label, help, optional=False, advanced=False):
    """A folder to read from or to keep things in."""
    definition = QgsProcessingParameterFile(name, label, QgsProcessingParameterFile.Behavior.Folder, '', None,
                                            optional)
    return _finish(definition, help, advanced)


def connection(name, label, help, optional=False, advanced=False):
    """The name of a PostgreSQL connection that QGIS keeps."""
    definition = QgsProcessingParameterProviderConnection(name, label, 'postgres', None, optional)
    return _finish(definition, help, advanced)


def raster_output(name, label, help, optional=False):
    return _finish(QgsProcessingParameterRasterDestination(name, label, None, optional, not optional), help)


def vector_output(name, label, help, shape='any', optional=False):
    definition = QgsProcessingParameterFeatureSink(name, label, SHAPES[shape], None, optional, not optional)
    return _finish(definition, help)


def table_output(name, label, help, optional=False):
    return vector_output(name, label, help, 'table', optional)


def file_output(name, label, help, filter, optional=False, advanced=False):
    definition = QgsProcessingParameterFileDestination(name, label, filter, None, optional, not optional)
    return _finish(definition, help, advanced)


def report_output(name, label, help, optional=True):
    return file_output(name, label, help, 'HTML (*.html)', optional)


def folder_output(name, label, help, optional=False):
    return _finish(QgsProcessingParameterFolderDestination(name, label, None, optional, not optional), help)


class number_output:
    """A number that a model's later steps can use; outputs have no help of their own, so it joins the label."""

    def __init__(self, name, label):
        self.definition = QgsProcessingOutputNumber(name, label)
