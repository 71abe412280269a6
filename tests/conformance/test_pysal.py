"""Natural breaks against mapclassify (FisherJenks) and jenkspy, Moran's I against esda."""

import json
import shutil

import pytest
from pysal_cases import run_pysal


def test_every_quantity_agrees(shared):
    found = run_pysal(shared / 'conformance' / 'invest')
    assert {case for case, _, _ in found} >= {
        'FisherJenks_3', 'FisherJenks_5', 'jenkspy_3', 'jenkspy_5', 'gvf_3', 'gvf_5', 'moran_I', 'moran_EI', 'moran_zn',
        'local_Is', 'local_q', 'local_p', 'bv_Is', 'FisherJenks_3_adcm', 'FisherJenks_5_adcm', 'NaturalBreaks_3',
        'NaturalBreaks_5', 'lulc_SHDI_numpy'}
    assert [case for case in found if case[1] != 'passed'] == []


@pytest.mark.parametrize('key', ['FisherJenks_5', 'FisherJenks_3_adcm', 'moran_zn', 'local_Is', 'local_p'])
def test_a_wrong_reference_fails(shared, tmp_path, key):
    shutil.copy(shared / 'conformance' / 'invest' / 'pysal_ref.json', tmp_path)
    path = tmp_path / 'pysal_ref.json'
    reference = json.loads(path.read_text(encoding='utf-8'))
    value = reference[key]
    reference[key] = [value[0] + 0.3, *value[1:]] if isinstance(value, list) else value + 0.3
    path.write_text(json.dumps(reference), encoding='utf-8')
    assert [case for case, status, _ in run_pysal(tmp_path) if status == 'failed'] == [key]
