"""Zones of cells: numbering, sieving by hand and against conditions that must hold, main zones."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import ValueRangeError
from ecorestore.ecorestore_plugin.core.zonal import zonal_majority
from ecorestore.ecorestore_plugin.core.zoning.cells import sieve, zone_numbers
from ecorestore.ecorestore_plugin.core.zoning.zones import read_rules


def rules_of(words, **more):
    return read_rules([{'type': kind, 'resilience': word, 'code': f'{kind}-{word}', 'name_en': 'n', 'strategy': 's',
                        **more.get(f'{kind}_{word}', {})} for kind in ('I', 'II', 'III', 'IV') for word in words])


RULES = rules_of(['high', 'low'])


def test_numbers_follow_the_order_of_the_rules():
    types = np.array([[1, 1, 2, 4, 3]])
    resilience = np.array([[0.5, 0.4, np.nan, 0.1, 0.9]])
    valid = np.array([[True, True, True, True, False]])
    assert zone_numbers(types, valid, resilience, [0.5], RULES).tolist() == [[1, 2, 0, 8, 0]]
    turned = dict(reversed(list(RULES.items())))
    assert zone_numbers(types, valid, resilience, [0.5], turned).tolist() == [[8, 7, 0, 1, 0]]
    with pytest.raises(ValueRangeError, match='must be 1 to 4; 1 cells are not, the first has 7'):
        zone_numbers(np.array([[7]]), np.array([[True]]), np.array([[1.0]]), [0], RULES)


def test_numbers_of_three_levels():
    """Rules are numbered in the order of the table: 1 to 3 for type I at 3, 2 and 1."""
    types, valid = np.array([[1, 1, 1, 2]]), np.ones((1, 4), bool)
    rules = rules_of(['3', '2', '1'], I_2={'fallback_code': 'I-1'})
    assert zone_numbers(types, valid, np.array([[0.1, 0.4, 0.9, 0.4]]), [0.3, 0.8], rules).tolist() == [[3, 2, 1, 5]]
    assert zone_numbers(types, valid, np.array([[1.0, 2, 3, np.nan]]), [], rules).tolist() == [[3, 2, 1, 0]]
    assert zone_numbers(types, valid, np.array([[1.0, 2, 3, 3]]), [], rules, True).tolist() == [[3, 3, 1, 4]]
    with pytest.raises(ValueRangeError, match='whole numbers from 1'):
        zone_numbers(types, valid, np.array([[1.0, 2, 4, 3]]), [], rules)


def test_small_patches_join_the_longest_border():
    numbers = np.array([[1, 1, 1, 2, 2],
                        [1, 3, 3, 2, 2],
                        [1, 1, 1, 2, 2],
                        [0, 4, 0, 2, 2]])
    found = sieve(numbers, 3)
    # 3 touches 1 along five sides and 2 along one; 4 hangs on 1 alone.
    assert found.numbers.tolist() == [[1, 1, 1, 2, 2], [1, 1, 1, 2, 2], [1, 1, 1, 2, 2], [0, 1, 0, 2, 2]]
    assert (found.merged, found.left) == (2, 0)


def test_sides_of_cells_count():
    numbers = np.array([[1, 1, 1], [2, 3, 1], [2, 2, 2]])
    # 3 shares a left and a lower side with 2, an upper and a right side with 1: equal, and 2 and 1 are equally large.
    assert sieve(numbers, 2).numbers[1, 1] == 1
    numbers = np.array([[1, 1, 1], [2, 3, 2], [1, 1, 1]])
    assert sieve(numbers, 2, (10.0, 1.0)).numbers[1, 1] == 1
    numbers = np.array([[1, 1, 1, 2, 2, 2], [1, 1, 3, 2, 2, 2], [1, 1, 1, 2, 2, 2]])
    assert sieve(numbers, 2, (1.0, 10.0)).numbers[1, 2] == 1
    assert sieve(np.rot90(numbers), 2, (1.0, 10.0)).numbers[3, 1] == 1


def test_patches_without_neighbours_stay():
    numbers = np.array([[1, 0, 2, 2, 2]])
    found = sieve(numbers, 3)
    assert found.numbers.tolist() == numbers.tolist() and (found.merged, found.left) == (0, 1)


def test_smallest_first_and_growing():
    """Two cells that together reach the limit stay."""
    numbers = np.array([[1, 1, 1, 1, 2, 3, 3, 1, 1, 1, 1]])
    found = sieve(numbers, 3)
    # 2 joins 1 (four cells, longer than 3 with two), then 3 joins the larger neighbour.
    assert found.numbers.tolist() == [[1] * 11]


@pytest.mark.parametrize('seed', range(5))
def test_nothing_small_is_left_and_nothing_large_is_changed(seed):
    from scipy import ndimage
    draw = np.random.default_rng(seed)
    numbers = np.kron(draw.integers(1, 5, (6, 7)), np.ones((3, 3), int))
    noise = draw.random(numbers.shape) < 0.2
    numbers[noise] = draw.integers(0, 5, noise.sum())
    found = sieve(numbers, 6)
    assert ((found.numbers > 0) == (numbers > 0)).all()
    for values, kept in ((found.numbers, True), (numbers, False)):
        for zone in range(1, 5):
            labels, count = ndimage.label(values == zone)
            for patch in range(1, count + 1):
                here = labels == patch
                if kept and here.sum() < 6:
                    around = ndimage.binary_dilation(here) & ~here
                    assert (values[around] == 0).all()
                if not kept and here.sum() >= 6:
                    assert (found.numbers[here] == zone).all()


def test_main_zone_and_purity():
    numbers = np.array([[1, 1, 2, 0], [3, 2, 2, 0]])
    units = np.array([[1, 1, 1, 2], [1, 1, 1, 2]])
    found = zonal_majority(numbers, units, 2, numbers > 0)
    assert found.code.tolist() == [2, 0] and found.share == pytest.approx([0.5, np.nan], nan_ok=True)
