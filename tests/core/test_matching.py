"""Supply-demand ratios and matching types against published and hand-worked numbers."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import (
    EmptyInputError,
    GridMismatchError,
    ParameterError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.matching.quadrants import (
    matching_types,
    normalised_sum,
    supply_demand_matching,
    z_scores,
)
from ecorestore.ecorestore_plugin.core.matching.ratio import (
    DEFAULT_LIMITS,
    class_areas,
    class_labels,
    comprehensive_ratio,
    supply_demand_ratio,
)

SUPPLY, DEMAND = [10, 4, 6, 1], [2, 8, 6, 0]


def test_ratio_probe():
    found = supply_demand_ratio(SUPPLY, DEMAND)
    assert found.values == pytest.approx([0.888889, -0.444444, 0, 0.111111], abs=1e-6)
    assert (found.largest_supply, found.largest_demand, found.capped) == (10, 8, 0)


def test_ratio_of_cells_keeps_nodata():
    supply = np.array([[10, np.nan], [6, 1]])
    demand = np.array([[2, 8], [np.nan, 0]])
    found = supply_demand_ratio(supply, demand)
    assert np.isnan(found.values).tolist() == [[False, True], [True, False]]
    # The demand of 8 has no supply beside it, so the largest demand is 2.
    assert found.values[0, 0] == pytest.approx((10 - 2) / 6)


def test_cap_cuts_outliers():
    supply = np.r_[np.arange(1, 100), 1e6]
    found = supply_demand_ratio(supply, np.zeros(100), cap=99)
    limit = np.percentile(supply, 99)
    assert found.largest_supply == pytest.approx(limit) and found.capped == 1
    assert found.values[-1] == pytest.approx(2.0)
    with pytest.raises(ParameterError, match='above 50'):
        supply_demand_ratio(supply, supply, cap=20)


def test_comprehensive_ratio_is_the_weighted_mean():
    one, two = np.array([0.4, -0.2, np.nan]), np.array([0.0, -0.4, 0.1])
    assert comprehensive_ratio([one, two])[:2] == pytest.approx([0.2, -0.3])
    assert np.isnan(comprehensive_ratio([one, two])[2])
    assert comprehensive_ratio([one, two], [3, 1])[:2] == pytest.approx([0.3, -0.25])
    assert comprehensive_ratio([one, two], [0, 5]) == pytest.approx(two)
    with pytest.raises(ParameterError, match='one per service'):
        comprehensive_ratio([one, two], [1])


def test_ratio_says_what_is_wrong():
    with pytest.raises(GridMismatchError, match='food'):
        supply_demand_ratio([1, 2], [1, 2, 3], 'food')
    with pytest.raises(EmptyInputError, match='nowhere both known'):
        supply_demand_ratio([1, np.nan], [np.nan, 2], 'food')
    with pytest.raises(ValueRangeError, match='food_demand'):
        supply_demand_ratio([1, 2], [1, -2], 'food')
    with pytest.raises(ValueRangeError, match='neither supply nor demand'):
        supply_demand_ratio([0, 0], [0, 0], 'food')


def test_class_labels():
    assert [english for english, _ in class_labels(DEFAULT_LIMITS)] == [
        'High deficit', 'Medium deficit', 'Low deficit', 'Balance', 'Low surplus', 'Medium surplus', 'High surplus']
    assert class_labels([-1, 0, 0.5]) == [('Deficit -1 to 0', '赤字 -1 至 0'), ('Surplus 0 to 0.5', '盈余 0 至 0.5')]
    assert class_labels([-1, -0.1, 0.1])[1][0] == 'Balance -0.1 to 0.1'


def test_class_areas_list_every_class_and_leave_out_the_unknown():
    found = class_areas([1, 3, 3, 0], [10, 20, 10, 100], 4)
    assert found.areas_ha.tolist() == [10, 0, 30, 0]
    assert found.shares.tolist() == [0.25, 0, 0.75, 0]
    assert class_areas([0], [5], 2).shares.tolist() == [0, 0]


def test_matching_probe():
    found = supply_demand_matching(np.array([SUPPLY]).T, np.array([DEMAND]).T)
    assert found.z_supply == pytest.approx([1.4530, -0.3824, 0.2294, -1.3000], abs=1e-4)
    assert found.z_demand == pytest.approx([-0.6325, 1.2649, 0.6325, -1.2649], abs=1e-4)
    assert found.types.tolist() == ['IV', 'II', 'I', 'III']
    assert found.axis_distance == pytest.approx([0.6325, 0.3824, 0.2294, 1.2649], abs=1e-4)
    assert not found.ambiguous.any()
    assert supply_demand_matching(np.array([SUPPLY]).T, np.array([DEMAND]).T, ambiguous=0.3).ambiguous.tolist() == [
        False, False, True, False]


def test_services_of_different_units_count_alike():
    tonnes, litres = np.array([1., 2, 3]), np.array([3e6, 2e6, 1e6])
    assert normalised_sum(np.column_stack([tonnes, litres])) == pytest.approx([0.5, 0.5, 0.5])
    assert normalised_sum(np.column_stack([tonnes, litres]), [3, 1]) == pytest.approx([0.25, 0.5, 0.75])
    assert normalised_sum(np.column_stack([tonnes, [5, 5, 5]])) == pytest.approx([0, 0.25, 0.5])


def test_cap_brings_back_what_an_outlier_hides():
    supply = np.array([[1.0], [2.0], [3.0], [1000.0]])
    assert (z_scores(normalised_sum(supply)) > 0).sum() == 1
    assert (z_scores(normalised_sum(supply, cap=66)) > 0).sum() == 2


def test_ranks_are_not_compressed_by_an_outlier():
    """By the range all but the outlier are low; by rank half are high. Ties share the mean of their ranks."""
    supply = np.array([[1.0], [2], [3], [1000]])
    assert supply_demand_matching(supply, supply).types.tolist() == ['III'] * 3 + ['I']
    found = supply_demand_matching(supply, supply, scaling='rank')
    assert found.types.tolist() == ['III', 'III', 'I', 'I']
    assert found.supply_index == pytest.approx([0, 1 / 3, 2 / 3, 1])
    assert normalised_sum(np.array([[5.0], [5], [9]]), scaling='rank') == pytest.approx([0, 0, 1])
    with pytest.raises(ParameterError, match='no scaling log'):
        supply_demand_matching(supply, supply, scaling='log')


def test_ties_at_zero_are_high():
    assert matching_types([0, 0, -1, 1], [0, -1, 0, 1]).tolist() == ['I', 'IV', 'II', 'I']


def test_matching_says_what_is_wrong():
    with pytest.raises(EmptyInputError, match='at least two'):
        supply_demand_matching([[1]], [[1]])
    with pytest.raises(ValueRangeError, match='same supply_index'):
        supply_demand_matching([[1], [1]], [[1], [2]])
    with pytest.raises(EmptyInputError, match='1 values of demand'):
        supply_demand_matching([[1], [2]], [[1], [np.nan]])
    with pytest.raises(GridMismatchError):
        supply_demand_matching([[1], [2]], [[1, 2], [1, 2]])
    with pytest.raises(ParameterError, match='units x services'):
        supply_demand_matching([1, 2], [1, 2])
    with pytest.raises(ParameterError, match='one per service'):
        supply_demand_matching([[1], [2]], [[1], [2]], [1, 1])
