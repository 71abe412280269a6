"""The zip that is released, and the scan that decides whether it may be."""

import importlib.util
import shutil
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def load(name):
    spec = importlib.util.spec_from_file_location(f'tools_{name}', ROOT / 'tools' / f'{name}.py')
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


package, scan = load('package'), load('scan')


@pytest.fixture
def project(tmp_path):
    """A small plugin with everything a release must and must not hold."""
    root = tmp_path / 'checkout'
    for name, text in {
            '__init__.py': '', 'README.md': '#', 'README.zh-CN.md': '#', 'ecorestore_plugin/core/grid.py': 'x = 1\n',
            'ecorestore_plugin/resources/tables/a.csv': 'a\n', 'ecorestore_plugin/__pycache__/a.pyc': '',
            'algorithms/base.py': '', 'icons/ecorestore.svg': '<svg/>', 'i18n/ecorestore_zh_CN.qm': '',
            'i18n/ecorestore_zh_CN.ts': '', 'docs/tools/index.html': '<p>', 'docs/images/map.png': '',
            'tests/core/test_grid.py': 'assert 1', 'tools/package.py': 'import subprocess', 'Makefile': '',
            '.gitignore': '', 'build/old.zip': ''}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')
    for name in ('metadata.txt', 'LICENSE', 'CHANGELOG.md'):
        shutil.copy(ROOT / name, root / name)
    return root


class TestPackage:
    def test_only_what_is_shipped(self, project):
        with zipfile.ZipFile(package.build(project)) as archive:
            names = archive.namelist()
        assert names == sorted(names)
        assert {name.split('/')[0] for name in names} == {'ecorestore'}
        assert {name.partition('/')[2] for name in names} == {
            '__init__.py', 'metadata.txt', 'LICENSE', 'README.md', 'README.zh-CN.md', 'CHANGELOG.md',
            'ecorestore_plugin/core/grid.py', 'ecorestore_plugin/resources/tables/a.csv', 'algorithms/base.py',
            'icons/ecorestore.svg', 'i18n/ecorestore_zh_CN.qm', 'i18n/ecorestore_zh_CN.ts', 'docs/tools/index.html'}

    def test_same_files_same_bytes(self, project, tmp_path):
        first = package.build(project).read_bytes()
        again = tmp_path / 'again'
        shutil.copytree(project, again)
        assert package.build(again).read_bytes() == first

    def test_named_after_the_version(self, project):
        assert package.build(project).name == f'ecorestore-{package.metadata(ROOT)["version"]}.zip'

    @pytest.mark.parametrize('before, after, complaint', [
        ('hasProcessingProvider=yes\n', '', 'hasProcessingProvider'), ('version=0.1.0', 'version=1', '1.2.3'),
        ('author=EcoRestore team', 'author=a/b', 'slash'), ('icons/ecorestore.svg', 'icons/no.svg', 'icon'),
        ('A Processing', '100 % a Processing', 'cannot be read')])
    def test_metadata_the_repository_would_refuse(self, project, before, after, complaint):
        path = project / 'metadata.txt'
        text = path.read_text(encoding='utf-8')
        assert before in text
        path.write_text(text.replace(before, after, 1), encoding='utf-8')
        with pytest.raises(package.PackageError, match=complaint):
            package.build(project)

    @pytest.mark.parametrize('name', ['icons/run.sh', 'ecorestore_plugin/core/fast.so', 'algorithms/notes'])
    def test_strange_files_are_refused(self, project, name):
        (project / name).write_text('')
        with pytest.raises(package.PackageError, match='kind'):
            package.build(project)

    @pytest.mark.parametrize('name', ['LICENSE', 'i18n/ecorestore_zh_CN.qm'])
    def test_missing_files_are_noticed(self, project, name):
        (project / name).unlink()
        with pytest.raises(package.PackageError):
            package.build(project)


class TestMetadata:
    def test_of_this_plugin(self):
        entries = package.metadata()
        assert entries['qgisMinimumVersion'] == '3.22' and entries['qgisMaximumVersion'] == '4.99'
        assert entries['hasProcessingProvider'] == 'yes'
        assert 'plugin' not in entries['name'].lower()

    def test_one_version_everywhere(self):
        version = package.metadata()['version']
        assert f'version = "{version}"' in (ROOT / 'pyproject.toml').read_text(encoding='utf-8')
        assert f'## [{version}]' in (ROOT / 'CHANGELOG.md').read_text(encoding='utf-8')

    def test_license_is_whole(self):
        text = (ROOT / 'LICENSE').read_text(encoding='utf-8')
        assert 'GNU GENERAL PUBLIC LICENSE' in text and 'Version 3, 29 June 2007' in text
        assert 'END OF TERMS AND CONDITIONS' in text


@pytest.mark.skipif(importlib.util.find_spec('bandit') is None or importlib.util.find_spec('detect_secrets') is None,
                    reason='needs bandit and detect-secrets')
class TestScan:
    def test_clean(self, project):
        assert scan.scan(package.build(project)) == []

    @pytest.mark.parametrize('line, finding', [
        ('assert x', 'B101'), ('import subprocess', 'B404'), ('import pickle', 'B403'), ('eval(x)', 'B307'),
        ('try:\n    f()\nexcept Exception:\n    pass', 'B110'), ('def f(:', 'syntax'),
        ('KEY = "AKIA' + 'IOSFODNN7EXAMPLQ"', 'AWS')])
    def test_findings_of_every_severity(self, project, line, finding):
        (project / 'algorithms' / 'bad.py').write_text(line + '\n')
        findings = scan.scan(package.build(project))
        assert any(finding in each and 'bad.py' in each for each in findings), findings

    def test_forbidden_files(self, project, tmp_path):
        built = package.build(project)
        with zipfile.ZipFile(built, 'a') as archive:
            archive.writestr('ecorestore/run.sh', '')
        assert any('run.sh' in each for each in scan.scan(built))
