"""Matched controls, erosion control, species and statistics: hand calculations, slow twins and published values."""

from itertools import combinations

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import EmptyInputError, ParameterError, TableError
from ecorestore.ecorestore_plugin.core.monitoring.erosion_control import ErosionSums
from ecorestore.ecorestore_plugin.core.monitoring.matched_controls import (
    StratifiedDraw,
    standardised_difference,
    strata_of,
)
from ecorestore.ecorestore_plugin.core.monitoring.moments import Moments
from ecorestore.ecorestore_plugin.core.monitoring.species import expected_species, species_change
from ecorestore.ecorestore_plugin.core.monitoring.statistics import annual_change, shares_of


def test_strata_by_hand():
    # Slopes 1 2 3 4: halves meet at 2.5; codes 7 and 2.
    strata = strata_of(np.array([7, 2, 2, 7]), [np.array([1.0, 2, 3, 4])], 2)
    assert strata.shape == (2, 2) and strata.limits[0].tolist() == [2.5]
    codes = np.array([2, 2, 7, 7, 5, 2, 2]), np.array([1, 1, 1, 1, 1, 0, 1], bool)
    slope = np.array([1.0, 2.6, 2.5, 4.0, 1.0, 1.0, np.nan])
    assert strata.numbers(codes, [slope]).tolist() == [0, 1, 2, 3, -1, -1, -1]
    assert strata.parts() == [(2, [(1, 2.5)]), (2, [(2.5, 4)]), (7, [(1, 2.5)]), (7, [(2.5, 4)])]
    # Flatter or steeper than any treated place is not like them.
    assert strata.numbers((codes[0][:2], codes[1][:2]), [np.array([0.9, 4.1])]).tolist() == [-1, -1]
    alone = strata_of(None, [np.array([1.0, 1, 1]), np.array([0.0, 5, 9])], 3)
    assert alone.shape == (1, 2, 3) and len(alone) == 6
    assert alone.numbers(None, [np.array([0, 1, 1, 1.0]), np.array([0, 4, 9, 0.0])]).tolist() == [-1, 1, 2, 0]


def test_the_class_of_a_code_beyond_the_treated_is_unknown():
    strata = strata_of(np.array([3, 4]), [], 5)
    assert strata.numbers((np.array([[2, 3], [4, 9]]), np.ones((2, 2), bool)), []).tolist() == [[-1, 0], [1, -1]]


@pytest.mark.parametrize('sizes', [(12,), (5, 7), (1,) * 12])
def test_controls_have_the_mix_of_the_treated(sizes):
    strata = np.array([1, 1, 1, 2, 2, 1, 1, 1, 2, 0, 0, -1])
    treated, free = np.arange(12) < 5, np.arange(12) >= 5
    counts = [np.bincount(strata[side & (strata >= 0)], minlength=3) for side in (treated, free)]
    draws = []
    for _ in range(2):
        draw, chosen, start = StratifiedDraw(*counts, 2 / 3, seed=4), [], 0
        for size in sizes:
            chosen.append(draw.take(free[start:start + size], strata[start:start + size]))
            start += size
        draws.append(np.concatenate(chosen))
    chosen = draws[0]
    assert np.array_equal(*draws) and not (chosen & ~free).any()
    # 3 and 2 treated places at 2 / 3: 2 and 1 controls (4 / 3 rounds to 1).
    assert np.bincount(strata[chosen], minlength=3).tolist() == [0, 2, 1]


def test_too_few_candidates_are_all_taken():
    draw = StratifiedDraw([3, 2], [1, 5])
    assert draw.wanted.tolist() == [1, 2]
    assert draw.take(np.ones(6, bool), np.array([1, 1, 0, 1, 1, 1]))[2]


def test_every_candidate_has_the_same_chance_in_blocks():
    """Two of five, in blocks of two and three: each pair should come 1 time in 10 of 4,000 draws, +- 4 deviations."""
    seen = dict.fromkeys(combinations(range(5), 2), 0)
    free, strata = np.ones(5, bool), np.zeros(5, int)
    for seed in range(4000):
        draw = StratifiedDraw([2], [5], seed=seed)
        parts = [draw.take(free[cut], strata[cut]) for cut in (slice(0, 2), slice(2, 5))]
        seen[tuple(np.flatnonzero(np.concatenate(parts)).tolist())] += 1
    assert all(abs(count - 400) < 4 * np.sqrt(4000 * 0.1 * 0.9) for count in seen.values()), seen


