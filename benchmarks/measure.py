"""Seconds and peak memory of a function in a fresh process, so that no run profits from another.

A benchmark is a module with functions that take plain values and return a number to compare, and ``rows()``, which
yields dicts of work, ours, peer, ratio, ours_peak_mb, peer_peak_mb, note.
"""

import importlib.util
import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def load(path, name):
    """A module from its file; the repository root is importable as ``ecorestore``, as it is when installed."""
    spec = importlib.util.spec_from_file_location(name, path, submodule_search_locations=(
        [str(ROOT)] if name == 'ecorestore' else None))
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def measured(file, function, *arguments, python=sys.executable):
    """{'seconds', 'peak_mb', 'value'} of ``function(*arguments)`` in the benchmark ``file``, in a process of its own.

    The function may itself time a part: it then returns (value, seconds).
    """
    command = [python, str(Path(__file__).resolve()), str(file), function, json.dumps(arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f'{function}{arguments}: {done.stderr[-2000:]}')
    return json.loads(done.stdout.splitlines()[-1])


def paired(file, ours, peer, *arguments, repeats=3):
    """Median of both, measured in turns: (ours, peer) as dicts of measured()."""
    runs = [(measured(file, ours, *arguments), measured(file, peer, *arguments)) for _ in range(repeats)]
    return tuple({'seconds': statistics.median(run[side]['seconds'] for run in runs),
                  'peak_mb': max(run[side]['peak_mb'] for run in runs), 'value': runs[0][side]['value']}
                 for side in (0, 1))


def row(work, ours, peer, note=''):
    """A line of the table from two measurements."""
    return {'work': work, 'ours': round(ours['seconds'], 3), 'peer': round(peer['seconds'], 3),
            'ratio': round(peer['seconds'] / ours['seconds'], 2), 'ours_peak_mb': round(ours['peak_mb']),
            'peer_peak_mb': round(peer['peak_mb']), 'note': note}


def main(file, function, arguments):
    load(ROOT / '__init__.py', 'ecorestore')
    module = load(Path(file), Path(file).stem)
    start = time.perf_counter()
    value = getattr(module, function)(*json.loads(arguments))
    seconds = time.perf_counter() - start
    if isinstance(value, tuple):
        value, seconds = value
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps({'seconds': seconds, 'peak_mb': peak / 1024, 'value': value}))


if __name__ == '__main__':
    main(*sys.argv[1:4])
