"""Soil erosion control: how much less soil is lost, and how much of the eroded land was treated."""

from __future__ import annotations

import numpy as np

from .change import add_by_zone


class ErosionSums:
    """Grows with every block; element 0 of the arrays stands for all cells, 1 to n for the zones.

    Only cells known at both dates count.

    Parameters
    ----------
    zones : how many there are
    tolerance : soil loss that a soil bears, t/ha/yr; land above it is eroded

    Attributes
    ----------
    before, after : soil loss, t/yr
    eroded, still : hectares above the tolerance before, and of these after too
    treated : hectares of the eroded land in treated places
    """

    def __init__(self, zones, tolerance):
        self.tolerance = tolerance
        self.before, self.after, self.eroded, self.still, self.treated = (np.zeros(zones + 1) for _ in range(5))

    def add(self, before, after, hectares, zone=None, treated=None):
        """Adds a block.

        Parameters
        ----------
        before, after : soil loss of arrays of one shape, t/ha/yr, NaN where unknown
        hectares : of a cell
        zone : 1 to n, 0 outside, or None
        treated : bool array, or None
        """
        known = np.isfinite(before) & np.isfinite(after)
        old, new = before[known], after[known]
        number = None if zone is None else zone[known]
        eroded = old > self.tolerance
        inside = eroded & (False if treated is None else treated[known])
        for total, values in ((self.before, old), (self.after, new), (self.eroded, eroded.astype(float)),
                              (self.still, (eroded & (new > self.tolerance)).astype(float)),
                              (self.treated, inside.astype(float))):
            add_by_zone(total, values * hectares, number)

    def control_rate(self):
        """100 (loss before - loss after) / loss before, %; NaN where nothing was lost."""
        return _percent(self.before - self.after, self.before)

    def treated_rate(self):
        """100 treated eroded area / eroded area, %; NaN where nothing was eroded."""
        return _percent(self.treated, self.eroded)

    def relieved_rate(self):
        """100 eroded area that has come below the tolerance / eroded area, %; NaN where nothing was eroded."""
        return _percent(self.eroded - self.still, self.eroded)


def _percent(part, whole):
    with np.errstate(divide='ignore', invalid='ignore'):
        return np.where(whole > 0, 100.0 * part / whole, np.nan)
