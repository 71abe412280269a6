"""What restoration money did: how much of it was spent, and what was reached for it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_range
from ..errors import EmptyInputError, ParameterError, ValueRangeError


@dataclass(frozen=True)
class FundUse:
    """Sums over projects.

    Attributes
    ----------
    execution : spent / allocated, 0 or more
    fulfilment : achieved / planned; NaN without a plan
    efficiency : fulfilment / execution: 1 when the money reached what it was planned for, above 1 more than that;
        NaN without a plan or without spending
    unit_cost : spent per unit achieved; NaN where nothing was achieved
    """

    execution: float
    fulfilment: float
    efficiency: float
    unit_cost: float


def fund_use(allocated, spent, achieved=None, planned=None) -> FundUse:
    """Execution rate and efficiency of the funds of projects.

    Only projects with a value in every column given count.

    Parameters
    ----------
    allocated, spent : (n,) money, 0 or more, NaN where unknown
    achieved, planned : (n,) results and planned results in one unit, such as hectares treated, or None

    Raises
    ------
    ParameterError : columns of different length
    EmptyInputError : no project has every value
    ValueRangeError : negative values, or nothing allocated at all
    """
    columns = {'allocated funds': allocated, 'spent funds': spent, 'achieved results': achieved,
               'planned results': planned}
    columns = {name: np.asarray(values, dtype=float) for name, values in columns.items() if values is not None}
    sizes = {values.shape for values in columns.values()}
    if len(sizes) > 1:
        raise ParameterError('Funds and results of projects differ in number: {counts}.',
                             counts=', '.join(f'{name} {values.size}' for name, values in columns.items()))
    for name, values in columns.items():
        check_range(name, values, 0)
    known = np.logical_and.reduce([np.isfinite(values) for values in columns.values()])
    if not known.any():
        raise EmptyInputError('No project has all of: {names}.', names=', '.join(columns))
    sums = {name: float(values[known].sum()) for name, values in columns.items()}
    if sums['allocated funds'] <= 0:
        raise ValueRangeError('The {count} projects have no allocated funds; an execution rate needs some.',
                              count=int(known.sum()))
    done, plan = (sums.get(name, float('nan')) for name in ('achieved results', 'planned results'))
    execution = sums['spent funds'] / sums['allocated funds']
    fulfilment = done / plan if plan > 0 else float('nan')
    return FundUse(execution, fulfilment, fulfilment / execution if execution > 0 else float('nan'),
                   sums['spent funds'] / done if done > 0 else float('nan'))
