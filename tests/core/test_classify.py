"""Class limits against every possible partition, and against values worked out by hand."""

from itertools import combinations

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.checks import silent
from ecorestore.ecorestore_plugin.core.classify import (
    check_limits,
    class_numbers,
    classify,
    equal_limits,
    goodness_of_variance_fit,
    natural_breaks,
    quantile_limits,
    zero_locked_limits,
)
from ecorestore.ecorestore_plugin.core.errors import CancelledError, EmptyInputError, ParameterError
from ecorestore.ecorestore_plugin.core.natural_breaks import Ordered


def deviation(values, limits):
    """Squared deviation from the class means, in plain loops."""
    total = 0.0
    for number in range(1, len(limits)):
        members = [v for v in values if v <= limits[number] and (v > limits[number - 1] or number == 1)]
        mean = sum(members) / len(members) if members else 0.0
        total += sum((v - mean) ** 2 for v in members)
    return total


def best_by_trial(values, classes, locked=None):
    """Least deviation over every way to cut the sorted different values; ``locked`` must be a cut."""
    ordered = sorted(set(values))
    best = np.inf
    for cuts in combinations(range(1, len(ordered)), classes - 1):
        limits = [ordered[0]] + [ordered[cut - 1] for cut in cuts] + [ordered[-1]]
        if locked is not None and not any(ordered[cut - 1] <= locked < ordered[cut] for cut in cuts):
            continue
        best = min(best, deviation(values, limits))
    return best


@pytest.mark.parametrize('seed', range(12))
@pytest.mark.parametrize('classes', [1, 2, 3, 4])
def test_natural_breaks_are_the_best_partition(seed, classes):
    draw = np.random.default_rng(seed)
    values = draw.choice([draw.normal(size=11), draw.integers(0, 8, 14), draw.exponential(size=11) ** 3][seed % 3], 11)
    classes = min(classes, len(set(values.tolist())))
    limits = natural_breaks(values, classes)
    assert len(limits) == classes + 1
    assert deviation(values, limits) == pytest.approx(best_by_trial(values.tolist(), classes), abs=1e-10)


def test_natural_breaks_by_hand():
    values = [1, 2, 3, 10, 11, 12, 30, 31]
    assert natural_breaks(values, 3).tolist() == [1, 3, 12, 31]
    found = classify(values, 'jenks', 3)
    assert found.counts.tolist() == [3, 3, 2] and found.classes == 3
    total = sum((v - 12.5) ** 2 for v in values)
    assert found.goodness == pytest.approx(1 - (2 + 2 + 0.5) / total)


def test_repeated_values_stay_together():
    values = [0.0] * 50 + [1.0] * 3 + [5.0]
    assert natural_breaks(values, 2).tolist() == [0, 1, 5]
    assert natural_breaks(values, 3).tolist() == [0, 0, 1, 5]


def test_far_from_zero_keeps_precision():
    values = 1e7 + np.array([1, 2, 3, 10, 11, 12, 30, 31]) * 0.01
    assert natural_breaks(values, 3) == pytest.approx(1e7 + np.array([1, 3, 12, 31]) * 0.01, abs=1e-9)


def test_groups_use_every_value_and_stay_close_to_exact():
    values = np.random.default_rng(1).normal(size=20000)
    exact, grouped = classify(values, 'jenks', 5), classify(values, 'jenks', 5, groups=2000)
    assert grouped.limits == pytest.approx(exact.limits, abs=0.02)
    assert exact.goodness >= grouped.goodness > exact.goodness - 1e-5
    assert grouped.counts.sum() == values.size
    again = classify(values[::-1].reshape(200, 100), 'jenks', 5, groups=2000)
    assert (again.limits == grouped.limits).all()


@pytest.mark.parametrize('seed', range(10))
def test_zero_locked_is_the_best_partition_with_a_limit_at_zero(seed):
    values = np.random.default_rng(seed).normal(0.3, 1, 11)
    values[:2] = -0.5, 0.7
    limits = zero_locked_limits(values, 4)
    assert 0.0 in limits and limits[0] == values.min() and limits[-1] == values.max() and len(limits) == 5
    assert deviation(values, limits) == pytest.approx(best_by_trial(values.tolist(), 4, 0.0), abs=1e-10)


def test_zero_locked_keeps_signs_apart():
    values = [-0.01, 0.01, 5, 6, 10, 11]
    limits = zero_locked_limits(values, 3)
    assert class_numbers(values, limits).tolist() == [1, 2, 2, 2, 3, 3]


def test_zero_locked_with_one_sign():
    assert zero_locked_limits([1, 2, 8, 9], 2).tolist() == [0, 2, 9]
    assert zero_locked_limits([-9, -8, -2, -1], 2).tolist() == [-9, -8, 0]


def test_zero_locked_few_values_on_one_side():
    limits = zero_locked_limits([-1, 1, 2, 3, 9], 4)
    assert limits[1] == 0 and len(limits) == 5
    with pytest.raises(ParameterError, match='at least two classes'):
        zero_locked_limits([-1, 1], 1)


def test_quantiles_and_equal_intervals():
    values = np.arange(1, 101)
    assert quantile_limits(values, 4) == pytest.approx([1, 25.75, 50.5, 75.25, 100])
    assert classify(values, 'quantile', 4).counts.tolist() == [25, 25, 25, 25]
    assert equal_limits([0, 3, 10], 5).tolist() == [0, 2, 4, 6, 8, 10]
    assert quantile_limits([0, 0, 0, 0, 5], 4).tolist() == [0, 5]
    assert classify([7, 7, 7], 'quantile', 3).classes == 1
    assert classify([7, 7, 7], 'equal', 3).counts.tolist() == [3]


