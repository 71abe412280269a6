"""Slope, relief and drainage against planes, hand sums and plain loops."""

import math

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.change_point import mean_change_points
from ecorestore.ecorestore_plugin.core.drainage import contributing_area, drainage, flow_lengths, slope_lengths
from ecorestore.ecorestore_plugin.core.errors import CancelledError, EmptyInputError, ParameterError
from ecorestore.ecorestore_plugin.core.prepare.terrain_indicators import terrain_indicators
from ecorestore.ecorestore_plugin.core.terrain import (
    aspect,
    gradient,
    incision_depth,
    relief,
    relief_cells,
    relief_curve,
    slope,
    surface_roughness,
)

NAN = np.nan


def plane(rows, columns, width, height, east, north):
    y, x = np.mgrid[0:rows, 0:columns].astype(float)
    return 100 + east * x * width - north * y * height


def horn_by_hand(z, width, height):
    """Inner cells only, written out as in the paper."""
    result = np.full(z.shape, NAN)
    for r in range(1, z.shape[0] - 1):
        for c in range(1, z.shape[1] - 1):
            a, b, cc = z[r - 1, c - 1:c + 2]
            d, _, f = z[r, c - 1:c + 2]
            g, h, i = z[r + 1, c - 1:c + 2]
            x = ((cc + 2 * f + i) - (a + 2 * d + g)) / (8 * width)
            y = ((g + 2 * h + i) - (a + 2 * b + cc)) / (8 * height)
            result[r, c] = math.degrees(math.atan(math.sqrt(x * x + y * y)))
    return result


@pytest.mark.parametrize('east, north', [(0.1, 0), (0, -0.25), (0.3, 0.4)])
def test_plane_has_its_slope_everywhere_even_at_the_edge(east, north):
    z = plane(5, 7, 20, 30, east, north)
    found_east, found_north = gradient(z, 20, 30)
    assert found_east == pytest.approx(np.full(z.shape, east))
    assert found_north == pytest.approx(np.full(z.shape, north))
    assert slope(z, 20, 30) == pytest.approx(np.full(z.shape, math.degrees(math.atan(math.hypot(east, north)))))


def test_slope_of_one_in_one_is_45_degrees():
    assert slope(plane(3, 3, 10, 10, 1, 0), 10, 10)[1, 1] == pytest.approx(45)


def test_slope_equals_the_paper_in_a_loop():
    z = np.random.default_rng(1).uniform(0, 80, (9, 11))
    found, expected = slope(z, 25, 40), horn_by_hand(z, 25, 40)
    inner = ~np.isnan(expected)
    assert found[inner] == pytest.approx(expected[inner])


def test_slope_beside_nodata_follows_the_plane_and_keeps_the_hole():
    z = plane(6, 6, 10, 10, 0.2, 0.1)
    z[2, 3] = NAN
    found = slope(z, 10, 10)
    assert np.isnan(found[2, 3]) and np.isnan(found).sum() == 1
    assert found[~np.isnan(found)] == pytest.approx(math.degrees(math.atan(math.hypot(0.2, 0.1))))


@pytest.mark.parametrize('z, expected', [
    ([[7.0]], [[0.0]]),
    ([[0.0, 10.0, 20.0]], [[45.0, 45.0, 45.0]]),
    ([[0.0], [10.0]], [[45.0], [45.0]]),
    ([[NAN, NAN], [NAN, NAN]], [[NAN, NAN], [NAN, NAN]]),
])
def test_slope_of_thin_and_empty_rasters(z, expected):
    assert slope(np.array(z), 10, 10) == pytest.approx(np.array(expected), nan_ok=True)


def test_a_cell_without_size_is_refused():
    with pytest.raises(ParameterError):
        slope(np.zeros((3, 3)), 0, 10)


def test_relief_equals_a_loop():
    z = np.random.default_rng(2).uniform(0, 50, (8, 9))
    z[3, 4] = z[0, 0] = NAN
    found = relief(z, 10, 20, window=60)
    # 60 m: five or seven cells wide is the nearest odd number to six, three cells high.
    half_columns = 2 if round((60 / 10 - 1) / 2) == 2 else 3
    for r in range(8):
        for c in range(9):
            part = z[max(r - 1, 0):r + 2, max(c - half_columns, 0):c + half_columns + 1]
            expected = NAN if np.isnan(z[r, c]) else np.nanmax(part) - np.nanmin(part)
            assert found[r, c] == pytest.approx(expected, nan_ok=True)


