"""Reads a cost case of another system: resistance, sources, and the surfaces and links that are expected."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from osgeo import gdal

from ecorestore.ecorestore_plugin.core.grid import Grid

INPUTS, EXPECTED = ('resistance', 'sources'), ('cost', 'allocation', 'nlcc_mosaic', 'links')
ENDINGS = {'links': ('.csv', '.txt')}
RASTERS = ('.tif', '.tiff', '.asc')
HUGE = 1e30  # stands for nodata where a file does not say so
# Shares of a value that may be lost: other systems add up in single precision where they write it.
SINGLE, DOUBLE = 1e-5, 1e-6
SIX_DIGITS = 5e-6
NAMES = {'from': ('from', 'fromid', 'fromcore', 'source', 'start', 'first', 'core1', 'id1', 'a', 'i'),
         'to': ('to', 'toid', 'tocore', 'target', 'end', 'second', 'core2', 'id2', 'b', 'j'),
         'lcd': ('lcd', 'cost', 'cwdist', 'leastcostdistance', 'costdistance', 'distance', 'lcdistance', 'value')}
gdal.UseExceptions()


@dataclass(frozen=True)
class Expected:
    """Values with NaN where there are none, and how exactly they are written.

    Attributes
    ----------
    values : (rows, columns) float
    share : part of a value that may be lost by single or double precision
    rounding : half of the last digit all values are rounded to; 1 for whole numbers, which may be rounded down
    """

    values: np.ndarray
    share: float
    rounding: float


@dataclass(frozen=True)
class ExpectedLink:
    """One row of the table; ``lcd`` is infinite where there is no path, ``rounding`` half of its last digit."""

    first: int
    second: int
    lcd: float
    rounding: float


@dataclass
class Case:
    """What a folder holds.

    Attributes
    ----------
    resistance : (rows, columns) float, NaN cannot be crossed
    sources : (rows, columns) int32, 1, 2, ... in the order of ``ids``, 0 where there is none or no resistance
    ids : the sources' ids as the files have them, ascending
    lost : ids of sources without any resistance
    covered : (rows, columns) bool, cells of sources as the file has them, with a resistance or not
    expected : name -> Expected, or list of ExpectedLink for 'links'
    notes : what was taken in a way that the files do not say themselves
    """

    resistance: np.ndarray
    sources: np.ndarray
    ids: list
    lost: set
    covered: np.ndarray
    grid: Grid
    expected: dict
    notes: list = field(default_factory=list)


def files_of(folder: Path) -> dict:
    """name -> path of the parts of a case in a folder, whatever the case of their names."""
    found = {}
    for path in sorted(folder.iterdir()):
        name = path.stem.lower()
        if name in (*INPUTS, *EXPECTED) and path.suffix.lower() in ENDINGS.get(name, RASTERS):
            found.setdefault(name, path)
    return found


def case_folders(folder: Path):
    """The folder itself and those below it that hold a resistance or sources."""
    if not folder.is_dir():
        return []
    return [path for path in sorted([folder, *(path for path in folder.rglob('*') if path.is_dir())])
            if set(INPUTS) & set(files_of(path))]


def read_case(files: dict) -> Case:
    """The case in these files."""
    resistance, _, grid = _raster(files['resistance'])
    notes: list = []
    expected: dict = {}
    for name in EXPECTED:
        if name == 'links' and name in files:
            expected[name] = read_links(files[name])
        elif name in files:
            values, kind, _ = _raster(files[name])
            if values.shape != resistance.shape:
                raise ValueError(f'{files[name].name} has {values.shape[0]} x {values.shape[1]} cells, the resistance '
                                 f'{resistance.shape[0]} x {resistance.shape[1]}')
            expected[name] = _as_expected(name, values, kind, notes)
    _mark_impassable(resistance, expected.get('cost'), notes)
    given = _raster(files['sources'])[0]
    if given.shape != resistance.shape:
        raise ValueError(f'sources has {given.shape[0]} x {given.shape[1]} cells, the resistance '
                         f'{resistance.shape[0]} x {resistance.shape[1]}')
    covered = given > 0
    usable = covered & ~np.isnan(resistance)
    if (covered & ~usable).any():
        notes.append(f'{int((covered & ~usable).sum())} cells of sources without resistance')
    sources = np.zeros(given.shape, np.int32)
    ids, sources[usable] = np.unique(given[usable].astype(np.int64), return_inverse=True)
    sources[usable] += 1
    lost = set(np.unique(given[covered].astype(np.int64)).tolist()) - set(ids.tolist())
    return Case(resistance, sources, ids.tolist(), lost, covered, grid, expected, notes)


def _raster(path):
    """Values with NaN for nodata, the type they are written in, and the grid."""
    source = gdal.Open(str(path))
    band = source.GetRasterBand(1)
    raw = band.ReadAsArray()
    values = raw.astype(float)
    if band.GetScale() not in (None, 1.0) or band.GetOffset():
        values = values * (band.GetScale() or 1.0) + (band.GetOffset() or 0.0)
    values[(band.GetMaskBand().ReadAsArray() == 0) | (np.abs(values) >= HUGE)] = np.nan
    return values, raw.dtype, Grid(values.shape, source.GetGeoTransform())


def _as_expected(name, values, kind, notes):
    """Values below 0 are nodata, unless they come from rounding in a sum that should be 0."""
    values[(values < 0) & (values >= -SINGLE * np.nanmax(values, initial=0))] = 0
    below = values < 0
    if below.any():
        notes.append(f'{int(below.sum())} values below 0 in {name} taken as nodata')
        values[below] = np.nan
    if name == 'allocation':
        values[values == 0] = np.nan
    single = kind == np.float32 or kind.kind in 'iu'
    return Expected(values, SINGLE if single else DOUBLE, 1.0 if kind.kind in 'iu' else _rounding(values, single))


def _rounding(values, single):
    """Half of the last decimal all values are rounded to, 0 where there are more than four."""
    known = values[np.isfinite(values)]
    for decimals in range(5):
        close = np.abs(np.round(known, decimals) - known) <= (1e-7 if single else 1e-15) * (np.abs(known) + 1e-9)
        if close.all():
            return 0.5 * 10.0 ** -decimals
    return 0.0


def _mark_impassable(resistance, cost, notes):
    """Cells that the file does not mark as nodata, but that nothing crosses: below 0, or 0 and never reached."""
    below = resistance < 0
    zero = resistance == 0
    if zero.any() and (cost is None or np.isfinite(cost.values[zero]).any()):
        zero[:] = False
    if below.any() or zero.any():
        notes.append(f'{int((below | zero).sum())} cells with a resistance of '
                     f'{np.unique(resistance[below | zero])[0]:g} taken as impassable')
        resistance[below | zero] = np.nan


def read_links(path):
    """[ExpectedLink] of a table separated by commas, semicolons, tabs or blanks; pairs in either order."""
    lines = [line for line in path.read_text(encoding='utf-8-sig').splitlines()
             if line.strip() and not line.lstrip().startswith('#')]
    if not lines:
        return []
    mark = next((mark for mark in (';', '\t', ',') if mark in lines[0]), None)
    rows = list(csv.reader(lines, delimiter=mark)) if mark else [line.split() for line in lines]
    header = [re.sub('[^a-z0-9]', '', word.lower().split('(')[0]) for word in rows[0]]
    places = [next((header.index(name) for name in names if name in header), None) for names in NAMES.values()]
    if None in places:
        missing = [name for name, place in zip(NAMES, places) if place is None]
        raise ValueError(f'{path.name} has no column {", ".join(missing)}; there is: {", ".join(rows[0])}')
    links = []
    for row in rows[1:]:
        one, other, lcd = (row[place].strip() for place in places)
        first, second = sorted((int(float(one)), int(float(other))))
        links.append((first, second, *_distance(lcd.replace(',', '.') if mark == ';' else lcd)))
    # A whole number among others with decimals is no rounded one, unless digits are counted from the first.
    finest = min((half for *_, lcd, half in links if lcd < np.inf), default=0.0)
    return [ExpectedLink(first, second, lcd, min(half, max(finest, SIX_DIGITS * lcd)) if lcd < np.inf else 0.0)
            for first, second, lcd, half in links]


def _distance(word):
    """A least-cost distance and half of its last digit; empty, inf, nan and what is below 0 stand for no path."""
    value = float(word) if word else np.inf
    if not 0 <= value < HUGE:
        return np.inf, 0.0
    digits, _, exponent = word.lower().partition('e')
    decimals = len(digits.partition('.')[2])
    return value, 0.5 * 10.0 ** ((int(exponent) if exponent else 0) - decimals)
