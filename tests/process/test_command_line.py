"""The command line: listing, help, errors, names that are not ASCII, and the packaged zip."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def test_list_shows_every_tool_and_model(qgis):
    from ecorestore.ecorestore_plugin.provider import SHIPPED_MODELS, tool_classes
    listed = json.loads(qgis.call('--json', 'list', check=True).stdout)['providers']['ecorestore']['algorithms']
    names = {key.split(':')[1] for key in listed}
    assert names == {tool.tool_id for tool in tool_classes()} | set(SHIPPED_MODELS)


@pytest.mark.parametrize('name', ['corridors', 'wateryield', 'restorationzones', 'full_plan'])
def test_help_describes_parameters(qgis, name):
    shown = qgis.call('help', f'ecorestore:{name}', check=True).stdout
    assert 'Arguments' in shown and 'Outputs' in shown
    assert len(shown) > 800


PLUGIN = '''
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
from headless import register_package
register_package()
from ecorestore import classFactory
plugin = classFactory(None)
plugin.initGui()
registry = QgsApplication.processingRegistry()
tools = len(registry.providerById('ecorestore').algorithms())
plugin.unload()
print(tools, registry.providerById('ecorestore'))
'''


def test_nothing_needs_an_interface():
    done = subprocess.run([sys.executable, '-c', PLUGIN], cwd=ROOT / 'tools', capture_output=True, text=True)
    tools, provider = done.stdout.split()
    assert int(tools) > 30 and provider == 'None', done.stderr


def test_an_error_names_the_layer_and_ends_with_one(qgis, sample, tmp_path):
    target = tmp_path / 'resistance.tif'
    done = qgis.call('run', 'ecorestore:landcoverresistance', f'--LANDCOVER={sample / "dem.tif"}',
                     f'--OUTPUT={target}')
    assert done.returncode == 1
    assert 'dem' in done.stderr + done.stdout
    assert 'Traceback' not in done.stderr + done.stdout
    assert list(tmp_path.iterdir()) == []


def test_paths_and_fields_in_chinese(qgis, sample, tmp_path):
    table = tmp_path / '阻力 表.csv'
    table.write_text('代码,阻力值\n' + ''.join(f'{code},{code * 10}\n' for code in range(1, 10)), encoding='utf-8')
    target = tmp_path / '结果' / '阻力面.tif'
    target.parent.mkdir()
    answer = qgis.run('ecorestore:landcoverresistance', LANDCOVER=sample / 'landcover_2020.tif', TABLE=table,
                      CODE='代码', VALUE='阻力值', OUTPUT=target)
    assert target.is_file()
    assert answer['results']['OUTPUT'] == str(target)


def test_the_help_speaks_chinese(tmp_path):
    from qgis_run import Qgis
    qgis = Qgis(tmp_path / 'zh', language='zh_CN.UTF-8')
    settings = next((tmp_path / 'zh' / 'profile').rglob('QGIS3.ini'))
    settings.write_text(settings.read_text(encoding='utf-8') + '\n[locale]\noverrideFlag=true\nuserLocale=zh-Hans\n',
                        encoding='utf-8')
    shown = qgis.call('help', 'ecorestore:corridors', check=True).stdout
    assert re.search('廊道', shown)


def test_the_packaged_zip_installs_and_lists(tmp_path):
    import package
    from qgis_run import Qgis
    archive = package.build(folder=tmp_path)
    with zipfile.ZipFile(archive) as bundle:
        names = bundle.namelist()
        assert {name.split('/')[0] for name in names} == {'ecorestore'}
        assert not [name for name in names if '/tests/' in name or name.startswith('ecorestore/tools/')]
        bundle.extractall(tmp_path / 'plugin')
    qgis = Qgis(tmp_path / 'qgis', plugin=tmp_path / 'plugin' / 'ecorestore')
    listed = json.loads(qgis.call('--json', 'list', check=True).stdout)['providers']
    assert 'ecorestore:full_plan' in listed['ecorestore']['algorithms']


def test_the_pages_of_the_tools_are_current(tmp_path):
    """The committed pages say what the tools say; `make docs` writes them anew."""
    subprocess.run(['/usr/bin/python3', str(ROOT / 'tools' / 'docs.py'), '--out', str(tmp_path)], check=True,
                   capture_output=True)
    written = {path.relative_to(tmp_path): path.read_text(encoding='utf-8') for path in tmp_path.rglob('*.html')}
    kept = {path.relative_to(ROOT / 'docs' / 'tools'): path.read_text(encoding='utf-8')
            for path in (ROOT / 'docs' / 'tools').rglob('*.html')}
    assert sorted(written) == sorted(kept)
    assert [str(name) for name in written if written[name] != kept[name]] == []
