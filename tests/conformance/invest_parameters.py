"""Which runs an InVEST folder holds, and the parameters of each, however parameters.json writes them down."""

import json
import re
from pathlib import Path

MODELS = {'carbon': 'carbon', 'awy': 'annual_water_yield', 'annual_water_yield': 'annual_water_yield',
          'hq': 'habitat_quality', 'habitat_quality': 'habitat_quality', 'sdr': 'sdr'}
# Folders that InVEST itself makes inside a workspace.
OWN = ('output', 'per_pixel', 'taskgraph_cache', '_taskgraph_working_dir')
NAMES = ('name', 'case', 'run', 'id', 'results_suffix', 'workspace_dir')


def cases_of(folder):
    """[(name, model or '', folder with the results)]: a folder of out/ is a run, or holds one run per folder."""
    found = []
    for out in sorted(each for each in (Path(folder) / 'out').glob('*') if each.is_dir()):
        model = model_of(out.name)
        inner = [each for each in sorted(out.iterdir()) if each.is_dir() and each.name not in OWN
                 and not each.name.startswith('intermediate')]
        direct = any(each.suffix in ('.tif', '.csv') for each in out.iterdir()) or not inner
        if direct or any((out / name).is_dir() for name in OWN):
            found.append((out.name, model, out))
        else:
            found += [(f'{out.name}/{each.name}', model or model_of(each.name), each) for each in inner]
    return found


def model_of(name):
    return next((MODELS[key] for key in sorted(MODELS, key=len, reverse=True)
                 if name == key or re.match(rf'{key}[_\-. ]?(\d|_|-|\.|$)', name)), '')


def parameters_of(path, model, case):
    """Parameters of a run: those of its model, then those under its own name.

    parameters.json may hold a dict per model or run, a list of runs, or several sets for a model as a list or a dict.
    Of several sets the one that is named like the run is taken, or the one whose number ends the run's name.
    """
    content = json.loads(path.read_text(encoding='utf-8')) if path.is_file() else {}
    if isinstance(content, list):
        content = {model: [run for run in content if model_of(_name(run)) in ('', model)
                           and MODELS.get(run.get('model', model), run.get('model')) == model]}
    found = {}
    own = [key for key in content if MODELS.get(key) == model]
    own += sorted((key for key in content if key not in MODELS and _fits(key, case)), key=len)
    for key in own:
        found.update(_chosen(content[key], case))
    return found


def _name(run):
    return next((Path(str(run[key])).name for key in NAMES if run.get(key)), '')


def _chosen(value, case):
    """The set of parameters among several that fits a run."""
    if isinstance(value, list):
        named = [run for run in value if _name(run) and _fits(_name(run), case)]
        number = re.search(r'(\d+)$', case)
        place = int(number.group(1)) - 1 if number else 0
        run = named[0] if named else value[place] if 0 <= place < len(value) else value[0] if value else {}
        return _chosen(run, case)
    flat = {key: each for key, each in value.items() if not isinstance(each, (dict, list))}
    sets = {key: each for key, each in value.items() if isinstance(each, dict)}
    if 'args' in sets:  # as in InVEST's datastack files
        flat.update(_chosen(sets.pop('args'), case))
    fitting = sorted((key for key in sets if _fits(key, case)), key=len)
    if fitting:
        flat.update(_chosen(sets[fitting[-1]], case))
    for key, each in value.items():
        if isinstance(each, list):
            flat.update(_chosen(each, case) if each and isinstance(each[0], dict) else {key: each})
    return flat


def _fits(name, case):
    return case == name or case.endswith((f'/{name}', f'_{name}', f'-{name}'))
