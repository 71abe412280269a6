"""The shipped code keeps the rules of the house, and each rule catches what it is there for."""

import ast
import warnings
from pathlib import Path

import pytest

from ecorestore.tests.core import guard_rules as rules

ROOT = Path(__file__).resolve().parent.parent.parent
SHIPPED = ['__init__.py'] + sorted(
    path.relative_to(ROOT).as_posix() for folder in ('ecorestore_plugin', 'algorithms')
    for path in (ROOT / folder).rglob('*.py'))
TREES = {name: ast.parse((ROOT / name).read_text(encoding='utf-8')) for name in SHIPPED}
CORE, TOOL, BRIDGE = ('ecorestore_plugin/core/network/paths.py', 'algorithms/network/paths.py',
                      'ecorestore_plugin/qgis_io/job.py')

# (rule, module it stands in, code the rule must refuse, code it must let pass)
PLANTED = [
    (rules.core_stands_alone, CORE, 'from qgis.core import QgsProject', 'import numpy as np'),
    (rules.core_stands_alone, CORE, 'def f():\n    from osgeo import gdal', 'def f():\n    from scipy import ndimage'),
    (rules.core_stands_alone, CORE, 'import scipy', 'import math'),
    (rules.core_stands_alone, CORE, 'from scipy import sparse', 'from ..grid import Grid'),
    (rules.core_stands_alone, CORE, 'import numba', 'from . import links'),
    (rules.core_stands_alone, CORE, 'try:\n    import numba\nexcept ImportError:\n    numba = None', 'import os.path'),
    (rules.core_stands_alone, CORE, 'from ...i18n import tr', 'from ..errors import CrsError'),
    (rules.core_stands_alone, CORE, 'from . import compiled', 'from .corridors import mosaic'),
    (rules.core_stands_alone, CORE, 'from .cost_compiled import search', 'x = 1'),
    (rules.core_stands_alone, CORE.replace('paths', 'cost_compiled'), 'import scipy', 'import numba'),
    (rules.core_stands_alone, 'ecorestore_plugin/core/zonal.py', 'from ..qgis_io import raster',
     'from .grid import Grid'),
    (rules.stages_keep_to_themselves, CORE, 'from ..circuit.solver import solve', 'from ..terrain import slope'),
    (rules.stages_keep_to_themselves, CORE, 'from .. import zoning', 'from .links import Link'),
    (rules.imports_are_relative, TOOL, 'from ecorestore_plugin.core import grid', 'from ..base import Tool'),
    (rules.imports_are_relative, TOOL, 'import ecorestore', 'import json'),
    (rules.qt_comes_from_qgis, TOOL, 'from PyQt5.QtCore import Qt', 'from qgis.PyQt.QtCore import Qt'),
    (rules.qt_comes_from_qgis, TOOL, 'import PyQt6', 'import json'),
    (rules.no_project_in_tools, TOOL, 'QgsProject.instance().addMapLayer(x)', 'QgsProject().addMapLayer(x)'),
    (rules.no_project_in_tools, BRIDGE, 'from qgis.utils import iface', 'from qgis.core import QgsProject'),
    (rules.no_project_in_tools, BRIDGE, 'qgis.utils.iface.mapCanvas()', 'interface = 1'),
    (rules.enums_are_scoped, TOOL, 'QgsProcessing.TypeRaster', 'QgsProcessing.SourceType.TypeRaster'),
    (rules.enums_are_scoped, TOOL, 'x = Qt.UserRole', 'x = Qt.ItemDataRole.UserRole'),
    (rules.enums_are_scoped, TOOL, 'f(QgsWkbTypes.Polygon)', 'f(QgsWkbTypes.Type.Polygon)'),
    (rules.enums_are_scoped, TOOL, 'Qgis.Warning', 'Qgis.QGIS_VERSION_INT'),
    (rules.enums_are_scoped, TOOL, 'QgsFeatureSink.FastInsert', 'QgsPalettedRasterRenderer.Class(1, c, t)'),
    (rules.enums_are_scoped, TOOL, 'QMetaType.QString', 'QMetaType.Type.QString'),
    (rules.nothing_the_scan_refuses, CORE, 'assert x', 'x = 1'),
    (rules.nothing_the_scan_refuses, TOOL, 'print(1)', 'job.say(1)'),
    (rules.nothing_the_scan_refuses, TOOL, 'import subprocess', 'import multiprocessing'),
    (rules.nothing_the_scan_refuses, TOOL, 'def f():\n    from pickle import loads', 'import json'),
    (rules.nothing_the_scan_refuses, TOOL, 'eval(x)', 'evaluate(x)'),
    (rules.nothing_the_scan_refuses, TOOL, 'import random', 'from numpy import random'),
    (rules.nothing_the_scan_refuses, TOOL, 'try:\n    f()\nexcept OSError:\n    pass',
     'try:\n    f()\nexcept OSError:\n    x = 1'),
    (rules.nothing_the_scan_refuses, TOOL, 'try:\n    f()\nexcept:\n    x = 1', 'x = 1'),
    (rules.nothing_the_scan_refuses, TOOL, 'os.system(x)', 'os.replace(x, y)'),
    (rules.texts_are_translatable, TOOL, "raster('DEM', 'Elevation', tr('Metres.'))",
     "raster('DEM', tr('Elevation'), tr('Metres.'))"),
    (rules.texts_are_translatable, TOOL, "raster('DEM', tr('Elevation'), 'Metres.')",
     "choice('KIND', tr('Kind'), tr('Which.'), ('linear', 'power'))"),
    (rules.texts_are_translatable, TOOL, "number('N', f'Number {n}', tr('x'))", "number('N', labels[n], helps[n])"),
    (rules.texts_are_translatable, TOOL, "tr(f'Found {n}')", "tr('Found {n}', n=n)"),
    (rules.texts_are_translatable, TOOL, "job.say('Nothing found.')", "job.say(tr('Nothing found.'))"),
    (rules.texts_are_translatable, TOOL, "raise QgsProcessingException('No layer')",
     "raise QgsProcessingException(tr('No layer'))"),
    (rules.texts_are_translatable, TOOL,
     "class A(Tool):\n    tool_id = 'a'\n    label = 'Label'\n    summary = mark('s')\n    help = mark('h')\n"
     "    keywords = mark('k')",
     "class A(Tool):\n    tool_id = 'a'\n    label = mark('Label')\n    summary = mark('s')\n    help = mark('h')\n"
     "    keywords = mark('k')"),
    (rules.texts_are_translatable, TOOL, "class A(Tool):\n    tool_id = 'a'\n    label = mark('Label')",
     "class Tool:\n    tool_id = ''"),
    (rules.templates_match_their_values, CORE, "raise CrsError('{name} has none.')", "raise CrsError('None.')"),
    (rules.templates_match_their_values, CORE, "raise CrsError('{name} has none.', nam=1)",
     "raise CrsError('{name} has none.', name=1)"),
    (rules.templates_match_their_values, CORE, "raise CrsError('{x:.2f}', x=1)", "raise CrsError('{x}', x=f'{1:.2f}')"),
    (rules.templates_match_their_values, CORE, "progress(0.5, 'Step {n}')", "progress(0.5, 'Step {n}', n=1)"),
    (rules.templates_match_their_values, TOOL, "tr('{a} of {b}', a=1)", "tr('{a} of {b}').format(**values)"),
    (rules.templates_match_their_values, CORE, "raise CrsError('{name', name=1)", "raise CrsError(template, **values)"),
    (rules.no_machine_paths, TOOL, "open('/home/someone/dem.tif')", "folder / 'dem.tif'"),
    (rules.no_machine_paths, TOOL, 'x = "C:\\\\Users\\\\me"', "x = 'https://ecorestore.example/tmp/'"),
    (rules.no_unseeded_numbers, CORE, 'np.random.rand(3)', 'np.random.default_rng(seed)'),
    (rules.no_unseeded_numbers, CORE, 'np.random.default_rng()', 'def f(rng: np.random.Generator): pass'),
]


