"""Who leads, who carries out, who pays: duties for every collaborative unit by level of government, adding up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_range
from ..errors import EmptyInputError, ParameterError, TableError
from ..weights import normalise_weights

LEVELS = ('province', 'city', 'county')
PRINCIPLES = ('jurisdiction', 'damage', 'benefit')


@dataclass(frozen=True)
class Duties:
    """Shares of the parts that administrative units have in collaborative units; rows follow the parts.

    Attributes
    ----------
    jurisdiction, damage, benefit : (k,) share of the part in its collaborative unit, sum 1 in each
    duty : (k,) their weighted mean, sum 1 in each collaborative unit
    """

    jurisdiction: np.ndarray
    damage: np.ndarray
    benefit: np.ndarray
    duty: np.ndarray


def member_duties(unit_of_part, area, damage, benefit, weights=(0.4, 0.3, 0.3)) -> Duties:
    """How the members of a collaborative unit share its task.

    duty = w1 jurisdiction + w2 damage + w3 benefit: the area each holds, what it damages ("those who damage govern")
    and what it gains ("those who benefit compensate"). Where nobody damages, or nobody gains, that principle says
    nothing and the other two count alone.

    Parameters
    ----------
    unit_of_part : (k,) collaborative unit number of every part, from 0
    area : (k,) hectares, above 0
    damage, benefit : (k,) of the administrative unit the part lies in, 0 or more, in any unit; NaN counts as 0
    weights : of the three principles, 0 or more

    Raises
    ------
    EmptyInputError, ParameterError, ValueRangeError
    """
    unit_of_part = np.asarray(unit_of_part, dtype=np.int64)
    if not unit_of_part.size:
        raise EmptyInputError('There is no part of a collaborative unit.')
    columns = [np.nan_to_num(np.asarray(values, dtype=float)) for values in (area, damage, benefit)]
    for name, values in zip(('area', 'damage', 'benefit'), columns):
        if values.shape != unit_of_part.shape:
            raise ParameterError('{name}: {given} values for {count} parts.', name=name, given=values.size,
                                 count=unit_of_part.size)
        check_range(name, values, 0)
    count = int(unit_of_part.max()) + 1
    shares, weight = [], []
    for principle, values in zip(normalise_weights(weights, list(PRINCIPLES)), columns):
        total = np.bincount(unit_of_part, weights=values, minlength=count)[unit_of_part]
        says = total > 0
        shares.append(np.where(says, values / np.where(says, total, 1.0), 0.0))
        weight.append(np.where(says, principle, 0.0))
    total = np.sum(weight, axis=0)
    # Where the principles that speak weigh nothing, area decides, or all alike.
    held = np.bincount(unit_of_part, weights=shares[0])[unit_of_part]
    fallback = np.where(held > 0, shares[0], 1.0 / np.bincount(unit_of_part)[unit_of_part])
    duty = np.where(total > 0, sum(w * s for w, s in zip(weight, shares)) / np.where(total > 0, total, 1.0), fallback)
    return Duties(shares[0], shares[1], shares[2], duty)


@dataclass(frozen=True)
class LevelAmounts:
    """Money by level of government; they add up to the cost of the collaborative units.

    Attributes
    ----------
    province, city, county : (k,) per part
    """

    province: np.ndarray
    city: np.ndarray
    county: np.ndarray

    @property
    def total(self) -> np.ndarray:
        return self.province + self.city + self.county


def level_amounts(unit_of_part, duty, cost, shares) -> LevelAmounts:
    """The cost of every collaborative unit by level of government and by member.

    Parameters
    ----------
    unit_of_part, duty : (k,) from ``member_duties``
    cost : (units,) money
    shares : (units, 3) of province, city and county, each row sum 1

    Raises
    ------
    ParameterError : shares that do not add up
    """
    shares = np.asarray(shares, dtype=float)
    wrong = np.flatnonzero(~(np.abs(shares.sum(axis=1) - 1) <= 1e-9))
    if wrong.size:
        raise ParameterError('The shares of province, city and county add up to {total} in row {row}; they must add '
                             'up to 1.', total=f'{shares[wrong[0]].sum():g}', row=int(wrong[0]) + 1)
    amount = np.asarray(cost, dtype=float)[unit_of_part] * np.asarray(duty)
    return LevelAmounts(*(amount * shares[unit_of_part, level] for level in range(3)))


def level_shares(rows, table) -> dict:
    """Shares of province, city and county by scope from table rows with scope, province, city and county.

    Raises
    ------
    TableError : a share that is no number, or shares that do not add up to 1
    """
    found = {}
    for row in rows:
        scope = str(row['scope']).strip()
        try:
            shares = tuple(float(row[level]) for level in LEVELS)
        except (TypeError, ValueError):
            raise TableError('{table}, scope {scope}: the shares of province, city and county must be numbers.',
                             table=table, scope=scope) from None
        if min(shares) < 0 or abs(sum(shares) - 1) > 1e-6:
            raise TableError('{table}, scope {scope}: the shares of province, city and county are {shares}; they must '
                             'be 0 or more and add up to 1.', table=table, scope=scope,
                             shares=', '.join(f'{share:g}' for share in shares))
        total = sum(shares)
        found[scope] = tuple(share / total for share in shares)
    return found
