"""A compiled kernel small enough to check by eye."""

import numba
import numpy as np


@numba.njit(cache=True)
def running_total(values):
    total = np.empty(values.size)
    sum_so_far = 0.0
    for index in range(values.size):
        sum_so_far += values[index]
        total[index] = sum_so_far
    return total
