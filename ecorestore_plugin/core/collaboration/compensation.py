"""Those who benefit compensate: flows of ecosystem services from surplus to deficit, and the money that follows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_positive, check_range, check_share, never
from ..errors import EmptyInputError, ParameterError, ValueRangeError
from .transport import transport


@dataclass(frozen=True)
class ServiceFlows:
    """Flows of one service.

    Attributes
    ----------
    origin, target : (k,) unit rows
    amount : (k,) physical amount, above 0
    surplus, deficit : (n,) of the units
    unserved : deficit that no surplus reaches
    """

    origin: np.ndarray
    target: np.ndarray
    amount: np.ndarray
    surplus: np.ndarray
    deficit: np.ndarray

    @property
    def unserved(self) -> float:
        return float(self.deficit.sum() - self.amount.sum())


def service_flows(supply, demand, cost, allowed=None, cancelled=never) -> ServiceFlows:
    """The cheapest flows that serve as much deficit as can be served.

    First the largest total that the allowed pairs can carry, then, among all flows with that total, the least sum of
    cost x amount: a transport problem, solved exactly.

    Parameters
    ----------
    supply, demand : (n,) physical amounts, 0 or more; a NaN unit takes no part
    cost : (n, n) cost of a unit of flow from row to column, such as metres or a least-cost distance, 0 or more;
        infinite where there is no way
    allowed : (n, n) bool, pairs between which the service can flow; all by default

    Raises
    ------
    ParameterError, ValueRangeError, SolverError

    Source: Hitchcock 1941, doi:10.1002/sapm1941201224; solved by HiGHS, doi:10.1007/s12532-017-0130-5
    """
    supply, demand, cost = (np.asarray(values, dtype=float) for values in (supply, demand, cost))
    count = len(supply)
    if demand.shape != (count,) or cost.shape != (count, count):
        raise ParameterError('{supply} supplies, {demand} demands and costs between {cost} units do not fit together.',
                             supply=count, demand=demand.size, cost=len(cost))
    for name, values in (('supply', supply), ('demand', demand), ('cost', np.where(np.isposinf(cost), 0.0, cost))):
        check_range(name, values, 0)
    known = np.isfinite(supply) & np.isfinite(demand)
    surplus = np.where(known, np.maximum(np.nan_to_num(supply) - np.nan_to_num(demand), 0.0), 0.0)
    deficit = np.where(known, np.maximum(np.nan_to_num(demand) - np.nan_to_num(supply), 0.0), 0.0)
    givers, takers = np.flatnonzero(surplus > 0), np.flatnonzero(deficit > 0)
    cost = cost[np.ix_(givers, takers)]
    open_pairs = np.isfinite(cost)
    if allowed is not None:
        open_pairs &= np.asarray(allowed, dtype=bool)[np.ix_(givers, takers)]
    if not open_pairs.any():
        return ServiceFlows(givers[:0], takers[:0], np.zeros(0), surplus, deficit)
    origin, target, amount = transport(surplus[givers], deficit[takers], cost, open_pairs, cancelled=cancelled)
    used = amount > 1e-9 * max(surplus.max(), deficit.max())
    return ServiceFlows(givers[origin[used]], takers[target[used]], amount[used], surplus, deficit)


def allowed_pairs(count, distance=None, limit=None, group=None, listed=None) -> np.ndarray:
    """(n, n) bool: pairs within a distance, in the same group (such as a watershed), and listed (such as downstream).

    Parameters
    ----------
    distance : (n, n), limit : in the same unit
    group : n labels; '' belongs to no group and takes no part
    listed : (n, n) bool
    """
    allowed = ~np.eye(count, dtype=bool)
    if limit is not None:
        allowed &= np.asarray(distance, dtype=float) <= limit
    if group is not None:
        labels = np.asarray(group, dtype=object)
        allowed &= (labels[:, None] == labels[None, :]) & (labels != '')[:, None]
    if listed is not None:
        allowed &= np.asarray(listed, dtype=bool)
    return allowed


@dataclass(frozen=True)
class Payments:
    """Money of one or all services; arrays over flows or units.

    Attributes
    ----------
    full : (k,) value of every flow: amount x price
    paid : (k,) what its beneficiary can pay: value x capacity
    topped : (k,) what the province adds
    """

    full: np.ndarray
    paid: np.ndarray
    topped: np.ndarray

    @property
    def received(self) -> np.ndarray:
        return self.paid + self.topped


def payments(flows: ServiceFlows, price, capacity=None, provincial_share=0.0, standard=None) -> Payments:
    """Value of every flow, what the beneficiary pays, and what the province adds of the rest.

    Parameters
    ----------
    price : money per physical amount, 0 or more
    capacity : (n,) share of the value a unit can pay, 0 to 1; see ``payment_capacity``
    provincial_share : share of what beneficiaries cannot pay that the province takes over, 0 to 1
    standard : (n,) factor on the value of what a unit supplies, see ``cost_standard``
    """
    if not (np.isfinite(price) and price >= 0):
        raise ParameterError('The price is {price}; it must be 0 or more.', price=f'{price:g}')
    full = flows.amount * price * (1.0 if standard is None else np.asarray(standard, dtype=float)[flows.origin])
    able = np.ones(len(flows.deficit)) if capacity is None else np.asarray(capacity, dtype=float)
    check_range('capacity to pay', able, 0, 1)
    paid = full * able[flows.target]
    return Payments(full, paid, provincial_share * (full - paid))


def cost_standard(flows, prices, cost, weight=1.0) -> np.ndarray:
    """(n,) factor on the value of what a unit supplies, so that compensation follows what conservation costs it.

    factor = 1 - weight + weight x cost / value of all its flows; 1 where the cost is unknown or nothing is supplied.

    Parameters
    ----------
    flows, prices : ServiceFlows and money per physical amount of every service
    cost : (n,) what conservation and restoration cost each unit a year, in the money of the prices, 0 or more
    weight : 0 values by benefit alone, 1 by cost alone, 0.5 by the mean of both
    """
    cost = np.asarray(cost, dtype=float)
    check_range('cost of conservation', cost, 0)
    check_share('weight of the cost', weight)
    value = np.zeros(len(cost))
    for flow, price in zip(flows, prices):
        value += np.bincount(flow.origin, weights=flow.amount * price, minlength=len(cost))
    told = np.isfinite(cost) & (value > 0)
    return np.where(told, 1.0 - weight + weight * np.where(told, cost, 0.0) / np.where(told, value, 1.0), 1.0)


def payment_capacity(wealth) -> np.ndarray:
    """(n,) capacity factor min(1, wealth / mean wealth), such as GDP per person; 1 where unknown.

    Raises
    ------
    ValueRangeError : negative values, or all zero
    """
    wealth = np.asarray(wealth, dtype=float)
    check_range('wealth', wealth, 0)
    known = np.isfinite(wealth)
    if not known.any():
        raise EmptyInputError('No unit has a value of wealth.')
    mean = wealth[known].mean()
    if mean <= 0:
        raise ValueRangeError('The wealth of all {count} units is 0.', count=int(known.sum()))
    return np.where(known, np.minimum(1.0, np.nan_to_num(wealth) / mean), 1.0)


def growth_capacity(engel) -> np.ndarray:
    """(n,) capacity factor by the Pearl growth curve, 1 / (1 + exp(3 - 1 / engel)); 1 where unknown.

    It follows the stage of development: 0.12 where all spending goes on food, 0.5 at a third, near 1 below a sixth.

    Parameters
    ----------
    engel : (n,) Engel coefficient, the share of spending that goes on food, above 0 to 1

    Raises
    ------
    EmptyInputError, ValueRangeError

    Source: growth curve of Pearl & Reed 1920, doi:10.1073/pnas.6.6.275; its use with the Engel coefficient, as the
    willingness to pay of a stage of development, is common in studies of compensation in China and a proposal here.
    """
    engel = np.asarray(engel, dtype=float)
    check_positive('Engel coefficient', engel)
    check_range('Engel coefficient', engel, 0, 1)
    known = np.isfinite(engel)
    if not known.any():
        raise EmptyInputError('No unit has an Engel coefficient.')
    # Below 1 / 700 the exponential of the difference is 0 anyway.
    return np.where(known, 1.0 / (1.0 + np.exp(3.0 - 1.0 / np.maximum(np.where(known, engel, 1.0), 1 / 700))), 1.0)


@dataclass(frozen=True)
class Balance:
    """Accounts of the compensation fund, (n,) per unit: all services together.

    ``received`` - ``paid`` = ``net``; the nets of all units add up to what the province adds, so that with it the fund
    closes at zero.
    """

    paid: np.ndarray
    received: np.ndarray
    provincial: float

    @property
    def net(self) -> np.ndarray:
        return self.received - self.paid


def fund_balance(count, flows, money) -> Balance:
    """Sums over lists of ServiceFlows and their Payments."""
    paid, received, provincial = np.zeros(count), np.zeros(count), 0.0
    for flow, payment in zip(flows, money):
        paid += np.bincount(flow.target, weights=payment.paid, minlength=count)
        received += np.bincount(flow.origin, weights=payment.received, minlength=count)
        provincial += float(payment.topped.sum())
    return Balance(paid, received, provincial)
