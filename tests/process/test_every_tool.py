"""Every tool runs through qgis_process with only what it requires."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'qgis'))

from chain import NEED_SERVER, destinations, prepare_server, steps  # noqa: E402
from database import running_server  # noqa: E402

from ecorestore.ecorestore_plugin.provider import tool_classes  # noqa: E402


@pytest.fixture(scope='module')
def server(qgis):
    """A PostgreSQL server that the profile of the command line knows, or None where none is installed."""
    with running_server() as running:
        if running is not None:
            profile = Path(qgis.environment['QGIS_CUSTOM_CONFIG_PATH']) / 'profiles' / 'default' / 'QGIS' / 'QGIS3.ini'
            running.remember_in(profile, 'keeper')
            prepare_server(running)
        yield running


@pytest.fixture(scope='module')
def chain(qgis, server, tmp_path_factory):
    """Runs the chain in the order in which tools feed each other: {tool id: (answer or error, targets)}."""
    folder = tmp_path_factory.mktemp('逐个')
    sample, made, done = folder / '样本', {}, {}
    definitions = {tool.tool_id: tool() for tool in tool_classes()}
    for tool in definitions.values():
        tool.initAlgorithm()
    for tool_id in [tool_id for tool_id, _ in steps(sample, made) if server is not None or tool_id not in NEED_SERVER]:
        parameters = dict(steps(sample, made))[tool_id]
        wanted = [name for name, value in parameters.items() if value == 'TEMPORARY_OUTPUT']
        targets = destinations(definitions[tool_id], folder, wanted)
        if tool_id == 'sampledata':
            targets['FOLDER'] = str(sample)
        if tool_id == 'planmap':
            targets['PDF'] = str(folder / 'map.pdf')
        given = {name: value for name, value in parameters.items() if value is not None}
        try:
            done[tool_id] = (qgis.run(f'ecorestore:{tool_id}', **{**given, **targets}), targets)
            made[tool_id] = done[tool_id][0]['results']
        except RuntimeError as error:
            done[tool_id] = (str(error), targets)
    return done


@pytest.mark.parametrize('tool_id', [tool.tool_id for tool in tool_classes()])
def test_runs_on_the_command_line(chain, tool_id):
    if tool_id not in chain:
        pytest.skip(f'{tool_id} needs a PostgreSQL server, and none is installed')
    answer, targets = chain[tool_id]
    assert isinstance(answer, dict), answer
    for name, target in targets.items():
        assert Path(target).exists(), name
        assert str(answer['results'][name]).split('|')[0] == target