@pytest.mark.parametrize('rule', rules.RULES, ids=lambda rule: rule.__name__)
def test_the_shipped_code(rule):
    found = [f'{name}:{line} {complaint}' for name, tree in TREES.items() for line, complaint in rule(tree, name)]
    assert not found, '\n'.join(found)


@pytest.mark.parametrize('rule, module, bad, good', PLANTED,
                         ids=[f'{rule.__name__}-{number}' for number, (rule, *_) in enumerate(PLANTED)])
def test_the_rule_works(rule, module, bad, good):
    assert list(rule(ast.parse(bad), module))
    assert not list(rule(ast.parse(good), module))


def test_every_rule_has_planted_code():
    assert {rule for rule, *_ in PLANTED} == set(rules.RULES)


def test_the_package_imports_without_qgis():
    """classFactory is all there is at the top: a worker loads the package where QGIS is missing."""
    top = [node for node in TREES['__init__.py'].body if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert top == []
    for name in ('ecorestore_plugin/__init__.py', 'ecorestore_plugin/core/__init__.py'):
        assert [node for node in TREES[name].body if isinstance(node, (ast.Import, ast.ImportFrom))] == []


@pytest.mark.parametrize('pattern', ['*.py', '*.md', '*.csv', '*.qml', '*.model3', '*.toml', 'Makefile'])
def test_no_file_names_the_machine(pattern):
    folders = ('', 'ecorestore_plugin', 'algorithms', 'docs', 'benchmarks', 'i18n', 'icons', '.ci')
    files = {path for folder in folders for path in (
        (ROOT / folder).rglob(pattern) if folder else ROOT.glob(pattern)) if path.is_file()}
    found = [f'{path.relative_to(ROOT)}: {line.strip()[:80]}' for path in sorted(files)
             for line in path.read_text(encoding='utf-8').splitlines()
             if any(place in line for place in ('/work/', '/root/', '/home/', 'file:///'))]
    assert not found, '\n'.join(found)


def test_report_on_lengths():
    """Says what wants splitting; does not fail."""
    found = [line for name, tree in TREES.items()
             for line in rules.lengths(tree, name, len((ROOT / name).read_text(encoding='utf-8').splitlines()))]
    if found:
        warnings.warn('wants splitting:\n' + '\n'.join(found), stacklevel=1)


def test_lengths_are_counted():
    long = 'def f():\n' + '    """Doc.\n\n    More."""\n' + '    x = 1\n' * 51
    assert list(rules.lengths(ast.parse(long), CORE, 401)) == [
        f'{CORE}: 401 lines', f'{CORE}:1 f has 52 lines']
    assert list(rules.lengths(ast.parse(long.replace('    x = 1\n' * 2, '', 1)), CORE, 400)) == []
