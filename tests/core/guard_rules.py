"""Rules of the house that can be read off the source. Each takes (tree, module) and yields (line, complaint).

``module`` is the path from the repository root with slashes, such as 'ecorestore_plugin/core/grid.py'.
"""

import ast
import re
import string
import sys

STANDARD = set(sys.stdlib_module_names) if hasattr(sys, 'stdlib_module_names') else set()
NEVER_IMPORTED = {'subprocess', 'pickle', 'marshal', 'shelve', 'dill', 'random', 'pdb', 'telnetlib', 'ftplib'}
NEVER_CALLED = {'eval', 'exec', 'print', 'breakpoint', 'input', '__import__', 'compile'}
QT = {'PyQt4', 'PyQt5', 'PyQt6', 'PySide2', 'PySide6'}
CORE = 'ecorestore_plugin/core/'
STAGES = {'sources', 'resistance', 'network', 'circuit', 'services', 'matching', 'resilience', 'zoning',
          'collaboration', 'monitoring', 'prepare'}
BUILDERS = {'raster', 'rasters', 'layers', 'vector', 'table', 'field', 'number', 'integer', 'choice', 'flag', 'text',
            'matrix', 'crs', 'extent', 'file', 'raster_output', 'vector_output', 'table_output', 'file_output',
            'report_output', 'folder_output', 'number_output'}
SPOKEN = {'say', 'warn', 'pushInfo', 'pushWarning', 'reportError', 'setProgressText', 'QgsProcessingException'}
MARKED = {'label', 'summary', 'help', 'keywords'}
# Types inside QGIS and Qt classes, so that Class.Type alone is no enum member.
SCOPES = {'SourceType', 'Type', 'DataType', 'Flag', 'Flags', 'Behavior', 'GeometryType', 'LayerType', 'MessageLevel',
          'Format', 'Language', 'Placement', 'RenderUnit', 'AlignmentFlag', 'Level', 'Option'}
VARIANTS = {'Bool', 'Int', 'LongLong', 'Double', 'String', 'Date', 'DateTime'}  # of QVariant, for QGIS before 3.38 only
MACHINE_PATH = re.compile(
    r'(?:^|[\s\'"=(])(?:/(?:home|root|work|Users|mnt|opt/pypi)/|/tmp/|[A-Za-z]:\\\\?(?:Users|OSGeo))')


def called_name(node):
    """f of f(...) and of a.f(...)."""
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, 'attr', '')


def imports(tree):
    """(node, absolute module or '', level, names, whether at the top of the module)."""
    inside = {child for node in ast.walk(tree)
              if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)) for child in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, alias.name, 0, [], node not in inside
        elif isinstance(node, ast.ImportFrom):
            yield node, node.module or '', node.level, [alias.name for alias in node.names], node not in inside


def is_compiled(name):
    return name == 'compiled' or name.endswith('_compiled')


def core_stands_alone(tree, module):
    """core imports numpy and the standard library; scipy and others only where they are used; nothing of QGIS."""
    if not module.startswith(CORE):
        return
    parts = module[:-3].split('/')
    for node, name, level, names, at_top in imports(tree):
        root = name.split('.')[0]
        if level:
            target = [*parts[:-level], *(name.split('.') if name else [])]
            if target[:2] != ['ecorestore_plugin', 'core']:
                yield node.lineno, f'imports {"." * level}{name} from outside core'
            # One with kernels is itself imported in workers only.
            if at_top and not is_compiled(parts[-1]) and any(map(is_compiled, (target[-1], *names))):
                yield node.lineno, 'imports compiled kernels; ask engine.compiled_kernels for them'
        elif root in {'qgis', 'osgeo', 'gdal', 'processing', *QT}:
            yield node.lineno, f'imports {name}'
        elif at_top and root not in STANDARD | {'numpy'} and not (root == 'numba' and is_compiled(parts[-1])):
            yield node.lineno, f'imports {name} at its top'


