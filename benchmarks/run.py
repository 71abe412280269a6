#!/usr/bin/env python3
"""Runs every benchmark of this folder (or those named) and prints one table; the entry of ``make bench``."""

import importlib.util
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
HEADINGS = {'work': 'work', 'ours': 'ours (s)', 'peer': 'peer (s)', 'ratio': 'peer / ours', 'ours_peak_mb': 'ours (MB)',
            'peer_peak_mb': 'peer (MB)', 'note': 'note'}


def benchmarks(names):
    """Modules of this folder with rows()."""
    for path in sorted(FOLDER.glob('*.py')):
        if path.stem in ('run', 'measure') or (names and path.stem not in names):
            continue
        spec = importlib.util.spec_from_file_location(path.stem, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        if hasattr(module, 'rows'):
            yield module


def main(names):
    sys.path.insert(0, str(FOLDER))
    print('| ' + ' | '.join(HEADINGS.values()) + ' |')
    print('|' + '---|' * len(HEADINGS))
    for module in benchmarks(names):
        for row in module.rows():
            print('| ' + ' | '.join(str(row.get(key, '')) for key in HEADINGS) + ' |', flush=True)


if __name__ == '__main__':
    main(sys.argv[1:])
