"""Builds build/ecorestore-<version>.zip, the same bytes from the same files.

Only what a user needs goes in: no tests, no tools, no caches. Run by `make package`.
"""

import configparser
import re
import sys
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOP = 'ecorestore'
SINGLE = ('__init__.py', 'metadata.txt', 'LICENSE', 'README.md', 'README.zh-CN.md', 'CHANGELOG.md')
FOLDERS = ('ecorestore_plugin', 'algorithms', 'icons', 'i18n', 'docs/tools')
SUFFIXES = {'.py', '.csv', '.qml', '.qpt', '.model3', '.svg', '.png', '.json', '.qm', '.ts', '.html', '.css', '.md',
            '.txt', '.sql'}
SKIPPED = {'__pycache__', '.ruff_cache', '.mypy_cache', '.pytest_cache', '.DS_Store', 'Thumbs.db', '.gitkeep'}
REQUIRED = ('name', 'description', 'about', 'version', 'qgisMinimumVersion', 'qgisMaximumVersion', 'author', 'email',
            'tracker', 'repository', 'homepage', 'icon', 'hasProcessingProvider')
LARGEST = 25_000_000


class PackageError(Exception):
    """Something that would make the plugin repository refuse the zip."""


def metadata(root=ROOT):
    """The entries of metadata.txt, read as the plugin repository reads them."""
    parser = configparser.ConfigParser()  # with interpolation: a bare percent sign fails here as it does there
    parser.optionxform = str
    try:
        parser.read_string((root / 'metadata.txt').read_text(encoding='utf-8'))
        entries = dict(parser['general'])
    except (configparser.Error, KeyError) as problem:
        raise PackageError(f'metadata.txt cannot be read: {problem}') from problem
    missing = [key for key in REQUIRED if not entries.get(key)]
    if missing:
        raise PackageError(f'metadata.txt lacks {", ".join(missing)}')
    if not re.fullmatch(r'\d+\.\d+\.\d+', entries['version']):
        raise PackageError(f'version {entries["version"]} is not of the form 1.2.3')
    if not (root / entries['icon']).is_file():
        raise PackageError(f'icon {entries["icon"]} does not exist')
    if '/' in entries['author']:
        raise PackageError('author must not hold a slash')
    return entries


def shipped_files(root=ROOT):
    """Relative paths of the files of the release, sorted."""
    files = [root / name for name in SINGLE]
    missing = [path.name for path in files if not path.is_file()]
    if missing:
        raise PackageError(f'{", ".join(missing)} is missing')
    for folder in FOLDERS:
        files += [path for path in (root / folder).rglob('*')
                  if path.is_file() and not SKIPPED & set(path.relative_to(root).parts)
                  and path.suffix != '.pyc' and not path.name.endswith('.aux.xml')]
    relative = sorted(path.relative_to(root) for path in files)
    strange = [str(path) for path in relative if path.suffix not in SUFFIXES and path.name != 'LICENSE']
    if strange:
        raise PackageError(f'files of a kind that is not shipped: {", ".join(strange)}')
    if not any(path.suffix == '.qm' for path in relative):
        raise PackageError('i18n holds no compiled translation; run tools/i18n.py compile')
    return relative


def build(root=ROOT, folder=None):
    """Write the zip and return its path."""
    version = metadata(root)['version']
    files = shipped_files(root)
    folder = folder or root / 'build'
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f'{TOP}-{version}.zip'
    when = time.struct_time((2020, 1, 1, 0, 0, 0, 2, 1, 0))[:6]
    with zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in files:
            entry = zipfile.ZipInfo(f'{TOP}/{path.as_posix()}', when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, (root / path).read_bytes())
    if target.stat().st_size > LARGEST:
        raise PackageError(f'{target.name} has {target.stat().st_size} bytes, more than the repository takes')
    return target


if __name__ == '__main__':
    try:
        written = build()
    except PackageError as error:
        sys.exit(f'package: {error}')
    with zipfile.ZipFile(written) as archive:
        print(f'{written.relative_to(ROOT)}: {len(archive.namelist())} files, {written.stat().st_size / 1000:.0f} kB')
