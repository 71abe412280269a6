"""Before and after a pattern analysis: the pattern of a class raster, the seven plain classes, and their statistics."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import ParameterError, ValueRangeError
from .mspa_sets import labelled

MISSING, BACKGROUND, FOREGROUND = 0, 1, 2  # of a pattern, as in GuidosToolbox
EDGE, PERFORATION, ISLET, CORE, BRIDGE, LOOP = 2, 4, 8, 16, 32, 64  # bits of a class code beside the foreground's 1
INSIDE, BORDER_OPENING, NO_DATA = 100, 220, 129
# The seven classes with their plain codes, in the order in which they are usually listed.
CLASSES = {'core': 17, 'islet': 9, 'perforation': 5, 'edge': 3, 'loop': 65, 'bridge': 33, 'branch': 1}
REST = {'core_opening': INSIDE, 'border_opening': BORDER_OPENING, 'background': 0, 'missing': NO_DATA}


@dataclass(frozen=True)
class PatternStatistics:
    """Numbers per class: the seven of CLASSES, then those of REST.

    Attributes
    ----------
    names : class names
    cells : (n,) cell counts; bridges and loops inside an edge or perforation count as edge or perforation
    shares : (n,) percent of the foreground, NaN for what is no foreground
    objects : (n,) connected parts, joined across corners
    """

    names: tuple
    cells: np.ndarray
    shares: np.ndarray
    objects: np.ndarray

    def of(self, name):
        """(cells, share, objects) of a class."""
        index = self.names.index(name)
        return int(self.cells[index]), float(self.shares[index]), int(self.objects[index])


def pattern_of_codes(codes, valid) -> np.ndarray:
    """A raster that is coded as a pattern already: 0 missing, 1 background, 2 foreground.

    Returns
    -------
    (rows, cols) uint8 array; cells without data are missing

    Raises
    ------
    ValueRangeError : other codes; lists them with their cell counts
    """
    present, counts = np.unique(np.asarray(codes)[valid], return_counts=True)
    strange = [(int(code), int(count)) for code, count in zip(present, counts) if code not in (0, 1, 2)]
    if strange:
        listed = ', '.join(f'{code} ({count})' for code, count in strange[:10]) + (' …' if len(strange) > 10 else '')
        raise ValueRangeError(
            'The raster holds {number} classes where a pattern has background 1, foreground 2 and perhaps missing 0; '
            'code (cells) of the others: {listed}. Name the foreground classes, so that all other classes become '
            'background.', number=len(present), listed=listed)
    return np.where(valid, codes, MISSING).astype(np.uint8)


def pattern_of_classes(classes, valid, foreground) -> np.ndarray:
    """A class raster as pattern: the named classes are foreground, all others background.

    Returns
    -------
    (rows, cols) uint8 array, 0 missing, 1 background, 2 foreground

    Raises
    ------
    ParameterError : a class that is no whole number
    """
    fractions = [code for code in foreground if code != int(code)]
    if fractions:
        raise ParameterError('Foreground classes are whole numbers; {value} is not.', value=f'{fractions[0]:g}')
    pattern = np.full(np.shape(classes), BACKGROUND, np.uint8)
    pattern[np.isin(classes, [int(code) for code in foreground])] = FOREGROUND
    pattern[~np.asarray(valid, bool)] = MISSING
    return pattern


def plain_classes(codes, transition=True) -> np.ndarray:
    """Class codes reduced to the seven plain ones of CLASSES, background 0 and missing 129.

    ``transition`` shows bridges and loops that cross an edge or perforation as bridge or loop, otherwise as edge or
    perforation.
    """
    codes = np.asarray(codes, np.uint8)
    table = np.zeros(256, np.uint8)
    for code in range(INSIDE):
        plain = _plain(code, transition)
        table[code] = plain
        if plain:
            table[code + INSIDE] = plain
    table[NO_DATA] = NO_DATA
    return table[codes]


def _plain(code, transition):
    if not code & 1:
        return 0
    links = [('bridge', BRIDGE), ('loop', LOOP)]
    sides = [('edge', EDGE), ('perforation', PERFORATION)]
    order = [('core', CORE), ('islet', ISLET)] + (links + sides if transition else sides + links)
    return next((CLASSES[name] for name, bit in order if code & bit), CLASSES['branch'])


def pattern_statistics(codes) -> PatternStatistics:
    """Cells, share of the foreground and objects of every class of a pattern analysis."""
    plain = plain_classes(codes, transition=False)
    rest = np.where(codes == 2, 0, np.where(codes == 2 + INSIDE, INSIDE, codes))
    masks = [plain == code for code in CLASSES.values()] + [rest == code for code in REST.values()]
    cells = np.array([np.count_nonzero(mask) for mask in masks])
    objects = np.array([labelled(mask, 8)[1] for mask in masks])
    total = cells[:len(CLASSES)].sum()
    shares = np.where(np.arange(len(masks)) < len(CLASSES), 100.0 * cells / max(total, 1), np.nan)
    return PatternStatistics((*CLASSES, *REST), cells, shares, objects)
