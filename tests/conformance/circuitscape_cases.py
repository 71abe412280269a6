"""Runs the cases of a Circuitscape test folder and compares them with its expected results.

The folder holds ``input/`` and ``output_verify/`` as in Circuitscape.jl ``test/``; paths inside the .ini files are
relative to it. A case is every .ini below ``input/`` that has expected results. What a case asks for in its .ini is
compared, with the tolerances of that suite: resistances 1e-3 each, maps 1e-6 summed squared differences.
"""

from __future__ import annotations

import configparser
import gzip
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ecorestore.ecorestore_plugin.core.circuit.graph import (
    cells_by_id,
    checked_conductance,
    conductance_from_resistance,
)
from ecorestore.ecorestore_plugin.core.circuit.pairwise import pair_current, pairwise_current

RESISTANCE_TOLERANCE = 1e-3
MAP_TOLERANCE = 1e-6
OFFERED = {('raster', 'pairwise')}
NODATA = -9999.0


def run_circuitscape(folder):
    """[(case, 'passed' | 'failed' | 'skipped', what was compared and the largest difference)]."""
    folder = Path(folder)
    results = []
    for path in sorted((folder / 'input').rglob('*.ini'), key=_natural):
        expected = Expected(folder / 'output_verify', path.stem)
        if not expected.exists():
            continue
        try:
            results.append((path.stem, *_run(folder, read_settings(path), expected)))
        except Exception as error:  # noqa: BLE001, a case that breaks is a result, the others still run
            results.append((path.stem, 'failed', f'{type(error).__name__}: {error}'))
    return results


def _natural(path):
    stem = path.stem.rstrip('0123456789')
    return str(path.parent.parent), stem, int(path.stem[len(stem):] or 0)


def _run(folder, settings, expected):
    kind = settings.get('data_type', 'raster'), settings.get('scenario', 'pairwise')
    if kind not in OFFERED:
        return 'skipped', f'{kind[0]} {kind[1]}: not offered yet'
    if _flag(settings, 'log_transform_maps'):
        return 'skipped', 'log-transformed maps: not offered'
    compared = Comparison()
    run_pairwise(read_case(folder, settings), settings, expected, compared)
    return compared.verdict()


# Settings and inputs.

def read_settings(path):
    """All options of an .ini in one dict, whatever sections they are in."""
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.read_string(path.read_text(encoding='utf-8-sig'))
    return {key: value.strip() for section in parser.sections() for key, value in parser.items(section)}


def _flag(settings, key):
    return settings.get(key, 'False').lower() == 'true'


@dataclass(frozen=True)
class Raster:
    """Values with NaN for nodata, and where they lie."""

    values: np.ndarray
    west: float
    south: float
    cell: float


def read_raster(path):
    """An ASCII grid (also gzipped) or a GeoTIFF."""
    if path.suffix == '.tif':
        return _read_tif(path)
    data = gzip.decompress(path.read_bytes()) if path.suffix == '.gz' else path.read_bytes()
    words = data.decode('utf-8-sig').split()
    header = {}
    while words[2 * len(header)][0].isalpha():
        key, value = words[2 * len(header):2 * len(header) + 2]
        header[key.lower()] = float(value)
    rows, columns = int(header['nrows']), int(header['ncols'])
    start = 2 * len(header)
    values = np.array(words[start:start + rows * columns], dtype=float).reshape(rows, columns)
    values[values == header.get('nodata_value', NODATA)] = np.nan
    cell = header['cellsize']
    half = {'xllcenter': 0.5 * cell, 'yllcenter': 0.5 * cell}
    west, south = (next(header[key] - half.get(key, 0.0) for key in header if key.startswith(axis))
                   for axis in ('xll', 'yll'))
    return Raster(values, west, south, cell)


def _read_tif(path):
    from osgeo import gdal
    dataset = gdal.Open(str(path))
    band = dataset.GetRasterBand(1)
    values = band.ReadAsArray().astype(float)
    nodata = band.GetNoDataValue()
    values[values == (NODATA if nodata is None else nodata)] = np.nan
    west, cell, _, north, _, _ = dataset.GetGeoTransform()
    return Raster(values, west, north - cell * values.shape[0], cell)


