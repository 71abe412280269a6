"""Percentiles of blocks: every digit as numpy's on all values at once."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.quantiles import percentiles_of_blocks

PERCENTS = [0, 5, 37.3, 50, 95, 99.99, 100]


@pytest.mark.parametrize('seed', range(30))
def test_equals_numpy(seed):
    draw = np.random.default_rng(seed)
    size = draw.integers(1, 3000)
    values = [draw.normal(size=size), draw.integers(-2, 3, size).astype(float), draw.lognormal(0, 6, size)][seed % 3]
    values = values.astype(np.float32) if seed % 5 == 0 else values
    values[draw.random(size) < .1] = np.nan
    values[0] = 1.5
    found = percentiles_of_blocks(lambda: np.array_split(values, 7), PERCENTS)
    assert found == np.nanpercentile(values.astype(float), PERCENTS).tolist()


def test_one_value_and_none():
    assert percentiles_of_blocks(lambda: [np.array([[np.nan, 3.0]])], [5, 95]) == [3, 3]
    assert percentiles_of_blocks(lambda: [np.full((2, 2), np.nan)], [5, 95]) == [None, None]
    assert percentiles_of_blocks(lambda: iter(()), [50]) == [None]
