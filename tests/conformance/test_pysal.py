"""Natural breaks against mapclassify (FisherJenks) and jenkspy."""

import json

import pytest

from ecorestore.ecorestore_plugin.core.classify import classify


@pytest.fixture
def reference(shared):
    return json.loads((shared / 'conformance' / 'invest' / 'pysal_ref.json').read_text(encoding='utf-8'))


@pytest.mark.parametrize('classes', [3, 5])
def test_natural_breaks_agree_with_mapclassify_and_jenkspy(reference, classes):
    found = classify(reference['values'], 'jenks', classes)
    assert found.limits[1:].tolist() == reference[f'FisherJenks_{classes}']
    assert found.limits.tolist() == reference[f'jenkspy_{classes}']
    assert found.goodness == pytest.approx(reference[f'gvf_{classes}'], abs=1e-12)
