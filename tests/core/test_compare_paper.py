"""The comparison with the published study: verdicts on made-up counties. Needs GDAL's Python, no QGIS."""

import importlib.util
import sys
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip('osgeo.ogr')
PATH = Path(__file__).resolve().parent.parent.parent / 'tools' / 'compare_paper.py'


@pytest.fixture(scope='module')
def tool():
    spec = importlib.util.spec_from_file_location('compare_paper', PATH)
    module = importlib.util.module_from_spec(spec)
    # A dataclass looks its module up.
    sys.modules['compare_paper'] = module
    spec.loader.exec_module(module)
    return module


def counties(flip=1.0):
    """As the study describes them, or, flipped, the other way round."""
    codes = ['110101', '130601', '130901', '131001', '120101', '130301', '130801', '130802', '130722', '130401']
    plain = np.array([1, 1, 1, 1, 1, 0, 0, 0, 0, 1], bool)
    high = np.where(plain, 0.0, 1.0) * flip
    rows = {'unit_code': codes, 'match_type': ['II'] * 4 + ['I'] * 3 + ['IV'] * 2 + ['III'],
            'zone_code': ['I-1', 'II-1', 'II-2', 'III-1', 'III-2', 'IV-1'] * 2, 'area_ha': np.full(10, 2.0),
            'polygon_ha': np.full(10, 2.0), 'elevation': np.where(plain, 20.0, 800.0), 'demand_index': -high,
            'food_supply': -high, 'carbon_supply': high, 'water_supply': high, 'recreation_supply': high,
            'soil_supply': high + np.array([0, 0, .1, 0, .1, 0, 0, 0, 0, 0]) * flip,
            'resilience_mean': np.array([.5, .5, .5, .5, .5, .9, .9, .9, .1, .5]) * flip}
    rows['zone_code'] = rows['zone_code'][:10]
    return {key: np.array(list(values), dtype=object) for key, values in rows.items()}


def verdicts(tool, rows, classes):
    return {row.topic + row.paper[:8]: row.verdict for row in tool.comparisons(rows, classes)}


def test_agrees_with_what_the_study_describes(tool):
    found = verdicts(tool, counties(), {1: 0.0075, 2: 0.0503, 5: 0.6})
    assert {key: verdict for key, verdict in found.items() if verdict != 'agrees'} == {
        'deficitMedium-h': 'in part', 'soil supply... at t': 'in part'}


def test_says_where_it_differs(tool):
    found = verdicts(tool, counties(-1.0), {1: 0.5, 5: 0.3})
    for key in ('surplusMore tha', 'deficitMedium-h', 'demandHigh in ', 'food supplyHigh in ', 'carbon supplyHigh in ',
                'resilienceHigh in '):
        assert found[key] == 'differs', key
    assert found['coverageThe zone'] == 'agrees'


def test_page_has_a_row_per_statement(tool):
    found = list(tool.comparisons(counties(), {5: 1.0}))
    assert len(tool.page(found).strip().splitlines()) == len(found) + 2


def test_choices_and_prefectures(tool):
    rows = counties()
    draw = np.random.default_rng(1)
    for name in tool.SERVICES:
        for kind in ('supply', 'demand'):
            rows[f'{name}_{kind}'] = draw.random(10).astype(object)
    rows['z_demand'] = np.arange(-3.0, 7).astype(object)
    found = list(tool.choices(rows))
    assert len(found) == 8 and all(sum(counts) == 10 for *_, counts in found)
    # All counties are of 2 ha, so that the basis makes no difference.
    assert [counts for *_, counts in found[:4]] == [counts for *_, counts in found[4:]]
    assert '| Chengde | 2 |' in tool.prefectures_page(rows) and '3 of 10 counties' in tool.prefectures_page(rows)
    assert tool.choices_page(rows).count('\n') == 10