def test_relief_window_has_at_least_three_cells():
    z = np.arange(5.0).reshape(1, 5)
    assert relief(z, 100, 100, window=1) == pytest.approx(np.array([[1, 2, 2, 2, 1.0]]))
    with pytest.raises(ParameterError):
        relief(z, 100, 100, window=0)


def filled_by_relaxation(z):
    """Water level by lowering a flood until nothing moves."""
    level = np.where(np.isnan(z), NAN, np.inf)
    rows, columns = z.shape

    def around(r, c):
        for dr in (-1, 0, 1):
            for dc in (-1, 0, 1):
                if dr or dc:
                    yield r + dr, c + dc

    def outside(r, c):
        return not (0 <= r < rows and 0 <= c < columns) or np.isnan(z[r, c])

    moved = True
    while moved:
        moved = False
        for r in range(rows):
            for c in range(columns):
                if np.isnan(z[r, c]):
                    continue
                lowest = min(-np.inf if outside(*n) else level[n] for n in around(r, c))
                wanted = max(z[r, c], lowest)
                if wanted < level[r, c]:
                    level[r, c] = wanted
                    moved = True
    return level


def area_by_walking(receiver, known, cell_area):
    """Every cell walks downstream and leaves its own area in each cell it passes."""
    area = np.where(known, 0.0, NAN).ravel()
    for start in np.flatnonzero(known):
        cell = start
        while cell >= 0:
            area[cell] += cell_area
            cell = receiver.ravel()[cell]
    return area.reshape(known.shape)


@pytest.mark.parametrize('seed', range(4))
def test_drainage_equals_plain_loops(seed):
    rng = np.random.default_rng(seed)
    z = rng.integers(0, 12, (9, 10)).astype(float)
    z[rng.random(z.shape) < 0.08] = NAN
    flow = drainage(z, 30, 20)
    assert flow.filled == pytest.approx(filled_by_relaxation(z), nan_ok=True)
    assert contributing_area(flow, 600) == pytest.approx(
        area_by_walking(flow.receiver, ~np.isnan(z), 600), nan_ok=True)


@pytest.mark.parametrize('seed', range(4))
def test_water_never_runs_uphill_and_all_of_it_leaves(seed):
    z = np.random.default_rng(seed).integers(0, 5, (20, 20)).astype(float)
    flow = drainage(z, 10, 10)
    receiver, filled = flow.receiver.ravel(), flow.filled.ravel()
    inside = receiver >= 0
    assert (filled[receiver[inside]] <= filled[inside]).all()
    outlets = ~inside
    edge = np.ones(z.shape, bool)
    edge[1:-1, 1:-1] = False
    assert edge.ravel()[outlets].all()
    assert contributing_area(flow, 1).ravel()[outlets].sum() == z.size
    rank = np.empty(z.size, int)
    rank[flow.order] = np.arange(z.size)
    assert (rank[receiver[inside]] < rank[inside]).all()


def test_steepest_descent_counts_diagonal_lengths_of_non_square_cells():
    # From the centre: 3 m down over 10 m west, 4 m down over 50 m south, 5 m over the diagonal of sqrt(2600) m.
    z = np.array([[99, 99, 99], [97, 100, 99], [95, 96, 99.]])
    assert drainage(z, 10, 50).receiver[1, 1] == 3
    assert drainage(z, 10, 10).receiver[1, 1] == 7


def test_pit_is_filled_to_its_lowest_outlet():
    z = np.array([[9, 9, 9, 9], [9, 2, 3, 7], [9, 9, 9, 9.]])
    flow = drainage(z, 1, 1)
    assert flow.filled[1].tolist() == [9, 7, 7, 7]
    assert flow.receiver[1].tolist() == [5, 6, 7, -1]
    # The walls above and below drain into the channel too: all twelve cells leave through the outlet.
    assert contributing_area(flow, 1)[1].tolist() == [1, 6, 9, 12]


def test_drainage_wants_data_and_can_be_cancelled():
    with pytest.raises(EmptyInputError):
        drainage(np.full((3, 3), NAN), 1, 1)
    with pytest.raises(CancelledError):
        drainage(np.zeros((250, 250)), 1, 1, cancelled=lambda: True)
    assert drainage(np.array([[5.0]]), 1, 1).receiver.tolist() == [[-1]]


