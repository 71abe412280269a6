"""Reads the inputs of a Circuitscape test folder: .ini files, grids, text lists and edge lists."""

from __future__ import annotations

import configparser
import gzip
from dataclasses import dataclass

import numpy as np

from ecorestore.ecorestore_plugin.core.circuit.edge_list import EdgeList, graph_of_edges
from ecorestore.ecorestore_plugin.core.circuit.graph import (
    cells_by_id,
    checked_conductance,
    conductance_from_resistance,
)
from ecorestore.ecorestore_plugin.core.circuit.pair_list import PairList, read_pair_list

NODATA = -9999.0


def read_settings(path):
    """All options of an .ini in one dict, whatever sections they are in."""
    parser = configparser.ConfigParser(interpolation=None, strict=False, allow_no_value=True)
    parser.read_string('[any]\n' + path.read_text(encoding='utf-8-sig'))
    return {key: (value or '').strip() for section in parser.sections() for key, value in parser.items(section)}


def flag(settings, key):
    return settings.get(key, 'False').lower() == 'true'


@dataclass(frozen=True)
class Raster:
    """Values with NaN for nodata, and where they lie."""

    values: np.ndarray
    west: float
    south: float
    cell: float


def read_raster(path):
    """An ASCII grid or a GeoTIFF, either of them also gzipped."""
    if '.tif' in path.suffixes:
        return _read_tif(path)
    data = gzip.decompress(path.read_bytes()) if path.suffix == '.gz' else path.read_bytes()
    words = data.decode('utf-8-sig').split()
    header = {}
    while words[2 * len(header)][0].isalpha() and words[2 * len(header)].lower() != 'nan':
        key, value = words[2 * len(header):2 * len(header) + 2]
        header[key.lower()] = float(value)
    rows, columns = int(header['nrows']), int(header['ncols'])
    start = 2 * len(header)
    values = np.array(words[start:start + rows * columns], dtype=float).reshape(rows, columns)
    values[values == header.get('nodata_value', NODATA)] = np.nan
    cell = header.get('cellsize', header.get('dx'))
    half = {'xllcenter': 0.5 * cell, 'yllcenter': 0.5 * cell}
    west, south = (next(header[key] - half.get(key, 0.0) for key in header if key.startswith(axis))
                   for axis in ('xll', 'yll'))
    return Raster(values, west, south, cell)


def _read_tif(path):
    from osgeo import gdal
    dataset = gdal.Open(f'/vsigzip/{path}' if path.suffix == '.gz' else str(path))
    band = dataset.GetRasterBand(1)
    values = band.ReadAsArray().astype(float)
    nodata = band.GetNoDataValue()
    values[values == (NODATA if nodata is None else nodata)] = np.nan
    west, cell, _, north, _, _ = dataset.GetGeoTransform()
    return Raster(values, west, north - cell * values.shape[0], cell)


@dataclass(frozen=True)
class RasterCase:
    """What a raster case works on; ``sources`` and ``grounds`` in advanced mode, ``focal`` in the others."""

    conductance: np.ndarray
    regions: list
    options: dict
    focal: dict
    pairs: PairList | None
    strengths: dict
    sources: np.ndarray | None = None
    grounds: np.ndarray | None = None


@dataclass(frozen=True)
class NetworkCase:
    """What a network case works on: ``sources`` and ``grounds`` are (ids, values)."""

    network: EdgeList
    focal: dict
    pairs: PairList | None
    sources: tuple | None = None
    grounds: tuple | None = None


