"""Collaborative units: adjacency, slivers, components, lead level, needs."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import EmptyInputError, ParameterError, ValueRangeError
from ecorestore.ecorestore_plugin.core.zoning.collaborative import (
    absorb_slivers,
    adjacency,
    city_codes,
    collaborate,
    connected_groups,
    join_pieces,
    lead_scope,
    pieces_of_faces,
    province_code,
    provincial_elements,
)
from ecorestore.ecorestore_plugin.core.zoning.unit_needs import (
    UnitAreas,
    fiscal_weakness,
    key_units,
    restoration_need,
    unit_areas,
    unit_priority,
)


def test_adjacency_adds_repeated_borders():
    touching = adjacency([[3, 1], [1, 3], [0, 1]], [2., 5., 0.])
    assert touching.pairs.tolist() == [[0, 1], [1, 3]]
    assert touching.lengths.tolist() == [0, 7]
    grouped = touching.of([0, 0, 1, 1])
    assert grouped.pairs.tolist() == [[0, 1]] and grouped.lengths.tolist() == [7]
    assert len(adjacency([], []).of([0]).pairs) == 0


def test_groups_are_numbered_by_their_first_row():
    assert connected_groups(5, [[4, 0], [3, 1]]).tolist() == [0, 1, 2, 1, 0]
    assert connected_groups(2, []).tolist() == [0, 1]


def walk(count, pairs):
    """Components by walking, numbered by first row."""
    groups = [-1] * count
    for start in range(count):
        if groups[start] >= 0:
            continue
        number, front = max(groups) + 1, [start]
        while front:
            row = front.pop()
            if groups[row] < 0:
                groups[row] = number
                front += [b for a, b in pairs if a == row] + [a for a, b in pairs if b == row]
    return groups


def test_groups_equal_a_walk():
    rng = np.random.default_rng(1)
    for _ in range(20):
        pairs = rng.integers(0, 15, (8, 2))
        assert connected_groups(15, pairs).tolist() == walk(15, pairs.tolist())


def test_pieces_need_the_same_element_and_unit():
    touching = adjacency([[0, 1], [1, 2], [2, 3]], [1, 1, 0])
    assert pieces_of_faces([7, 7, 7, 7], [0, 0, 1, 1], touching).tolist() == [0, 0, 1, 1]
    assert pieces_of_faces([7, 8, 8, 7], [0, 0, 0, 0], touching).tolist() == [0, 1, 1, 2]


def test_sliver_joins_the_longest_border():
    # Piece 2 (3 ha) touches 0 along 10 m and 1 along 40 m.
    touching = adjacency([[0, 2], [1, 2], [0, 1]], [10, 40, 5])
    owner = absorb_slivers([100, 90, 3], [0, 1, 0], [0, 0, 0], [103, 90], touching, 50)
    assert owner.tolist() == [0, 1, 1]


def test_tie_goes_to_the_same_element_then_the_larger():
    touching = adjacency([[0, 2], [1, 2]], [10, 10])
    assert absorb_slivers([100, 90, 3], [0, 1, 1], [0, 0, 0], [100, 93], touching, 50).tolist() == [0, 1, 1]
    assert absorb_slivers([90, 100, 3], [0, 1, 2], [0, 0, 0], [90, 100, 60], touching, 50).tolist() == [0, 1, 1]


def test_small_whole_element_is_no_sliver():
    touching = adjacency([[0, 1]], [100])
    assert absorb_slivers([500, 30], [0, 1], [0, 0], [500, 30], touching, 50).tolist() == [0, 1]
    # Two thirds of it stay, the other third is a sliver.
    touching = adjacency([[0, 1], [0, 2], [1, 2]], [100, 10, 30])
    assert absorb_slivers([500, 20, 10], [0, 1, 1], [0, 0, 0], [500, 30], touching, 50).tolist() == [0, 1, 1]


def test_sliver_that_touches_nothing_joins_its_element():
    nothing = adjacency([], [])
    assert absorb_slivers([3, 200, 400], [0, 0, 0], [1, 1, 2], [603], nothing, 50).tolist() == [1, 1, 2]
    assert absorb_slivers([3, 200, 400], [0, 0, 0], [3, 1, 2], [603], nothing, 50).tolist() == [2, 1, 2]
    assert absorb_slivers([3, 200], [0, 1], [0, 0], [30, 200], nothing, 50).tolist() == [0, 1]


def test_chain_of_slivers_ends_in_a_piece():
    # 0 (1 ha) - 1 (2 ha) - 2 (400 ha): 0 joins 1, their 3 ha join 2.
    touching = adjacency([[0, 1], [1, 2]], [9, 4])
    assert absorb_slivers([1, 2, 400], [0, 0, 0], [0, 0, 0], [403], touching, 50).tolist() == [2, 2, 2]


def test_slivers_keep_the_total_area():
    rng = np.random.default_rng(7)
    for _ in range(30):
        n = 25
        area = rng.exponential(40, n)
        element = rng.integers(0, 4, n)
        whole = np.bincount(element, weights=area, minlength=4) * rng.uniform(1, 2)
        pairs = [pair for pair in rng.integers(0, n, (40, 2)) if pair[0] != pair[1]]
        touching = adjacency(pairs, rng.integers(0, 5, len(pairs)))
        owner = absorb_slivers(area, element, rng.integers(0, 3, n), whole, touching, 30)
        assert (owner[owner] == owner).all()
        joined = np.bincount(owner, weights=area, minlength=n)
        assert joined.sum() == pytest.approx(area.sum())
        kept = np.flatnonzero(owner == np.arange(n))
        for row in kept:
            left = touching.of(owner).pairs
            alone = row not in left and (element[kept] == element[row]).sum() == 1
            assert joined[row] >= min(30, .5 * whole[element[row]]) or alone


def test_faces_to_units_by_hand():
    """A core over counties 0 and 1, cut by a node of its own; a corridor in county 1 with a sliver in county 0.

    faces      0 core/0   1 core/1   2 node/0   3 corridor/1   4 corridor/0 (sliver)
    """
    element = np.array([1, 1, 0, 2, 2])
    unit = np.array([0, 1, 0, 1, 0])
    area = np.array([300., 500., 20., 200., 2.])
    touching = adjacency([[0, 1], [0, 2], [1, 3], [3, 4], [0, 4]], [10, 8, 5, 3, 7])
    pieces = join_pieces(element, unit, area, touching, [20, 820, 202], 50)
    assert pieces.joined == 1 and pieces.area.sum() == pytest.approx(area.sum())
    assert pieces.of_face[4] == pieces.of_face[0]  # the longer border is with the core of county 0
    kind = np.array(['core', 'core', 'node', 'corridor', 'corridor'])
    units = collaborate(pieces, kind, area)
    assert units.area.tolist() == [802, 200, 20]
    assert units.members == [[1, 0], [1], [0]]
    assert units.crosses.tolist() == [True, False, False]
    assert units.mix.tolist() == [[800, 2, 0], [0, 200, 0], [0, 0, 20]]
    assert units.element.tolist() == [1, 2, 0]


def test_parted_pieces_of_one_element_stay_together():
    # Two halves of a corridor with a node between them, in counties 0 and 1.
    touching = adjacency([[0, 1], [1, 2]], [5, 5])
    pieces = join_pieces([1, 0, 1], [0, 0, 1], [100., 20., 90.], touching, [20, 210], 50)
    units = collaborate(pieces, ['corridor', 'node', 'corridor'], [100., 20., 90.])
    assert units.members == [[0, 1], [0]] and units.crosses.tolist() == [True, False]


@pytest.mark.parametrize('seed', range(6))
def test_connected_units_equal_a_walk(seed):
    """Faces that can be reached over borders or within their element form one unit; areas, members and mix by sums."""
    rng = np.random.default_rng(seed)
    n = 25
    element, unit = rng.integers(0, 9, n), rng.integers(0, 5, n)
    kinds = np.array(['core', 'corridor', 'node'])[rng.integers(0, 3, 9)]
    area = rng.uniform(1, 10, n)
    pairs = rng.integers(0, n, (10, 2))
    pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    pieces = join_pieces(element, unit, area, adjacency(pairs, np.ones(len(pairs))), np.full(9, 1e9), 0)
    found = collaborate(pieces, kinds[element], area, connected=True)
    near = {row: set(np.flatnonzero(element == element[row]).tolist()) for row in range(n)}
    for one, other in pairs.tolist():
        near[one].add(other)
        near[other].add(one)
    left, groups = set(range(n)), []
    while left:
        group, fresh = set(), {min(left)}
        while fresh:
            group |= fresh
            fresh = set().union(*(near[row] for row in fresh)) - group
        groups.append(sorted(group))
        left -= group
    groups.sort(key=lambda rows: -area[rows].sum())
    of_face = found.of_piece[pieces.of_face]
    for number, rows in enumerate(groups):
        assert np.flatnonzero(of_face == number).tolist() == rows
        sizes = np.bincount(unit[rows], weights=area[rows], minlength=5)
        assert found.members[number] == sorted(set(unit[rows].tolist()), key=lambda one: -sizes[one])
        assert found.element[number] == np.argmax(np.bincount(element[rows], weights=area[rows]))
        assert found.elements[number] == len(set(element[rows].tolist()))
        for place, name in enumerate(('core', 'corridor', 'node')):
            assert found.mix[number, place] == pytest.approx(area[rows][kinds[element[rows]] == name].sum())


def test_nothing_inside_the_units():
    pieces = join_pieces([], [], [], adjacency([], []), [], 50)
    with pytest.raises(EmptyInputError):
        collaborate(pieces, [], [])


@pytest.mark.parametrize('codes, parents, scope', [
    (['430101', '430101'], ['4301', '4301'], 'one_unit'),
    (['430101', '430102'], ['4301', '4301'], 'one_city'),
    (['430101', '430102'], ['', ''], 'one_city'),
    (['430101', '430202'], ['4301', '4302'], 'several_cities'),
    (['430101', '360101'], ['4301', '3601'], 'several_provinces'),
    (['A', 'B'], ['x', 'x'], 'one_city'),
    (['A', 'B'], ['x', 'y'], 'several_cities'),
])
def test_lead_scope(codes, parents, scope):
    assert lead_scope(codes, parents) == scope


def test_lead_scope_bad_input():
    with pytest.raises(ParameterError):
        lead_scope(['430101'], [])
    assert province_code('430101') == '430000' and province_code('A1') == ''


def test_provincial_elements():
    kind = ['core', 'core', 'corridor', 'node', 'core']
    assert provincial_elements(kind, [5, 9, 1, 99, 9], 1).tolist() == [False, True, True, False, False]
    assert not provincial_elements(kind, [5, 9, 1, 99, 9], 0).any()


# Needs.

def areas_by_hand():
    return unit_areas(3, [0, 0, 1, 1, 1], ['core', 'corridor', 'core', 'node', 'corridor'],
                      [100., 40., 50., 10., 20.], [True, True, True, False, False])


def test_unit_areas():
    areas = areas_by_hand()
    assert areas.element_ha.tolist() == [[100, 40, 0], [50, 20, 10], [0, 0, 0]]
    assert areas.cross_ha.tolist() == [140, 50, 0]
    assert areas.key_ha.tolist() == [140, 50, 0]
    assert areas.restore_ha.tolist() == [140, 80, 0]
    assert key_units(areas).tolist() == [True, False, False]
    assert restoration_need(areas.element_ha, [.5, 1, 2]).tolist() == [90, 65, 0]
    with pytest.raises(ValueRangeError):
        restoration_need(areas.element_ha, [.5, -1, 2])


def test_priority_by_hand():
    areas = areas_by_hand()
    amount = np.array([.5 * 2 / 3 + .25 * 2 / 3, .5 / 3 + .25 / 3 + .25, 0])
    first = amount / amount.max()
    second = np.array([1, 50 / 80, 0])
    assert unit_priority(areas, [2, 1, 1]) == pytest.approx((.5 * first + .3 * second) / .8)
    ranked = unit_priority(areas, [2, 1, 1], [3, 1, np.nan])
    assert ranked == pytest.approx(.5 * first + .3 * second + .2 * np.array([0, 1, 0]))


def test_priority_of_an_empty_network_is_zero():
    empty = UnitAreas(np.zeros((2, 3)), np.zeros(2), np.zeros(2))
    assert unit_priority(empty, [1, 1, 1]).tolist() == [0, 0]
    assert not key_units(empty).any()
    with pytest.raises(ParameterError):
        unit_priority(empty, [1, 1, 1], weights=[1, 2])


def test_fiscal_weakness():
    assert fiscal_weakness([50, 80, 20], [100, 100, 100]) == pytest.approx([.5, 0, 1])
    unknown = fiscal_weakness([50, np.nan, 20], [100, 100, 50])
    assert unknown[0] == 0 and np.isnan(unknown[1]) and unknown[2] == 1
    assert fiscal_weakness([1, 2], [2, 4]).tolist() == [0, 0]
    for revenue, expenditure in (([-1], [1]), ([1], [0])):
        with pytest.raises(ValueRangeError):
            fiscal_weakness(revenue, expenditure)


def test_a_missing_city_is_that_of_the_same_four_digits():
    codes = ['430101', '430102', '430201']
    assert city_codes(codes, ['430100', '', '']) == ['430100', '430100', '4302']
    assert city_codes(codes, ['', '', '']) == ['4301', '4301', '4302']
    assert city_codes(codes, ['A', 'B', '']) == ['A', 'B', '4302']
