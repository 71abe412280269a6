"""Every tool runs with only what it requires, in a folder with a Chinese name; cancels; fails cleanly."""

from pathlib import Path

import pytest
from chain import OPTIONAL, destinations, run, steps
from conftest import Feedback
from qgis.core import (
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
)

from ecorestore.ecorestore_plugin.provider import tool_classes


def each_tool():
    return pytest.mark.parametrize('tool_id', [tool.tool_id for tool in tool_classes()])


def test_every_tool_is_in_the_chain():
    listed = [tool_id for tool_id, _ in steps(Path('.'), {})]
    assert sorted(listed) == sorted(tool.tool_id for tool in tool_classes())


@each_tool()
def test_runs_with_only_what_it_requires(chain, provider, tool_id):
    parameters, results, feedback = chain[tool_id]
    tool = provider.algorithm(tool_id)
    for definition in tool.destinationParameterDefinitions():
        if definition.name() in parameters and parameters[definition.name()]:
            path = Path(str(results[definition.name()]).split('|')[0])
            assert path.exists(), definition.name()
        elif definition.flags() & OPTIONAL:
            assert definition.name() not in results
    for output in tool.outputDefinitions():
        if output.type() == 'outputNumber':
            assert output.name() in results, output.name()
    assert feedback.steps == sorted(feedback.steps)
    assert all(0 <= step <= 100 for step in feedback.steps)


@each_tool()
def test_cancel_leaves_nothing(chain, provider, tool_id, tmp_path):
    parameters, _, _ = chain[tool_id]
    tool = provider.algorithm(tool_id).create()
    wanted = [name for name in parameters if tool.parameterDefinition(name).isDestination()]
    feedback = Feedback()
    feedback.cancel()
    results = run(tool, {**parameters, **destinations(tool, tmp_path, wanted)}, feedback)
    assert results == {}
    left = [path.name for path in tmp_path.rglob('*') if path.is_file()]
    assert left == []


@each_tool()
def test_runs_as_a_step_of_a_model(chain, provider, tool_id, tmp_path):
    parameters, expected, _ = chain[tool_id]
    tool = provider.algorithm(tool_id).create()
    model = QgsProcessingModelAlgorithm('sweep', 'tests')
    child = QgsProcessingModelChildAlgorithm(f'ecorestore:{tool_id}')
    child.setChildId('step')
    model.addChildAlgorithm(child)
    child = model.childAlgorithm('step')
    outputs, targets = {}, {}
    wanted = [name for name in parameters if tool.parameterDefinition(name).isDestination()]
    for name, target in destinations(tool, tmp_path, wanted).items():
        output = QgsProcessingModelOutput(name, name)
        output.setChildId('step')
        output.setChildOutputName(name)
        outputs[name] = output
        targets[f'step:{name}'] = target
    for definition in tool.parameterDefinitions():
        name = definition.name()
        if definition.isDestination():
            continue
        value = parameters.get(name, definition.defaultValue())
        if value is not None:
            values = value if isinstance(value, list) else [value]
            child.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromStaticValue(item)
                                             for item in values])
    child.setModelOutputs(outputs)
    model.childAlgorithms()['step'].setModelOutputs(outputs)
    model.setChildAlgorithm(child)
    results = run(model, targets, Feedback())
    for name in outputs:
        assert Path(str(results[f'step:{name}']).split('|')[0]).exists()
    assert set(expected)  # the tool had something to return outside the model too