@dataclass(frozen=True)
class Case:
    """What a raster case works on."""

    conductance: np.ndarray
    focal: dict
    regions: list
    pairs: list | None
    options: dict


def read_case(folder, settings):
    """The inputs of a pairwise case."""
    habitat = read_raster(folder / settings['habitat_file'])
    as_conductance = (conductance_from_resistance if _flag(settings, 'habitat_map_is_resistances')
                      else checked_conductance)
    conductance = as_conductance(habitat.values)
    if _flag(settings, 'use_mask'):
        mask = read_raster(folder / settings['mask_file']).values
        conductance = np.where(np.nan_to_num(mask) > 0, conductance, 0.0)
    regions = []
    if _flag(settings, 'use_polygons'):
        regions = list(cells_by_id(_ids(read_raster(folder / settings['polygon_file']).values)).values())
    focal = read_focal(folder / settings['point_file'], habitat)
    pairs = None
    if _flag(settings, 'use_included_pairs'):
        pairs, focal = read_pairs(folder / settings['included_pairs_file'], focal)
    options = {'neighbours': 4 if _flag(settings, 'connect_four_neighbors_only') else 8,
               'average': 'resistance' if _flag(settings, 'connect_using_avg_resistances') else 'conductance'}
    return Case(conductance, focal, regions, pairs, options)


def _ids(values):
    return np.nan_to_num(values).astype(np.int64)


def read_focal(path, habitat):
    """Cells of each positive id, from a raster or a list of ``id x y``."""
    if path.suffix != '.txt':
        return cells_by_id(_ids(read_raster(path).values))
    rows, columns = habitat.values.shape
    focal = {}
    for key, x, y in np.loadtxt(path, ndmin=2):
        row = math.ceil(rows - (y - habitat.south) / habitat.cell) - 1
        column = math.ceil((x - habitat.west) / habitat.cell) - 1
        if key > 0:
            focal.setdefault(int(key), set()).add(row * columns + column)
    return {key: np.array(sorted(focal[key])) for key in sorted(focal)}


def read_pairs(path, focal):
    """Pairs to run, and the focal nodes that remain."""
    lines = [line.split() for line in path.read_text().splitlines() if line.strip()]
    ids = sorted(focal)
    if lines[0][0] == 'mode':
        listed = {frozenset((int(one), int(other))) for one, other in lines[1:]}
        if lines[0][1] == 'include':
            named = set().union(*listed)
            focal = {key: focal[key] for key in ids if key in named}
        include = lines[0][1] == 'include'
        pairs = [(one, other) for one in focal for other in focal
                 if one < other and (frozenset((one, other)) in listed) == include]
        return pairs, focal
    low, high = float(lines[0][1]), float(lines[1][1])
    matrix = np.array(lines[2:], dtype=float)
    named = matrix[0, 1:].astype(int)
    wanted = {(one, other) for row, one in zip(matrix[1:, 1:], matrix[1:, 0].astype(int))
              for value, other in zip(row, named) if low <= value <= high}
    focal = {key: focal[key] for key in ids if key in set(named)}
    return [(one, other) for one in focal for other in focal if one < other and (one, other) in wanted], focal


# Expected results.

@dataclass(frozen=True)
class Expected:
    """The expected files of a case."""

    folder: Path
    case: str

    def exists(self):
        return any(path.suffix != '.ini' for path in self.folder.glob(f'{self.case}_*'))

    def file(self, name):
        path = self.folder / f'{self.case}_{name}'
        return path if path.exists() else None


