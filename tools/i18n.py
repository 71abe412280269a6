"""The Chinese catalogue: i18n/ecorestore_zh_CN.ts is the source of truth, the .qm is compiled from it.

    tools/i18n.py extract               bring the catalogue up to date with the sources
    tools/i18n.py merge FRAGMENT.json   the same, taking translations from {"English": "Chinese"} files
    tools/i18n.py compile               write the .qm
    tools/i18n.py check                 every text present, finished, with the same placeholders; .qm up to date

A text is a literal given to ``tr``, ``mark`` or ``.tr``, the template of one of our errors, or the text given to
``progress``. Standard library only; lrelease of Qt 5 or 6 compiles.
"""

import ast
import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ('ecorestore_plugin', 'algorithms', 'tools/docs.py')
MODELS = Path('ecorestore_plugin') / 'resources' / 'models'
UNTRANSLATED = ('ALG_CREATOR', 'ALG_HELP_CREATOR', 'ALG_VERSION')
CONTEXT = 'EcoRestore'
CATALOGUE = Path('i18n') / 'ecorestore_zh_CN.ts'
PLACEHOLDER = re.compile(r'\{(\w*)\}')
BASE_ERROR = 'EcoRestoreError'


@dataclass
class Found:
    """The texts of the sources with the places they stand in, and calls nobody could translate."""

    texts: dict = field(default_factory=dict)
    problems: list = field(default_factory=list)

    def add(self, text, place):
        if text:
            self.texts.setdefault(text, []).append(place)


def extract(root=ROOT, sources=SOURCES):
    """Every text a user may read."""
    trees = {}
    for name in sources:
        path = root / name
        for file in sorted(path.rglob('*.py')) if path.is_dir() else [path] * path.is_file():
            trees[file.relative_to(root).as_posix()] = ast.parse(file.read_text(encoding='utf-8'), str(file))
    errors = error_classes(trees.values())
    found = Found()
    for path in sorted((root / MODELS).glob('*.model3')):
        for text in model_texts(path):
            found.add(text, path.relative_to(root).as_posix())
    for name, tree in trees.items():
        collect(tree, name, errors, found)
    return found


def model_texts(path):
    """What a user reads of a model: labels and help of inputs and results, and what the model does."""
    tree = ElementTree.parse(path).getroot()
    for option in tree.iter('Option'):
        name = option.get('name')
        if name in ('parameterDefinitions', 'modelOutputs'):
            for definition in option:
                for part in definition:
                    if part.get('name') == 'description' or part.get('name') == 'help':
                        yield part.get('value')
        elif name == 'help' and len(option):
            yield from (part.get('value') for part in option if part.get('name') not in UNTRANSLATED)


def error_classes(trees):
    """Names of the classes that derive from our base error, over any number of steps."""
    bases = {node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
             for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    known = {BASE_ERROR}
    while True:
        more = {name for name, parents in bases.items() if parents & known} - known
        if not more:
            return known
        known |= more


def collect(tree, name, errors, found):
    """Adds the texts of one module."""
    fixed = {node for owner in ast.walk(tree) if isinstance(owner, ast.ClassDef) and owner.name in errors - {BASE_ERROR}
             for node in ast.walk(owner) if isinstance(node, ast.Call) and node.args
             and ast.unparse(node.func) == 'super().__init__'}  # an error whose message never changes
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, 'attr', '')
        place = f'{name}:{node.lineno}'
        if called in ('tr', 'mark') and node.args:
            take(node.args[0], place, found, f'{called}()')
        elif node in fixed:
            take(node.args[0], place, found, 'super().__init__()')
        elif called in errors and node.args:
            take(node.args[0], place, found, f'{called}()', called != BASE_ERROR)
        elif called == 'progress' and len(node.args) > 1:
            take(node.args[1], place, found, 'progress()')


def take(node, place, found, call, strict=False):
    """Adds a literal, or both literals of a choice; notes what can never be in a catalogue."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        found.add(node.value, place)
    elif isinstance(node, ast.IfExp):
        take(node.body, place, found, call, strict)
        take(node.orelse, place, found, call, strict)
    elif isinstance(node, (ast.JoinedStr, ast.BinOp)):
        found.problems.append(f'{place} {call} is given a text put together at run time; use a literal with '
                              f'{{placeholders}}')
    elif strict and not isinstance(node, ast.Starred):
        found.problems.append(f'{place} {call} is given no literal')


def read_catalogue(path):
    """{text: translation}; '' where unfinished. Empty where there is no catalogue yet."""
    if not path.is_file():
        return {}
    entries = {}
    for message in ElementTree.parse(path).getroot().iter('message'):
        translation = message.find('translation')
        finished = translation is not None and translation.get('type') is None
        entries[message.findtext('source')] = (translation.text or '') if finished else ''
    return entries


def write_catalogue(path, entries):
    """Qt's TS 2.1, sorted, so that a change shows as few lines."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<!DOCTYPE TS>',
             '<TS version="2.1" language="zh_CN" sourcelanguage="en">', '<context>', f'    <name>{CONTEXT}</name>']
    for text in sorted(entries):
        translation = entries[text]
        kind = '' if translation else ' type="unfinished"'
        lines += ['    <message>', f'        <source>{escape(text)}</source>',
                  f'        <translation{kind}>{escape(translation)}</translation>', '    </message>']
    lines += ['</context>', '</TS>', '']
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes('\n'.join(lines).encode('utf-8'))


