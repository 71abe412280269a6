"""Monitoring and evaluation: published examples, other systems' results, hand calculations and slow twins."""

import math
from itertools import combinations

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    EmptyInputError,
    ParameterError,
    TableError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.monitoring.cost_benefit import (
    cost_benefit,
    internal_rates,
    sensitivity,
    switching_values,
)
from ecorestore.ecorestore_plugin.core.monitoring.evaluation import dimension_scores, evaluate
from ecorestore.ecorestore_plugin.core.monitoring.funds import fund_use
from ecorestore.ecorestore_plugin.core.monitoring.impact import SideSums, impact_of
from ecorestore.ecorestore_plugin.core.monitoring.survey import expert_agreement, satisfaction, wilson_interval
from ecorestore.ecorestore_plugin.core.monitoring.trend import mann_kendall

RISING = [23.1, 24.0, 22.5, 25.2, 26.1, 24.0, 27.3, 26.8, 28.0, 27.3, 29.1, 28.4]
TIED = [5, 5, 6, 6, 6, 7, 6, 8, 7, 7, 9, 8, 9, 10, 9]
WAVY = [1.0, 1.4, 1.9, 2.1, 2.0, 1.7, 1.3, 1.1, 1.2, 1.6, 2.2, 2.6, 2.7, 2.4, 2.1, 1.9, 2.0, 2.5, 3.0, 3.2]


ALTERNATING = [1, 3, 2, 4, 1.5, 3.5, 2.2, 4.4, 1.8, 3.9, 2.5, 4.6]


# z, p and slope of pymannkendall 1.4.3: original_test, hamed_rao_modification_test and
# trend_free_pre_whitening_modification_test (which whitens whatever the first autocorrelation; here it is significant).
@pytest.mark.parametrize('series, correction, z, p, slope', [
    (RISING, 'none', 3.3759668094834963, 0.0007355679222680322, 0.553571428571429),
    (TIED, 'none', 4.049227398869327, 5.138699549500636e-05, 1 / 3),
    (WAVY, 'none', 3.054589567101029, 0.0022536870882685633, 0.07573529411764707),
    (RISING, 'hamed_rao', 43.158084447349474, 0.0, 0.553571428571429),
    (WAVY, 'hamed_rao', 4.531799323769252, 5.848339443614847e-06, 0.07573529411764707),
    (RISING, 'prewhitening', 3.5810951431430054, 0.0003421570184669598, 0.553571428571429),
    (WAVY, 'prewhitening', 3.288643714144202, 0.0010067137346150279, 0.07573529411764707),
    (ALTERNATING, 'prewhitening', 2.335496832484569, 0.019517481182177665, 0.1375),
])
def test_mann_kendall_equals_pymannkendall(series, correction, z, p, slope):
    found = mann_kendall(np.array(series, dtype=float), np.arange(len(series)), correction)
    assert found.z == pytest.approx(z, rel=1e-9)
    assert found.p == pytest.approx(p, rel=1e-9, abs=1e-15)
    assert found.slope == pytest.approx(slope, rel=1e-12)