def stages_keep_to_themselves(tree, module):
    """A stage of core imports what all share, not another stage."""
    parts = module[:-3].split('/')
    if not module.startswith(CORE) or parts[2] not in STAGES:
        return
    for node, name, level, names, _ in imports(tree):
        if level:
            target = [*parts[:-level], *(name.split('.') if name else names[:1])]
            if len(target) > 2 and target[2] in STAGES - {parts[2]}:
                yield node.lineno, f'stage {parts[2]} imports stage {target[2]}'


def imports_are_relative(tree, module):
    """The package may be registered under any name."""
    for node, name, level, _, _ in imports(tree):
        if not level and name.split('.')[0] in {'ecorestore', 'ecorestore_plugin', 'algorithms'}:
            yield node.lineno, f'imports {name} by its absolute name'


def qt_comes_from_qgis(tree, module):
    for node, name, level, _, _ in imports(tree):
        if not level and name.split('.')[0] in QT:
            yield node.lineno, f'imports {name}; use qgis.PyQt'


def no_project_in_tools(tree, module):
    """Tools run in a worker thread, where project and window must not be touched."""
    if not module.startswith(('algorithms/', 'ecorestore_plugin/qgis_io/')):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith('QgsProject.instance'):
            yield node.lineno, 'touches QgsProject.instance()'
        elif (isinstance(node, ast.Name) and node.id == 'iface') or (
                isinstance(node, ast.Attribute) and node.attr == 'iface') or (
                isinstance(node, ast.alias) and node.name == 'iface'):
            yield getattr(node, 'lineno', 0), 'touches iface'


def enums_are_scoped(tree, module):
    """Class.Scope.Member works in every supported version; Class.Member died with Qt 6."""
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)):
            continue
        owner, member, parent = node.value.id, node.attr, parents.get(node)
        if not re.match(r'Q([A-Z]|gs[A-Z]|gis$|t$)', owner) or not member[0].isupper() or member.isupper():
            continue
        made = isinstance(parent, ast.Call) and parent.func is node  # a nested class
        if (isinstance(parent, ast.Attribute) or made or member in SCOPES or re.fullmatch(r'[A-Z0-9_]+', member)
                or (owner == 'QVariant' and member in VARIANTS)):
            continue
        yield node.lineno, f'{owner}.{member} is not scoped'


def nothing_the_scan_refuses(tree, module):
    """No assert, print, eval, subprocess, pickle or silent except in what is shipped."""
    for node, name, level, _, _ in imports(tree):
        if not level and name.split('.')[0] in NEVER_IMPORTED:
            yield node.lineno, f'imports {name}'
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert):
            yield node.lineno, 'asserts; raise one of core.errors'
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in NEVER_CALLED:
            yield node.lineno, f'calls {node.func.id}()'
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in {'os.system', 'os.popen', 'tempfile.mktemp'}:
            yield node.lineno, f'calls {ast.unparse(node.func)}()'
        elif isinstance(node, ast.ExceptHandler):
            if node.type is None:
                yield node.lineno, 'catches everything'
            broad = node.type is None or ast.unparse(node.type) in ('Exception', 'BaseException')
            silent = (ast.Pass, ast.Continue) if broad else ast.Pass
            if all(isinstance(line, silent) for line in node.body):
                yield node.lineno, 'swallows an exception'


