"""Shannon diversity in a moving window against one scipy.ndimage filter per class."""

import time

from measure import paired, row

SIDE = 4000
CLASSES = 8


def landscape(side):
    """Class codes in patches of some cells, no unknown cell."""
    import numpy as np
    from scipy import ndimage
    noise = ndimage.uniform_filter(np.random.default_rng(1).random((side, side)), 9)
    return np.searchsorted(np.quantile(noise, np.linspace(0, 1, CLASSES + 1)[1:-1]), noise) + 1


def window(shape, cells):
    """Columns to either side of the centre, row by row."""
    from ecorestore.ecorestore_plugin.core.window import circular_window, square_window
    return (square_window if shape == 'square' else circular_window)(cells, 1.0, 1.0)


def ours(side, shape, cells, engine=None):
    """Mean diversity, with numpy in this process or where the engine runs it."""
    import numpy as np

    from ecorestore.ecorestore_plugin.core.window import window_diversity
    codes = landscape(side)
    valid = np.ones(codes.shape, bool)
    reach = window(shape, cells)
    start = time.perf_counter()
    found = window_diversity(codes, valid, reach, 0.0, engine)
    return float(found.shannon.mean()), time.perf_counter() - start


def ours_compiled(side, shape, cells):
    """In fresh workers with compiled kernels; their start counts, compiling does not: its result is kept on disk."""
    from ecorestore.ecorestore_plugin.core.engine import LocalEngine
    ours(200, shape, 5, LocalEngine())
    return ours(side, shape, cells, LocalEngine())


def ours_running(side, shape, cells):
    """In workers that already run."""
    from ecorestore.ecorestore_plugin.core.engine import LocalEngine
    with LocalEngine() as engine:
        ours(1500, shape, 5, engine)
        return ours(side, shape, cells, engine)


def peer(side, shape, cells):
    """As a planner would script it: the share of each class by a filter, then -sum p ln p."""
    import numpy as np
    from scipy import ndimage
    codes = landscape(side)
    reach = window(shape, cells)
    footprint = np.abs(np.arange(-reach.max(), reach.max() + 1)) <= reach[:, np.newaxis]
    start = time.perf_counter()

    def total(flags):
        if shape == 'square':
            return ndimage.uniform_filter(flags, len(reach), mode='constant') * footprint.sum()
        return ndimage.convolve(flags, footprint.astype(np.float32), mode='constant')

    known = total(np.ones(codes.shape, np.float32))
    diversity = np.zeros(codes.shape)
    for code in np.unique(codes):
        share = total((codes == code).astype(np.float32)) / known
        diversity -= share * np.log(np.where(share > 1e-9, share, 1.0))
    return float(diversity.mean()), time.perf_counter() - start


WAYS = (('ours', 'numpy'), ('ours_compiled', 'numba in workers, their start included'),
        ('ours_running', 'numba in running workers'))


def rows():
    for shape, side, cells in (('square', SIDE, 31), ('square', SIDE, 101), ('circle', SIDE // 4, 31)):
        for name, note in WAYS:
            one, other = paired(__file__, name, 'peer', side, shape, cells)
            if abs(one['value'] - other['value']) > 1e-4:
                raise RuntimeError(f'results differ: {one["value"]} and {other["value"]}')
            yield row(f'Shannon diversity, {shape} of {cells} cells, {CLASSES} classes, {side * side / 1e6:g} M cells',
                      one, other, f'{note}; also the number of classes; peer scipy.ndimage, Shannon only')
