"""Sums, means, majorities and shares per unit against plain loops."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import GridMismatchError, ParameterError
from ecorestore.ecorestore_plugin.core.zonal import (
    spread_by_weight,
    unit_count,
    zonal_class_counts,
    zonal_count,
    zonal_majority,
    zonal_mean,
    zonal_share,
    zonal_sum,
    zonal_summary,
)
from ecorestore.ecorestore_plugin.core.zonal_tally import ClassTally, SummaryTally, SumTally

NAN = np.nan
UNITS = np.array([[1, 1, 2], [0, 2, 2]])


def test_sums_by_hand():
    amount = np.array([[1.0, NAN, 3], [100, 4, 5]])
    assert zonal_sum(amount, UNITS).tolist() == [1, 12]
    assert zonal_sum(amount, UNITS, 3) == pytest.approx([1, 12, NAN], nan_ok=True)
    assert zonal_count(~np.isnan(amount), UNITS, 3).tolist() == [1, 3, 0]
    assert zonal_mean(amount, UNITS, 3) == pytest.approx([1, 4, NAN], nan_ok=True)


def test_weighted_mean_by_hand():
    values, weights = np.array([[2.0, 4, 10], [0, 20, NAN]]), np.array([[1.0, 3, 0], [9, 0, 5]])
    assert zonal_mean(values, UNITS, weights=weights) == pytest.approx([3.5, NAN], nan_ok=True)
    weights[0, 1] = NAN
    assert zonal_mean(values, UNITS, weights=weights)[0] == 2


@pytest.mark.parametrize('seed', range(3))
def test_against_loops(seed):
    rng = np.random.default_rng(seed)
    units = rng.integers(0, 5, (7, 9))
    values = rng.uniform(-5, 5, units.shape)
    values[rng.random(units.shape) < 0.2] = NAN
    classes = rng.choice([11, 3, 7, -2], units.shape)
    valid = rng.random(units.shape) < 0.8
    codes = [7, 3, 99, -2]
    sums, means = zonal_sum(values, units, 6), zonal_mean(values, units, 6)
    shares, most = zonal_share(classes, units, codes, 6, valid), zonal_majority(classes, units, 6, valid)
    for unit in range(1, 7):
        inside = values[(units == unit) & ~np.isnan(values)]
        assert sums[unit - 1] == pytest.approx(inside.sum() if inside.size else NAN, nan_ok=True)
        assert means[unit - 1] == pytest.approx(inside.mean() if inside.size else NAN, nan_ok=True)
        part = classes[(units == unit) & valid]
        assert most.cells[unit - 1] == part.size
        if not part.size:
            assert np.isnan(shares[unit - 1]).all() and np.isnan(most.share[unit - 1]) and most.code[unit - 1] == 0
            continue
        assert shares[unit - 1] == pytest.approx([(part == code).mean() for code in codes])
        counts = {code: int((part == code).sum()) for code in sorted(set(part.tolist()))}
        winner = max(counts, key=counts.get)
        assert most.code[unit - 1] == winner
        assert most.share[unit - 1] == pytest.approx(counts[winner] / part.size)


def test_majority_tie_goes_to_the_lowest_code():
    most = zonal_majority(np.array([[5, 4, 4, 5]]), np.ones((1, 4), int))
    assert (most.code[0], most.share[0]) == (4, 0.5)


def test_nothing_known():
    assert unit_count(np.zeros((2, 2), int)) == 0
    assert zonal_sum(np.full((2, 2), NAN), np.ones((2, 2), int)) == pytest.approx([NAN], nan_ok=True)
    most = zonal_majority(np.ones((2, 2), int), np.ones((2, 2), int), 1, np.zeros((2, 2), bool))
    assert most.cells[0] == 0 and np.isnan(most.share[0])
    assert zonal_share(np.ones((1, 2), int), np.ones((1, 2), int), [], 1).shape == (1, 0)


def test_arrays_that_do_not_fit():
    with pytest.raises(GridMismatchError):
        zonal_sum(np.ones((2, 2)), UNITS)
    with pytest.raises(ParameterError, match='unit 2'):
        zonal_sum(np.ones((2, 3)), UNITS, 1)


def test_spread_by_hand():
    weight = np.array([[1.0, 3, 0], [9, 0, 0]])
    spread = spread_by_weight([8, 6], weight, UNITS)
    assert spread.amount == pytest.approx(np.array([[2, 6, 2], [NAN, 2, 2]]), nan_ok=True)
    assert spread.uniform.tolist() == [2] and spread.lost.tolist() == []


def test_spread_keeps_unknown_totals_unknown_and_names_units_without_cells():
    spread = spread_by_weight([NAN, 6, 5], np.ones((2, 3)), UNITS)
    assert np.isnan(spread.amount[UNITS == 1]).all()
    assert spread.amount[UNITS == 2].sum() == pytest.approx(6)
    assert spread.lost.tolist() == [3]


def test_spread_leaves_unknown_cells_out():
    known = np.array([[True, False, True], [True, True, False]])
    spread = spread_by_weight([8, 6], np.array([[1.0, 3, 1], [1, 2, 7]]), UNITS, known)
    assert spread.amount == pytest.approx(np.array([[8, NAN, 2], [NAN, 4, NAN]]), nan_ok=True)


@pytest.mark.parametrize('seed', range(3))
def test_spread_conserves_mass(seed):
    rng = np.random.default_rng(seed)
    units = rng.integers(0, 40, (120, 130))
    weight = rng.uniform(0, 1, units.shape) ** 6
    weight[units == 7] = 0
    totals = rng.uniform(0, 1e7, 39)
    totals[3] = 0
    spread = spread_by_weight(totals, weight, units)
    assert zonal_sum(spread.amount, units, 39) == pytest.approx(totals, rel=1e-9)
    assert spread.uniform.tolist() == [7]


@pytest.mark.parametrize('totals, weight', [([-1, 2], np.ones((2, 3))), ([1, 2], -np.ones((2, 3)))])
def test_spread_refuses_negative_amounts(totals, weight):
    with pytest.raises(ParameterError, match='negative'):
        spread_by_weight(totals, weight, UNITS)


def test_summary_and_class_counts_against_loops(monkeypatch):
    monkeypatch.setattr('ecorestore.ecorestore_plugin.core.zonal_tally.STRETCH', 20)
    rng = np.random.default_rng(5)
    units = rng.integers(0, 5, (13, 9))
    values = rng.uniform(-5, 5, units.shape)
    values[rng.random(units.shape) < 0.3] = NAN
    values[units == 3] = NAN
    found = zonal_summary(values, units, 5)
    codes, counts = zonal_class_counts(np.nan_to_num(np.round(values)).astype(int), units, 5, ~np.isnan(values))
    for unit in range(1, 6):
        inside = values[(units == unit) & ~np.isnan(values)]
        assert found.count[unit - 1] == inside.size == counts[unit - 1].sum()
        expected = ([inside.mean(), inside.std(), inside.min(), inside.max(), inside.sum()] if inside.size
                    else [NAN] * 5)
        assert [getattr(found, key)[unit - 1] for key in ('mean', 'deviation', 'minimum', 'maximum', 'total')] == (
            pytest.approx(expected, nan_ok=True))
        for code, count in zip(codes, counts[unit - 1]):
            assert count == (np.round(inside) == code).sum()


@pytest.mark.parametrize('values', [
    lambda rng, units: 1e8 + rng.normal(0, 1e-3, units.shape),
    lambda rng, units: 1e6 * units + rng.normal(0, 1e-4, units.shape),
    lambda rng, units: np.full(units.shape, 0.1), lambda rng, units: rng.lognormal(0, 8, units.shape),
    lambda rng, units: rng.integers(-9, 9, units.shape)])
def test_deviation_keeps_its_digits(values, monkeypatch):
    """Far from zero, units far apart, constant, one value that dominates, integers: as numpy finds it for each unit."""
    monkeypatch.setattr('ecorestore.ecorestore_plugin.core.zonal_tally.STRETCH', 200)
    rng = np.random.default_rng(2)
    units = np.repeat(np.repeat(rng.integers(0, 5, (8, 8)), 6, axis=0), 7, axis=1)
    values = values(rng, units)
    found = zonal_summary(values, units, 4)
    for unit in range(1, 5):
        inside = values[units == unit]
        assert found.deviation[unit - 1] == pytest.approx(inside.std(), rel=1e-6, abs=1e-12)
        assert found.mean[unit - 1] == pytest.approx(inside.mean(), rel=1e-12)


def test_tallies_of_blocks_are_those_of_the_whole():
    rng = np.random.default_rng(3)
    units = np.repeat(rng.integers(0, 6, (40, 5)), 6, axis=1)
    values = rng.normal(300, 2, units.shape)
    values[rng.random(units.shape) < 0.2] = NAN
    classes = rng.choice([11, 70000, -3], units.shape)
    sums, summary, cells = SumTally(7), SummaryTally(7), ClassTally(7)
    for start in range(0, 40, 7):
        part = slice(start, start + 7)
        sums.add(values[part], units[part])
        summary.add(values[part], units[part])
        cells.add(classes[part], units[part], values[part] > 299)
    assert sums.totals == pytest.approx(zonal_sum(values, units, 7), nan_ok=True)
    assert sums.means == pytest.approx(zonal_mean(values, units, 7), nan_ok=True)
    whole, parts = zonal_summary(values, units, 7), summary.result()
    for key in ('count', 'mean', 'deviation', 'minimum', 'maximum', 'total'):
        assert getattr(parts, key) == pytest.approx(getattr(whole, key), nan_ok=True)
    for one, other in zip(cells.result(), zonal_class_counts(classes, units, 7, values > 299)):
        assert one.tolist() == other.tolist()
    with pytest.raises(ParameterError, match='unit 5'):
        SumTally(4).add(values, units)