def read_raster_case(folder, settings):
    """The inputs of a raster case of any mode."""
    habitat = read_raster(folder / settings['habitat_file'])
    as_conductance = (conductance_from_resistance if flag(settings, 'habitat_map_is_resistances')
                      else checked_conductance)
    conductance = as_conductance(habitat.values)
    if flag(settings, 'use_mask'):
        mask = read_raster(folder / settings['mask_file']).values
        conductance = np.where(np.nan_to_num(mask) > 0, conductance, 0.0)
    regions = []
    if flag(settings, 'use_polygons'):
        regions = list(read_focal(folder / settings['polygon_file'], habitat).values())
    options = {'neighbours': 4 if flag(settings, 'connect_four_neighbors_only') else 8,
               'average': 'resistance' if flag(settings, 'connect_using_avg_resistances') else 'conductance'}
    if settings['scenario'] == 'advanced':
        return RasterCase(conductance, regions, options, {}, None, {},
                          read_values(folder / settings['source_file'], habitat),
                          read_values(folder / settings['ground_file'], habitat))
    focal, pairs = _with_pairs(folder, settings, read_focal(folder / settings['point_file'], habitat))
    strengths = {}
    if flag(settings, 'use_variable_source_strengths'):
        strengths = {int(key): value for key, value in np.loadtxt(folder / settings['variable_source_file'], ndmin=2)}
    return RasterCase(conductance, regions, options, focal, pairs, strengths)


def _with_pairs(folder, settings, focal):
    """The focal nodes that take part, and the list of their pairs."""
    if not flag(settings, 'use_included_pairs'):
        return focal, None
    path = folder / settings['included_pairs_file']
    pairs = read_pair_list(path.read_text(encoding='utf-8-sig'), path.name)
    return {key: focal[key] for key in pairs.kept(focal)}, pairs


def read_network_case(folder, settings):
    """The inputs of a network case."""
    edges = np.loadtxt(folder / settings['habitat_file'], ndmin=2)
    kind = 'resistance' if flag(settings, 'habitat_map_is_resistances') else 'conductance'
    network = graph_of_edges(edges[:, 0].astype(int), edges[:, 1].astype(int), edges[:, 2], kind)
    if settings['scenario'] == 'advanced':
        sources, grounds = (np.loadtxt(folder / settings[key], ndmin=2) for key in ('source_file', 'ground_file'))
        return NetworkCase(network, {}, None, *((rows[:, 0].astype(int), rows[:, 1]) for rows in (sources, grounds)))
    ids = np.unique(np.loadtxt(folder / settings['point_file'], ndmin=1).astype(int))
    return NetworkCase(network, *_with_pairs(folder, settings, network.focal(ids)))


def listed_points(path, habitat):
    """(values, flat cell indices) of a list of ``value x y``."""
    rows, columns = habitat.values.shape
    value, x, y = np.loadtxt(path, ndmin=2).T
    row = np.ceil(rows - (y - habitat.south) / habitat.cell).astype(int) - 1
    column = np.ceil((x - habitat.west) / habitat.cell).astype(int) - 1
    return value, row * columns + column


def read_focal(path, habitat):
    """Cells of each positive id, from a raster (column by column, as Circuitscape numbers them) or a list."""
    if path.suffix != '.txt':
        columns = habitat.values.shape[1]
        found = cells_by_id(np.nan_to_num(read_raster(path).values).astype(np.int64))
        return {key: cells[np.argsort(cells % columns, kind='stable')] for key, cells in found.items()}
    focal = {}
    for key, cell in zip(*(array.astype(int).tolist() for array in listed_points(path, habitat))):
        if key > 0 and cell not in focal.setdefault(key, []):
            focal[key].append(cell)
    return {key: np.array(focal[key]) for key in sorted(focal)}


def read_values(path, habitat):
    """Sources or grounds, NaN where there is none."""
    if path.suffix != '.txt':
        return read_raster(path).values
    found = np.full(habitat.values.size, np.nan)
    values, cells = listed_points(path, habitat)
    found[cells] = values
    return found.reshape(habitat.values.shape)


def natural(path):
    """Sorts case 2 before case 10."""
    stem = path.stem.rstrip('0123456789')
    return str(path.parent.parent), stem, int(path.stem[len(stem):] or 0)
