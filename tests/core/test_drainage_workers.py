"""Drainage in a worker: every digit as here."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.drainage import contributing_area, drainage, flow_lengths, slope_lengths
from ecorestore.ecorestore_plugin.core.engine import LocalEngine
from ecorestore.ecorestore_plugin.core.errors import CancelledError


def terrain(seed):
    """Many ties and flats, some of them, or none; with holes and without."""
    draw = np.random.default_rng(seed)
    z = draw.integers(0, [3, 40, 10 ** 6][seed % 3], (60 + seed, 75)).astype(float)
    z[draw.random(z.shape) < [0.0, 0.04][seed % 2]] = np.nan
    return z


@pytest.fixture(scope='module', params=[True, False], ids=['compiled', 'plain'])
def engine(request):
    if request.param:
        pytest.importorskip('numba')
    with LocalEngine(1, compiled=request.param) as found:
        yield found


@pytest.mark.parametrize('seed', range(6))
def test_workers_change_no_digit(engine, seed):
    z = terrain(seed)
    here, there = drainage(z, 30, 20), drainage(z, 30, 20, engine=engine)
    assert engine.warnings == []
    assert np.array_equal(here.filled, there.filled, equal_nan=True)
    assert here.receiver.tolist() == there.receiver.tolist() and here.order.tolist() == there.order.tolist()
    assert np.array_equal(contributing_area(here, 1.1), contributing_area(there, 1.1, engine), equal_nan=True)
    for upstream in (True, False):
        assert np.array_equal(flow_lengths(here, 30, 20, upstream), flow_lengths(there, 30, 20, upstream, engine),
                              equal_nan=True)
    for one, other in zip(slope_lengths(z, 30, 20), slope_lengths(z, 30, 20, engine=engine)):
        assert np.array_equal(one, other, equal_nan=True)


def test_one_cell_in_a_worker(engine):
    flow = drainage(np.array([[5.0]]), 1, 1, engine=engine)
    assert flow.receiver.tolist() == [[-1]] and flow.order.tolist() == [0]
    assert contributing_area(flow, 4, engine).tolist() == [[4]]


def test_cancelled_in_a_worker():
    with LocalEngine(1) as engine, pytest.raises(CancelledError):
        drainage(np.zeros((300, 300)), 1, 1, cancelled=lambda: True, engine=engine)
