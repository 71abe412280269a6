"""Shipped tables against the values of the literature they quote."""

import csv

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.services.cover_factor import KINDS
from ecorestore.ecorestore_plugin.core.services.erosion_classes import check_limits, factor_by_range
from ecorestore.ecorestore_plugin.core.services.erosivity import half_months_of_days
from ecorestore.ecorestore_plugin.core.services.soil import RULES
from ecorestore.ecorestore_plugin.paths import TABLES


def rows(name):
    with open(TABLES / f'{name}.csv', encoding='utf-8') as file:
        return list(csv.DictReader(file))


def test_engineering_measures():
    """Ministry of Water Resources, guide of 2018, as quoted."""
    assert [float(row['e']) for row in rows('engineering_measures')] == [
        1, .1, .084, .121, .414, .347, .347, .151, .335, .249, .16]


def test_tillage_by_slope():
    table = rows('tillage_slope')
    found = factor_by_range(np.array([0, 5, 7, 12, 18, 22, 40.0]), *([float(row[name]) for row in table] for name in (
        'slope_from', 'slope_to', 't')), 'tillage')
    assert found.tolist() == [.1, .1, .221, .305, .575, .705, .8]


def test_intensity_of_every_region():
    """SL 190-2007: tolerable erosion of the region, the further limits are the same everywhere."""
    table = {row['region']: [float(row[f'limit_{number}']) for number in range(1, 6)]
             for row in rows('erosion_intensity')}
    assert {name: limits[0] for name, limits in table.items()} == {
        'nw_loess': 1000, 'ne_black': 200, 'n_rocky': 200, 's_red': 500, 'sw_karst': 500}
    for limits in table.values():
        check_limits(limits)
        assert limits[1:] == [2500, 5000, 8000, 15000]


def test_carbon_pools():
    found = {int(row['code']): [float(row[f'c_{pool}']) for pool in ('above', 'below', 'soil', 'dead')]
             for row in rows('carbon_pools')}
    assert {code: found[code] for code in (1, 2, 4, 5, 7, 8)} == {
        1: [5.7, 80.7, 108.4, 9.8], 2: [42.4, 115.9, 158.8, 14.1], 4: [35.3, 86.5, 99.9, 7.3], 5: [.3, 0, 0, 0],
        7: [1.3, 0, 31.4, 0], 8: [2.5, 27.5, 0, 0]}


def test_biophysical_table_keeps_to_the_guide():
    found = {int(row['lucode']): row for row in rows('biophysical_wateryield')}
    assert float(found[2]['kc']) == 1 and 3000 <= float(found[2]['root_depth']) <= 7000
    assert .3 <= float(found[7]['kc']) <= .7 and 1 <= float(found[9]['kc']) <= 1.2
    # Built-up land by the impervious share f: 0.1 f + 0.6 (1 - f), at f = 0.6.
    assert float(found[8]['kc']) == pytest.approx(.1 * .6 + .6 * .4)


def test_rules_and_kinds_are_known():
    assert {row['rule'] for row in rows('csle_factors')} <= set(RULES)
    assert {row['kind'] for row in rows('vegetation_kinds')} <= set(KINDS)
    for row in rows('flow_velocity'):
        assert float(row['velocity']) > 0 and 0 <= float(row['runoff']) <= 1


def test_coefficients_of_half_months():
    """b = 1.61097 and a = 0.70049 at a mean erosive day of 25 mm and a mean erosive year of 500 mm."""
    days = [(7, 1, np.array([25.0]))] * 20
    found = half_months_of_days(lambda: iter(days), 'half_month', 1)
    assert found.sum() == pytest.approx(20 * .70049 * 25 ** 1.61097, rel=1e-4)
