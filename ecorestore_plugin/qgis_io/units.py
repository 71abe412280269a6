"""Administrative units: polygons with a unique code, and the cells they cover."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .areas import areas_ha
from .raster import rasterize


@dataclass
class Units:
    """Units in the order of their features.

    ``cells`` (rows, cols) holds 0 outside and 1 to n inside; unit i of the lists is number i + 1. None without a grid.
    """

    features: object
    codes: list
    names: list
    parents: list
    cells: np.ndarray | None
    uncovered: list

    @classmethod
    def of(cls, features, code, name, parent, grid=None):
        """Checks the codes and burns the polygons; a unit smaller than a cell keeps the cells it touches.

        Raises
        ------
        TableError, DuplicateCodeError : missing field, missing or double codes
        """
        codes = features.unique(code)
        names = features.texts(name) if features.has(name) else list(codes)
        parents = features.texts(parent) if features.has(parent) else [text[:4] for text in codes]
        cells, uncovered = None, []
        if grid is not None:
            cells, uncovered = rasterize(features.geometries, np.arange(1, len(codes) + 1), grid)
        return cls(features, codes, names, parents, cells, uncovered)

    def __len__(self):
        return len(self.codes)

    @property
    def geometries(self):
        return self.features.geometries

    @property
    def crs(self):
        return self.features.crs

    @property
    def areas_ha(self):
        return areas_ha(self.features.geometries)

    def identity(self):
        """The three columns that identify a unit in every output."""
        return {'unit_code': list(self.codes), 'unit_name': list(self.names), 'parent_code': list(self.parents)}

    def columns(self, without=()):
        """All attributes, the three identifying ones first, under their standard names."""
        found = self.identity()
        # A GeoPackage knows no difference between upper and lower case.
        taken = {'fid', 'unit_code', 'unit_name', 'parent_code', *(name.lower() for name in without)}
        for key, values in self.features.columns.items():
            if key.lower() not in taken:
                found[key] = list(values)
        return found
