"""Intensity classes of soil erosion and their areas, written in blocks of rows."""

import numpy as np

from ...ecorestore_plugin.core.services.erosion_classes import erosion_intensity
from ..base import mark, tr

CLASS_NAMES = (mark('Slight'), mark('Light'), mark('Moderate'), mark('Strong'), mark('Very strong'), mark('Severe'))


class IntensityRows:
    """The outputs INTENSITY and INTENSITY_AREAS of a tool.

    Parameters
    ----------
    limits : upper limits of the classes but the last, t/km2/yr
    """

    def __init__(self, job, grid, limits):
        self.job, self.grid, self.limits = job, grid, limits
        self.writer = job.raster_rows('INTENSITY', grid, description=tr('Intensity of erosion'),
                                      style='erosion_intensity', codes=len(limits) + 1)
        self._cells = np.zeros(len(limits) + 2, np.int64)
        self._losses = np.zeros(len(limits) + 2)

    def write(self, start, erosion):
        """Classes of the rows from ``start``; ``erosion`` in t/ha/yr."""
        classes = erosion_intensity(erosion, self.limits)
        self.writer.write(start, classes)
        known = classes > 0
        self._cells += np.bincount(classes[known], minlength=len(self._cells))
        self._losses += np.bincount(classes[known], erosion[known], len(self._losses))

    def finish(self):
        """The table of areas."""
        numbers, cells = np.arange(1, len(self._cells)), self._cells[1:]
        names = [tr(CLASS_NAMES[number - 1]) if len(numbers) == len(CLASS_NAMES) else str(number) for number in numbers]
        area = self.grid.cell_area_ha
        self.job.write_table('INTENSITY_AREAS', {
            'class': numbers, 'name': names, 'from_t_km2': np.concatenate([[0.0], self.limits]),
            'to_t_km2': np.concatenate([self.limits, [np.nan]]), 'cells': cells, 'area_ha': cells * area,
            'share': cells / max(cells.sum(), 1), 'erosion_t': self._losses[1:] * area})
