"""Ecosystem services against InVEST 3.20.2: annual water yield, carbon, habitat quality at 16 million cells; memory of
the services that route water, spread statistics or look around a cell, LARGE=1 with 235 million.

Both read GeoTIFFs and write GeoTIFFs. Ours is the tool itself, run in QGIS without a window; InVEST is its model's
``execute``. The environment of InVEST is optional: BENCH_INVEST names its Python (build recipe in README.md).
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
from measure import ROOT, measured, row

DATA = Path(os.environ.get('BENCH_DATA', ROOT / 'build' / 'bench-data' / 'services'))
SIDE = int(os.environ.get('BENCH_SERVICES_SIDE', '4000'))
REPEATS = 3
MODELS = ('water yield', 'carbon', 'habitat quality')
FILE = str(Path(__file__).resolve())


def inputs(side):
    """Layers of a made-up landscape, written once; their folder."""
    folder = DATA / str(side)
    if (folder / 'ready').exists():
        return folder
    from osgeo import gdal, osr
    gdal.UseExceptions()
    folder.mkdir(parents=True, exist_ok=True)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32650)

    def write(name, array, kind, nodata):
        dataset = gdal.GetDriverByName('GTiff').Create(
            str(folder / f'{name}.tif'), side, side, 1, kind, ['TILED=YES', 'COMPRESS=DEFLATE'])
        dataset.SetGeoTransform((500000, 30, 0, 4400000, 0, -30))
        dataset.SetProjection(reference.ExportToWkt())
        dataset.GetRasterBand(1).SetNoDataValue(nodata)
        dataset.GetRasterBand(1).WriteArray(array)

    rng = np.random.default_rng(3)
    rows, columns = np.mgrid[0:side, 0:side].astype(np.float32)
    coarse = rng.integers(1, 7, (side // 40 + 1, side // 40 + 1)).astype(np.int16)
    cover = np.kron(coarse, np.ones((40, 40), np.int16))[:side, :side].copy()
    write('lulc', cover, gdal.GDT_Int16, -1)
    later = cover.copy()
    later[rng.random(cover.shape) < 0.02] = 2
    write('lulc_alt', later, gdal.GDT_Int16, -1)
    wave = np.sin(rows / 300) + np.cos(columns / 400)
    for name, array in (('precip', 700 + 100 * wave), ('et0', 950 - 80 * wave), ('depth_root', 1500 + 300 * wave),
                        ('pawc', 0.15 + 0.02 * wave)):
        write(name, array.astype(np.float32), gdal.GDT_Float32, -9999)
    for name, code in (('thr_urban', 5), ('thr_crop', 1)):
        write(name, (cover == code).astype(np.float32), gdal.GDT_Float32, -9999)
    tables = {
        'carbon_pools': [['lucode', 'c_above', 'c_below', 'c_soil', 'c_dead'], [1, 4.7, 0, 33.5, 0],
                         [2, 42.4, 13, 116, 3.5], [3, 1.4, 4.3, 75, 2], [4, .3, 0, 0, 0], [5, 2.5, 0, 20, 0],
                         [6, 1.3, 0, 21.6, 0]],
        'biophysical': [['lucode', 'lulc_veg', 'root_depth', 'kc'], [1, 1, 2000, .85], [2, 1, 5200, 1],
                        [3, 1, 2400, .75], [4, 0, -1, 1], [5, 0, -1, .3], [6, 0, -1, .5]],
        'threats': [['threat', 'max_dist', 'weight', 'decay', 'cur_path'],
                    ['urban', 3000, 1, 'exponential', 'thr_urban.tif'], ['crop', 1000, .6, 'linear', 'thr_crop.tif']],
        'sensitivity': [['lucode', 'habitat', 'urban', 'crop'], [1, .3, .5, 0], [2, 1, .8, .6], [3, .7, .6, .5],
                        [4, .8, .7, .6], [5, 0, 0, 0], [6, .1, .2, .2]]}
    for name, lines in tables.items():
        (folder / f'{name}.csv').write_text('\n'.join(','.join(map(str, line)) for line in lines) + '\n')
    source = gdal.GetDriverByName('GPKG').Create(str(folder / 'watersheds.gpkg'), 0, 0, 0)
    from osgeo import ogr
    layer = source.CreateLayer('watersheds', reference, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn('ws_id', ogr.OFTInteger))
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetField('ws_id', 1)
    west, east, north, south = 500000, 500000 + 30 * side, 4400000, 4400000 - 30 * side
    feature.SetGeometry(ogr.CreateGeometryFromWkt(
        f'POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))'))
    layer.CreateFeature(feature)
    source = None
    (folder / 'ready').touch()
    return folder


def tool_seconds(tool, parameters):
    """Seconds of a tool in a QGIS without window, which starts outside the time taken, as InVEST's imports do."""
    import time
    os.environ.setdefault('QT_QPA_PLATFORM', 'offscreen')
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback
    application = QgsApplication([], False)
    application.initQgis()
    from ecorestore.ecorestore_plugin.provider import EcoRestoreProvider
    provider = EcoRestoreProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    algorithm = provider.algorithm(tool).create()
    unknown = [name for name in parameters if algorithm.parameterDefinition(name) is None]
    if unknown:
        raise LookupError(unknown)
    start = time.perf_counter()
    _, fine = algorithm.run(parameters, QgsProcessingContext(), QgsProcessingFeedback(False), {}, False)
    seconds = time.perf_counter() - start
    if not fine:
        raise RuntimeError(tool)
    return seconds


