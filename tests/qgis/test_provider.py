"""Sweeps over every tool of the provider."""

import json
import re
from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
)

from ecorestore.algorithms.stages import STAGES
from ecorestore.ecorestore_plugin.provider import SHIPPED_MODELS, tool_classes

SNAPSHOT = Path(__file__).resolve().parent.parent / 'data' / 'api_snapshot.json'
CHAIN = (
    'sampledata alignrasters checkinputs landcoverresistance ahpweights resistancesurface sourcepatches '
    'cumulativeresistance corridors currentflow pinchpoints ecologicalnodes foodsupply carbonfixation wateryield '
    'soilconservation recreationsupply fooddemand carbondemand waterdemand soildemand recreationdemand '
    'supplydemandratio supplydemandmatching resilienceindicators resilienceindex classify restorationzones '
    'collaborativeunits fundingallocation planreport planmap').split()


def tools():
    return [tool() for tool in tool_classes()]


def each_tool():
    return pytest.mark.parametrize('tool_id', [tool.tool_id for tool in tool_classes()])


def api(provider):
    """Ids, parameters and outputs: what saved models and scripts rely on."""
    found = {}
    for algorithm in provider.algorithms():
        found[algorithm.name()] = {
            'group': algorithm.groupId(),
            'parameters': {d.name(): [d.type(), bool(d.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional),
                                      *(list(d.options()) if hasattr(d, 'options') and d.type() == 'enum' else [])]
                           for d in algorithm.parameterDefinitions()},
            'outputs': {d.name(): d.type() for d in algorithm.outputDefinitions()}}
    return found


def test_the_chain_is_complete(provider):
    missing = [name for name in CHAIN if provider.algorithm(name) is None]
    assert missing == []


def test_shipped_models_are_loaded(provider):
    assert [name for name in SHIPPED_MODELS if provider.algorithm(name) is None] == []


def test_the_provider_shows_its_icon_and_name(provider):
    assert provider.id() == 'ecorestore'
    assert provider.name() == 'EcoRestore'
    assert not provider.icon().isNull()
    assert Path(provider.svgIconPath()).is_file()


def test_ids_are_unique_plain_and_frozen(provider):
    names = [algorithm.name() for algorithm in provider.algorithms()]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r'[a-z_]+', name) for name in names)


@each_tool()
def test_describes_itself(provider, tool_id):
    tool = provider.algorithm(tool_id)
    assert tool.displayName() and tool.shortDescription()
    assert len(tool.shortHelpString()) > 200
    assert tool.groupId() in STAGES and tool.group()
    assert len(tool.tags()) >= 3
    assert Path(tool.svgIconPath()).is_file() and not tool.icon().isNull()
    assert tool.flags() & QgsProcessingAlgorithm.Flag.FlagCanCancel


@each_tool()
def test_every_parameter_has_help(provider, tool_id):
    tool = provider.algorithm(tool_id)
    bare = [d.name() for d in tool.parameterDefinitions() if len(d.help()) < 10]
    assert bare == []


@each_tool()
def test_parameter_names_are_upper_case(provider, tool_id):
    tool = provider.algorithm(tool_id)
    names = [d.name() for d in tool.parameterDefinitions()] + [d.name() for d in tool.outputDefinitions()]
    assert [name for name in names if not re.fullmatch(r'[A-Z][A-Z0-9_]*', name)] == []


@each_tool()
def test_instances_are_fresh(provider, tool_id):
    tool = provider.algorithm(tool_id)
    one, two = tool.create(), tool.create()
    assert one is not two and type(one) is type(two)
    assert [d.name() for d in one.parameterDefinitions()] == [d.name() for d in tool.parameterDefinitions()]


@each_tool()
def test_optional_outputs_are_not_made_by_default(provider, tool_id):
    tool = provider.algorithm(tool_id)
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    assert [d.name() for d in tool.destinationParameterDefinitions()
            if d.flags() & optional and d.createByDefault()] == []


@each_tool()
def test_required_parameters_have_no_silent_default_layer(provider, tool_id):
    tool = provider.algorithm(tool_id)
    for definition in tool.parameterDefinitions():
        if isinstance(definition, QgsProcessingParameterFeatureSource):
            assert definition.defaultValue() is None


def test_api_matches_the_snapshot(provider):
    """Renaming breaks saved models. After a deliberate addition run tools/api_snapshot.py and review the diff."""
    kept = json.loads(SNAPSHOT.read_text(encoding='utf-8'))
    now = json.loads(json.dumps(api(provider)))
    for name, tool in kept.items():
        assert name in now, name
        assert now[name]['group'] == tool['group'], name
        for key, definition in tool['parameters'].items():
            assert now[name]['parameters'].get(key, [None])[0] == definition[0], f'{name} {key}'
            assert set(definition[2:]) <= set(now[name]['parameters'][key][2:]), f'{name} {key}'
        assert {key: kind for key, kind in tool['outputs'].items()
                if now[name]['outputs'].get(key) != kind} == {}, name
    assert sorted(now) == sorted(kept), 'a tool is new: add it to the snapshot'
