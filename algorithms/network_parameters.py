"""Parameters that the tools of the network share, so that they are described alike everywhere."""

from .base import tr
from .parameters import field, number


def source_id():
    """The field that says which features of SOURCES are one source."""
    return field('SOURCE_ID', tr('Source id'), tr(
        'Field with the id of the source; features with the same id are one source. Empty: the field source_id, or '
        'the order of the features where there is none.'), 'SOURCES', 'source_id', optional=True)


def link_ends():
    """The fields of LINKS that name the two sources a link joins."""
    yield field('FROM_ID', tr('From source'), tr('Field with the id of the first source.'), 'LINKS', 'from_id',
                optional=True, advanced=True)
    yield field('TO_ID', tr('To source'), tr('Field with the id of the second source.'), 'LINKS', 'to_id',
                optional=True, advanced=True)


def dispersal():
    """How far a species goes."""
    yield number('DISTANCE', tr('Dispersal distance'), tr(
        'Distance at which the probability of a direct way has the value below: metres, or resistance x metres '
        'with a resistance raster. The median dispersal distance of a species goes with a probability of 0.5.'),
        default=1000, minimum=0)
    yield number('PROBABILITY', tr('Probability at this distance'), tr(
        'Between 0 and 1. 0.5 as in Conefor and Makurhini; Graphab takes 0.05.'), default=0.5, minimum=0,
        maximum=1)
