"""Equivalent factors: the published row sums, values by hand, corrections."""

import csv

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import ParameterError, TableError, ValueRangeError
from ecorestore.ecorestore_plugin.core.services.service_value import (
    FUNCTIONS,
    EquivalentTable,
    class_factors,
    correction_factors,
    service_value,
    standard_equivalent,
)
from ecorestore.ecorestore_plugin.paths import TABLES

# Xie et al. 2015, row sums of the table.
SUMS = {'dry_land': 4.01, 'paddy': 3.89, 'conifer': 17.53, 'mixed': 23.09, 'broadleaf': 22.95, 'shrub': 15.22,
        'steppe': 5.07, 'shrub_grass': 19.69, 'meadow': 11.43, 'wetland': 52.02, 'desert': 1.10, 'bare': .20,
        'water': 125.61, 'ice': 10.27, 'built': 0}


@pytest.fixture(scope='module')
def table():
    with open(TABLES / 'equivalent_factors.csv', encoding='utf-8') as file:
        rows = list(csv.DictReader(file))
    return EquivalentTable(tuple(row['type'] for row in rows),
                           np.array([[float(row[name]) for name in FUNCTIONS] for row in rows]))


def test_published_row_sums(table):
    assert dict(zip(table.types, table.factors.sum(axis=1).round(2))) == SUMS


def test_paddy_uses_water_and_lakes_regulate_it(table):
    assert table.factors[table.types.index('paddy'), FUNCTIONS.index('water')] == -2.63
    assert table.factors[table.types.index('water'), FUNCTIONS.index('hydro')] == 102.24


def test_shipped_classes_have_their_types(table):
    with open(TABLES / 'equivalent_classes.csv', encoding='utf-8') as file:
        rows = list(csv.DictReader(file))
    found = class_factors(table, [row['type'] for row in rows], [row['type_2'] for row in rows],
                          [float(row['share_2'] or 'nan') for row in rows])
    assert found.shape == (9, 11) and found[7].sum() == 0


def test_mixed_classes(table):
    found = class_factors(table, ['dry_land'], ['paddy'], [.25])
    assert found[0].sum() == pytest.approx(.75 * 4.01 + .25 * 3.89)
    with pytest.raises(TableError, match='swamp'):
        class_factors(table, ['swamp'], [''], [0])
    with pytest.raises(TableError, match='share'):
        class_factors(table, ['dry_land'], ['paddy'], [1.5])


def test_standard_equivalent_by_hand():
    # Two crops: (100 ha * 2 * 6000 + 50 ha * 3 * 5000) / 150 / 7.
    assert standard_equivalent([100, 50], [2, 3], [6000, 5000]) == pytest.approx((1.2e6 + .75e6) / 150 / 7)
    for area, price, error in (([0, 0], [1, 1], ParameterError), ([1, 1], [1, np.nan], ParameterError),
                               ([1, 1], [1, -1], ValueRangeError)):
        with pytest.raises(error):
            standard_equivalent(area, price, [1, 1])


def test_value_of_cells_by_hand(table):
    factors = np.array([[[row[name], np.nan]] for name in range(11) for row in [table.factors[3]]])
    found = service_value(factors, 3406.5, 2500)
    assert found[:, 0, 0].sum() == pytest.approx(23.09 * 3406.5 * .25) and np.isnan(found[:, 0, 1]).all()
    with pytest.raises(ValueRangeError):
        service_value(factors, 0, 2500)


def test_corrections():
    npp, rain, soil = np.array([[.5]]), np.array([[800.0]]), np.array([[30.0]])
    found = dict(zip(FUNCTIONS, correction_factors(npp, rain, soil, (1.0, 400.0, 20.0))))
    assert {name for name, ratio in found.items() if ratio[0, 0] == 2} == {'water', 'hydro'}
    assert found['soil'][0, 0] == 1.5 and found['food'][0, 0] == .5 == found['aesthetic'][0, 0]
    assert correction_factors() == [1.0] * 11
    with pytest.raises(ParameterError, match='precipitation'):
        correction_factors(None, rain, None, (None, 0.0, None))
