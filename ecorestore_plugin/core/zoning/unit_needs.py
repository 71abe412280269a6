"""What restoration asks of every administrative unit: areas, money, priority, and who is fiscally weak."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_range
from ..errors import ParameterError, ValueRangeError
from ..weights import normalise_weights
from .collaborative import CORE, CORRIDOR, ELEMENTS


@dataclass(frozen=True)
class UnitAreas:
    """Element areas per administrative unit.

    Attributes
    ----------
    element_ha : (n units, 3) hectares of core, corridor and node
    cross_ha : (n,) hectares that belong to cross-boundary collaborative units
    key_ha : (n,) hectares of core, and of corridors that cross a boundary: what provincial funds protect first
    """

    element_ha: np.ndarray
    cross_ha: np.ndarray
    key_ha: np.ndarray

    @property
    def restore_ha(self) -> np.ndarray:
        return self.element_ha.sum(axis=1)


def unit_areas(count, unit, kind, area_ha, crosses) -> UnitAreas:
    """Sums of element areas per unit.

    Parameters
    ----------
    count : number of units
    unit : (k,) unit row of every part
    kind : (k,) 'core', 'corridor' or 'node' of every part
    area_ha : (k,) hectares
    crosses : (k,) bool, the part belongs to a unit that crosses a boundary
    """
    unit = np.asarray(unit, dtype=np.int64)
    kind, area, crosses = np.asarray(kind), np.asarray(area_ha, dtype=float), np.asarray(crosses, dtype=bool)

    def total(chosen):
        return np.bincount(unit[chosen], weights=area[chosen], minlength=count)

    elements = np.stack([total(kind == name) for name in ELEMENTS], axis=1)
    return UnitAreas(elements, total(crosses), total((kind == CORE) | ((kind == CORRIDOR) & crosses)))


def restoration_need(element_ha, unit_costs) -> np.ndarray:
    """(n,) money: sum over elements of area x unit cost.

    Parameters
    ----------
    element_ha : (n, 3) hectares of core, corridor, node
    unit_costs : (3,) money per hectare, 0 or more

    Raises
    ------
    ValueRangeError : a cost that is negative or not a number
    """
    check_range('unit cost', unit_costs, 0)
    return np.asarray(element_ha, dtype=float) @ np.asarray(unit_costs, dtype=float)


def unit_priority(areas: UnitAreas, importance, zone_rank=None, weights=(0.5, 0.3, 0.2)) -> np.ndarray:
    """Priority of every unit, 0 to 1: a transparent index, not a model.

    priority = w1 I + w2 C + w3 Z, weights scaled to sum 1 over the parts that exist.
    I: the unit's share of each element of the whole network, weighted by the importance of the elements, divided by
    the largest. C: share of its elements that lie in cross-boundary units. Z: (worst rank - rank) / (worst - best) of
    its restoration zone, rank 1 being the most urgent.

    Parameters
    ----------
    importance : (3,) importance of core, corridor, node
    zone_rank : (n,) rank of the zone, NaN where a unit has none (counts as the least urgent); or None
    weights : three numbers of 0 or more
    """
    if len(weights) != 3:
        raise ParameterError('The priority needs three weights (importance, cross-boundary share, zone), not {count}.',
                             count=len(weights))
    elements = np.asarray(areas.element_ha, dtype=float)
    totals = elements.sum(axis=0)
    shares = elements / np.where(totals > 0, totals, 1)
    amount = shares @ normalise_weights(importance, list(ELEMENTS))
    parts = [amount / amount.max() if amount.max() > 0 else amount,
             areas.cross_ha / np.where(areas.restore_ha > 0, areas.restore_ha, 1)]
    chosen = list(weights[:2])
    if zone_rank is not None and np.isfinite(zone_rank).any():
        parts.append(_urgency(np.asarray(zone_rank, dtype=float)))
        chosen.append(weights[2])
    return np.clip(np.stack(parts, axis=1) @ normalise_weights(chosen), 0.0, 1.0)


def _urgency(rank):
    best, worst = np.nanmin(rank), np.nanmax(rank)
    if best == worst:
        return np.where(np.isnan(rank), 0.0, 1.0)
    return np.where(np.isnan(rank), 0.0, (worst - rank) / (worst - best))


def key_units(areas: UnitAreas) -> np.ndarray:
    """(n,) bool: holds more core and cross-boundary corridor than the average unit that holds any."""
    held = areas.key_ha > 0
    if not held.any():
        return held
    return areas.key_ha >= areas.key_ha[held].mean() * (1 - 1e-12)


def fiscal_weakness(revenue, expenditure) -> np.ndarray:
    """Fiscal weakness of every unit: 1 - min-max of revenue / expenditure; 0 strongest, 1 weakest.

    Parameters
    ----------
    revenue, expenditure : (n,) money of a year; NaN where unknown

    Returns
    -------
    (n,) float array, NaN where either is unknown; all 0 where every unit is equally strong

    Raises
    ------
    ValueRangeError : negative revenue, or expenditure that is not above 0
    """
    revenue, expenditure = np.asarray(revenue, dtype=float), np.asarray(expenditure, dtype=float)
    check_range('revenue', revenue, 0)
    wrong = expenditure <= 0
    if wrong.any():
        raise ValueRangeError('{count} units have an expenditure of zero or less; the first is row {row}. Fill in the '
                              'budget expenditure or leave it empty.',
                              count=int(wrong.sum()), row=int(np.flatnonzero(wrong)[0]) + 1)
    ratio = revenue / expenditure
    known = ratio[~np.isnan(ratio)]
    if not known.size or known.min() == known.max():
        return np.where(np.isnan(ratio), np.nan, 0.0)
    return 1 - (ratio - known.min()) / (known.max() - known.min())