@pytest.mark.parametrize('east, north', [(-0.2, 0), (0, -0.2)])
def test_slope_lengths_on_a_plane_are_distances_along_it(east, north):
    # The plane falls towards east or towards north; water runs straight, 30 or 20 m per cell.
    row, column = np.indices((6, 5))
    z = plane(6, 5, 30, 20, east, north)
    entering, leaving = slope_lengths(z, 30, 20)
    expected = column * 30.0 if east else (5 - row) * 20.0
    assert entering == pytest.approx(expected)
    assert leaving == pytest.approx(expected + (30 if east else 20))


def test_slope_length_on_a_diagonal_is_shorter_than_the_area_over_the_side():
    # Desmet & Govers: contour length is the cell size times |sin| + |cos| of the aspect, here sqrt 2.
    z = plane(4, 4, 10, 10, -0.1, 0.1)
    entering, leaving = slope_lengths(z, 10, 10)
    assert leaving - entering == pytest.approx(np.full(z.shape, 10 / math.sqrt(2)))
    assert leaving[2, 2] == pytest.approx(3 * 10 / math.sqrt(2))


def test_slope_lengths_on_flat_land_use_the_side_of_the_cell():
    entering, leaving = slope_lengths(np.zeros((3, 3)), 10, 10)
    assert leaving - entering == pytest.approx(np.full((3, 3), 10.0))
    entering, leaving = slope_lengths(np.array([[NAN, 1.0]]), 10, 10)
    assert np.isnan(entering[0, 0]) and entering[0, 1] == 0


@pytest.mark.parametrize('east, north, expected', [
    (-1, 0, 90), (1, 0, 270), (0, -1, 0), (0, 1, 180), (-1, -1, 45), (1, -1, 315)])
def test_aspect_is_the_compass_direction_downhill(east, north, expected):
    assert aspect(plane(4, 5, 10, 20, east, north), 10, 20) == pytest.approx(np.full((4, 5), expected))


def test_level_and_unknown_ground_faces_nowhere():
    assert np.isnan(aspect(np.array([[5.0, 5], [5, 5]]), 10, 10)).all()
    z = plane(5, 5, 10, 10, -1, 0)
    z[2, 2] = NAN
    assert np.isnan(aspect(z, 10, 10)).sum() == 1


def test_roughness_is_the_surface_over_its_map_area():
    assert surface_roughness(plane(3, 3, 10, 10, 1, 0), 10, 10) == pytest.approx(np.full((3, 3), math.sqrt(2)))
    z = np.random.default_rng(0).uniform(0, 30, (6, 6))
    assert surface_roughness(z, 10, 15) == pytest.approx(1 / np.cos(np.radians(slope(z, 10, 15))))


