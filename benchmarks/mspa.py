"""Pattern analysis against the C program of its authors, and the distances it needs against scipy's transform.

The C program comes with the package pyguidos; without it, the rows of the pattern analysis have no peer.
"""

import importlib.util
import time
from pathlib import Path

from measure import measured, paired, row

SIDE = 2000
LARGE = 4000
FEW = 1e-3  # share of cells that may differ: newer versions of the program fill the corners of the frame


def pattern(side):
    """Forest of many scales, a hundredth of it missing."""
    import numpy as np
    from scipy import ndimage
    draw = np.random.default_rng(5)
    noise = sum(scale * ndimage.gaussian_filter(draw.random((side, side), np.float32), scale) for scale in (1, 3, 12))
    made = np.where(noise > np.quantile(noise, 0.55), 2, 1).astype(np.uint8)
    made[noise < np.quantile(noise, 0.01)] = 0
    return made


def program():
    """The module with the C program, loaded without the package around it; None where it is not installed."""
    found = importlib.util.find_spec('pyguidos')
    files = sorted(Path(found.submodule_search_locations[0]).glob('_mspa/_mspa*.so')) if found else []
    if not files:
        return None
    spec = importlib.util.spec_from_file_location('_mspa', files[0])
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def linking(codes):
    """Share of bridge cells."""
    import numpy as np
    return float((np.isin(codes % 100, (33, 35, 37)) & (codes != 129)).mean())


def ours(side, connectivity, width, compiled=False):
    """In a worker with compiled kernels, its start included, or here with numpy and scipy."""
    from scipy import ndimage

    from ecorestore.ecorestore_plugin.core.engine import LocalEngine
    from ecorestore.ecorestore_plugin.core.sources.mspa import mspa
    made = pattern(side)
    ndimage.label(made[:9, :9])
    start = time.perf_counter()
    codes = mspa(made, connectivity, width, engine=LocalEngine(1) if compiled else None)
    return linking(codes), time.perf_counter() - start


def ours_compiled(side, connectivity, width):
    ours(200, connectivity, width, compiled=True)  # compiles once, as the first run of a user does; kept on disk
    return ours(side, connectivity, width, compiled=True)


def peer(side, connectivity, width):
    made, run = pattern(side), program()
    start = time.perf_counter()
    codes = run.mspa(made, float(width), connectivity, 1, 1)[0]
    return linking(codes), time.perf_counter() - start


def nothing(side):
    """What the test pattern itself takes in memory, for comparison."""
    pattern(side)
    return 0, 1.0


def near_ours(side, distance):
    from ecorestore.ecorestore_plugin.core.sources.mspa_sets import within
    cells = pattern(side) == 1
    start = time.perf_counter()
    found = within(cells, distance)
    return int(found.sum()), time.perf_counter() - start


def near_peer(side, distance):
    from scipy import ndimage
    cells = pattern(side) == 1
    start = time.perf_counter()
    found = ndimage.distance_transform_edt(~cells) <= distance
    return int(found.sum()), time.perf_counter() - start


def rows():
    there = program() is not None
    for side, connectivity, width in ((LARGE, 8, 1), (SIDE, 8, 3), (SIDE, 4, 1), (SIDE, 8, 10)):
        making = round(measured(__file__, 'nothing', side)['peak_mb'])
        for name, note in (('ours', 'numpy and scipy'), ('ours_compiled', 'numba in a worker, its start included')):
            work = f'MSPA, {connectivity} neighbours, edge width {width}, {side * side / 1e6:g} M cells'
            note = f'{note}; making the test pattern takes {making} MB'
            if not there:
                one = measured(__file__, name, side, connectivity, width)
                yield {'work': work, 'ours': round(one['seconds'], 3), 'ours_peak_mb': round(one['peak_mb']),
                       'note': f'{note}; peer not installed'}
                continue
            one, other = paired(__file__, name, 'peer', side, connectivity, width)
            if abs(one['value'] - other['value']) > FEW:
                raise RuntimeError(f'results differ: {one["value"]} and {other["value"]}')
            yield row(work, one, other, f'{note}; peer C (miallib)')
    for distance in (1.98, 10.98):
        one, other = paired(__file__, 'near_ours', 'near_peer', SIDE, distance)
        if one['value'] != other['value']:
            raise RuntimeError(f'results differ: {one["value"]} and {other["value"]}')
        yield row(f'Euclidean distance, cells within {distance} cells, {SIDE * SIDE / 1e6:g} M cells', one, other,
                  'discs of bytes instead of a distance per cell; peer scipy.ndimage')