def update(path, texts, fragments=()):
    """Bring a catalogue in line with the texts. Returns lines that say what could not be used.

    Parameters
    ----------
    texts : of the sources
    fragments : (name, {text: translation}) in the order they apply; the later wins, and a conflict is reported
    """
    entries, notes, origin = read_catalogue(path), [], {}
    for name, fragment in fragments:
        for text, translation in fragment.items():
            if text not in texts:
                notes.append(f'{name}: not in the sources: {text[:90]!r}')
            elif text in origin and origin[text][1] != translation:
                notes.append(f'{name}: differs from {origin[text][0]}: {text[:60]!r}: {origin[text][1]!r} / '
                             f'{translation!r}')
            if translation and text in texts:
                origin[text] = (name, translation)
                entries[text] = translation
    write_catalogue(path, {text: entries.get(text, '') for text in texts})
    return notes


def find_lrelease():
    for name in ('lrelease', 'lrelease-qt5', 'lrelease-qt6', 'lrelease6', '/usr/lib/qt6/bin/lrelease',
                 '/usr/lib/qt5/bin/lrelease'):
        found = shutil.which(name)
        if found:
            return found
    return ''


def compile_catalogue(path, target=None):
    """Write the .qm beside the .ts, or to a target."""
    program = find_lrelease()
    if not program:
        sys.exit('i18n: lrelease is missing; install qttools5-dev-tools (Debian) or the Qt Linguist tools')
    target = target or path.with_suffix('.qm')
    run = subprocess.run([program, '-silent', str(path), '-qm', str(target)], capture_output=True, text=True)
    if run.returncode != 0 or not target.is_file():
        sys.exit(f'i18n: lrelease failed:\n{run.stdout}{run.stderr}')
    return target


def problems_of(root=ROOT, sources=SOURCES):
    """What is wrong with the catalogue, as lines; empty when all is well."""
    found = extract(root, sources)
    path = root / CATALOGUE
    entries = read_catalogue(path)
    lines = list(found.problems)
    for text, places in sorted(found.texts.items()):
        translation = entries.get(text)
        if translation is None:
            lines.append(f'{places[0]} not in the catalogue: {text[:90]!r}')
        elif not translation:
            lines.append(f'{places[0]} not translated: {text[:90]!r}')
        elif sorted(set(PLACEHOLDER.findall(text))) != sorted(set(PLACEHOLDER.findall(translation))):
            lines.append(f'{places[0]} placeholders differ: {text[:90]!r} / {translation[:90]!r}')
    lines += [f'{CATALOGUE.as_posix()} no longer in the sources: {text[:90]!r}'
              for text in sorted(set(entries) - set(found.texts))]
    return lines + stale_binary(path)


def stale_binary(path):
    """Whether the .qm is what the .ts compiles to."""
    binary = path.with_suffix('.qm')
    if not path.is_file() or not find_lrelease():
        return []
    if not binary.is_file():
        return [f'{binary.name} is missing; run tools/i18n.py compile']
    with tempfile.TemporaryDirectory() as folder:
        fresh = compile_catalogue(path, Path(folder) / binary.name)
        if fresh.read_bytes() != binary.read_bytes():
            return [f'{binary.name} is not what {path.name} compiles to; run tools/i18n.py compile']
    return []


def main(arguments):
    command, *files = arguments or ['']
    path = ROOT / CATALOGUE
    if command in ('extract', 'merge'):
        fragments = [(Path(file).name, json.loads(Path(file).read_text(encoding='utf-8'))) for file in files]
        found = extract()
        notes = update(path, found.texts, fragments)
        open_texts = [text for text, translation in read_catalogue(path).items() if not translation]
        print('\n'.join([*found.problems, *notes, *(f'{found.texts[text][0]} untranslated: {text[:90]!r}'
                                                    for text in open_texts)]))
        print(f'{path.name}: {len(found.texts)} texts, {len(open_texts)} untranslated')
    elif command == 'compile':
        print(f'{compile_catalogue(path).relative_to(ROOT)} written')
    elif command == 'check':
        lines = problems_of()
        print('\n'.join([*lines, f'{CATALOGUE.as_posix()}: {len(lines)} problems']))
        return 1 if lines else 0
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
