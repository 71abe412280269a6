"""Natural breaks and Moran's I against mapclassify, jenkspy and esda: a folder with pysal_ref.json.

The file holds ``values`` with the breaks of FisherJenks_k and jenkspy_k and the fits gvf_k, and ``lisa_x``, ``lisa_y``
on a square lattice with row-standardised queen neighbours, with the indices esda found.
"""

import json
import math

import numpy as np

from ecorestore.ecorestore_plugin.core.classify import classify
from ecorestore.ecorestore_plugin.core.matching.moran import global_moran, local_moran
from ecorestore.ecorestore_plugin.core.matching.neighbours import neighbours_of_pairs

TOLERANCE = 1e-9


def lattice(count):
    """Square cells that touch in sides and corners."""
    side = math.isqrt(count)
    if side * side != count:
        raise ValueError(f'{count} values are no square lattice')
    number = np.arange(count).reshape(side, side)
    pairs = [(number[:, 1:], number[:, :-1]), (number[1:], number[:-1]), (number[1:, 1:], number[:-1, :-1]),
             (number[1:, :-1], number[:-1, 1:])]
    return neighbours_of_pairs(np.concatenate([np.column_stack([one.ravel(), other.ravel()]) for one, other in pairs]),
                               count).row_standardised()


def run_pysal(folder):
    """[(case, status, message)] of every quantity the reference holds."""
    reference = json.loads((folder / 'pysal_ref.json').read_text(encoding='utf-8'))
    return [*_breaks(reference), *_moran(reference)]


def _breaks(reference):
    for key, expected in reference.items():
        name, _, number = key.rpartition('_')
        if name not in ('FisherJenks', 'jenkspy', 'gvf') or not number.isdigit():
            continue
        found = classify(reference['values'], 'jenks', int(number))
        ours = {'FisherJenks': found.limits[1:], 'jenkspy': found.limits, 'gvf': [found.goodness]}[name]
        yield _compared(key, ours, [expected] if name == 'gvf' else expected)


def _moran(reference):
    if 'lisa_x' not in reference:
        return
    x, y = np.array(reference['lisa_x']), np.array(reference['lisa_y'])
    neighbours = lattice(x.size)
    whole, local = global_moran(x, neighbours), local_moran(x, neighbours)
    both = local_moran(x, neighbours, y)
    for key, ours in (('moran_I', [whole.index]), ('moran_EI', [whole.expected]), ('moran_zn', [whole.z_normal]),
                      ('local_Is', local.index), ('local_q', local.quadrant), ('bv_Is', both.index)):
        if key in reference:
            yield _compared(key, ours, np.atleast_1d(reference[key]))
    if 'local_p' in reference:
        # Both drew 999 times with draws of their own: the difference of two such shares.
        p = np.array(reference['local_p'])
        apart = np.abs(local.p_values - p) / np.sqrt(2 * np.maximum(p, 0.002) * (1 - p) / 1000)
        yield ('local_p', 'passed' if apart.max() < 4 else 'failed',
               f'{p.size} pseudo p-values, largest difference {apart.max():.2f} standard errors (below 4)')


def _compared(key, ours, expected):
    apart = float(np.abs(np.asarray(ours, dtype=float) - np.asarray(expected, dtype=float)).max())
    return key, 'passed' if apart < TOLERANCE else 'failed', f'{len(ours)} values, largest difference {apart:.2g}'
