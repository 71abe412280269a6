"""The grid: where cells lie, and whether two rasters fit."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import GridMismatchError
from ecorestore.ecorestore_plugin.core.grid import Grid, check_same_shape

# 3 rows, 4 columns, cells 10 m wide and 20 m high, upper left corner at (500, 1000)
GRID = Grid((3, 4), (500.0, 10.0, 0.0, 1000.0, 0.0, -20.0), 'crs')


def test_sizes():
    assert (GRID.rows, GRID.columns) == (3, 4)
    assert (GRID.cell_width, GRID.cell_height) == (10.0, 20.0)
    assert GRID.cell_area == 200.0 and GRID.cell_area_ha == 0.02


def test_extent():
    assert GRID.extent == (500.0, 940.0, 540.0, 1000.0)


def test_centre_of_cells():
    assert GRID.centre(0, 0) == (505.0, 990.0)
    assert GRID.centre(2, 3) == (535.0, 950.0)
    x, y = GRID.centre(np.array([0, 1]), np.array([0, 0]))
    assert x.tolist() == [505.0, 505.0] and y.tolist() == [990.0, 970.0]


def test_cell_of_points():
    row, column = GRID.cell(np.array([500.0, 509.9, 510.0, 539.9]), np.array([1000.0, 980.1, 980.0, 940.1]))
    assert row.tolist() == [0, 0, 1, 2] and column.tolist() == [0, 0, 1, 3]


def test_points_outside_give_indices_outside():
    row, column = GRID.cell(np.array([499.0, 541.0]), np.array([1001.0, 939.0]))
    assert row.tolist() == [-1, 3] and column.tolist() == [-1, 4]


def test_centre_and_cell_are_inverse():
    rows, columns = np.indices(GRID.shape)
    row, column = GRID.cell(*GRID.centre(rows, columns))
    assert (row == rows).all() and (column == columns).all()


def test_resized_keeps_corner_and_cells():
    smaller = GRID.resized(1, 2)
    assert smaller.shape == (1, 2) and smaller.transform == GRID.transform and smaller.crs_wkt == 'crs'
    assert smaller.extent == (500.0, 980.0, 520.0, 1000.0)


def test_is_frozen_and_hashable():
    with pytest.raises(AttributeError):
        GRID.shape = (1, 1)
    assert hash(GRID) == hash(Grid((3, 4), GRID.transform, 'crs'))


@pytest.mark.parametrize('shape, transform, reason', [
    ((3, 4), (500.0, 10.0, 0.0, 1000.0, 0.0, -20.0), ''),
    ((3, 4), (500.009, 10.0, 0.0, 1000.0, 0.0, -20.0), ''),  # a thousandth of a cell is rounding
    ((3, 4), (500.02, 10.0, 0.0, 1000.0, 0.0, -20.0), 'origin'),
    ((3, 4), (500.0, 10.0, 0.0, 1000.03, 0.0, -20.0), 'origin'),
    ((3, 4), (500.0, 10.0 + 1e-6, 0.0, 1000.0, 0.0, -20.0), ''),
    ((3, 4), (500.0, 10.1, 0.0, 1000.0, 0.0, -20.0), 'cell size'),
    ((3, 4), (500.0, 10.0, 0.0, 1000.0, 0.0, -10.0), 'cell size'),
    ((4, 4), (500.0, 10.0, 0.0, 1000.0, 0.0, -20.0), 'shape'),
])
def test_difference(shape, transform, reason):
    assert GRID.difference(Grid(shape, transform)) == reason


class TestSameShape:
    def test_common_shape(self):
        assert check_same_shape(a=np.zeros((2, 3)), b=np.ones((2, 3)), c=None) == (2, 3)

    def test_names_what_differs(self):
        with pytest.raises(GridMismatchError) as caught:
            check_same_shape(dem=np.zeros((2, 3)), ndvi=np.zeros((3, 2)))
        assert str(caught.value) == ('ndvi has 3 x 2 cells but dem has 2 x 3; bring both onto one grid with Align '
                                     'rasters.')
