"""The transport problem: as much as can be served, as cheaply as that can be done; exact, also with many pairs."""

from __future__ import annotations

import numpy as np

from ..checks import never, stop_if
from ..errors import SolverError

# Up to so many pairs the whole problem is handed to the solver; beyond, pairs are brought in as they pay.
WHOLE = 100_000
# Pairs per origin and per target to begin with, and that join in one round.
NEAREST = 8
# What counts as a gain, relative to the largest cost.
TOLERANCE = 1e-9


def transport(surplus, deficit, cost, allowed, whole=WHOLE, nearest=NEAREST, cancelled=never):
    """Amounts that serve the largest possible total and, among all ways to do so, cost least.

    With more than ``whole`` allowed pairs the solver starts from the cheapest pairs of every origin and target; pairs
    whose reduced cost is negative join until there is none, which proves that the others cannot help (column
    generation; Gilmore & Gomory 1961, doi:10.1287/opre.9.6.849). Memory then follows the pairs in use.

    Parameters
    ----------
    surplus : (m,) amounts above 0
    deficit : (k,) amounts above 0
    cost : (m, k) cost of a unit of flow, 0 or more where allowed
    allowed : (m, k) bool

    Returns
    -------
    origin, target : (arcs,) rows of ``surplus`` and ``deficit``
    amount : (arcs,) 0 or more

    Raises
    ------
    SolverError : the solver gave up
    """
    # Scaled, so that the solver's tolerances suit any unit.
    scale = max(surplus.max(), deficit.max())
    limits = np.concatenate([surplus, deficit]) / scale
    largest = float(cost[allowed].max())
    price = cost / largest if largest > 0 else cost
    # Serving one more unit may reroute others along a path that meets every origin and target once at most, so that
    # its cost stays below this reward: whatever can be served is.
    price = np.where(allowed, price - 2.0 * min(allowed.shape), np.inf)
    used = allowed if np.count_nonzero(allowed) <= whole else _cheapest(price, nearest)
    while True:
        stop_if(cancelled)
        origin, target = np.nonzero(used)
        solved = _solve(price[origin, target], limits, origin, len(used) + target)
        marginals = solved.ineqlin.marginals
        reduced = price - marginals[:len(used), None] - marginals[None, len(used):]
        helpful = np.where(~used & (reduced < -TOLERANCE), reduced, np.inf)
        if used is allowed or np.isinf(helpful).all():
            return origin, target, np.maximum(solved.x, 0.0) * scale
        used = used | _cheapest(helpful, nearest)


def _solve(price, limits, origin, target):
    from scipy.optimize import linprog
    from scipy.sparse import coo_matrix
    arcs = np.arange(len(price))
    rows = coo_matrix((np.ones(2 * len(arcs)), (np.concatenate([origin, target]), np.concatenate([arcs, arcs]))),
                      shape=(len(limits), len(arcs))).tocsr()
    solved = linprog(price, A_ub=rows, b_ub=limits, bounds=(0, None), method='highs')
    if solved.status != 0:
        raise SolverError('The flows could not be solved: {reason}', reason=str(solved.message))
    return solved


def _cheapest(values, nearest):
    """Bool: the ``nearest`` lowest finite values of every row and of every column."""
    chosen = np.zeros(values.shape, bool)
    for axis in (0, 1):
        count = min(nearest, values.shape[axis])
        rows = np.argpartition(values, count - 1, axis=axis).take(np.arange(count), axis=axis)
        np.put_along_axis(chosen, rows, True, axis=axis)
    return chosen & np.isfinite(values)
