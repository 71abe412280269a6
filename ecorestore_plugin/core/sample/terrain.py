"""Mountains, valleys and plains: uplifted noise carved by its own rivers."""

from __future__ import annotations

import numpy as np

from ..checks import never, silent, stop_if
from .drainage import drainage
from .noise import smoothstep, spectral_noise

STAGES = ((4, 45), (2, 12), (1, 3))   # (coarsening, rounds of erosion) from coarse to fine


def carved_terrain(shape, rng, relief=850.0, lowest=35.0, progress=silent, cancelled=never):
    """A river basin with steep hill masses and wide plains between them.

    Parameters
    ----------
    shape : (rows, columns), multiples of 4
    rng : numpy Generator
    relief : metres between the lowest and the highest cell
    lowest : metres, height of the outlet

    Returns
    -------
    (heights (rows, cols) in metres, flat indices of the outlet cells on the eastern edge)

    Source: stream power incision solved implicitly (Braun & Willett 2013, Geomorphology,
    doi:10.1016/j.geomorph.2012.10.008) on a fractal uplift field.
    """
    from scipy import ndimage
    uplift = hill_masses(shape, rng)
    texture = spectral_noise(shape, rng, 2.6)
    done, total = 0, sum(rounds * (16 // step ** 2) for step, rounds in STAGES)
    height = None
    for step, rounds in STAGES:
        size = (shape[0] // step, shape[1] // step)
        local = ndimage.zoom(uplift, 1.0 / step, order=1) if step > 1 else uplift
        rough = ndimage.zoom(texture, 1.0 / step, order=1) if step > 1 else texture
        height = rough * 0.02 + 0.02 if height is None else _refined(height, size) + rough * 0.004
        outlets = outlet_cells(size)
        for _ in range(rounds):
            stop_if(cancelled)
            height = _eroded(height, local, step, outlets)
            done += 16 // step ** 2
            progress(done / total, 'Carving valleys')
    height = ndimage.gaussian_filter(height, 0.7)
    height -= height.min()
    return lowest + relief * height / height.max(), outlet_cells(shape)


def hill_masses(shape, rng):
    """Uplift 0 to 1: separated hill masses over plains that hardly rise, highest away from the outlet."""
    rows, columns = shape
    span = max(shape)
    broad = spectral_noise(shape, rng, 3.0, longest=span / 3.6, shortest=span / 30.0)
    away = 1.0 - np.linspace(0.0, 1.0, columns)[None, :]
    field = broad + 0.9 * (away - 0.5) + np.zeros((rows, 1))
    hills = 0.16 * smoothstep(field, -0.7, 0.3)
    mountains = smoothstep(field, 0.1, 2.0)
    return 0.02 + hills + 0.82 * mountains


def outlet_cells(shape):
    """The stretch of the eastern edge where the trunk river leaves."""
    rows, columns = shape
    middle, half = int(rows * 0.58), max(1, rows // 40)
    return np.arange(middle - half, middle + half + 1) * columns + columns - 1


def _refined(height, size):
    from scipy import ndimage
    zoom = (size[0] / height.shape[0], size[1] / height.shape[1])
    return ndimage.zoom(height, zoom, order=3, mode='nearest', grid_mode=True)


def _eroded(height, uplift, step, outlets, erodibility=0.35, exponent=0.45, rise=0.012, creep=0.06):
    """One long time step: hollows silt up, the land rises, rivers cut down, slopes creep."""
    from scipy import ndimage
    drain = drainage(height, outlets)
    surface = drain.filled + uplift.ravel() * rise
    surface[outlets] = 0.0
    area = drain.accumulate(np.full(height.size, float(step ** 2)))
    cutting = erodibility * area ** exponent / step
    for cells in drain.downstream():
        lower = surface[drain.receiver[cells]]
        surface[cells] = np.maximum(lower, (surface[cells] + cutting[cells] * lower) / (1.0 + cutting[cells]))
    surface = surface.reshape(height.shape)
    return surface + creep * (ndimage.gaussian_filter(surface, 1.0) - surface)