def ours(model, side):
    """(mean of the result, seconds) of our tool."""
    folder, out = inputs(side), DATA / 'out_ours' / model
    out.mkdir(parents=True, exist_ok=True)

    def layer(name):
        return str(folder / f'{name}.tif')

    def table(name):
        return str(folder / f'{name}.csv')
    tool, parameters, result = {
        'carbon': ('carbonstorage', {
            'LANDCOVER': layer('lulc'), 'LANDCOVER_ALT': layer('lulc_alt'), 'TABLE': table('carbon_pools'),
            'YEAR': 2020, 'YEAR_ALT': 2030, 'PRICE': 100, 'DISCOUNT': 5, 'PRICE_CHANGE': 2,
            'OUTPUT': str(out / 'storage.tif'), 'ALTERNATE': str(out / 'alternate.tif'),
            'CHANGE': str(out / 'change.tif'), 'NPV': str(out / 'npv.tif')},
            'npv.tif'),
        'water yield': ('wateryield', {
            'PRECIPITATION': layer('precip'), 'ET0': layer('et0'), 'PAWC': layer('pawc'),
            'SOIL_DEPTH': layer('depth_root'), 'LANDCOVER': layer('lulc'), 'TABLE': table('biophysical'), 'Z': 5,
            'UNITS': str(folder / 'watersheds.gpkg'), 'UNIT_CODE': 'ws_id', 'OUTPUT': str(out / 'volume.tif'),
            'DEPTH': str(out / 'wyield.tif'), 'AET': str(out / 'aet.tif'),
            'UNIT_TOTALS': str(out / 'units.gpkg')}, 'wyield.tif'),
        'habitat quality': ('habitatquality', {
            'LANDCOVER': layer('lulc'), 'THREATS': table('threats'), 'SENSITIVITY': table('sensitivity'),
            'THREAT_RASTERS': [layer('thr_urban'), layer('thr_crop')],
            'QUALITY': str(out / 'quality.tif'), 'DEGRADATION': str(out / 'degradation.tif')}, 'quality.tif')}[model]
    seconds = tool_seconds(tool, parameters)
    return mean_of(out / result), seconds


def mean_of(path):
    from osgeo import gdal
    dataset = gdal.Open(str(path))  # a band lives no longer than its dataset
    return dataset.GetRasterBand(1).ComputeStatistics(False)[2]


