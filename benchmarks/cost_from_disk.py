"""Cumulative resistance from GeoTIFF to GeoTIFF, tile by tile in temporary files, against GRASS; growth with the size.

    [LARGE=1] benchmarks/cost_from_disk.py [million cells ...]

Synthetic: the semi-synthetic land cover of Hunan (500 m) as resistance, repeated on cells of 30 m with seeded noise, in
square windows around the middle of the province; LARGE=1 adds the whole province, 235 million land cells in a raster of
386 million, which takes 14 GB of disk and some minutes. 30 sources, 8 neighbours, cost, allocation and back link. The
tool runs inside QGIS with STORAGE=disk; GRASS imports, runs r.cost, and exports. Both are timed from file to file.
"""

import math
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from measure import ROOT, measured, row

PEER = 16  # million cells up to which GRASS is run
PROVINCE = 235  # million land cells; a side of 0 stands for the whole raster
SIZES = (1, 4, 16, 64, *([PROVINCE] if os.environ.get('LARGE') else []))  # million cells
SHARED = Path(os.environ.get('ECORESTORE_SHARED', ROOT.parent / 'shared'))
LANDCOVER = SHARED / 'data' / 'hunan' / 'semisynthetic' / 'landcover_500m.tif'
FOLDER = ROOT / 'build' / 'bench-data'
CELL, COARSE, BLOCK = 30.0, 500.0, 1024
# By class: cropland, forest, shrub, grassland, water, snow, barren, built-up, wetland.
RESISTANCE = [float('nan'), 100, 2, 10, 30, 300, 300, 200, 600, 50]
OUTPUTS = ('COST', 'ALLOCATION', 'BACK_LINK')


def _folder(side):
    return FOLDER / f'hunan_{side or "all"}'


