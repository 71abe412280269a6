"""How polygons of one layer lie beside each other: overlaps and gaps."""

from __future__ import annotations

from qgis.core import QgsGeometry

from ..core.prepare.findings import Finding, Words

# Shares of the area: overlaps up to this much are the noise of digitising; a hole that is larger than this part of an
# average polygon is land of others.
OVERLAP, GAP = 1e-4, 0.02


def check_shapes(name, geometries, rules):
    """Findings of polygons by the rules 'apart' (no overlaps) and 'closed' (no small gaps).

    Parameters
    ----------
    geometries : valid polygons
    rules : which of both are asked
    """
    if len(geometries) < 2 or not {'apart', 'closed'} & set(rules):
        return []
    findings = []
    total = sum(shape.area() for shape in geometries)
    union = QgsGeometry.unaryUnion(geometries)
    area = union.area()
    if 'apart' in rules and total - area > OVERLAP * area:
        findings.append(Finding(name, 'geometry', 'warning', Words(
            'Polygons overlap on {share} % of their area.', share=f'{100 * (total - area) / area:.2f}'),
            Words('Correct the boundaries; cells in an overlap belong to the later polygon.')))
    gaps = [hole for hole in holes(union) if hole.area() < GAP * total / len(geometries)] if 'closed' in rules else []
    if gaps:
        findings.append(Finding(name, 'geometry', 'warning', Words(
            'Gaps between polygons, {share} % of their area.',
            share=f'{100 * sum(gap.area() for gap in gaps) / area:.4f}'),
            Words('Close them by snapping the boundaries or with Eliminate selected polygons.'),
            gaps[0].centroid().asPoint().toString(1), len(gaps)))
    return findings


def holes(geometry):
    """The holes of a polygon geometry as polygons."""
    parts = geometry.asMultiPolygon() if geometry.isMultipart() else [geometry.asPolygon()]
    return [QgsGeometry.fromPolygonXY([ring]) for part in parts for ring in part[1:]]
