"""The one way this plugin measures the area of polygons, so that totals agree in every table."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsDistanceArea, QgsGeometry

from ..core.errors import CrsError


def areas_ha(geometries) -> np.ndarray:
    """Planar area of polygons in hectares, in the projected system they are in; (n,)."""
    return np.array([geometry.area() / 10000.0 for geometry in geometries], dtype=float)


def area_distortion(geometries, crs, context):
    """Planar area over true area on the ellipsoid, minus 1: about 0 in an equal-area system.

    Parameters
    ----------
    geometries : QgsGeometry polygons in ``crs``
    context : QgsProcessingContext, for the transformation

    Raises
    ------
    CrsError : a geographic system
    """
    if crs.isGeographic():
        raise CrsError('Areas cannot be measured in the geographic system {crs}; reproject to a projected system in '
                       'metres.', crs=crs.authid() or crs.description())
    meter = QgsDistanceArea()
    meter.setSourceCrs(crs, context.transformContext())
    meter.setEllipsoid(crs.ellipsoidAcronym() or 'EPSG:7030')
    planar = sum(geometry.area() for geometry in geometries)
    true = sum(meter.measureArea(QgsGeometry(geometry)) for geometry in geometries)
    return planar / true - 1 if true > 0 else 0.0
