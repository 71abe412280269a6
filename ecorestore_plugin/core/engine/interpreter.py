"""Which Python executable a worker is started with.

Inside QGIS ``sys.executable`` may be the QGIS binary, or whatever ``python3`` comes first on the PATH with
another version and other packages. The right one lies under the prefix of the running interpreter.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

PYTHON_NAME = re.compile(r'python(w)?(\d+(\.\d+)?)?(\.exe)?', re.IGNORECASE)


def interpreters(system: str = sys.platform, prefixes: tuple[str, ...] | None = None, executable: str | None = None,
                 environment: Mapping[str, str] = os.environ,
                 version: tuple[int, int] = (sys.version_info[0], sys.version_info[1])) -> list[str]:
    """Python executables of the running installation, the likeliest first; the first answer of a worker decides.

    Parameters
    ----------
    system : as in ``sys.platform``
    prefixes : folders of the installation; those of the running interpreter when not given
    executable : as in ``sys.executable``
    environment : consulted for PYTHONHOME and OSGEO4W_ROOT
    version : (major, minor) the worker must have
    """
    if prefixes is None:
        prefixes = (sys.exec_prefix, environment.get('PYTHONHOME', '').split(os.pathsep)[-1], sys.base_exec_prefix)
    executable = (sys.executable or '') if executable is None else executable
    roots = [Path(prefix) for prefix in prefixes if prefix]
    if system == 'win32':
        places = _windows(roots, executable, environment, version)
    else:
        names = [f'python{version[0]}.{version[1]}', f'python{version[0]}', 'python']
        folders = list(_mac_folders(roots, executable, version)) if system == 'darwin' else [
            root / 'bin' for root in roots]
        # a versioned name anywhere is surer than a plain one at the best place
        places = (folder / name for name in names for folder in folders)
    found = [str(place) for place in places if _usable(place)]
    if executable and PYTHON_NAME.fullmatch(os.path.basename(executable.replace('\\', '/'))):
        found.append(executable)
    return list(dict.fromkeys(found))


def _usable(place: Path) -> bool:
    return place.is_file() and os.access(place, os.X_OK)


def _windows(roots: list[Path], executable: str, environment: Mapping[str, str],
             version: tuple[int, int]) -> Iterator[Path]:
    """python.exe beside the libraries, or in apps\\Python3xx of an OSGeo4W or stand-alone installation."""
    names = ('pythonw.exe', 'python.exe')  # the first opens no console window
    homes = list(roots)
    bases = [Path(environment['OSGEO4W_ROOT'])] if environment.get('OSGEO4W_ROOT') else []
    if executable:
        bases.append(Path(executable).parent.parent)
    homes += [base / 'apps' / f'Python{version[0]}{version[1]}' for base in bases]
    for home in homes:
        for folder in (home, home / 'Scripts'):
            for name in names:
                yield folder / name


def _mac_folders(roots: list[Path], executable: str, version: tuple[int, int]) -> Iterator[Path]:
    """bin of the prefix, and the places an application bundle keeps its Python in."""
    for root in roots:
        yield root / 'bin'
        yield root
    for start in [*roots, Path(executable)]:
        for parent in [start, *start.parents]:
            if parent.name == 'Contents':
                yield parent / 'MacOS' / 'bin'
                yield parent / 'MacOS'
                yield parent / 'Frameworks' / 'bin'
                yield parent / 'Frameworks' / 'Python.framework' / 'Versions' / f'{version[0]}.{version[1]}' / 'bin'
                yield parent / 'Resources' / 'python' / 'bin'
