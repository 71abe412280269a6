"""Matching types of cells, in blocks of rows."""

from __future__ import annotations

import numpy as np

from ..checks import check_not_empty
from ..grid import check_same_shape
from ..precision import compact
from ..quantiles import percentiles
from ..zonal_tally import SummaryTally
from .quadrants import TYPES, check_spread, checked_weights, matching_types


def cell_types(supply, demand, weights=None, cap=None) -> np.ndarray:
    """Matching types of cells that know every service: 1 (I) to 4 (IV), 0 unknown.

    Parameters
    ----------
    supply, demand : m float arrays of one shape each, amounts per cell, NaN where unknown
    weights, cap : as in :func:`.quadrants.supply_demand_matching`

    Raises
    ------
    GridMismatchError, EmptyInputError, ParameterError, ValueRangeError
    """
    check_same_shape(**{f'{kind} {i + 1}': layer for kind, part in (('supply', supply), ('demand', demand))
                        for i, layer in enumerate(part)})
    found = []
    match_cells(lambda: [(0, supply, demand)], len(supply), lambda start, types: found.append(types), weights, cap)
    return found[0]


def match_cells(blocks, services, write, weights=None, cap=None):
    """:func:`cell_types` in blocks of rows.

    Parameters
    ----------
    blocks : called for every pass over the cells, gives an iterable of (first row, supply, demand), each a list of
        ``services`` (rows, cols) float arrays
    write : takes the first row and the types of every block
    weights, cap : as in :func:`.quadrants.supply_demand_matching`; a cap takes a pass for every layer

    Raises
    ------
    EmptyInputError, ParameterError, ValueRangeError
    """
    weights = checked_weights(weights, services, cap)
    low, high = _ranges(blocks, services)
    if cap is not None:
        for layer in range(2 * services):
            known = [compact(layers[layer][here]) for _, layers, here in _known(blocks)]
            high[layer] = min(high[layer], percentiles(np.concatenate(known), [cap])[0])
    span = np.where(high > low, high - low, 1.0)

    def indices(layers):
        scaled = [(np.minimum(layer, high[i]) - low[i]) / span[i] for i, layer in enumerate(layers)]
        return [sum(weight * each for weight, each in zip(weights, scaled[side:side + services]))
                for side in (0, services)]
    tallies = [SummaryTally(1), SummaryTally(1)]
    for _, layers, here in _known(blocks):
        for tally, index in zip(tallies, indices(layers)):
            tally.add(index, here.astype(np.int8))
    found = [tally.result() for tally in tallies]
    for each, name in zip(found, ('supply_index', 'demand_index')):
        check_spread(float(each.deviation[0]), float(each.maximum[0]), int(each.count[0]), name)
    for start, layers, here in _known(blocks):
        above = [index - each.mean[0] for index, each in zip(indices(layers), found)]
        types = np.searchsorted(TYPES, matching_types(*above)).astype(np.uint8) + np.uint8(1)
        write(start, np.where(here, types, np.uint8(0)))


def _known(blocks):
    """(first row, all layers, cells that know every one of them) of every block."""
    for start, supply, demand in blocks():
        layers = [np.asarray(layer, dtype=float) for layer in (*supply, *demand)]
        here = np.isfinite(layers[0])
        for layer in layers[1:]:
            here &= np.isfinite(layer)
        yield start, layers, here


def _ranges(blocks, services):
    """Lowest and highest value of every layer where all are known."""
    low, high, some = np.full(2 * services, np.inf), np.full(2 * services, -np.inf), np.zeros(1, bool)
    for _, layers, here in _known(blocks):
        if here.any():
            some[0] = True
            low = np.minimum(low, [layer[here].min() for layer in layers])
            high = np.maximum(high, [layer[here].max() for layer in layers])
    check_not_empty('the overlap of all rasters', some)
    return low, high
