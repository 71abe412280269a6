"""Source patches on hand-drawn arrays and against a flood fill."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import EmptyInputError, GridMismatchError, ParameterError
from ecorestore.ecorestore_plugin.core.sources.patches import (
    core_area,
    fill_holes,
    habitat_above,
    habitat_of_classes,
    patch_means,
    source_patches,
)


def drawn(*rows):
    return np.array([[character == '#' for character in row] for row in rows])


def patches(mask, **options):
    options.setdefault('cell_width', 100.0)
    options.setdefault('cell_height', 100.0)
    valid = options.pop('valid', np.ones(mask.shape, bool))
    return source_patches(mask, valid, **options)


def test_corner_joins_with_eight_neighbours_only():
    mask = drawn('##..',
                 '..#.',
                 '....',
                 '...#')
    eight = patches(mask)
    assert eight.labels.tolist() == [[1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0], [0, 0, 0, 2]]
    assert eight.area_ha.tolist() == [3, 1]
    four = patches(mask, neighbours=4)
    assert four.area_ha.tolist() == [2, 1, 1]
    assert four.labels[1, 2] == 2 and four.labels[3, 3] == 3


def test_perimeter_and_shape_by_hand():
    result = patches(drawn('....', '.##.', '.##.', '.#..'))
    # Five cells with five shared edges: 5 x 4 - 2 x 5 = 10 edges of 100 m.
    assert result.perimeter_m == pytest.approx([1000])
    assert result.shape_index == pytest.approx([.25 * 1000 / np.sqrt(50000)])
    square = patches(np.ones((3, 3), bool))
    assert square.shape_index == pytest.approx([1])


def test_non_square_cells():
    result = patches(drawn('##'), cell_width=50.0, cell_height=200.0)
    assert result.area_ha == pytest.approx([2])
    assert result.perimeter_m == pytest.approx([2 * 100 + 2 * 200])


def test_minimum_area_is_inclusive_and_the_rest_is_counted():
    mask = drawn('##.#', '....', '###.')
    result = patches(mask, minimum_ha=2)
    assert result.area_ha.tolist() == [3, 2]
    assert result.dropped == 1 and result.dropped_ha == 1
    with pytest.raises(EmptyInputError, match='largest of 3 patches has 3 ha'):
        patches(mask, minimum_ha=3.5)


def test_largest_share_counts_known_cells():
    mask = drawn('##..')
    assert patches(mask).largest_share == .5
    assert patches(mask, valid=np.array([[True, True, True, False]])).largest_share == pytest.approx(2 / 3)


def test_holes():
    ring = drawn('.....',
                 '.###.',
                 '.#.#.',
                 '.###.',
                 '.....')
    valid = np.ones(ring.shape, bool)
    assert fill_holes(ring, valid, 1)[2, 2]
    assert not fill_holes(ring, valid, 0)[2, 2]
    unknown = valid.copy()
    unknown[2, 2] = False
    assert not fill_holes(ring, unknown, 9)[2, 2]
    # A ring closed over corners holds with eight neighbours; with four it leaks.
    diamond = drawn('..#..', '.#.#.', '..#..')
    whole = np.ones(diamond.shape, bool)
    assert fill_holes(diamond, whole, 1, 8)[1, 2]
    assert not fill_holes(diamond, whole, 1, 4)[1, 2]
    assert patches(ring, fill_ha=1).area_ha.tolist() == [9]
    assert patches(ring, fill_ha=.99).area_ha.tolist() == [8]


def flood(mask, neighbours):
    """Patches as sets of cells, by walking."""
    steps = [(-1, 0), (1, 0), (0, -1), (0, 1)] + ([(-1, -1), (-1, 1), (1, -1), (1, 1)] if neighbours == 8 else [])
    left, found = {tuple(cell) for cell in np.argwhere(mask)}, []
    while left:
        start = min(left)
        patch, front = {start}, [start]
        left.discard(start)
        while front:
            r, c = front.pop()
            for dr, dc in steps:
                cell = (r + dr, c + dc)
                if cell in left:
                    left.discard(cell)
                    patch.add(cell)
                    front.append(cell)
        found.append(patch)
    return sorted(found, key=lambda patch: (-len(patch), min(patch)))


@pytest.mark.parametrize('neighbours', [4, 8])
@pytest.mark.parametrize('seed', range(4))
def test_equals_flood_fill(neighbours, seed):
    mask = np.random.default_rng(seed).random((13, 17)) < .45
    result = patches(mask, neighbours=neighbours, minimum_ha=3)
    expected = [patch for patch in flood(mask, neighbours) if len(patch) >= 3]
    assert len(result) == len(expected)
    for number, patch in enumerate(expected, start=1):
        assert {tuple(cell) for cell in np.argwhere(result.labels == number)} == patch
        edges = sum((r + dr, c + dc) not in patch for r, c in patch
                    for dr, dc in ((-1, 0), (1, 0), (0, -1), (0, 1)))
        assert result.perimeter_m[number - 1] == pytest.approx(100 * edges)


def test_means_skip_unknown():
    labels = np.array([[1, 1, 2], [3, 0, 2]])
    values = np.array([[.2, .4, np.nan], [np.nan, 9, .6]])
    means = patch_means(labels, 3, values)
    assert means[:2] == pytest.approx([.3, .6]) and np.isnan(means[2])


def test_candidates():
    classes = np.array([[2, 3], [8, 9]])
    valid = np.array([[True, False], [True, True]])
    assert habitat_of_classes(classes, valid, [2, 3]).tolist() == [[True, False], [False, False]]
    with pytest.raises(EmptyInputError, match='2, 8, 9'):
        habitat_of_classes(classes, valid, [4])
    with pytest.raises(EmptyInputError):
        habitat_of_classes(classes, valid, [])
    values = np.array([[.5, np.nan], [.7, .1]])
    assert habitat_above(values, .5).tolist() == [[True, False], [True, False]]
    with pytest.raises(EmptyInputError, match='0.7'):
        habitat_above(values, .8)
    with pytest.raises(EmptyInputError):
        habitat_above(np.full((2, 2), np.nan), 0)


def test_bad_input():
    with pytest.raises(ParameterError):
        patches(np.ones((2, 2), bool), neighbours=6)
    with pytest.raises(EmptyInputError):
        patches(np.zeros((2, 2), bool))
    with pytest.raises(GridMismatchError):
        patches(np.ones((2, 2), bool), valid=np.ones((2, 3), bool))


def test_one_cell():
    result = patches(np.ones((1, 1), bool), minimum_ha=1)
    assert result.area_ha.tolist() == [1] and result.perimeter_m.tolist() == [400]


def test_core_leaves_the_edge_out_and_parts_a_neck():
    mask = drawn('.........', '.###.###.', '.#######.', '.###.###.', '.........')
    core = core_area(mask, np.ones(mask.shape, bool), 100.0, 100.0, 100.0)
    # The neck cell in column 4 has other land 100 m away; columns 3 and 5 have it 141 m away, over the corner.
    assert np.array_equal(np.argwhere(core), [[2, 2], [2, 3], [2, 5], [2, 6]])


def test_core_against_brute_force_with_non_square_cells_and_unknown_cells():
    generator = np.random.default_rng(4)
    habitat = generator.random((9, 11)) < 0.8
    valid = generator.random((9, 11)) < 0.9
    habitat &= valid
    others = np.argwhere(valid & ~habitat)
    expected = np.zeros(habitat.shape, bool)
    for row, column in np.argwhere(habitat):
        distances = np.hypot((others[:, 0] - row) * 30.0, (others[:, 1] - column) * 50.0)
        expected[row, column] = distances.min() > 55.0
    assert np.array_equal(core_area(habitat, valid, 50.0, 30.0, 55.0), expected)


def test_core_says_when_nothing_is_left():
    mask = drawn('...', '.#.', '...')
    with pytest.raises(EmptyInputError, match='100 m'):
        core_area(mask, np.ones(mask.shape, bool), 100.0, 100.0, 150.0)


def test_the_border_of_the_data_is_no_edge():
    mask = np.ones((3, 3), bool)
    assert core_area(mask, mask, 100.0, 100.0, 500.0).all()


def test_holes_are_filled_before_edges_are_taken_off():
    mask = np.ones((7, 7), bool)
    mask[3, 3] = False
    assert patches(mask, edge=100).area_ha.sum() == 49 - 5
    assert patches(mask, edge=100, fill_ha=1).area_ha.tolist() == [49]