def prepare(side):
    """Writes resistance.tif and sources.gpkg; returns the million cells that can be crossed."""
    import numpy as np
    from osgeo import gdal
    folder = _folder(side)
    if (folder / 'sources.gpkg').exists():
        return float((folder / 'known').read_text())
    gdal.UseExceptions()
    folder.mkdir(parents=True, exist_ok=True)
    source = gdal.Open(str(LANDCOVER))
    classes = source.ReadAsArray()
    coarse = np.array(RESISTANCE, np.float32)[np.where((classes > 0) & (classes < len(RESISTANCE)), classes, 0)]
    west, _, _, north, _, _ = source.GetGeoTransform()
    ends = [math.ceil(length * COARSE / CELL) for length in coarse.shape]
    top, left = ((end - side) // 2 if side else 0 for end in ends)
    rows, columns = (side, side) if side else ends
    target = gdal.GetDriverByName('GTiff').Create(str(folder / 'part.tif'), columns, rows, 1, gdal.GDT_Float32, [
        'TILED=YES', 'COMPRESS=DEFLATE', 'PREDICTOR=3', 'BIGTIFF=IF_SAFER', 'NUM_THREADS=ALL_CPUS'])
    target.SetGeoTransform((west + left * CELL, CELL, 0, north - top * CELL, 0, -CELL))
    target.SetProjection(source.GetProjection())
    target.GetRasterBand(1).SetNoDataValue(-9999)
    known = 0
    for row_start in range(0, rows, BLOCK):
        height = min(BLOCK, rows - row_start)
        draw = np.random.default_rng([7, row_start])
        place = [np.minimum(((first + np.arange(count) + 0.5) * CELL / COARSE).astype(int), end - 1)
                 for first, count, end in zip((top + row_start, left), (height, columns), coarse.shape)]
        values = coarse[np.ix_(*place)] * np.exp(draw.standard_normal((height, columns), np.float32))
        known += int(np.isfinite(values).sum())
        target.GetRasterBand(1).WriteArray(np.where(np.isfinite(values), np.clip(values, 1, 1000), -9999), 0, row_start)
    target = None
    _write_sources(folder, coarse, (top, left, rows, columns), (west, north), source.GetProjection())
    os.replace(folder / 'part.tif', folder / 'resistance.tif')
    (folder / 'known').write_text(str(known / 1e6))
    return known / 1e6


def _write_sources(folder, coarse, window, corner, crs):
    """30 squares of forest, a hundredth of the window wide."""
    import numpy as np
    from osgeo import ogr, osr
    top, left, rows, columns = window
    first, last = (np.array([top, left]) * CELL / COARSE).astype(int), np.array([top + rows, left + columns]) * CELL
    inside = np.zeros(coarse.shape, bool)
    inside[first[0] + 1:int(last[0] / COARSE), first[1] + 1:int(last[1] / COARSE)] = True
    places = np.argwhere(inside & (coarse == RESISTANCE[2]))
    places = places[np.random.default_rng(7).choice(len(places), 30, replace=False)]
    reference = osr.SpatialReference(wkt=crs)
    data = ogr.GetDriverByName('GPKG').CreateDataSource(str(folder / 'sources.gpkg'))
    layer = data.CreateLayer('sources', reference, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn('source_id', ogr.OFTInteger))
    half = min(rows, columns) * CELL / 200
    for number, (row_number, column) in enumerate(places.tolist(), start=1):
        x, y = corner[0] + (column + 0.5) * COARSE, corner[1] - (row_number + 0.5) * COARSE
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField('source_id', number)
        box = ogr.Geometry(ogr.wkbLinearRing)
        for along, up in ((-1, -1), (-1, 1), (1, 1), (1, -1), (-1, -1)):
            box.AddPoint_2D(x + along * half, y + up * half)
        shape = ogr.Geometry(ogr.wkbPolygon)
        shape.AddGeometry(box)
        feature.SetGeometry(shape)
        layer.CreateFeature(feature)


def tool(side, storage='disk'):
    """The tool in QGIS; returns the mean cost of every hundredth row."""
    os.environ['QT_QPA_PLATFORM'] = 'offscreen'
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback
    application = QgsApplication([], False)
    application.initQgis()
    from ecorestore.algorithms.network.cumulative_resistance import CumulativeResistance
    folder = _folder(side)
    given = {'RESISTANCE': str(folder / 'resistance.tif'), 'SOURCES': str(folder / 'sources.gpkg'), 'STORAGE': storage,
             **{name: str(folder / f'{name}.tif') for name in OUTPUTS}}
    os.sync()  # writing what others left in memory is not our work
    start = time.perf_counter()
    _, fine = CumulativeResistance().create().run(given, QgsProcessingContext(), QgsProcessingFeedback())
    seconds = time.perf_counter() - start
    if not fine:
        raise RuntimeError('the tool failed')
    return _mean(folder / 'COST.tif', -9999), seconds


def _mean(path, nodata):
    import numpy as np
    from osgeo import gdal
    file = gdal.Open(str(path))
    rows = [file.ReadAsArray(0, start, file.RasterXSize, 1) for start in range(0, file.RasterYSize, 100)]
    values = np.concatenate([values[(values != nodata) & np.isfinite(values)] for values in rows]).astype(float)
    return float(values.mean())


def grass(side):
    """Import of both files, r.cost with nearest= and outdir=, export of three files."""
    folder = _folder(side) / 'grass'
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    options = 'createopt=TILED=YES,COMPRESS=DEFLATE,NUM_THREADS=ALL_CPUS --quiet'
    (folder / 'run.sh').write_text(f'''set -e
r.in.gdal input={folder.parent}/resistance.tif output=resistance --quiet
g.region raster=resistance
v.in.ogr input={folder.parent}/sources.gpkg output=sources --quiet
v.to.rast input=sources output=sources use=attr attribute_column=source_id --quiet
r.cost input=resistance start_raster=sources output=cost nearest=nearest outdir=back memory=4000 --quiet
r.out.gdal -f input=cost output={folder}/cost.tif type=Float32 {options}
r.out.gdal -f input=nearest output={folder}/nearest.tif type=Byte {options}
r.out.gdal -f input=back output={folder}/back.tif type=Int16 {options}
''')
    os.sync()
    start = time.perf_counter()
    subprocess.run(['grass', '--tmp-location', str(folder.parent / 'resistance.tif'), '--exec', 'bash',
                    str(folder / 'run.sh')], check=True, capture_output=True)
    seconds = time.perf_counter() - start
    mean = _mean(folder / 'cost.tif', float('nan'))
    shutil.rmtree(folder)
    return mean * CELL, seconds


def _rows_of(cells):
    side = 0 if cells == PROVINCE else round((cells * 1e6) ** 0.5)
    known = measured(__file__, 'prepare', side)['value']
    ours = measured(__file__, 'tool', side)
    if cells < PEER:
        ours = min(ours, measured(__file__, 'tool', side), key=lambda run: run['seconds'])
    work = f'cumulative resistance from file to file, {known:.3g} M cells'
    note = f'{ours["seconds"] / known:.3f} s per million cells that can be crossed'
    if cells <= PEER and shutil.which('grass'):
        other = measured(__file__, 'grass', side)
        if abs(other['value'] / ours['value'] - 1) > 1e-4:
            raise RuntimeError(f'GRASS: mean cost {other["value"]}, ours {ours["value"]}')
        yield row(work, ours, other, f'GRASS r.in.gdal, r.cost, r.out.gdal; ours: {note}')
    else:
        yield {'work': work, 'ours': round(ours['seconds'], 3), 'ours_peak_mb': round(ours['peak_mb']), 'note': note}
    shutil.rmtree(_folder(side))


def rows(sizes=SIZES):
    if LANDCOVER.exists():
        for cells in sizes:
            yield from _rows_of(cells)


if __name__ == '__main__':
    for line in rows([float(word) for word in sys.argv[1:]] or SIZES):
        print(line, flush=True)
