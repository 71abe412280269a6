"""Drainage in a worker: every digit as here."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core import drainage as module
from ecorestore.ecorestore_plugin.core.drainage import (
    MEASURES,
    NO_WAY,
    contributing_area,
    drainage,
    flow_lengths,
    flow_measures,
    slope_lengths,
)
from ecorestore.ecorestore_plugin.core.engine import LocalEngine
from ecorestore.ecorestore_plugin.core.errors import CancelledError, CapacityError
from ecorestore.ecorestore_plugin.core.prepare.terrain_indicators import INDICATORS, terrain_indicators
from ecorestore.ecorestore_plugin.core.terrain import NEIGHBOURS


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


@pytest.mark.parametrize('seed', range(3))
def test_measures_are_those_of_the_drainage(engine, seed):
    z = terrain(seed)
    flow = drainage(z, 30, 20)
    for where in (None, engine):
        found = flow_measures(z, 30, 20, MEASURES, engine=where)
        assert np.array_equal(np.where(np.isnan(z), np.nan, found['cells'] * 600.0), contributing_area(flow, 600),
                              equal_nan=True)
        outlet = np.where(flow.receiver < 0, np.arange(z.size).reshape(z.shape), flow.receiver).ravel()
        while (outlet[outlet] != outlet).any():
            outlet = outlet[outlet]
        assert np.array_equal(found['catchment'], found['cells'].ravel()[outlet].reshape(z.shape))
        for name, upstream in (('upstream', True), ('downstream', False)):
            assert np.array_equal(found[name], flow_lengths(flow, 30, 20, upstream), equal_nan=True)
        for (row, column), way in np.ndenumerate(found['ways']):
            other = flow.receiver[row, column]
            if way == NO_WAY:
                assert other == -1
            else:
                down, right = NEIGHBOURS[way]
                assert other == (row + down) * z.shape[1] + column + right


def test_single_precision_is_kept_where_the_file_has_it(engine):
    z = (np.random.default_rng(5).uniform(0, 300, (50, 40))).astype(np.float32)
    double = drainage(z.astype(float), 30, 30)
    for where in (None, engine):
        single = drainage(z, 30, 30, engine=where)
        assert single.filled.dtype == np.float32 and np.array_equal(single.filled, double.filled)
        assert np.array_equal(single.receiver, double.receiver) and np.array_equal(single.order, double.order)


def test_indicators_of_a_worker(engine):
    z = terrain(2)
    here, there = (terrain_indicators(z, 30, 20, INDICATORS, 100, engine=where) for where in (None, engine))
    assert engine.warnings == []
    for name in INDICATORS:
        assert np.array_equal(here[name], there[name], equal_nan=True), name


def test_a_raster_that_does_not_fit_is_refused(monkeypatch):
    monkeypatch.setattr(module, 'PLAIN_BYTES_PER_CELL', 10 ** 12)
    with pytest.raises(CapacityError, match='drainage needs about'):
        drainage(np.zeros((50, 50)), 1, 1)
