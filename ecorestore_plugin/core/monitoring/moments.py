"""Means and covariances that grow with every block of a raster."""

from __future__ import annotations

import numpy as np


class Moments:
    """Of several values per place.

    Parameters
    ----------
    values : how many values a place has

    Attributes
    ----------
    count : places
    mean : (values,) array
    products : (values, values) sums of products of deviations from the mean
    """

    def __init__(self, values):
        self.count, self.mean, self.products = 0, np.zeros(values), np.zeros((values, values))

    def add(self, values):
        """(values, n) array without NaN."""
        size = values.shape[1]
        if not size:
            return
        mean, total = values.mean(axis=1), self.count + size
        deviations, shift = values - mean[:, None], mean - self.mean
        # Parts are joined by their means, so that a large mean does not drown what varies.
        self.products += deviations @ deviations.T + np.outer(shift, shift) * (self.count * size / total)
        self.mean += shift * (size / total)
        self.count = total

    @property
    def variance(self):
        """(values,) with n - 1; NaN below two places."""
        return np.diag(self.products) / (self.count - 1 if self.count > 1 else np.nan)
