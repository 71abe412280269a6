"""Checks of rasters against the data standard, their table and each other."""

from __future__ import annotations

import numpy as np

from ..checks import place
from .findings import Finding, Words

LOOK_LIKE_NODATA = (-9999.0, -32768.0, 32767.0, 65535.0, -99999.0, -3.4028234663852886e38)
SOIL = ('sand', 'silt', 'clay')


def check_values(name, values, rule=None, hole_cells=None):
    """Nodata, range, fractions in classes and other oddities of one raster.

    Parameters
    ----------
    values : (rows, cols) float array, NaN where nodata
    rule : standard.Rule or None
    hole_cells : (rows, cols) bool, cells that have data in the reference raster; None to skip

    Returns
    -------
    list of Finding
    """
    known = ~np.isnan(values)
    if not known.any():
        return [Finding(name, 'nodata', 'error', Words('All {count} cells are nodata.', count=values.size),
                        Words('Choose another layer or check its nodata value.'), count=int(values.size))]
    findings = _holes(name, known, hole_cells) + _nodata_like(name, values, rule)
    findings += _range(name, values, known, rule)
    if np.isinf(values).any():
        findings.append(_cells(name, 'range', 'error', np.isinf(values), Words('Infinite values.'),
                               Words('Set these cells to nodata.')))
    low, high = float(values[known].min()), float(values[known].max())
    if low == high and known.sum() > 1:
        findings.append(Finding(name, 'range', 'warning', Words('All cells have the same value {value}.',
                                                                value=f'{low:g}'),
                                Words('Check that this is the intended layer; it carries no weight in an index.'),
                                count=int(known.sum())))
    return findings


def _cells(name, check, severity, where, message, fix):
    """A finding about the cells of a mask, with the first of them."""
    return Finding(name, check, severity, message, fix, place(tuple(int(i) for i in np.argwhere(where)[0])),
                   int(where.sum()))


def _holes(name, known, wanted):
    """Nodata as such, and where another raster has data."""
    findings = []
    if not known.all():
        findings.append(Finding(name, 'nodata', 'note', Words(
            '{share} % of the cells are nodata.', share=f'{100.0 * (1 - known.mean()):.1f}'),
            Words('Nothing to do where this is what lies outside the study area.'), count=int((~known).sum())))
    if wanted is not None and wanted.shape == known.shape and (wanted & ~known).any():
        findings.append(_cells(name, 'nodata', 'warning', wanted & ~known,
                               Words('Cells without data where the first raster has data; results will have holes '
                                     'there.'), Words('Fill the gaps or clip all rasters to one study area.')))
    return findings


def _nodata_like(name, values, rule):
    """Values that look like nodata nobody declared."""
    odd = np.isin(values, LOOK_LIKE_NODATA)
    if rule is not None and not np.isnan(rule.minimum):
        odd &= ~((values >= rule.minimum) & ~(values > rule.maximum))
    if not odd.any():
        return []
    return [_cells(name, 'nodata', 'error', odd, Words('The value {value} looks like nodata that is not declared.',
                                                       value=f'{values[odd][0]:g}'),
                   Words('Declare it as the nodata value of the layer.'))]


def _range(name, values, known, rule):
    """Limits of the standard; classes without fractions."""
    if rule is None:
        return []
    findings = []
    with np.errstate(invalid='ignore'):
        outside = (values < rule.minimum) | (values > rule.maximum)
    outside &= ~np.isin(values, LOOK_LIKE_NODATA) & np.isfinite(values)
    if outside.any():
        worst = values[outside]
        findings.append(_cells(name, 'range', 'error', outside, Words(
            'Values from {low} to {high} lie outside {minimum} to {maximum} {unit}, the range of {layer}.',
            low=f'{worst.min():g}', high=f'{worst.max():g}', minimum=_limit(rule.minimum, '-∞'),
            maximum=_limit(rule.maximum, '∞'), unit=rule.unit, layer=rule.layer),
            Words('Check the unit and scale factor, or set these cells to nodata.')))
    if rule.kind == 'class':
        fraction = known & np.isfinite(values) & (values != np.round(np.where(known, values, 0)))
        if fraction.any():
            findings.append(_cells(name, 'codes', 'error', fraction, Words(
                'Class codes with fractions, the first is {value}.', value=f'{values[fraction][0]:g}'),
                Words('Resample class rasters with nearest neighbour (Align rasters does).')))
    return findings


def _limit(value, missing):
    return missing if np.isnan(value) else f'{value:g}'


def check_soil_sum(layers, tolerance=1.5):
    """Sand, silt and clay sum to 100 %.

    Parameters
    ----------
    layers : dict of 'sand', 'silt', 'clay' -> (layer name, values); nothing is checked unless all three are there
    tolerance : percentage points

    Returns
    -------
    list of Finding
    """
    if any(part not in layers for part in SOIL) or len({layers[part][1].shape for part in SOIL}) > 1:
        return []
    total = sum(layers[part][1] for part in SOIL)
    with np.errstate(invalid='ignore'):
        off = np.abs(total - 100.0) > tolerance
    if not off.any():
        return []
    return [_cells(', '.join(layers[part][0] for part in SOIL), 'range', 'error', off,
                   Words('Sand, silt and clay sum to {total} % instead of 100 %.', total=f'{total[off][0]:g}'),
                   Words('Check that all three are percent of the same fine earth.'))]


def check_codes_both_ways(rasters, table, codes):
    """Class codes of rasters against the rows of a table.

    Parameters
    ----------
    rasters : list of (layer name, dict of code -> cells)
    table : table name
    codes : codes of the table's rows, in order

    Returns
    -------
    list of Finding: codes without row per raster, double rows, rows whose code no raster has
    """
    findings = []
    known = set(codes)
    for name, counts in rasters:
        missing = {code: cells for code, cells in counts.items() if code not in known}
        if missing:
            listed = ', '.join(f'{code} ({cells})' for code, cells in sorted(missing.items())[:10])
            findings.append(Finding(name, 'codes', 'error', Words(
                '{number} codes have no row in {table}: code (cells) {listed}.', number=len(missing), table=table,
                listed=listed + (' …' if len(missing) > 10 else '')),
                Words('Add rows for them or set them to nodata.'), count=sum(missing.values())))
    double = sorted({code for code in known if codes.count(code) > 1})
    if double:
        findings.append(Finding(table, 'codes', 'error', Words(
            'Codes with more than one row: {codes}.', codes=', '.join(map(str, double[:10]))),
            Words('Keep one row per code.'), count=len(double)))
    used = {code for _, counts in rasters for code in counts}
    idle = sorted(known - used)
    if idle and rasters:
        findings.append(Finding(table, 'codes', 'warning', Words(
            'Codes that no class raster has: {codes}.', codes=', '.join(map(str, idle[:20]))),
            Words('Nothing to do unless these classes were expected.'), count=len(idle)))
    return findings