def test_a_value_on_a_limit_belongs_below_and_ends_are_open():
    limits = [-1, -0.5, 0, 0.5, 1]
    values = [-3, -1, -0.5, -0.4, 0, 0.5, 1, 7, np.nan]
    assert class_numbers(values, limits).tolist() == [1, 1, 1, 2, 2, 3, 4, 4, 0]
    found = classify(values, 'manual', limits=limits)
    assert found.counts.tolist() == [3, 2, 1, 2]


def test_goodness_of_nothing_varying_is_one():
    assert goodness_of_variance_fit([4, 4], [1, 1]) == 1
    assert goodness_of_variance_fit([np.nan], [0]) == 1


def test_rasters_with_nodata():
    values = np.array([[np.nan, 1, 2], [10, 11, np.inf]])
    assert natural_breaks(values, 2).tolist() == [1, 2, 11]


def test_says_what_is_wrong():
    with pytest.raises(EmptyInputError, match='all 4 values'):
        natural_breaks(np.full((2, 2), np.nan), 2)
    with pytest.raises(ParameterError, match='only 2 different'):
        natural_breaks([1, 1, 2], 3)
    with pytest.raises(ParameterError, match='1 or more'):
        equal_limits([1, 2], 0)
    for limits in ([], [1], [1, 1], [2, 1], [0, np.nan]):
        with pytest.raises(ParameterError, match='larger than the one before'):
            check_limits(limits)
    with pytest.raises(ParameterError, match='no classification method'):
        classify([1, 2], 'magic', 2)


def test_can_be_cancelled():
    with pytest.raises(CancelledError):
        natural_breaks(np.arange(100), 5, progress=silent, cancelled=lambda: True)


@pytest.mark.parametrize('seed', range(20))
def test_looking_coarsely_first_changes_nothing(seed, monkeypatch):
    """Few places at a time, sums kept at few values, against the plain dynamic programme over all values."""
    for name, value in (('PLACES', 4), ('STEP', 8), ('STRETCH', 1024)):
        monkeypatch.setattr(f'ecorestore.ecorestore_plugin.core.natural_breaks.{name}', value)
    draw = np.random.default_rng(seed)
    values = [draw.normal(size=300), draw.exponential(size=300) ** 3, draw.integers(0, 60, 300).astype(float),
              np.append(draw.normal(size=300), 1e6)][seed % 4]
    classes = 2 + seed % 5
    ordered = np.unique(values, return_counts=True)
    count, total, square = (np.append(0, np.cumsum(ordered[1] * ordered[0] ** power)) for power in (0, 1, 2))
    size = ordered[0].size
    first, last = np.arange(size)[:, None], np.arange(1, size + 1)[None]
    weight = np.where(last > first, count[last] - count[first], 1)
    cost = np.where(last > first, square[last] - square[first] - (total[last] - total[first]) ** 2 / weight, np.inf)
    best = cost[0]
    for _ in range(classes - 1):
        best = np.array([min((best[k - 1] + cost[k, end] for k in range(1, end + 1)), default=np.inf)
                         for end in range(size)])
    limits = natural_breaks(values, classes)
    assert deviation(values.tolist(), limits) == pytest.approx(best[-1], rel=1e-9, abs=1e-6)


@pytest.mark.parametrize('method', ['jenks', 'quantile', 'equal', 'zero_locked'])
def test_single_precision_is_exact(method, monkeypatch):
    """Values of single precision give what the same values in double precision give, in stretches of a few."""
    monkeypatch.setattr('ecorestore.ecorestore_plugin.core.natural_breaks.STRETCH', 64)
    draw = np.random.default_rng(4)
    values = np.append(draw.normal(size=900), np.repeat(draw.normal(size=9), 30)).astype(np.float32)
    one, other = classify(values, method, 5), classify(values.astype(float), method, 5)
    assert one.limits.tolist() == other.limits.tolist() and one.counts.tolist() == other.counts.tolist()
    assert one.goodness == pytest.approx(other.goodness, rel=1e-12)
    numbers = class_numbers(values, one.limits)
    assert one.counts.tolist() == np.bincount(numbers, minlength=6)[1:].tolist()
    assert one.goodness == pytest.approx(goodness_of_variance_fit(values, numbers), rel=1e-9)


def test_limits_between_numbers_of_single_precision():
    """0.1 lies below the single precision number that is nearest to it."""
    values = np.array([0.0, 0.1, 0.2, 0.3], np.float32)
    found = classify(values, 'manual', limits=[0, 0.1, 0.3])
    assert found.counts.tolist() == np.bincount(class_numbers(values, found.limits))[1:].tolist() == [1, 3]


@pytest.mark.parametrize('size', [1, 2, 7, 100])
def test_quantiles_are_those_of_numpy(size):
    values = np.random.default_rng(size).integers(0, 9, size) / 7
    shares = np.linspace(0, 1, 14)
    assert Ordered(values).quantiles(shares) == pytest.approx(np.quantile(values, shares), rel=1e-12)


def test_given_values_are_left_as_they_are():
    values = np.array([3.0, 1, 2])
    classify(values, 'jenks', 2)
    assert values.tolist() == [3, 1, 2]
