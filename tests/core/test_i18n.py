"""The catalogue tool, and the state of the catalogue."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def load(name):
    spec = importlib.util.spec_from_file_location(f'tools_{name}', ROOT / 'tools' / f'{name}.py')
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


i18n = load('i18n')

MODULE = """
from .errors import EcoRestoreError
class Odd(EcoRestoreError): pass
class VeryOdd(Odd):
    def __init__(self): super().__init__('Very odd.')
label = mark('Resistance')
def f(tr, language, progress, text):
    tr('Found {n} patches.', n=5)
    tr('One sentence '
       'in two lines.')
    language.tr("quoted \\"x\\" & <y>")
    tr('yes' if text else 'no')
    f'{tr("inside")}'
    tr(text)
    self.progress(0.5, 'Step {n}', n=1)
    progress(0.5)
    raise Odd('{name} is odd.', name=1)
"""
TEXTS = {'Resistance', 'Found {n} patches.', 'One sentence in two lines.', 'quoted "x" & <y>', 'yes', 'no', 'inside',
         'Step {n}', '{name} is odd.', 'Very odd.'}


@pytest.fixture
def project(tmp_path):
    (tmp_path / 'package').mkdir()
    (tmp_path / 'package' / 'module.py').write_text(MODULE, encoding='utf-8')
    return tmp_path


def translations():
    return {text: '译 ' + text for text in TEXTS}


def fill(project, entries):
    i18n.write_catalogue(project / i18n.CATALOGUE, entries)
    if i18n.find_lrelease():
        i18n.compile_catalogue(project / i18n.CATALOGUE)


def problems(project):
    return i18n.problems_of(project, ('package',))


class TestExtract:
    def test_every_kind_of_text(self, project):
        found = i18n.extract(project, ('package',))
        assert set(found.texts) == TEXTS and found.problems == []

    @pytest.mark.parametrize('line', [
        "tr(f'Found {n}')", "mark('a' + text)", "tr('%s' % n)", "raise EcoRestoreError(f'{n} wrong')",
        "progress(1, f'Step {n}')"])
    def test_text_made_at_run_time_is_a_problem(self, project, line):
        (project / 'package' / 'bad.py').write_text(line + '\n', encoding='utf-8')
        found = i18n.extract(project, ('package',))
        assert len(found.problems) == 1 and found.problems[0].startswith('package/bad.py:1 ')

    def test_variable_as_template_is_a_problem(self, project):
        (project / 'package' / 'bad.py').write_text('raise Odd(message)\n', encoding='utf-8')
        assert 'no literal' in i18n.extract(project, ('package',)).problems[0]


class TestCatalogue:
    def test_round_trip(self, tmp_path):
        entries = {'a & <b> "c"': '甲 & <乙> "丙"', 'two\n\nparagraphs': '两\n\n段', 'open': ''}
        i18n.write_catalogue(tmp_path / 'x.ts', entries)
        assert i18n.read_catalogue(tmp_path / 'x.ts') == entries

    def test_merge_fills_keeps_and_drops(self, project):
        path = project / i18n.CATALOGUE
        i18n.write_catalogue(path, {'yes': '是', 'gone': '去'})
        texts = i18n.extract(project, ('package',)).texts
        notes = i18n.update(path, texts, [('a.json', {'no': '否', 'unknown': '?'}), ('b.json', {'no': '不'})])
        entries = i18n.read_catalogue(path)
        assert entries['yes'] == '是' and entries['no'] == '不' and entries['Resistance'] == ''
        assert set(entries) == TEXTS
        assert len(notes) == 2 and 'not in the sources' in notes[0] and 'differs from a.json' in notes[1]

    def test_sorted_and_stable(self, tmp_path):
        i18n.write_catalogue(tmp_path / 'x.ts', {'b': '2', 'a': '1'})
        first = (tmp_path / 'x.ts').read_bytes()
        i18n.write_catalogue(tmp_path / 'x.ts', {'a': '1', 'b': '2'})
        assert (tmp_path / 'x.ts').read_bytes() == first
        assert b'version="2.1"' in first and b'<name>EcoRestore</name>' in first


class TestCheck:
    def test_complete_catalogue(self, project):
        fill(project, translations())
        assert problems(project) == []

    @pytest.mark.parametrize('change, complaint', [
        (lambda entries: entries.pop('yes'), 'not in the catalogue'),
        (lambda entries: entries.update(yes=''), 'not translated'),
        (lambda entries: entries.update({'Step {n}': '步骤 {m}'}), 'placeholders differ'),
        (lambda entries: entries.update(gone='去'), 'no longer in the sources'),
    ])
    def test_what_is_wrong_is_said(self, project, change, complaint):
        entries = translations()
        change(entries)
        fill(project, entries)
        lines = problems(project)
        assert len(lines) == 1 and complaint in lines[0]

    @pytest.mark.skipif(not i18n.find_lrelease(), reason='needs lrelease')
    def test_stale_binary(self, project):
        fill(project, translations())
        i18n.write_catalogue(project / i18n.CATALOGUE, {**translations(), 'yes': '对'})
        assert 'is not what' in problems(project)[0]
        (project / i18n.CATALOGUE).with_suffix('.qm').unlink()
        assert 'is missing' in problems(project)[0]


def test_the_catalogue_is_complete():
    assert i18n.problems_of() == []
