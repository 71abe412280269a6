"""Runs qgis_process with this checkout as a plugin, in a profile of its own. Standard library only."""

import json
import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def executable():
    """qgis_process; Debian's wrapper passes an option the 3.22 binary refuses, so the binary itself where it exists."""
    found = shutil.which('qgis_process.bin') or shutil.which('qgis_process')
    if found is None:
        raise SystemExit('qgis_process was not found; run `make system` first.')
    return found


class Qgis:
    """A profile and a plugins folder under ``folder``, with EcoRestore enabled."""

    def __init__(self, folder=ROOT / 'build' / 'qgis', plugin=ROOT, language=None):
        folder = Path(folder)
        plugins = folder / 'plugins'
        plugins.mkdir(parents=True, exist_ok=True)
        link = plugins / 'ecorestore'
        if link.is_symlink() or not link.exists():
            link.unlink(missing_ok=True)
            link.symlink_to(Path(plugin).resolve(), target_is_directory=True)
        self.environment = dict(os.environ, QT_QPA_PLATFORM='offscreen', QGIS_PLUGINPATH=str(plugins),
                                QGIS_CUSTOM_CONFIG_PATH=str(folder / 'profile'), PYTHONDONTWRITEBYTECODE='1')
        # QGIS takes its Python from the first python3 on the path, which must be the one it was built with.
        self.environment['PATH'] = os.pathsep.join(['/usr/bin', '/bin', self.environment.get('PATH', '')])
        for name in ('PYTHONPATH', 'PYTHONHOME', 'VIRTUAL_ENV'):
            self.environment.pop(name, None)
        if language:
            self.environment.update(LANG=language, LC_ALL=language, LANGUAGE=language)
        # Enabling twice is an error, so success is judged by the list.
        self.call('plugins', 'enable', 'ecorestore')
        if 'ecorestore' not in self.call('plugins', check=True).stdout:
            raise RuntimeError('QGIS does not find the plugin ecorestore')

    def call(self, *arguments, check=False, timeout=1800):
        """Runs qgis_process; returns the completed process with its text output."""
        done = subprocess.run([executable(), *map(str, arguments)], env=self.environment, capture_output=True,
                              text=True, encoding='utf-8', errors='replace', timeout=timeout, stdin=subprocess.DEVNULL)
        if check and done.returncode != 0:
            raise RuntimeError(f'qgis_process {" ".join(map(str, arguments))}\n{done.stdout}\n{done.stderr}')
        return done

    def run(self, algorithm, timeout=1800, **parameters):
        """Runs an algorithm or model; a list gives one argument per item. Returns the JSON answer."""
        arguments = []
        for name, value in parameters.items():
            arguments += [f'--{name}={item}' for item in (value if isinstance(value, (list, tuple)) else [value])]
        done = self.call('--json', 'run', algorithm, *arguments, timeout=timeout)
        if done.returncode != 0:
            raise RuntimeError(f'{algorithm} failed:\n{done.stderr or done.stdout}')
        return json.loads(done.stdout[done.stdout.index('{'):])
