"""The shipped models on the command line: the whole plan of a small sample area."""

import json

import plan
import pytest
from plan_checks import check_files, check_funding, check_network, check_zones, unit_codes


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


def test_funds_stay_within_budget_and_gap(planned):
    check_funding(planned[0], 2000, 500)


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
    assert len(list(tmp_path.glob('*.model3'))) == 3