def slow_trend(series, times, z_limit=1.959963984540054):
    """(slope, lower, upper, S, Var S) of one series by the textbook, one pair at a time."""
    known = [(t, v) for t, v in zip(times, series) if not math.isnan(v)]
    slopes = sorted((b[1] - a[1]) / (b[0] - a[0]) for a, b in combinations(known, 2))
    score = sum((b[1] > a[1]) - (b[1] < a[1]) for a, b in combinations(known, 2))
    n, values = len(known), [v for _, v in known]
    ties = [values.count(v) for v in set(values)]
    variance = (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18
    reach = z_limit * math.sqrt(variance)

    def at(rank):
        rank = min(max(rank, 1), len(slopes))
        low = math.floor(rank)
        return slopes[low - 1] + (rank - low) * (slopes[min(low, len(slopes) - 1)] - slopes[low - 1])
    middle = (slopes[(len(slopes) - 1) // 2] + slopes[len(slopes) // 2]) / 2
    return middle, at((len(slopes) - reach) / 2), at((len(slopes) + reach) / 2 + 1), score, variance


def test_a_stack_with_gaps_equals_the_textbook_cell_by_cell():
    draw = np.random.default_rng(3)
    stack = np.round(draw.normal(0, 2, (11, 4, 5)) + 0.3 * np.arange(11)[:, None, None])
    stack[draw.random(stack.shape) < 0.15] = np.nan
    stack[:, 0, 0] = np.nan
    stack[:, 0, 1] = 7.0
    times = np.array([2001, 2002, 2004, 2005, 2006, 2009, 2010, 2011, 2012, 2014, 2015.5])
    found = mann_kendall(stack, times, minimum=4)
    for place in np.ndindex(4, 5):
        series = stack[(slice(None), *place)]
        if np.isfinite(series).sum() < 4:
            assert np.isnan([found.slope[place], found.p[place], found.lower[place]]).all()
            continue
        slope, lower, upper, score, variance = slow_trend(series.tolist(), times.tolist())
        z = 0.0 if not variance else (score - np.sign(score)) / math.sqrt(variance)
        got = [found.slope[place], found.lower[place], found.upper[place], found.z[place]]
        assert got == pytest.approx([slope, lower, upper, z], rel=1e-12, abs=1e-12)
    assert found.direction()[0, 0] == 0 and found.direction()[0, 1] == 0


def test_prewhitening_leaves_series_without_memory_and_respects_gaps():
    draw = np.random.default_rng(12)
    noise = draw.normal(size=(20, 60))
    plain, white = (mann_kendall(noise, np.arange(20), name) for name in ('none', 'prewhitening'))
    lone = np.flatnonzero(plain.z == white.z)
    assert lone.size > 50, 'about one series in twenty has a significant first autocorrelation by chance'
    series = np.array(WAVY)
    series[7] = np.nan
    found = mann_kendall(series, np.arange(20), 'prewhitening')
    # By hand: the rows after the first and after the gap lose their predecessor: 20 - 1 - 2 values are tested.
    residual = series - found.slope * np.arange(20)
    deviation = residual - np.nanmean(residual)
    r = np.nansum(deviation[1:] * deviation[:-1]) / np.nansum(deviation ** 2)
    white = [residual[i] - r * residual[i - 1] + found.slope * i for i in range(1, 20) if i not in (7, 8)]
    score = sum(np.sign(b - a) for a, b in combinations(white, 2))
    assert len(white) == 17
    assert found.z == pytest.approx((score - np.sign(score)) / math.sqrt(17 * 16 * 39 / 18))


def test_the_size_of_blocks_does_not_change_a_trend(monkeypatch):
    from ecorestore.ecorestore_plugin.core.monitoring import trend
    stack = np.random.default_rng(5).normal(size=(9, 30))
    whole = mann_kendall(stack, np.arange(9), 'hamed_rao')
    monkeypatch.setattr(trend, 'BLOCK', 7 * 36)
    parts = mann_kendall(stack, np.arange(9), 'hamed_rao')
    for name in ('slope', 'lower', 'upper', 'intercept', 'z', 'p', 'count'):
        assert np.array_equal(getattr(whole, name), getattr(parts, name))


@pytest.mark.parametrize('times, options, message', [
    ([1, 2, 3, 4, 5], {}, 'at least 8 dates'),
    ([1, 2, 2, 4, 5], {'minimum': 4}, 'later than the one before'),
    ([1, 2, 3, 4, 9], {'minimum': 4, 'correction': 'hamed_rao'}, 'evenly spaced'),
    ([1, 2, 3, 4, 5], {'minimum': 4, 'correction': 'magic'}, 'not known'),
    ([1, 2, 3], {'minimum': 2}, 'at least 4 dates')])
def test_times_that_cannot_carry_a_trend(times, options, message):
    with pytest.raises(ParameterError, match=message):
        mann_kendall(np.zeros((len(times), 2)), times, **options)


def test_a_trend_can_be_cancelled():
    with pytest.raises(CancelledError):
        mann_kendall(np.zeros((8, 2)), np.arange(8), cancelled=lambda: True)


def test_the_probe_of_the_methods_page():
    found = cost_benefit(range(6), [100, 0, 0, 0, 0, 0], [0, 30, 30, 30, 30, 30], 0.05)
    assert found.net_present_value == pytest.approx(29.8843, abs=5e-5)
    assert found.ratio == pytest.approx(1.2988, abs=5e-5)
    # 100 in hand over 5 years: 30 a year pays back after 3 1/3 years without discounting.
    plain = cost_benefit(range(6), [100, 0, 0, 0, 0, 0], [0, 30, 30, 30, 30, 30], 0.0)
    assert (plain.net_present_value, plain.ratio, plain.payback) == pytest.approx((50, 1.5, 10 / 3))
    assert plain.annuity == pytest.approx(10)


def test_internal_rates_by_hand():
    # 100 x^2 = 60 x + 60 with x = 1 + rate.
    assert internal_rates([0, 1, 2], [-100, 60, 60]) == pytest.approx([(60 + math.sqrt(27600)) / 200 - 1])
    # -100 (x - 1.1)(x - 1.2) = -100 x^2 + 230 x - 132: two rates, so that none is reported as the rate.
    assert internal_rates([0, 1, 2], [-100, 230, -132]) == pytest.approx([0.1, 0.2])
    twice = cost_benefit([0, 1, 2], [100, 0, 132], [0, 230, 0], 0.15)
    assert twice.internal_rates == 2 and math.isnan(twice.internal_rate)
    assert internal_rates([0, 1], [-5, -5]) == []


def test_payback_counts_later_costs_and_rows_of_one_year():
    found = cost_benefit([2020, 2020, 2021, 2022, 2023], [60, 40, 0, 20, 0], [0, 0, 110, 0, 20], 0.0)
    # Balances -100, 10, -10, 10: it stays above 0 only half way through the last year.
    assert found.payback == pytest.approx(2.5)
    assert math.isnan(cost_benefit([0, 1], [10, 0], [0, 5], 0.0).payback)


def test_a_measure_that_starts_later_is_brought_to_the_base_year():
    late = cost_benefit([2022, 2023], [100, 0], [0, 132], 0.1, 2020)
    # 20 in 2022 are 20 / 1.21 in 2020; spread over its own one year they are 22 at the end of it.
    assert late.net_present_value == pytest.approx(20 / 1.21) and late.annuity == pytest.approx(22)
    plain = sensitivity([2022, 2023], [100, 0], [0, 132], [0.1], (1.0,), 2020)
    assert plain.net_present_value == pytest.approx([20 / 1.21])


def test_sensitivity_and_switching_values():
    years, costs, benefits = [0, 1], [100, 0], [0, 132]
    cases = sensitivity(years, costs, benefits, [0.1, 0.2], (0.5, 1.0))
    assert len(cases.rate) == 8
    row = np.flatnonzero((cases.rate == 0.1) & (cases.cost_factor == 0.5) & (cases.benefit_factor == 1.0))[0]
    assert cases.net_present_value[row] == pytest.approx(120 - 50)
    assert switching_values(cost_benefit(years, costs, benefits, 0.1)) == pytest.approx((1.2, 1 / 1.2))


@pytest.mark.parametrize('years, costs, benefits, rate, error', [
    ([], [], [], 0.05, EmptyInputError), ([1, 2], [1], [1, 2], 0.05, ParameterError),
    ([1, 2], [1, np.nan], [1, 2], 0.05, ValueRangeError), ([1, 2], [1, -2], [1, 2], 0.05, ValueRangeError),
    ([1, 2], [1, 2], [1, 2], 5, ParameterError), ([1, 2], [1, 2], [1, 2], -1, ParameterError)])
def test_cash_flows_that_make_no_sense(years, costs, benefits, rate, error):
    with pytest.raises(error):
        cost_benefit(years, costs, benefits, rate)


# Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E, table I, score method.
@pytest.mark.parametrize('satisfied, count, lower, upper', [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)])
def test_wilson_interval_as_published(satisfied, count, lower, upper):
    assert wilson_interval(satisfied / count, count) == pytest.approx((lower, upper), abs=5e-5)


def test_satisfaction_with_weights_by_hand():
    found = satisfaction([5, 4, 2, np.nan, 1], weights=[2, 1, 1, 9, 1])
    assert found.count == 4
    assert found.share == pytest.approx(3 / 5)
    assert found.mean == pytest.approx((10 + 4 + 2 + 1) / 5)
    assert found.effective == pytest.approx(25 / 7)
    assert found.few
    assert (found.lower, found.upper) == pytest.approx(wilson_interval(0.6, 25 / 7))


@pytest.mark.parametrize('answers, options, error, message', [
    ([1, 6], {}, ValueRangeError, 'from 1 to 5'), ([1, 2.5], {}, ValueRangeError, '2.5'),
    ([np.nan], {}, EmptyInputError, 'no answer'), ([1], {'satisfied': 1}, ParameterError, 'from 2 to 5'),
    ([1, 2], {'weights': [1, 0]}, ValueRangeError, 'weights')])
def test_answers_that_make_no_sense(answers, options, error, message):
    with pytest.raises(error, match=message):
        satisfaction(answers, **options)


def test_agreement_of_experts():
    same = expert_agreement([[1, 2, 3, 4], [2, 4, 6, 8], [10, 20, 30, 40]])
    assert same.concordance == pytest.approx(1)
    assert expert_agreement([[1, 2, 3], [3, 2, 1]]).concordance == pytest.approx(0)
    # Ranks 1.5 1.5 3 and 1 2 3: sums 2.5 3.5 6, S = 2.25 + 0.25 + 4 = 6.5, T = 6; 12 S / (4 x 24 - 2 x 6).
    assert expert_agreement([[1, 1, 2], [1, 2, 3]]).concordance == pytest.approx(78 / 84)


def test_concordance_follows_from_the_mean_rank_correlation():
    from scipy.stats import chi2, spearmanr
    scores = np.random.default_rng(2).random((5, 8))
    found = expert_agreement(scores)
    mean = np.mean([spearmanr(a, b)[0] for a, b in combinations(scores, 2)])
    assert found.concordance == pytest.approx((4 * mean + 1) / 5)
    assert found.p == pytest.approx(1 - chi2.cdf(5 * 7 * found.concordance, 7))


@pytest.mark.parametrize('scores, message', [([[1, 2, 3]], 'two experts'), ([[1], [2]], 'two items'),
                                             ([[1, 2], [np.nan, 2]], 'expert 2 for item 1')])
def test_scores_that_cannot_agree(scores, message):
    with pytest.raises(ParameterError, match=message):
        expert_agreement(scores)


def test_evaluation_by_hand():
    # Cover 85 of 80 %, erosion 40 % less of 20 % wanted (capped), water 49 of 98 %, one missing.
    found = evaluate([85, 60, 49, np.nan], [80, 20, 98, 80], [2, 1, 1, 1], [1, -1, 1, 1],
                     ['level', 'change', 'level', 'level'], [np.nan, 100, np.nan, np.nan])
    assert found.fulfilment[:3] == pytest.approx([1.0625, 1.2, 0.5])
    assert found.actual[1] == pytest.approx(-40)
    assert found.weights == pytest.approx([0.5, 0.25, 0.25, 0])
    assert found.score == pytest.approx(100 * (0.5 * 1.0625 + 0.25 * 1.2 + 0.25 * 0.5))
    assert found.grade == 'excellent'
    assert found.coverage == pytest.approx(0.8) and not found.sparse
    assert found.obstacle == pytest.approx([0, 0, 1, 0])
    scores = dimension_scores(found, ['ecology', 'ecology', 'society', 'society'])
    assert scores == pytest.approx({'ecology': 100 * (2 * 1.0625 + 1.2) / 3, 'society': 50})


def test_less_is_better_and_grades():
    found = evaluate([50, 10, 0], [25, 20, 5], [1, 1, 1], [-1, -1, -1])
    assert found.fulfilment == pytest.approx([0.5, 1.2, 1.2])
    assert [evaluate([value], [100], [1], [1]).grade for value in (90, 89.9, 75, 60, 59.9)] == [
        'excellent', 'good', 'good', 'fair', 'poor']
    assert evaluate([100, np.nan], [100, 1], [1, 1], [1, 1]).sparse


def test_targets_per_year():
    # 1.1^2 = 1.21: 10 % a year is met; 4 % less a year of 5 wanted.
    found = evaluate([121, 92.16], [10, 5], [1, 1], [1, -1], ['annual'] * 2, [100, 100], [2, 2])
    assert found.actual == pytest.approx([10, -4]) and found.fulfilment == pytest.approx([1, 0.8])


@pytest.mark.parametrize('change, message', [
    ({'kinds': ['annual'], 'baselines': [2]}, 'per year'), ({'targets': [0]}, 'above 0'),
    ({'directions': [0]}, 'direction'), ({'kinds': ['growth']}, 'growth'),
    ({'kinds': ['change']}, 'baseline'), ({'values': [-1]}, 'negative')])
def test_indicator_rows_that_make_no_sense(change, message):
    row = {'values': [1], 'targets': [1], 'weights': [1], 'directions': [1]}
    with pytest.raises(TableError, match=message):
        evaluate(**{**row, **change})
    with pytest.raises(EmptyInputError):
        evaluate([np.nan], [1], [1], [1])


def side_of(*blocks):
    side = SideSums()
    for before, after in blocks:
        side.add(before, after)
    return side


def test_impact_by_hand_and_against_scipy():
    from scipy.stats import t as student
    from scipy.stats import ttest_ind
    draw = np.random.default_rng(8)
    before, after = draw.normal(5, 1, 60), draw.normal(6, 2, 60)
    after[3] = np.nan
    cuts = slice(0, 4), slice(4, 4), slice(4, 25)
    found = impact_of(side_of(*((before[cut], after[cut]) for cut in cuts)), side_of((before[25:], after[25:])))
    known = np.isfinite(after)
    change = (after - before)[:25][known[:25]], (after - before)[25:]
    welch = ttest_ind(*change, equal_var=False)
    assert found.effect == pytest.approx(change[0].mean() - change[1].mean())
    assert found.p == pytest.approx(welch.pvalue)
    assert found.effect / found.error == pytest.approx(welch.statistic)
    assert (found.treated, found.control) == (24, 35)
    assert found.treated_before == pytest.approx(before[:25][known[:25]].mean())
    assert found.upper - found.effect == pytest.approx(found.effect - found.lower)
    # A single place stands out where its change is beyond the 95 % of the changes of the controls.
    assert found.noise == pytest.approx(change[1].std(ddof=1))
    assert found.detectable_place == pytest.approx(found.noise * student.ppf(0.975, 34))
    exact = impact_of(side_of(([1, 1], [4, 4])), side_of(([5, 5], [6, 6])))
    assert exact.effect == 2 and exact.p == 0 and exact.noise == 0


def test_impact_needs_both_sides():
    with pytest.raises(EmptyInputError, match='1 control'):
        impact_of(side_of(([1, 1], [2, 2])), side_of(([1, np.nan], [2, 2])))


def test_fund_use_by_hand():
    # The third project has no result yet and does not count.
    found = fund_use([100, 100, 50], [60, 90, 50], [30, 45, np.nan], [50, 50, 10])
    assert found.execution == pytest.approx(0.75) and found.fulfilment == pytest.approx(0.75)
    assert found.efficiency == pytest.approx(1) and found.unit_cost == pytest.approx(2)
    bare = fund_use([100], [0])
    assert bare.execution == 0 and np.isnan([bare.fulfilment, bare.efficiency, bare.unit_cost]).all()


@pytest.mark.parametrize('columns, error, message', [
    (([1, 2], [1]), ParameterError, 'differ in number'), (([-1], [1]), ValueRangeError, 'allocated'),
    (([np.nan], [1]), EmptyInputError, 'No project'), (([0], [0]), ValueRangeError, 'no allocated funds')])
def test_funds_that_make_no_sense(columns, error, message):
    with pytest.raises(error, match=message):
        fund_use(*columns)
