"""The shipped models on the command line: the whole plan of a small sample area."""

import json

import plan
import pytest
from plan_checks import (
    check_barriers,
    check_collaboration,
    check_files,
    check_funding,
    check_network,
    check_zones,
    rows,
    unit_codes,
)


@pytest.fixture(scope='module')
def planned(qgis, sample, tmp_path_factory):
    """(folder of the plan, inputs, answer of qgis_process)."""
    folder = tmp_path_factory.mktemp('规划') / '成果 一'
    (folder / 'rasters').mkdir(parents=True)
    inputs = {**plan.inputs(sample), 'MIN_AREA': 100, 'BUDGET': 2000, 'SOCIAL': 500}
    answer = qgis.run('ecorestore:full_plan', **inputs, **plan.outputs(folder))
    return folder, inputs, answer


def test_every_result_is_written(planned):
    check_files(planned[0])


def test_every_county_has_a_zone(planned, sample):
    check_zones(planned[0], unit_codes(sample))


def test_the_network_joins_the_sources(planned):
    check_network(planned[0])


def test_the_barriers_lie_in_the_way(planned):
    check_barriers(planned[0])


def test_funds_stay_within_budget_and_gap(planned):
    check_funding(planned[0], 2000, 500)


def test_shares_add_up(planned, sample):
    check_collaboration(planned[0], unit_codes(sample))


@pytest.mark.parametrize('compensated', [True, False])
def test_collaborative_plan_by_itself(planned, qgis, tmp_path, compensated):
    """From the layers of the plan to the same units; without supply and demand the compensation is left out."""
    folder = planned[0]

    def layer(name):
        return f'{folder / "plan.gpkg"}|layername={name}'

    given = {'UNITS': layer('zones'), 'SOURCES': layer('sources'), 'CORRIDORS': layer('corridors'),
             'PINCH_POINTS': layer('pinch_points'), 'BARRIERS': layer('barriers'), 'NODES': layer('nodes'),
             'BUDGET': 2000, 'SOCIAL': 500, 'DAMAGE': 'soil_demand'}
    if compensated:
        given['SUPPLY_DEMAND'] = layer('zones')
    wanted = {'units:COLLABORATIVE_UNITS': 'collaborative_units', 'units:UNIT_PARTS': 'parts',
              'units:UNIT_SUMMARY': 'unit_summary', 'priority:PRIORITY': 'priority',
              'priority:PRIORITY_WEIGHTS': 'weights', 'duties:DUTIES': 'duties', 'duties:LEVEL_TOTALS': 'level_totals',
              'compensation:COMPENSATION': 'compensation', 'compensation:COMPENSATION_FLOWS': 'compensation_flows',
              'compensation:COMPENSATION_BALANCE': 'balance', 'funding:FUNDING': 'funding',
              'funding:FUNDING_ALTERNATIVES': 'alternatives', 'funding:FUNDING_LIMITS': 'limits'}
    outputs = {name: f'ogr:dbname=\'{tmp_path / "plan.gpkg"}\' table="{table}" (geom)'
               for name, table in wanted.items()}
    answer = qgis.run('ecorestore:collaborative_plan', **given, **outputs)
    assert ('compensation:COMPENSATION' in answer['results']) == compensated
    assert len(answer['results']) == (13 if compensated else 10)
    check_funding(tmp_path, 2000, 500)
    budget = next(row for row in rows(tmp_path, 'limits') if row['constraint'] == 'budget')
    assert budget['limit'] == 2000 and budget['used'] <= 2000 * (1 + 1e-9)
    for name, key in (('collaborative_units', 'area_ha'), ('duties', 'cost_wan'), ('funding', 'provincial')):
        assert [row[key] for row in rows(tmp_path, name)] == pytest.approx([row[key] for row in rows(folder, name)])


