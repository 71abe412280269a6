"""Compares cost surfaces, allocation, links and corridor mosaic with those of another system.

A case is a folder (the given one or any below it) with ``resistance.tif``, ``sources.tif`` and the expected
``cost.tif``; where they are there, ``allocation.tif``, ``links.csv`` (from, to, lcd) and ``nlcc_mosaic.tif`` (of the
links in the list) are compared too. Costs may be in map units or, as GRASS counts them, in widths of a cell.
"""

from __future__ import annotations

import csv

import numpy as np
from osgeo import gdal

from ecorestore.ecorestore_plugin.core.engine import LocalEngine
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.network.corridors import normalised_least_cost_corridor
from ecorestore.ecorestore_plugin.core.network.cost_distance import cumulative_resistance
from ecorestore.ecorestore_plugin.core.network.cost_matrix import cost_matrix

TOLERANCE = 1e-6  # of the largest cost: expected files may hold single precision
SMALL = 500_000  # cells; more are searched in a worker


def run_cost(folder):
    """[(case, 'passed' | 'failed' | 'skipped', what was compared and the largest difference)]."""
    results = []
    for path in sorted({path.parent for path in folder.rglob('resistance.tif')}):
        name = path.name if path == folder else str(path.relative_to(folder))
        if not (path / 'cost.tif').is_file() or not (path / 'sources.tif').is_file():
            results.append((name, 'skipped', 'no sources.tif or no cost.tif'))
            continue
        try:
            results.append((name, *_run(path)))
        except Exception as error:  # noqa: BLE001, a case that breaks is a result, the others still run
            results.append((name, 'failed', f'{type(error).__name__}: {error}'))
    return results


def _run(path):
    resistance, grid = _read(path / 'resistance.tif')
    ids = np.nan_to_num(_read(path / 'sources.tif')[0]).astype(np.int32)
    ids = np.where(ids > 0, ids, 0)
    engine = LocalEngine(1) if resistance.size > SMALL else None
    found = cumulative_resistance(resistance, ids, grid, engine=engine)
    expected = _read(path / 'cost.tif')[0]
    unit, words = _unit(expected, found.cost, grid)
    case = _Case(path, resistance, ids, grid, engine, unit, found)
    lines, wrong = [words], []
    for compare in (_compare_cost, _compare_allocation, _compare_links, _compare_mosaic):
        said, good = compare(case)
        lines.extend([said] if said else [])
        wrong.extend([said] if not good else [])
    return ('failed', '; '.join(wrong)) if wrong else ('passed', ', '.join(lines))


class _Case:
    """What a case works on, and the surfaces of single sources as they are asked for."""

    def __init__(self, path, resistance, ids, grid, engine, unit, found):
        self.path, self.resistance, self.ids, self.grid, self.engine = path, resistance, ids, grid, engine
        self.unit, self.found = unit, found
        self.tolerance = TOLERANCE * float(np.nanmax(found.cost, initial=0.0))
        self._surfaces = {}

    def surface(self, number):
        """Costs from one source."""
        if number not in self._surfaces:
            self._surfaces[number] = cumulative_resistance(
                self.resistance, np.where(self.ids == number, number, 0), self.grid, engine=self.engine).cost
        return self._surfaces[number]


def _unit(expected, cost, grid):
    """Metres per unit of the expected costs, and how to say it."""
    both = np.isfinite(expected) & np.isfinite(cost)
    apart = {unit: float(np.abs(expected[both] * unit - cost[both]).max(initial=0.0))
             for unit in (1.0, grid.cell_width)}
    unit = min(apart, key=apart.get)
    return unit, 'costs in map units' if unit == 1.0 else f'costs in widths of a cell ({unit:g} m)'


def _read(path):
    """Values with NaN for nodata, and the grid."""
    source = gdal.Open(str(path))
    band = source.GetRasterBand(1)
    values, nodata = band.ReadAsArray(), band.GetNoDataValue()
    unknown = np.zeros(values.shape, bool) if nodata is None else values == values.dtype.type(nodata)
    return np.where(unknown, np.nan, values.astype(float)), Grid(values.shape, source.GetGeoTransform())


def _compare_cost(case):
    expected = _read(case.path / 'cost.tif')[0] * case.unit
    return _differences('cost', case.found.cost, expected, case.tolerance, same_cells=True)


def _differences(name, found, expected, tolerance, same_cells):
    """Text and verdict; ``same_cells``: both must know the same cells, else ours at least those that are expected."""
    known = np.isfinite(expected)
    missing = int((known & ~np.isfinite(found)).sum())
    added = int((~known & np.isfinite(found)).sum()) if same_cells else 0
    largest = float(np.nanmax(np.abs(found - expected)[known], initial=0.0))
    text = f'{name}: {int(known.sum())} cells, largest difference {largest:.3g} (allowed {tolerance:.3g})'
    if missing or added:
        text += f', {missing} cells missing, {added} cells too many'
    return text, largest <= tolerance and not missing and not added


def _compare_allocation(case):
    """Cells may go to another source only where both are equally near."""
    if not (case.path / 'allocation.tif').is_file():
        return '', True
    expected = np.nan_to_num(_read(case.path / 'allocation.tif')[0]).astype(int)
    differ = np.argwhere(expected != case.found.allocation)
    wrong = 0
    for row, column in differ:
        other = int(expected[row, column])
        if other <= 0 or not (case.ids == other).any():
            wrong += 1
            continue
        wrong += not abs(case.surface(other)[row, column] - case.found.cost[row, column]) <= case.tolerance
    text = f'allocation: {expected.size} cells, {len(differ) - wrong} ties'
    return text + (f', {wrong} cells differ' if wrong else ''), not wrong


def _links(case):
    if not (case.path / 'links.csv').is_file():
        return []
    with (case.path / 'links.csv').open(newline='', encoding='utf-8-sig') as table:
        return [(int(float(row['from'])), int(float(row['to'])), float(row['lcd']) * case.unit)
                for row in csv.DictReader(table)]


def _compare_links(case):
    links = _links(case)
    if not links:
        return '', True
    numbers = np.unique(case.ids[(case.ids > 0) & ~np.isnan(case.resistance)])
    place = {int(number): index for index, number in enumerate(numbers)}
    unknown = sorted({number for link in links for number in link[:2]} - set(place))
    if unknown:
        return f'links: no source {", ".join(map(str, unknown))}', False
    found = cost_matrix(case.resistance, case.ids, case.grid, engine=case.engine)
    apart = [abs(found[place[first], place[second]] - distance) for first, second, distance in links]
    worst = int(np.argmax(apart))
    good = apart[worst] <= case.tolerance
    return (f'links: {len(links)}, largest difference {apart[worst]:.3g}'
            + ('' if good else f' between {links[worst][0]} and {links[worst][1]}')), good


def _compare_mosaic(case):
    present = set(np.unique(case.ids[~np.isnan(case.resistance)]).tolist())
    links = [link for link in _links(case) if present.issuperset(link[:2])]
    if not links or not (case.path / 'nlcc_mosaic.tif').is_file():
        return '', True
    mosaic = np.full(case.ids.shape, np.nan)
    for first, second, _ in links:
        from_first, from_second = case.surface(first), case.surface(second)
        distance = float(np.nanmin(np.where(case.ids == second, from_first, np.nan)))
        mosaic = np.fmin(mosaic, normalised_least_cost_corridor(from_first, from_second, distance))
    expected = _read(case.path / 'nlcc_mosaic.tif')[0] * case.unit
    return _differences('mosaic', mosaic, expected, case.tolerance, same_cells=False)
