"""Natural breaks and Moran's I against mapclassify, jenkspy and esda: a folder with pysal_ref.json.

The file holds ``values`` with the breaks of FisherJenks_k and jenkspy_k, the fits gvf_k and FisherJenks_k_adcm, and
``lisa_x``, ``lisa_y`` on a square lattice with row-standardised queen neighbours, with the indices esda found.
NaturalBreaks_k start from random draws, so that ours must fit at least as well. lulc_SHDI_numpy is the diversity of
``inputs/lulc.tif`` as a whole; lulc_SHDI of pylandstats counts adjacencies, not cells, and is left out.
"""

import json
import math

import numpy as np
from osgeo import gdal

from ecorestore.ecorestore_plugin.core.classify import class_numbers, classify, goodness_of_variance_fit
from ecorestore.ecorestore_plugin.core.matching.moran import global_moran, local_moran
from ecorestore.ecorestore_plugin.core.matching.neighbours import neighbours_of_pairs
from ecorestore.ecorestore_plugin.core.window import shannon_diversity

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
    return [*_breaks(reference), *_moran(reference), *_diversity(reference, folder)]


def _breaks(reference):
    for key, expected in reference.items():
        name, _, number = key.rpartition('_')
        if name not in ('FisherJenks', 'jenkspy', 'gvf') or not number.isdigit():
            continue
        found = classify(reference['values'], 'jenks', int(number))
        ours = {'FisherJenks': found.limits[1:], 'jenkspy': found.limits, 'gvf': [found.goodness]}[name]
        yield _compared(key, ours, [expected] if name == 'gvf' else expected)
    for key, expected in reference.items():
        name, _, number = key.removesuffix('_adcm').rpartition('_')
        if key.endswith('_adcm') and name == 'FisherJenks':
            values, classes = np.array(reference['values']), _classes(reference['values'], int(number))
            apart = sum(np.abs(values[classes == k] - np.median(values[classes == k])).sum() for k in set(classes))
            yield _compared(key, [apart], [expected])
        elif name == 'NaturalBreaks' and number.isdigit():
            yield _fits(key, reference['values'], expected)


def _classes(values, count):
    return class_numbers(values, classify(values, 'jenks', count).limits)


def _fits(key, values, expected):
    """Our partition fits at least as well as the one with the upper limits ``expected``."""
    ours = classify(values, 'jenks', len(expected)).goodness
    theirs = goodness_of_variance_fit(values, class_numbers(values, [min(values), *expected]))
    return key, 'passed' if ours >= theirs - TOLERANCE else 'failed', f'goodness of fit {ours:.6f}, theirs {theirs:.6f}'


def _moran(reference):
    if 'lisa_x' not in reference:
        return
    x, y = np.array(reference['lisa_x']), np.array(reference['lisa_y'])
    neighbours = lattice(x.size)
    whole, local = global_moran(x, neighbours), local_moran(x, neighbours)
    both = local_moran(x, neighbours, y)
    for key, ours in (('moran_I', [whole.index]), ('moran_EI', [whole.expected]), ('moran_zn', [whole.z_normal]),
                      ('moran_pn', [whole.p_normal]), ('local_Is', local.index), ('local_q', local.quadrant),
                      ('bv_Is', both.index), ('bv_q', both.quadrant)):
        if key in reference:
            yield _compared(key, ours, np.atleast_1d(reference[key]))
    for key, ours in (('local_p', local.p_values), ('bv_p', both.p_values)):
        if key in reference:
            # Both drew 999 times with draws of their own: the difference of two such shares.
            p = np.array(reference[key])
            apart = np.abs(ours - p) / np.sqrt(2 * np.maximum(p, 0.002) * (1 - p) / 1000)
            yield (key, 'passed' if apart.max() < 4 else 'failed',
                   f'{p.size} pseudo p-values, largest difference {apart.max():.2f} standard errors (below 4)')


def _diversity(reference, folder):
    path = folder / 'inputs' / 'lulc.tif'
    if 'lulc_SHDI_numpy' in reference and path.is_file():
        dataset = gdal.Open(str(path))
        codes = dataset.ReadAsArray()
        valid = codes != dataset.GetRasterBand(1).GetNoDataValue()
        window = tuple(2 * side + 1 for side in codes.shape)
        found = shannon_diversity(codes, valid, window, minimum_share=0.0)
        yield _compared('lulc_SHDI_numpy', found[valid], [reference['lulc_SHDI_numpy']])


def _compared(key, ours, expected):
    apart = float(np.abs(np.asarray(ours, dtype=float) - np.asarray(expected, dtype=float)).max())
    return key, 'passed' if apart < TOLERANCE else 'failed', f'{len(ours)} values, largest difference {apart:.2g}'
