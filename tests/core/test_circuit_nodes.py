"""Strategic nodes: crossings of lines, clusters, ranks."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.circuit.nodes import (
    line_crossings,
    merged_places,
    ranked,
    road_crossings,
    segments_of,
)


def line(*points):
    return [np.array(points, dtype=float)]


def test_two_lines_cross_once():
    found = line_crossings([line((0, 0), (10, 10)), line((0, 10), (10, 0))])
    assert found.lines == [[0, 1]]
    assert (found.x[0], found.y[0]) == pytest.approx((5, 5))


def test_lines_that_miss_each_other_have_no_node():
    assert len(line_crossings([line((0, 0), (10, 0)), line((0, 1), (10, 1)), line((20, -5), (20, 5))])) == 0


def test_common_stretch_counts_where_lines_join_and_part():
    straight = line((0, 0), (100, 0))
    detour = line((0, 10), (30, 0), (70, 0), (100, 10))
    found = line_crossings([straight, detour])
    assert found.x.tolist() == pytest.approx([30, 70])
    assert found.y.tolist() == pytest.approx([0, 0])
    short = line_crossings([straight, detour], merge=50)
    assert short.x.tolist() == pytest.approx([50])


def test_common_stretch_over_several_pieces_is_one():
    first = line((0, 0), (10, 0), (20, 0), (30, 10))
    second = line((30, -10), (20, 0), (15, 0), (5, 0), (0, 10))
    found = line_crossings([first, second])
    assert found.x.tolist() == pytest.approx([5, 20])


def test_lines_that_leave_one_source_together_part_once():
    first = line((0, 0), (10, 0), (20, 10))
    second = line((0, 0), (10, 0), (20, -10))
    found = line_crossings([first, second])
    assert found.x.tolist() == pytest.approx([10])
    assert len(line_crossings([first, second], clear_of_ends=10)) == 0


def test_nearby_crossings_become_one_with_all_lines():
    lines = [line((-50, 0), (50, 0)), line((0, -50), (0, 50)), line((3, -50), (3, 50)), line((40, -50), (40, 50))]
    found = line_crossings(lines, merge=5)
    assert found.lines == [[0, 1, 2], [0, 3]]
    assert found.x.tolist() == pytest.approx([0, 40])


def test_road_crossings_name_the_lines_only():
    lines = [line((0, 0), (100, 0)), line((0, 20), (100, 20))]
    roads = [[np.array([(10.0, -5), (10, 5)]), np.array([(50.0, 15), (50, 40)])], line((90, -10), (90, 30))]
    found = road_crossings(lines, roads)
    assert found.lines == [[0], [1], [0], [1]]
    assert found.x.tolist() == pytest.approx([10, 50, 90, 90])
    assert found.roads == [[0], [0], [1], [1]]
    near = road_crossings([line((0, 0), (100, 0))], [line((10, -5), (10, 5)), line((12, -5), (12, 5))], 5)
    assert near.lines == [[0]] and near.roads == [[0, 1]]
    assert line_crossings([line((0, 0), (10, 10)), line((0, 10), (10, 0))]).roads is None


def test_road_along_a_line_is_one_break_in_its_middle():
    found = road_crossings([line((0, 0), (100, 0))], [line((20, -10), (20, 0), (60, 0), (60, 10))])
    assert found.x.tolist() == pytest.approx([40])


def test_zero_length_pieces_and_empty_lines_are_harmless():
    assert len(segments_of([line((0, 0), (0, 0), (1, 0)), []]).line) == 1
    assert len(line_crossings([[], line((0, 0), (1, 1))])) == 0
    assert len(road_crossings([], [])) == 0


def test_merged_places_keeps_a_real_point():
    places = merged_places([(0, 0), (10, 0), (20, 0), (100, 0)], [(1,), (2,), (1, 3), (4,)], 10)
    assert places.x.tolist() == [10, 100]
    assert places.lines == [[1, 2, 3], [4]]


def test_rank_counts_lines_first_then_weight():
    assert ranked([[0, 1], [0, 1, 2], [1, 2], [0]], [1.0, 2.0, 3.0]).tolist() == [3, 1, 2, 4]
    assert ranked([], [1.0]).tolist() == []
    assert ranked([[0], [1], [2], [0, 1]], [3.0, 2.0, 1.0], [np.nan, 5.0, 20.0, 0.0]).tolist() == [4, 3, 2, 1]


def slow_crossings(lines):
    """Every pair of pieces, by solving two equations."""
    found = set()
    for i, first in enumerate(lines):
        for j, second in enumerate(lines[:i]):
            for a, b in zip(first[0][:-1], first[0][1:]):
                for c, d in zip(second[0][:-1], second[0][1:]):
                    matrix = np.array([b - a, c - d]).T
                    if abs(np.linalg.det(matrix)) > 1e-12:
                        t, s = np.linalg.solve(matrix, c - a)
                        if 0 <= t <= 1 and 0 <= s <= 1:
                            found.add((j, i, *np.round(a + t * (b - a), 6)))
    return found


@pytest.mark.parametrize('seed', range(5))
def test_crossings_agree_with_trying_every_pair(seed):
    random = np.random.default_rng(seed)
    lines = [[np.cumsum(random.normal(size=(8, 2)), axis=0) * random.choice([1, 20]) + random.uniform(-5, 5, 2)]
             for _ in range(8)]
    found = line_crossings(lines)
    listed = sorted((*own, *np.round((x, y), 6)) for x, y, own in zip(found.x, found.y, found.lines))
    assert listed == sorted(slow_crossings(lines))


def test_many_lines_are_quick():
    random = np.random.default_rng(1)
    roads = [line(*(random.uniform(0, 100000, 2) + np.cumsum(random.normal(size=(20, 2)) * 300, axis=0)))
             for _ in range(3000)]
    links = [line(*np.cumsum(random.normal(size=(300, 2)) * 200, axis=0) + 50000) for _ in range(30)]
    assert len(road_crossings(links, roads, 500)) > 0
