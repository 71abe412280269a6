"""How much of a threat arrives at the cells around it."""

from __future__ import annotations

import numpy as np

from ..checks import never, silent, stop_if
from ..strips import CELLS_AT_ONCE, NearestCells, strips

STEEPNESS = 2.99
CACHED_CELLS = 65_536  # few enough for what is made of them to stay in the processor's cache
NOISE = 1e-12


def decay_of(distance, max_distance, decay) -> np.ndarray:
    """Influence left at a distance: 1 - d / dmax, or exp(-2.99 d / dmax); 0 beyond dmax.

    Parameters
    ----------
    distance : array, metres, 0 or more
    """
    share = np.asarray(distance, dtype=float) / max_distance
    left = np.maximum(1.0 - share, 0.0) if decay == 'linear' else np.exp(-STEEPNESS * share)
    # Cell sizes with decimals must not push a cell at just the distance out of reach.
    return np.where(share > 1.0 + 1e-12, 0.0, left)


class NearestInfluence:
    """Influence of the nearest cell with the threat, whatever its intensity, strip by strip.

    Parameters
    ----------
    intensity : (rows, cols) array; every cell above 0 holds the threat, NaN does not
    threat : habitat_quality.Threat
    cell_width, cell_height : metres
    """

    def __init__(self, intensity, threat, cell_width, cell_height):
        intensity = np.asarray(intensity)
        self.present = intensity if intensity.dtype == bool else np.nan_to_num(intensity) > 0
        self.cells = int(np.count_nonzero(self.present))
        self.reach = min(int(np.ceil(threat.max_distance / cell_height)), len(self.present))
        self._threat, self._sampling = threat, (cell_height, cell_width)
        self._nearest = NearestCells(self.present, self.reach, cell_width, cell_height)

    def prepare(self, start, stop):
        """Looks for the nearest threat of the rows from ``start`` to ``stop``."""
        self._nearest.prepare(start, stop)

    def rows(self, start, stop):
        """(rows, cols) influence of some of the rows prepared, None where there is none."""
        distance = self._nearest.distances(start, stop)
        return None if distance is None else decay_of(distance, self._threat.max_distance, self._threat.decay)

    def distances(self):
        """Metres to the nearest threat of every cell; there must be one."""
        from scipy import ndimage
        return ndimage.distance_transform_edt(~self.present, sampling=self._sampling)


class KernelInfluence:
    """Mean intensity around each cell, weighted by the decay with distance, strip by strip.

    Parameters as in :class:`NearestInfluence`; intensities are 0 to 1, NaN counts as 0.
    """

    def __init__(self, intensity, threat, cell_width, cell_height):
        self._intensity = np.nan_to_num(np.asarray(intensity, dtype=float))
        self.cells = int(np.count_nonzero(self._intensity))
        reach = [int(threat.max_distance / side + 1e-9) for side in (cell_height, cell_width)]
        self.reach = min(reach[0], len(self._intensity))
        kernel = _kernel(threat, reach, cell_width, cell_height)
        # Farther than the raster is long there is nothing to weigh, but the kernel's sum still counts it.
        cut = [max(0, side - size) for side, size in zip(reach, self._intensity.shape)]
        self._kernel = kernel[cut[0]:kernel.shape[0] - cut[0], cut[1]:kernel.shape[1] - cut[1]] / kernel.sum()
        self._sampling = (cell_height, cell_width)
        self._start, self._mean = 0, None

    def prepare(self, start, stop):
        """Weighs what is around the rows from ``start`` to ``stop``."""
        from scipy import signal
        first, last = max(0, start - self.reach), min(len(self._intensity), stop + self.reach)
        part = self._intensity[first:last]
        self._start, self._mean = start, None
        if part.any():
            mean = signal.oaconvolve(part, self._kernel, mode='same')[start - first:stop - first]
            # The Fourier transform leaves traces where there is no threat.
            self._mean = np.where(mean > NOISE, np.minimum(mean, 1.0), 0.0)

    def rows(self, start, stop):
        """(rows, cols) influence of some of the rows prepared, None where there is none."""
        return None if self._mean is None else self._mean[start - self._start:stop - self._start]

    def distances(self):
        """Metres to the nearest threat of every cell; there must be one."""
        from scipy import ndimage
        return ndimage.distance_transform_edt(self._intensity == 0, sampling=self._sampling)


def _kernel(threat, reach, cell_width, cell_height):
    down = np.arange(-reach[0], reach[0] + 1) * cell_height
    across = np.arange(-reach[1], reach[1] + 1) * cell_width
    return decay_of(np.hypot(down[:, None], across[None, :]), threat.max_distance, threat.decay)


INFLUENCES = {'nearest': NearestInfluence, 'kernel': KernelInfluence}


def nearest_influence(intensity, threat, cell_width, cell_height, progress=silent, cancelled=never,
                      cells_at_once=CELLS_AT_ONCE) -> np.ndarray:
    """Influence of the nearest cell with the threat, whatever its intensity, as InVEST computes it since 3.13.

    Parameters
    ----------
    intensity : (rows, cols) float array; every cell above 0 holds the threat, NaN does not
    threat : Threat
    cell_width, cell_height : metres
    cells_at_once : strips of about that many cells are taken in turn, which changes nothing in the result

    Returns
    -------
    (rows, cols) float array, 0 to 1

    Source: InVEST Habitat Quality 3.20; the guide's sum over all threat cells is not what its code does
    """
    source = NearestInfluence(intensity, threat, cell_width, cell_height)
    return _everywhere(source, np.shape(intensity), cells_at_once, progress, cancelled)


def kernel_influence(intensity, threat, cell_width, cell_height, progress=silent, cancelled=never,
                     cells_at_once=CELLS_AT_ONCE) -> np.ndarray:
    """Mean intensity around each cell, weighted by the decay with distance; land beyond the raster holds no threat.

    Other than the nearest threat it tells a dense city from a single house and a weak threat from a strong one.
    Values are far lower: 1 means threat of full intensity everywhere within reach.

    Parameters
    ----------
    intensity : (rows, cols) float array, 0 to 1, NaN counts as 0; others as in :func:`nearest_influence`

    Returns
    -------
    (rows, cols) float array, 0 to 1

    Source: Sharp et al. 2016, InVEST User Guide (equation of the total threat level)
    """
    source = KernelInfluence(intensity, threat, cell_width, cell_height)
    return _everywhere(source, np.shape(intensity), cells_at_once, progress, cancelled)


def _everywhere(source, shape, cells_at_once, progress, cancelled):
    found = np.zeros(shape)
    for start, stop in strips(shape, source.reach, cells_at_once):
        stop_if(cancelled)
        progress(start / shape[0])
        source.prepare(start, stop)
        for top, bottom in pieces(start, stop, shape[1]):
            influence = source.rows(top, bottom)
            if influence is not None:
                found[top:bottom] = influence
    return found


def pieces(start, stop, columns):
    """[(top, bottom)] of rows of a strip that fit the processor's cache."""
    height = max(1, CACHED_CELLS // max(columns, 1))
    return [(top, min(top + height, stop)) for top in range(start, stop, height)]