def test_balance_in_blocks():
    draw = np.random.default_rng(3)
    one, other = draw.normal(2, 3, (2, 40)), draw.normal(1, 3, (2, 30))
    groups = Moments(2), Moments(2)
    for cut in (slice(0, 3), slice(3, 3), slice(3, None)):
        groups[0].add(one[:, cut])
        groups[1].add(other[:, cut])
    assert groups[0].products / 39 == pytest.approx(np.cov(one))
    expected = (one.mean(axis=1) - other.mean(axis=1)) / one.std(axis=1, ddof=1)
    assert standardised_difference(*groups) == pytest.approx(expected)


def test_strata_need_treated_places():
    with pytest.raises(EmptyInputError, match='No treated cell'):
        strata_of(np.array([], int), [np.array([])], 3)
    with pytest.raises(ParameterError, match='6250000 kinds of place come from the classes of 5 layers'):
        strata_of(None, [np.arange(100.0)] * 4, 50)
    with pytest.raises(ParameterError, match='number of classes'):
        strata_of(None, [np.ones(3)], 0)


def test_erosion_control_by_hand():
    before = np.array([[10.0, 4, 20, 6], [8, np.nan, 2, 5]])
    after = np.array([[4.0, 4, 15, 7], [2, 3, 1, np.nan]])
    zone = np.array([[1, 1, 2, 2], [1, 1, 2, 0]])
    treated = np.array([[1, 1, 0, 0], [0, 0, 1, 1]], bool)
    sums = ErosionSums(2, 5.0)
    for row in (0, 1):
        sums.add(before[row:row + 1], after[row:row + 1], 2.0, zone[row:row + 1], treated[row:row + 1])
    # Known at both dates: 10 4 20 6 8 2 = 50 and 4 4 15 7 2 1 = 33 t/ha, on 2 ha each.
    assert (sums.before[0], sums.after[0]) == (100, 66) and sums.control_rate()[0] == pytest.approx(34)
    # Above 5: 10, 20, 6, 8; 10 and 8 came below; only 10 lies in treated places.
    assert sums.eroded[0] == 8 and sums.relieved_rate()[0] == pytest.approx(50)
    assert sums.treated_rate()[0] == pytest.approx(25)
    assert sums.control_rate()[1:] == pytest.approx([100 * 12 / 22, 100 * 5 / 28])
    assert np.isnan(ErosionSums(0, 5.0).control_rate()).all()


def slow_expected(records, size):
    """Mean number of species over every sample there is."""
    samples = list(combinations(records, size))
    return sum(len(set(sample)) for sample in samples) / len(samples)


@pytest.mark.parametrize('size', [1, 2, 4, 7])
def test_expected_species_over_every_sample(size):
    records = ['a', 'a', 'a', 'b', 'b', 'c', 'd']
    assert expected_species([3, 2, 1, 1], size) == pytest.approx(slow_expected(records, size))


def test_species_change():
    found = species_change(['crane', 'goose', 'goose', 'heron'], ['crane', 'swan'] * 4)
    assert (found.before, found.after, found.records_after) == (3, 2, 8)
    assert found.gained == ('swan',) and found.lost == ('goose', 'heron')
    assert found.equal_before == pytest.approx(3)
    # Four of four cranes and four swans: both but for the 2 of 70 samples that hold one species.
    assert found.equal_after == pytest.approx(2 - 2 / 70)


def test_species_without_records():
    with pytest.raises(EmptyInputError, match='Date 2 has no record'):
        species_change(['crane'], [])
    with pytest.raises(ParameterError, match='5 records'):
        expected_species([2, 2], 5)


def test_change_per_year():
    assert annual_change([100, 100, 0, 5], [121, 100, 4, np.nan], 2) == pytest.approx([10, 0, np.nan, np.nan],
                                                                                      nan_ok=True)


def test_shares_with_limits():
    # Newcombe 1998, table I, score method.
    share, lower, upper = shares_of([81, 15, np.nan], [263, 148, 3])
    assert share[:2] == pytest.approx([100 * 81 / 263, 100 * 15 / 148]) and np.isnan(share[2])
    assert (lower[0], upper[1]) == pytest.approx((25.53, 16.05), abs=5e-3)
    with pytest.raises(TableError, match='Row 2: 5 of 4'):
        shares_of([1, 5], [4, 4])
