"""Soil loss factors on real terrain of 30 m: slope against GDAL, drainage that loses no water, soil loss that follows
slope and cover."""

import csv

import numpy as np
import pytest

gdal = pytest.importorskip('osgeo.gdal')

from ecorestore.ecorestore_plugin.core.drainage import contributing_area, drainage, flow_lengths  # noqa: E402
from ecorestore.ecorestore_plugin.core.engine import LocalEngine  # noqa: E402
from ecorestore.ecorestore_plugin.core.services.soil import (  # noqa: E402
    soil_erodibility,
    soil_loss,
    vegetation_factor,
)
from ecorestore.ecorestore_plugin.core.slope_factors import (  # noqa: E402
    slope_length_factor,
    slope_steepness_factor,
)
from ecorestore.ecorestore_plugin.core.terrain import slope  # noqa: E402

CELL = 30.0


@pytest.fixture(scope='module')
def folder(shared):
    found = shared / 'data' / 'youwuzhen'
    if not found.is_dir():
        pytest.skip('needs shared/data/youwuzhen')
    return found


@pytest.fixture(scope='module')
def elevation(folder):
    dataset = gdal.Open(str(folder / 'ywzdem30m.tif'))
    band = dataset.GetRasterBand(1)
    values = band.ReadAsArray().astype(float)
    return np.where(np.isclose(values, band.GetNoDataValue()), np.nan, values)


@pytest.fixture(scope='module')
def flow(elevation):
    return drainage(elevation, CELL, CELL)


def test_slope_is_that_of_gdal(folder, elevation):
    found = slope(elevation, CELL, CELL)
    expected = gdal.DEMProcessing('', str(folder / 'ywzdem30m.tif'), 'slope', format='MEM', alg='Horn')
    values = expected.GetRasterBand(1).ReadAsArray()
    inner = np.zeros(values.shape, bool)
    inner[1:-1, 1:-1] = True
    inner &= values >= 0
    assert inner.sum() > 10000
    assert found[inner] == pytest.approx(values[inner], abs=2e-3)


def test_pits_are_filled_and_no_water_is_lost(elevation, flow):
    known = ~np.isnan(elevation)
    assert (flow.filled[known] >= elevation[known]).all()
    outlets = known & (flow.receiver < 0)
    area = contributing_area(flow, CELL * CELL)
    assert area[outlets].sum() == pytest.approx(known.sum() * CELL * CELL)
    # Water leaves at the edge or beside nodata only.
    touching = np.pad(~known, 1, constant_values=True)
    beside = np.zeros(known.shape, bool)
    for down in range(3):
        for right in range(3):
            beside |= touching[down:down + known.shape[0], right:right + known.shape[1]]
    assert not (outlets & ~beside).any()
    assert (flow_lengths(flow, CELL, CELL, upstream=False)[outlets] == 0).all()


def test_a_worker_finds_the_same_drainage(elevation, flow):
    pytest.importorskip('numba')
    with LocalEngine(1) as engine:
        there = drainage(elevation, CELL, CELL, engine=engine)
        area = contributing_area(there, CELL * CELL, engine)
        assert engine.warnings == []
    assert np.array_equal(flow.filled, there.filled, equal_nan=True)
    assert (flow.receiver == there.receiver).all() and (flow.order == there.order).all()
    assert np.array_equal(contributing_area(flow, CELL * CELL), area, equal_nan=True)


def soils(folder):
    """K of the topsoil of the real soil classes, fine earth without rock."""
    with open(folder / 'lookup' / 'soil_properties_lookup.csv', encoding='utf-8', errors='replace') as file:
        rows = list(csv.DictReader(line for line in file if line.strip() and not line.startswith('#')))

    def top(row, key):
        return float(row[key].split('-')[0])
    parts = np.array([[100 * top(row, key) / (100 - top(row, 'SOL_ROCK')) for row in rows]
                      for key in ('SOL_SAND', 'SOL_SILT', 'SOL_CLAY')])
    return soil_erodibility(*parts, np.array([top(row, 'SOL_OM') * .58 for row in rows]))


def test_real_soils_lie_within_the_range_of_si_units(folder):
    k = soils(folder)
    assert len(k) == 5 and (k > 0.01).all() and (k < 0.07).all()


def test_soil_loss_rises_with_slope_and_falls_with_cover(elevation, flow):
    steep = slope(elevation, CELL, CELL)
    length = slope_length_factor(elevation, steep, CELL, CELL, flow=flow)
    constant = np.full(elevation.shape, 1.0)
    means = []
    for cover in (0.1, 0.3, 0.5, 0.7):
        loss = soil_loss(8000 * constant, 0.03 * constant, length, slope_steepness_factor(steep),
                         vegetation_factor(cover * constant)).actual
        means.append([np.nanmean(loss[(steep >= low) & (steep < high)])
                      for low, high in ((0, 5), (5, 15), (15, 25), (25, 35))])
    means = np.array(means)
    assert (np.diff(means, axis=1) > 0).all() and (np.diff(means, axis=0) < 0).all()
