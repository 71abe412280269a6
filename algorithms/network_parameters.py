"""Parameters that the tools of the network share, so that they are described alike everywhere."""

from .base import tr
from .parameters import field


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