def test_incision_equals_a_loop():
    z = np.random.default_rng(4).uniform(1000, 1050, (8, 9))
    z[3, 4] = z[0, 0] = NAN
    rows, columns = relief_cells(60, 10, 20)
    found = incision_depth(z, 10, 20, 60)
    for r in range(8):
        for c in range(9):
            part = z[max(r - rows // 2, 0):r + rows // 2 + 1, max(c - columns // 2, 0):c + columns // 2 + 1]
            expected = NAN if np.isnan(z[r, c]) else np.nanmean(part) - np.nanmin(part)
            assert found[r, c] == pytest.approx(expected, nan_ok=True)
    assert np.isnan(incision_depth(np.full((3, 3), NAN), 10, 10)).all()


# The window of relief.

def gain_by_definition(values):
    """S - S_i as written in the papers."""
    values = np.asarray(values, dtype=float)
    whole = ((values - values.mean()) ** 2).sum()
    return [NAN] + [whole - sum(((part - part.mean()) ** 2).sum() for part in (values[:i], values[i:]))
                    for i in range(1, values.size)]


@pytest.mark.parametrize('seed', range(3))
def test_change_point_equals_the_definition(seed):
    values = np.random.default_rng(seed).normal(size=12)
    assert mean_change_points(values) == pytest.approx(np.array(gain_by_definition(values)), nan_ok=True)


def test_change_point_of_a_step_is_its_first_member():
    assert np.nanargmax(mean_change_points([1, 1, 1, 5, 5])) == 3
    assert mean_change_points([2, 2, 2])[1:].tolist() == [0, 0]
    for bad in ([1], [], [1, NAN, 2]):
        with pytest.raises(ParameterError, match='at least two'):
            mean_change_points(bad)


def test_relief_curve_by_hand():
    z = np.random.default_rng(5).uniform(0, 100, (25, 30))
    z[4, 5] = NAN
    found = relief_curve(z, 10, 10, largest=150)
    assert found.windows.tolist() == [30, 50, 70, 90, 110, 130, 150]
    for window, mean in zip(found.windows, found.relief):
        assert mean == pytest.approx(np.nanmean(relief(z, 10, 10, window)))
    assert found.logarithm == pytest.approx(np.log(found.relief / found.windows ** 2))
    assert found.best == int(np.nanargmax(gain_by_definition(found.logarithm)))


def test_relief_curve_stays_within_the_raster():
    z = np.random.default_rng(6).uniform(0, 100, (200, 13))
    assert relief_curve(z, 100, 100).windows.tolist() == [300, 500, 700, 900, 1100, 1300]
    assert relief_curve(np.random.default_rng(6).random((90, 90)), 100, 50).windows[[0, -1]].tolist() == [300, 4100]


def test_relief_curve_needs_hills_and_room():
    with pytest.raises(ParameterError, match='at least five'):
        relief_curve(np.random.default_rng(0).random((50, 50)), 100, 100, largest=900)
    with pytest.raises(ParameterError, match='level'):
        relief_curve(np.ones((50, 50)), 100, 100)
    with pytest.raises(EmptyInputError):
        relief_curve(np.full((50, 50), NAN), 100, 100)
    with pytest.raises(CancelledError):
        relief_curve(np.random.default_rng(0).random((50, 50)), 100, 100, cancelled=lambda: True)


# Flow lengths.

def lengths_by_walking(flow, width, height, upstream):
    """Every cell walks to its outlet and leaves the way it has come in each cell it passes."""
    columns = flow.filled.shape[1]
    receiver = flow.receiver.ravel()
    known = ~np.isnan(flow.filled).ravel()
    length = np.where(known, 0.0, NAN)
    for start in np.flatnonzero(known):
        cell, way = start, 0.0
        while receiver[cell] >= 0:
            other = receiver[cell]
            way += math.hypot((other // columns - cell // columns) * height, (other % columns - cell % columns) * width)
            cell = other
            if upstream:
                length[cell] = max(length[cell], way)
        if not upstream:
            length[start] = way
    return length.reshape(flow.filled.shape)


@pytest.mark.parametrize('upstream', [True, False])
@pytest.mark.parametrize('seed', range(3))
def test_flow_lengths_equal_walking(seed, upstream):
    rng = np.random.default_rng(seed)
    z = rng.integers(0, 12, (9, 10)).astype(float)
    z[rng.random(z.shape) < 0.08] = NAN
    flow = drainage(z, 30, 20)
    assert flow_lengths(flow, 30, 20, upstream) == pytest.approx(lengths_by_walking(flow, 30, 20, upstream),
                                                                 nan_ok=True)


def test_flow_lengths_on_a_plane():
    flow = drainage(plane(3, 5, 10, 10, -1, 0), 10, 10)
    assert flow_lengths(flow, 10, 10)[1].tolist() == [0, 10, 20, 30, 40]
    assert flow_lengths(flow, 10, 10, upstream=False)[1].tolist() == [40, 30, 20, 10, 0]
    assert flow_lengths(drainage(np.array([[5.0]]), 1, 1), 1, 1).tolist() == [[0]]


# All at once.

def test_indicators_are_those_of_their_functions():
    z = np.random.default_rng(8).uniform(0, 60, (12, 14))
    found = terrain_indicators(z, 20, 30, ('slope', 'relief', 'contributing_area', 'flow_length', 'ls'), 150, 200)
    flow = drainage(z, 20, 30)
    assert list(found) == ['slope', 'relief', 'flow_length', 'contributing_area', 'ls']
    assert (found['slope'] == slope(z, 20, 30)).all()
    assert (found['relief'] == relief(z, 20, 30, 150)).all()
    assert found['contributing_area'] == pytest.approx(contributing_area(flow, 600) / 10000)
    assert (found['flow_length'] == flow_lengths(flow, 20, 30)).all()
    assert found['ls'].min() > 0


def test_ls_of_a_uniform_slope_by_hand():
    # A plane of 8 degrees falling east, cells of 10 m: the last of three cells ends 30 m below the divide.
    rise = math.tan(math.radians(8))
    found = terrain_indicators(plane(3, 3, 10, 10, -rise, 0), 10, 10, ('ls',))['ls'][1, 2]
    length = (30 ** 1.5 - 20 ** 1.5) / (10 * 22.13 ** 0.5)
    assert found == pytest.approx(length * (16.8 * math.sin(math.radians(8)) - 0.5))