def more_inputs(side):
    """Elevation, NDVI and people beside the layers of :func:`inputs`, row by row; their folder."""
    folder = inputs(side)
    if (folder / 'more').exists():
        return folder
    from osgeo import gdal
    like = gdal.Open(str(folder / 'precip.tif'))
    rng = np.random.default_rng(5)
    coarse = rng.random((side // 50 + 2, side // 50 + 2)) * 500
    for name in ('dem', 'ndvi', 'people'):
        target = gdal.GetDriverByName('GTiff').Create(str(folder / f'{name}.tif'), side, side, 1, gdal.GDT_Float32,
                                                      ['TILED=YES', 'COMPRESS=DEFLATE', 'ZLEVEL=1'])
        target.SetGeoTransform(like.GetGeoTransform())
        target.SetProjection(like.GetProjection())
        target.GetRasterBand(1).SetNoDataValue(-9999)
        for start in range(0, side, 256):
            rows = np.arange(start, min(start + 256, side))
            values = rng.random((len(rows), side), np.float32)
            if name == 'dem':
                values = hills(coarse, rows, side) + values * 2
            elif name == 'people':
                values = np.floor(values * 3)
            target.GetRasterBand(1).WriteArray(values.astype(np.float32), 0, start)
        target = None
    (folder / 'more').touch()
    return folder


def hills(coarse, rows, side):
    """Bilinear between points 50 cells apart."""
    columns = np.arange(side)
    down, right = (rows % 50 / 50)[:, np.newaxis], columns % 50 / 50
    north, south = coarse[rows // 50], coarse[rows // 50 + 1]
    west, east = columns // 50, columns // 50 + 1
    return ((1 - down) * ((1 - right) * north[:, west] + right * north[:, east])
            + down * ((1 - right) * south[:, west] + right * south[:, east]))


LARGE_RUNS = {
    'soil conservation': ('soilconservation', {
        'DEM': 'dem', 'LANDCOVER': 'lulc', 'NDVI': 'ndvi', 'PRECIPITATION': 'precip', 'ERODIBILITY': 'pawc'}),
    'slope factors': ('slopelengthfactor', {'DEM': 'dem'}),
    'food supply': ('foodsupply', {'LANDCOVER': 'lulc', 'NDVI': 'ndvi', 'UNITS': 'watersheds'}),
    'recreation, catchment of 3 km': ('recreationsupply', {
        'LANDCOVER': 'lulc', 'NDVI': 'ndvi', 'POPULATION': 'people', 'METHOD': '=catchment', 'REACH': 3000}),
}


def large(work, side):
    """([mean, MB of this process, MB of its workers], seconds) of a tool that needs more than its own cells."""
    import resource
    folder, out = more_inputs(side), DATA / 'out_ours' / work.replace(' ', '_')
    out.mkdir(parents=True, exist_ok=True)
    tool, layers = LARGE_RUNS[work]
    parameters = {name: value if not isinstance(value, str) else value[1:] if value[0] == '=' else str(
        folder / (f'{value}.gpkg' if value == 'watersheds' else f'{value}.tif')) for name, value in layers.items()}
    if 'UNITS' in parameters:
        parameters.update(UNIT_CODE='ws_id', STATISTIC='ws_id')
    seconds = tool_seconds(tool, {**parameters, 'OUTPUT': str(out / 'out.tif')})
    own, workers = (resource.getrusage(who).ru_maxrss / 1024 for who in (
        resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return [mean_of(out / 'out.tif'), own, workers], seconds


def large_rows():
    for side in (SIDE, *((15330,) if os.environ.get('LARGE') else ())):
        more_inputs(side)
        for work in LARGE_RUNS:
            one = measured(FILE, 'large', work, side)
            mean, own, workers = one['value']
            yield {'work': f'{work}, {side * side / 1e6:.0f} million cells', 'ours': round(one['seconds'], 1),
                   'peer': None, 'ratio': None, 'ours_peak_mb': round(own + workers), 'peer_peak_mb': None,
                   'note': f'{own:.0f} MB in QGIS, {workers:.0f} in the worker; mean {mean:.6g}'}


PEER = '''
import json, logging, sys, time, resource
logging.basicConfig(level=logging.ERROR)
folder, out, model = sys.argv[1:]
from natcap.invest.carbon import carbon
from natcap.invest.annual_water_yield import annual_water_yield
from natcap.invest.habitat_quality import habitat_quality
def at(name): return f'{folder}/{name}'
common = {'workspace_dir': out, 'results_suffix': '', 'n_workers': -1}
runs = {
 'carbon': (carbon, {'lulc_bas_path': at('lulc.tif'), 'calc_sequestration': True, 'lulc_alt_path': at('lulc_alt.tif'),
   'carbon_pools_path': at('carbon_pools.csv'), 'lulc_bas_year': 2020, 'lulc_alt_year': 2030, 'do_valuation': True,
   'price_per_metric_ton_of_c': 100, 'discount_rate': 5, 'rate_change': 2}, 'npv_alt.tif'),
 'water yield': (annual_water_yield, {'lulc_path': at('lulc.tif'), 'precipitation_path': at('precip.tif'),
   'depth_to_root_rest_layer_path': at('depth_root.tif'), 'pawc_path': at('pawc.tif'), 'eto_path': at('et0.tif'),
   'watersheds_path': at('watersheds.gpkg'), 'biophysical_table_path': at('biophysical.csv'),
   'seasonality_constant': 5}, 'output/per_pixel/wyield.tif'),
 'habitat quality': (habitat_quality, {'lulc_cur_path': at('lulc.tif'), 'threats_table_path': at('threats.csv'),
   'sensitivity_table_path': at('sensitivity.csv'), 'half_saturation_constant': 0.05}, 'quality_c.tif')}
module, arguments, result = runs[model]
start = time.perf_counter()
module.execute({**common, **arguments})
seconds = time.perf_counter() - start
from osgeo import gdal
values = gdal.Open(f'{out}/{result}').ReadAsArray()
print(json.dumps({'seconds': seconds, 'peak_mb': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                  'value': float(values[values > -1e30].mean(dtype=float))}))
'''


def peer(python, model, side):
    """{'seconds', 'peak_mb', 'value'} of InVEST in a process of its own, without what an earlier run left."""
    import shutil
    out = DATA / 'out_invest' / model.replace(' ', '_')
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    done = subprocess.run([python, '-c', PEER, str(inputs(side)), str(out), model], capture_output=True, text=True,
                          check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return json.loads(done.stdout.splitlines()[-1])


def terrain(side):
    """Hills of 50 cells with noise, which leaves many pits."""
    from scipy import ndimage
    rng = np.random.default_rng(1)
    hills = ndimage.zoom(rng.random((side // 50, side // 50)), 50, order=1) * 500
    return hills + rng.random(hills.shape) * 2


def flow_by_worker(side):
    """(mean contributing area in cells, seconds) with compiled kernels; the start of the worker counts."""
    import time

    from ecorestore.ecorestore_plugin.core.drainage import contributing_area, drainage
    from ecorestore.ecorestore_plugin.core.engine import LocalEngine
    heights = terrain(side)
    start = time.perf_counter()
    with LocalEngine(1) as engine:
        area = contributing_area(drainage(heights, 30, 30, engine=engine), 1.0, engine)
    return float(area.mean()), time.perf_counter() - start


def flow_here(side):
    """The same in plain Python."""
    import time

    from ecorestore.ecorestore_plugin.core.drainage import contributing_area, drainage
    heights = terrain(side)
    start = time.perf_counter()
    area = contributing_area(drainage(heights, 30, 30), 1.0)
    return float(area.mean()), time.perf_counter() - start


def flow_rows():
    measured(FILE, 'flow_by_worker', 100)  # kernels are compiled once for a machine
    one, other = (measured(FILE, function, 1000) for function in ('flow_by_worker', 'flow_here'))
    yield row('D8 drainage and contributing area, 1 million cells', one, other,
              f'peer: our path without numba; means {one["value"]:.6g} and {other["value"]:.6g}')
    one = measured(FILE, 'flow_by_worker', 4000)
    yield {'work': 'D8 drainage and contributing area, 16 million cells', 'ours': round(one['seconds'], 1),
           'peer': None, 'ratio': None, 'ours_peak_mb': round(one['peak_mb']), 'peer_peak_mb': None, 'note': ''}


def median(runs):
    """The run with the middle time."""
    return sorted(runs, key=lambda run: run['seconds'])[len(runs) // 2]


def rows():
    yield from flow_rows()
    yield from large_rows()
    inputs(SIDE)
    python = os.environ.get('BENCH_INVEST', '')
    for model in MODELS:
        if not python:
            one = median([measured(FILE, 'ours', model, SIDE) for _ in range(REPEATS)])
            yield {'work': f'{model}, {SIDE * SIDE / 1e6:.0f} million cells', 'ours': round(one['seconds'], 1),
                   'peer': None, 'ratio': None, 'ours_peak_mb': round(one['peak_mb']), 'peer_peak_mb': None,
                   'note': 'set BENCH_INVEST to the Python of an InVEST environment'}
            continue
        pairs = [(measured(FILE, 'ours', model, SIDE), peer(python, model, SIDE)) for _ in range(REPEATS)]
        one, other = (median([pair[side] for pair in pairs]) for side in (0, 1))
        yield row(f'{model}, {SIDE * SIDE / 1e6:.0f} million cells', one, other,
                  f'InVEST 3.20.2; means {one["value"]:.6g} and {other["value"]:.6g}')


if __name__ == '__main__':
    for line in rows():
        sys.stdout.write(f'{line}\n')