def texts_are_translatable(tree, module):
    """What a user reads goes through tr or mark as a literal."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = called_name(node)
            if name in ('tr', 'mark') and node.args and isinstance(node.args[0], (ast.JoinedStr, ast.BinOp)):
                yield node.lineno, f'{name}() is given a text put together at run time'
            if module.startswith(CORE):
                continue
            given = []
            if name in BUILDERS and isinstance(node.func, ast.Name) and len(node.args) > 1:
                given = [*node.args[1:3], *(word.value for word in node.keywords if word.arg in ('label', 'help'))]
            elif name in SPOKEN:
                given = node.args[:1]
            if any(is_text(each) for each in given):
                yield node.lineno, f'{name}() is given a text that is not translated'
        elif isinstance(node, ast.ClassDef) and tool_is_real(node):
            for line in node.body:
                if assigned(line) in MARKED and not (
                        isinstance(line.value, ast.Call) and called_name(line.value) == 'mark'):
                    yield line.lineno, f'{node.name}.{assigned(line)} is not marked for translation'
            missing = MARKED - {assigned(line) for line in node.body}
            if missing:
                yield node.lineno, f'{node.name} lacks {", ".join(sorted(missing))}'


def is_text(node):
    """Whether a literal holds words, also inside an f-string or a sum."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and re.search(r'[^\W\d_]{2}', node.value) is not None
    if isinstance(node, ast.JoinedStr):
        return any(is_text(part) for part in node.values)
    if isinstance(node, ast.BinOp):
        return is_text(node.left) or is_text(node.right)
    return False


def assigned(line):
    if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name):
        return line.targets[0].id
    return ''


def tool_is_real(node):
    """Not the abstract base, whose id is empty."""
    return any(assigned(line) == 'tool_id' and getattr(line.value, 'value', '') for line in node.body)


def templates_match_their_values(tree, module):
    """Every placeholder of a message gets a value, and every value has a place; no format specs."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or any(word.arg is None for word in node.keywords):
            continue
        name, template = called_name(node), None
        if (name.endswith('Error') or name in ('tr', 'warn', 'say')) and node.args:
            template = node.args[0]
        elif name == 'progress' and len(node.args) > 1:
            template = node.args[1]
        if not (isinstance(template, ast.Constant) and isinstance(template.value, str)):
            continue
        values = {word.arg for word in node.keywords}
        if name == 'tr' and not values:
            continue  # formatted later, or shown with its braces
        try:
            fields = [part for part in string.Formatter().parse(template.value) if part[1] is not None]
        except ValueError as problem:
            yield node.lineno, f'{name}: {problem}'
            continue
        places = {part[1] for part in fields}
        if any(part[2] or part[3] for part in fields) or not all(re.fullmatch(r'\w+', place) for place in places):
            yield node.lineno, f'{name}: only plain {{name}} placeholders can be translated'
        elif places != values and (values or places) and name not in ('warn', 'say'):
            yield node.lineno, f'{name}: placeholders {sorted(places)} but values {sorted(values)}'


def no_machine_paths(tree, module):
    """Nothing names a folder of the machine it was written on."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and MACHINE_PATH.search(node.value):
            yield node.lineno, f'holds the path {node.value[:60]!r}'


def no_unseeded_numbers(tree, module):
    """Random draws come from a Generator with a seed that is a parameter."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name.endswith('random.default_rng') and not (node.args or node.keywords):
                yield node.lineno, 'draws random numbers without a seed'
            elif re.fullmatch(r'(np|numpy)\.random\.(?!default_rng|Generator|SeedSequence|PCG64)\w+', name):
                yield node.lineno, f'calls {name}(); use a Generator with a seed'


RULES = [core_stands_alone, stages_keep_to_themselves, imports_are_relative, qt_comes_from_qgis, no_project_in_tools,
         enums_are_scoped, nothing_the_scan_refuses, texts_are_translatable, templates_match_their_values,
         no_machine_paths, no_unseeded_numbers]


def lengths(tree, module, lines):
    """What has outgrown the sizes of the house; advice, not a rule."""
    if lines > 400:
        yield f'{module}: {lines} lines'
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            size = node.end_lineno - node.lineno + 1 - docstring_lines(node)
            if size > 50:
                yield f'{module}:{node.lineno} {node.name} has {size} lines'
        elif isinstance(node, ast.ClassDef) and module.startswith('algorithms/') and any(
                assigned(line) == 'tool_id' for line in node.body):
            size = node.end_lineno - node.lineno + 1
            if size > 150:
                yield f'{module}:{node.lineno} {node.name} has {size} lines'


def docstring_lines(node):
    first = node.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(
        first.value.value, str)
    return first.end_lineno - first.lineno + 1 if documented else 0
