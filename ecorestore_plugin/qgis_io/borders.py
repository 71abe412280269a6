"""Administrative units whose borders do not fit together, or whose codes do not."""

from __future__ import annotations

from qgis.core import Qgis, QgsGeometry, QgsSpatialIndex

from ..core.zoning.collaborative import province_code
from ..i18n import tr

# Borders that miss each other by up to twice this many metres leave a gap and not an inlet.
GAP = 25.0


def check_borders(job, units):
    """Warns of units that overlap or leave gaps, and of parent codes that are missing or of another city."""
    union = QgsGeometry.unaryUnion(units.geometries)
    twice = overlap_share(units.geometries, union)
    if twice > 1e-6:
        job.warn(tr('Administrative units overlap on {share} % of their area; the earlier unit keeps the ground. '
                    'Repair the borders.', share=f'{100 * twice:.4f}'))
    gaps = unit_gaps(units.geometries, union)
    if gaps:
        centre = max(gaps, key=QgsGeometry.area).pointOnSurface().asPoint()
        job.warn(tr('Administrative units leave {count} gaps between them, {area} ha in all, the largest at {x}, {y}. '
                    'Elements there belong to no unit; close the gaps unless the land belongs to others.',
                    count=len(gaps), area=f'{sum(gap.area() for gap in gaps) / 10000.0:.4g}', x=f'{centre.x():.0f}',
                    y=f'{centre.y():.0f}'))
    blank = [name for name, parent in zip(units.names, units.parents) if not parent.strip()]
    if blank:
        job.warn(tr('{count} units have no parent code, the first is {name}; their city is taken from the first four '
                    'digits of their own code.', count=len(blank), name=blank[0]))
    strange = [f'{name} ({parent})' for code, name, parent in zip(units.codes, units.names, units.parents)
               if province_code(code) and parent.strip() and parent[:4] != code[:4] and parent != province_code(code)]
    if strange:
        job.warn(tr('{count} units have an unknown parent code, of another city or province than their own code: '
                    '{units}. Who leads follows from these codes; correct them.', count=len(strange),
                    units=', '.join(strange[:5])))


def overlap_share(geometries, union):
    """Share of their area that polygons cover twice; ``union`` is that of them all."""
    total = sum(geometry.area() for geometry in geometries)
    return max(0.0, 1.0 - union.area() / total) if total else 0.0


def unit_gaps(geometries, union):
    """Land enclosed by polygons but in none of them, and slits between two of them, as geometries."""
    holes = union.removeInteriorRings().difference(union)
    style = Qgis.EndCapStyle.Round, Qgis.JoinStyle.Miter, 2.0
    closed = union.buffer(GAP, 1, *style).buffer(-GAP, 1, *style)
    slits = [part for part in closed.difference(union).asGeometryCollection() if part.area() > 1.0]
    index = QgsSpatialIndex()
    for row, geometry in enumerate(geometries):
        index.addFeature(row, geometry.boundingBox())
    gaps = [part for part in holes.asGeometryCollection() if part.area() > 1.0]
    for slit in slits:
        if any(slit.intersects(hole) for hole in gaps):
            continue
        near = slit.buffer(0.01, 1)
        if sum(near.intersects(geometries[row]) for row in index.intersects(near.boundingBox())) > 1:
            gaps.append(slit)
    return gaps
