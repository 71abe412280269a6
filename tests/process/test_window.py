"""A real QGIS window on a virtual screen: the plugin loads, a tool's dialog opens, runs, and its layer is styled."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = Path(__file__).with_name('window_script.py')
PICTURES = ROOT / 'build' / 'window'
SETTINGS = '''[PythonPlugins]
ecorestore=true
processing=true

[app]
checkVersion=false

[qgis]
checkVersion=false
newsFeedEnabled=false
showTips322=false
'''


@pytest.fixture(scope='module')
def screen():
    """A free virtual display."""
    display = next(f':{number}' for number in range(90, 120) if not Path(f'/tmp/.X{number}-lock').exists())
    server = subprocess.Popen(['Xvfb', display, '-screen', '0', '1400x900x24', '-nolisten', 'tcp'],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 30
    while not Path(f'/tmp/.X11-unix/X{display[1:]}').exists():
        if server.poll() is not None or time.monotonic() > deadline:
            pytest.fail('Xvfb did not start')
        time.sleep(0.1)
    yield display
    server.terminate()
    server.wait()


def test_dialog_runs_in_a_window(screen, sample, tmp_path):
    plugins = tmp_path / 'plugins'
    plugins.mkdir()
    (plugins / 'ecorestore').symlink_to(ROOT, target_is_directory=True)
    profile = tmp_path / 'profiles' / 'profiles' / 'default'
    (profile / 'QGIS').mkdir(parents=True)
    (profile / 'QGIS' / 'QGIS3.ini').write_text(SETTINGS, encoding='utf-8')
    environment = {**os.environ, 'DISPLAY': screen, 'QT_QPA_PLATFORM': 'xcb', 'QGIS_PLUGINPATH': str(plugins),
                   'ECORESTORE_WINDOW_FOLDER': str(tmp_path), 'ECORESTORE_WINDOW_SAMPLE': str(sample),
                   'PYTHONDONTWRITEBYTECODE': '1'}
    binary = shutil.which('qgis.bin') or shutil.which('qgis')
    log = (tmp_path / 'qgis.log').open('w')
    window = subprocess.Popen([binary, '--nologo', '--noversioncheck', '--profiles-path', str(tmp_path / 'profiles'),
                               '--code', str(SCRIPT)], env=environment, stdout=log, stderr=subprocess.STDOUT)
    try:
        window.wait(timeout=180)
    finally:
        if window.poll() is None:
            window.kill()
        log.close()
    found_file = tmp_path / 'found.json'
    assert found_file.exists(), (tmp_path / 'qgis.log').read_text(errors='replace')[-3000:]
    found = json.loads(found_file.read_text(encoding='utf-8'))
    assert 'error' not in found, found['error']
    assert found['tools'] >= 30
    assert found['title']
    assert found['layers'], found
    assert found['renderer'] in ('singlebandpseudocolor', 'paletted')
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name in ('dialog.png', 'log.png', 'window.png'):
        picture = tmp_path / name
        assert picture.stat().st_size > 5000, name
        shutil.copy(picture, PICTURES / name)
    if sys.flags.verbose:
        print('pictures in', PICTURES)