class Comparison:
    """Collects what was compared."""

    def __init__(self):
        self.resistances = []
        self.maps = []
        self.problems = []
        self.notes = []

    def add_map(self, name, path, array):
        expected = np.nan_to_num(read_raster(path).values)
        difference = float(((np.nan_to_num(array) - expected) ** 2).sum())
        self.maps.append(difference)
        if not difference < MAP_TOLERANCE:
            self.problems.append(f'{name}: summed squared difference {difference:.1e}')

    def add_resistance(self, name, difference):
        self.resistances.append(difference)
        if not difference <= RESISTANCE_TOLERANCE:
            self.problems.append(f'{name}: resistance differs by {difference:.1e}')

    def verdict(self):
        if self.problems:
            return 'failed', '; '.join(self.problems[:10])
        if not self.resistances and not self.maps:
            return 'failed', 'nothing to compare was found'
        parts = []
        if self.resistances:
            parts.append(f'{len(self.resistances)} resistances, largest difference {max(self.resistances):.1e}')
        if self.maps:
            parts.append(f'{len(self.maps)} maps, largest summed squared difference {max(self.maps):.1e}')
        return 'passed', '; '.join(parts + self.notes)


# Pairwise mode.

def run_pairwise(case, settings, expected, compared):
    """Resistances and every map the case asks for and has an expected file of."""
    exact = any(len(cells) > 1 for cells in case.focal.values())
    result = pairwise_current(case.conductance, case.focal, regions=case.regions, pairs=case.pairs,
                              maximum=_flag(settings, 'write_max_cur_maps'), exact_regions=exact, allow_missing=True,
                              **case.options)
    _compare_resistances(result, expected, compared)
    hidden = case.conductance <= 0
    hide_current, hide_voltage = (_flag(settings, f'set_null_{kind}_to_nodata') for kind in ('currents', 'voltages'))
    if _flag(settings, 'write_cur_maps'):
        for name, array in (('cum_curmap.asc', result.current), ('max_curmap.asc', result.maximum)):
            if array is not None and expected.file(name):
                compared.add_map(name, expected.file(name), np.where(hidden & hide_current, 0.0, array))
    single = not _flag(settings, 'write_cum_cur_map_only')
    for index, one in enumerate(result.ids):
        for other_index, other in list(enumerate(result.ids))[index + 1:]:
            names = {'current': f'curmap_{one}_{other}.asc', 'voltage': f'voltmap_{one}_{other}.asc'}
            asked = [(kind, name, hide) for (kind, name), wanted, hide in zip(
                names.items(), (single and _flag(settings, 'write_cur_maps'), _flag(settings, 'write_volt_maps')),
                (hide_current, hide_voltage)) if wanted and expected.file(name)]
            if result.resistance[index, other_index] >= 0 and asked:
                pair = pair_current(case.conductance, case.focal[one], case.focal[other], regions=case.regions,
                                    **case.options)
                for kind, name, hide in asked:
                    compared.add_map(name, expected.file(name), np.where(hidden & hide, 0.0, getattr(pair, kind)))


def _compare_resistances(result, expected, compared):
    place = {key: index for index, key in enumerate(result.ids)}
    known = {}
    if expected.file('resistances.out'):
        matrix = np.loadtxt(expected.file('resistances.out'), ndmin=2)
        ids = matrix[0, 1:].astype(int)
        known = {(one, other): matrix[i + 1, j + 1] for i, one in enumerate(ids) for j, other in enumerate(ids)}
        if set(ids) != set(result.ids):
            compared.problems.append(f'sources {sorted(set(ids) ^ set(result.ids))} are on one side only')
            return
    if expected.file('resistances_3columns.out'):
        rows = {(int(one), int(other)): value
                for one, other, value in np.loadtxt(expected.file('resistances_3columns.out'), ndmin=2)}
        if all(abs(known.get(pair, value) - value) <= RESISTANCE_TOLERANCE for pair, value in rows.items()):
            known = {**rows, **known}
        else:
            compared.notes.append('the three-column list contradicts the matrix beside it and was left out')
    for (one, other), value in known.items():
        if one in place and other in place:
            found = result.resistance[place[one], place[other]]
            compared.add_resistance(f'{one}-{other}', abs(found - value))
        else:
            compared.problems.append(f'{one}-{other}: no such sources')