def test_the_report_says_that_the_data_are_synthetic(planned):
    text = (planned[0] / 'report.html').read_text(encoding='utf-8')
    assert text.lower().count('synthetic') > 20
    assert json.loads((planned[0] / 'headlines.json').read_text(encoding='utf-8'))['data_status'] == 'synthetic'
    assert 'src="http' not in text and '<script' not in text


def test_the_chinese_report_and_map(planned, qgis):
    folder, inputs, _ = planned
    for tool, parameters in plan.in_chinese(folder, inputs):
        qgis.run(tool, **parameters)
    assert '生态修复分区' in (folder / 'report.zh.html').read_text(encoding='utf-8')
    assert (folder / 'map.zh.pdf').stat().st_size > 10000


def test_ranked_corridors_join_back_to_their_sources(qgis, sample, tmp_path):
    from osgeo import ogr
    path = tmp_path / 'network.gpkg'
    wanted = ('LANDCOVER', 'DEM', 'NDVI', 'NIGHTLIGHT', 'HABITAT_CLASSES', 'EDGE', 'FILL_HOLES')
    given = {name: value for name, value in plan.inputs(sample).items() if name in wanted}
    vectors = {'patches:SOURCES': 'sources', 'network:CORRIDORS': 'corridors', 'priority:RANKED_LINKS': 'ranked',
               'priority:CORES': 'cores', 'indices:CENTRALITY': 'centrality'}
    outputs = {name: f"ogr:dbname='{path}' table=\"{layer}\" (geom)" for name, layer in vectors.items()}
    outputs.update({name: tmp_path / f'{name.partition(":")[2].lower()}.tif' for name in (
        'surface:RESISTANCE', 'network:MOSAIC', 'priority:BLENDED')})
    outputs.update({'network:PAIR_TABLE': tmp_path / 'pairs.csv', 'indices:INDICES': tmp_path / 'indices.csv'})
    qgis.run('ecorestore:corridor_ranking', **given, MIN_AREA=100, **outputs)
    data = ogr.Open(str(path))
    ids = {feature['source_id'] for feature in data.GetLayer('sources')}
    links = list(data.GetLayer('ranked'))
    assert len(ids) > 2 and {link[end] for link in links for end in ('from_id', 'to_id')} <= ids
    assert min(link['rank'] for link in links) == 1 and max(link['csp_norm'] for link in links) == pytest.approx(1)
    assert {link['link_id'] for link in links} >= {corridor['link_id'] for corridor in data.GetLayer('corridors')}


def test_the_models_match_their_source(tmp_path):
    """tools/model_steps.py is where models are changed; the shipped files follow from it."""
    import subprocess
    from pathlib import Path
    root = Path(__file__).resolve().parent.parent.parent
    subprocess.run(['/usr/bin/python3', str(root / 'tools' / 'build_models.py'), '--out', str(tmp_path)], check=True,
                   capture_output=True)
    shipped = root / 'ecorestore_plugin' / 'resources' / 'models'
    for path in tmp_path.glob('*.model3'):
        assert path.read_text(encoding='utf-8') == (shipped / path.name).read_text(encoding='utf-8'), path.name
    assert len(list(tmp_path.glob('*.model3'))) == 5


def test_results_without_a_place_are_named_at_once(qgis, sample):
    """QGIS makes no result without a place; the run says which ones later steps need, before any step has run."""
    given = {key: value for key, value in plan.inputs(sample).items()
             if key in ('LANDCOVER', 'DEM', 'NDVI', 'NIGHTLIGHT', 'ROADS', 'UNITS')}
    done = qgis.call('run', 'ecorestore:security_pattern', *(f'--{key}={value}' for key, value in given.items()),
                     '--patches:SOURCES=TEMPORARY_OUTPUT')
    said = done.stdout + done.stderr
    assert done.returncode != 0 and '--surface:RESISTANCE=TEMPORARY_OUTPUT' in said
    assert '--patches:SOURCES' not in said and '--current:CURRENT' not in said and 'source patches' not in said
