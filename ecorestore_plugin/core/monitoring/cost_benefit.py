"""What a measure costs and brings over the years: net present value, benefit-cost ratio, internal rate of return."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_range
from ..errors import EmptyInputError, ParameterError, ValueRangeError

RATES = (-0.99, 10.0)
STEPS = 4000


@dataclass(frozen=True)
class CostBenefit:
    """Results in the money of the cash flows, except where said.

    Attributes
    ----------
    net_present_value, present_costs, present_benefits : at the discount rate
    ratio : benefits over costs, both discounted; NaN without costs
    internal_rate : the discount rate at which the net present value is 0; NaN where there is none or more than one
    internal_rates : how many there are
    payback : years from the first until the discounted sum stays 0 or above; NaN if it never does
    annuity : net present value as an equal amount at the end of every year of the period of the flows
    """

    net_present_value: float
    present_costs: float
    present_benefits: float
    ratio: float
    internal_rate: float
    internal_rates: int
    payback: float
    annuity: float


def cost_benefit(years, costs, benefits, rate, base_year=None) -> CostBenefit:
    """Discounted costs and benefits: NPV = sum (benefit - cost) / (1 + rate)^(year - base year).

    Parameters
    ----------
    years : (n,) whole or broken years, in any order; several rows of one year add up
    costs, benefits : (n,) money of each row, 0 or more, at constant prices
    rate : real discount rate per year, above -1; 0 adds up without discounting
    base_year : year that money is brought to, the first by default

    Raises
    ------
    EmptyInputError, ParameterError, ValueRangeError

    Source: Boardman et al. 2018, Cost-Benefit Analysis: Concepts and Practice, doi:10.1017/9781108235594
    """
    years, costs, benefits = _checked(years, costs, benefits, rate)
    base = float(years.min() if base_year is None else base_year)
    factors = (1.0 + rate) ** -(years - base)
    spent, gained = float(costs @ factors), float(benefits @ factors)
    roots = internal_rates(years, benefits - costs)
    first, last = float(years.min()), float(years.max())
    worth = float((benefits - costs) @ factors)
    return CostBenefit(worth, spent, gained, gained / spent if spent > 0 else float('nan'),
                       roots[0] if len(roots) == 1 else float('nan'), len(roots),
                       payback_time(years, (benefits - costs) * factors),
                       _annuity(worth * (1.0 + rate) ** (first - base), rate, last - first))


def net_present_value(years, flows, rate) -> float:
    """Flows brought to the first year."""
    years, flows = np.asarray(years, dtype=float), np.asarray(flows, dtype=float)
    return float(flows @ (1.0 + rate) ** -(years - years.min()))


def internal_rates(years, flows) -> list:
    """Every discount rate between -99 % and 1000 % a year at which the net present value is 0."""
    from scipy.optimize import brentq
    flows = np.asarray(flows, dtype=float)
    if not ((flows > 0).any() and (flows < 0).any()):
        return []
    # Even steps of log(1 + rate): the values near -1 change fastest.
    rates = np.expm1(np.linspace(np.log1p(RATES[0]), np.log1p(RATES[1]), STEPS))
    worth = np.array([net_present_value(years, flows, rate) for rate in rates])
    at = np.flatnonzero(np.sign(worth[:-1]) * np.sign(worth[1:]) < 0)
    found = [brentq(lambda rate: net_present_value(years, flows, rate), rates[step], rates[step + 1], xtol=1e-12)
             for step in at]
    return sorted(found + rates[worth == 0].tolist())


def payback_time(years, flows) -> float:
    """Years from the first until the running sum of flows reaches 0 for good, interpolated within the last step."""
    moments, index = np.unique(np.asarray(years, dtype=float), return_inverse=True)
    balance = np.cumsum(np.bincount(index.reshape(-1), weights=flows))
    below = np.flatnonzero(balance < -1e-12 * np.abs(flows).sum())
    if not below.size:
        return 0.0
    last = int(below[-1])
    if last == len(balance) - 1:
        return float('nan')
    share = -balance[last] / (balance[last + 1] - balance[last])
    return float(moments[last] + share * (moments[last + 1] - moments[last]) - moments[0])


@dataclass(frozen=True)
class Sensitivity:
    """Net present value under changed assumptions, one row per case.

    ``rate``, ``cost_factor``, ``benefit_factor``, ``net_present_value``, ``ratio`` are (cases,) arrays.
    """

    rate: np.ndarray
    cost_factor: np.ndarray
    benefit_factor: np.ndarray
    net_present_value: np.ndarray
    ratio: np.ndarray


def sensitivity(years, costs, benefits, rates, factors=(0.8, 1.0, 1.2), base_year=None) -> Sensitivity:
    """Every combination of discount rate, cost factor and benefit factor; see cost_benefit."""
    rows = []
    for rate in rates:
        found = cost_benefit(years, costs, benefits, rate, base_year)
        for dearer in factors:
            for better in factors:
                spent, gained = dearer * found.present_costs, better * found.present_benefits
                rows.append((rate, dearer, better, gained - spent, gained / spent if spent > 0 else np.nan))
    return Sensitivity(*(np.array(column, dtype=float) for column in zip(*rows)))


def switching_values(found: CostBenefit) -> tuple[float, float]:
    """(factor on all costs, factor on all benefits) at which the net present value becomes 0, NaN where none does."""
    costs, benefits = found.present_costs, found.present_benefits
    return (benefits / costs if costs > 0 else float('nan'), costs / benefits if benefits > 0 else float('nan'))


def _annuity(worth, rate, length):
    if length <= 0:
        return float('nan')
    return worth / length if rate == 0 else worth * rate / (1.0 - (1.0 + rate) ** -length)


def _checked(years, costs, benefits, rate):
    years, costs, benefits = (np.asarray(column, dtype=float) for column in (years, costs, benefits))
    if not years.size:
        raise EmptyInputError('There is no row with costs or benefits.')
    if not (years.shape == costs.shape == benefits.shape):
        raise ParameterError('There are {years} years, {costs} costs and {benefits} benefits.', years=years.size,
                             costs=costs.size, benefits=benefits.size)
    for name, column in (('year', years), ('cost', costs), ('benefit', benefits)):
        missing = np.flatnonzero(~np.isfinite(column))
        if missing.size:
            raise ValueRangeError('{name}: {count} rows have no value; the first is row {row}. Fill it in.', name=name,
                                  count=int(missing.size), row=int(missing[0]) + 1)
    check_range('cost', costs, 0)
    check_range('benefit', benefits, 0)
    if not rate > -1 or not np.isfinite(rate):
        raise ParameterError('The discount rate is {rate}; it must be above -1. Give 5 % as 0.05.', rate=f'{rate:g}')
    if rate >= 1:
        raise ParameterError('The discount rate is {rate}, that is {percent} % a year. Give 5 % as 0.05.',
                             rate=f'{rate:g}', percent=f'{100 * rate:g}')
    return years, costs, benefits
