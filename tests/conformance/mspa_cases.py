"""Runs the pattern analyses of a folder and compares every cell with the expected class or colour.

The folder holds patterns ``NAME.tif`` (0 missing, 1 background, 2 foreground) and, per parameter set,
``NAME_C_W_T_I.tif`` with class codes or ``NAME_C_W_T_I.png`` with GuidosToolbox's colours: C foreground connectivity,
W edge width, T transition, I intext. A case is every expected file.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
from osgeo import gdal

from ecorestore.ecorestore_plugin.core.sources.mspa import mspa

NAME = re.compile(r'(?P<name>.+)_(?P<connectivity>[48])_(?P<width>\d+)_(?P<transition>[01])_(?P<intext>[01])')
COLOURS = {17: (0, 200, 0), 9: (160, 60, 0), 5: (0, 0, 255), 3: (0, 0, 0), 65: (255, 255, 0), 33: (255, 0, 0),
           1: (255, 140, 0), 0: (220, 220, 220), 100: (136, 136, 136), 220: (194, 194, 194), 129: (255, 255, 255)}
SHADE = 3  # levels by which programs differ when they scale 16-bit colours down


def run_mspa(folder):
    """[(case, 'passed' | 'failed' | 'skipped', what was compared and how many cells differ)]."""
    folder = Path(folder)
    results = []
    for path in sorted(folder.iterdir()):
        match = NAME.fullmatch(path.stem)
        if match is None or path.suffix.lower() not in ('.tif', '.png'):
            continue
        try:
            results.append((path.name, *_run(folder, path, **match.groupdict())))
        except Exception as error:  # noqa: BLE001, a case that breaks is a result, the others still run
            results.append((path.name, 'failed', f'{type(error).__name__}: {error}'))
    return results


def _run(folder, path, name, connectivity, width, transition, intext):
    source = folder / f'{name}.tif'
    if not source.is_file():
        return 'skipped', f'{source.name} is missing'
    codes = mspa(read_band(source), int(connectivity), int(width), intext == '1')
    if path.suffix.lower() == '.png':
        return compared(class_of_colour(read_colours(path)), shown(codes, transition == '1'), 'colours')
    return compared(read_band(path), codes, 'class codes')


def read_band(path):
    dataset = gdal.Open(str(path))
    return dataset.GetRasterBand(1).ReadAsArray()


def read_colours(path):
    """(rows, cols, 3) colours of a picture, with or without a palette."""
    dataset = gdal.Open(str(path))
    bands = [dataset.GetRasterBand(number + 1) for number in range(dataset.RasterCount)]
    palette = bands[0].GetColorTable()
    if palette is not None:
        table = np.array([palette.GetColorEntry(index)[:3] for index in range(palette.GetCount())])
        return table[bands[0].ReadAsArray()]
    return np.stack([band.ReadAsArray() for band in bands[:3]] * (3 if len(bands) < 3 else 1), axis=-1)[..., :3]


def class_of_colour(colours):
    """The class each colour stands for, 255 where it is none of them."""
    found = np.full(colours.shape[:2], 255, np.uint8)
    for code, colour in COLOURS.items():
        found[(np.abs(colours.astype(int) - colour) <= SHADE).all(axis=-1)] = code
    return found


def shown(codes, transition):
    """The class whose colour a code is painted in."""
    base = np.where((codes > 100) & (codes < 200) & (codes != 129), codes - 100, codes)
    for code, across, edge in ((35, 33, 3), (37, 33, 5), (67, 65, 3), (69, 65, 5)):
        base[base == code] = across if transition else edge
    return base


def compared(expected, found, what):
    if expected.shape != found.shape:
        return 'failed', f'{expected.shape} cells are expected, not {found.shape}'
    wrong = expected != found
    if not wrong.any():
        return 'passed', f'{what} of {found.size} cells, none differs'
    row, column = np.argwhere(wrong)[0]
    return 'failed', (f'{what} of {found.size} cells, {np.count_nonzero(wrong)} differ; the first at row {row}, column '
                      f'{column}: {expected[row, column]} is expected, not {found[row, column]}')
