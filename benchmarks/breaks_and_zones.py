"""Exact natural breaks against mapclassify, and zonal statistics on a label raster against exactextract."""

import time

from measure import measured, paired, row

VALUES = 1000000
# The peer looks at every pair of values: twice as many take it four times as long, a million some 20 minutes.
LARGEST = 200000
CLASSES = 5
MANY = 60000000
SIDE = 4000
ZONES = 200
# Squares of whole cells: the peer's best case, as no polygon cuts a cell and few cells lie at a border.
SQUARE = 200


def numbers(count):
    import numpy as np
    draw = np.random.default_rng(1)
    return np.concatenate([draw.normal(0, 1, count // 2), draw.exponential(2, count - count // 2) + 3])


def our_breaks(count):
    """Goodness of the exact partition."""
    from ecorestore.ecorestore_plugin.core.classify import classify
    values = numbers(count)
    start = time.perf_counter()
    found = classify(values, 'jenks', CLASSES)
    return found.goodness, time.perf_counter() - start


def our_many_breaks(count):
    """Goodness of the exact partition of values of single precision, as a raster holds them; none is joined."""
    import numpy as np

    from ecorestore.ecorestore_plugin.core.classify import classify
    draw = np.random.default_rng(1)
    values = np.empty(count, np.float32)
    for start in range(0, count, 1 << 22):
        part = values[start:start + (1 << 22)]
        part[:] = draw.normal(0, 1, part.size) if start >> 22 & 1 else draw.exponential(2, part.size) + 3
    start = time.perf_counter()
    found = classify(values, 'jenks', CLASSES)
    return found.goodness, time.perf_counter() - start


def their_breaks(count):
    """mapclassify's exact Fisher-Jenks, compiled by numba before the clock starts."""
    import mapclassify
    values = numbers(count)
    mapclassify.FisherJenks(values[::max(1, count // 50)], k=CLASSES)
    start = time.perf_counter()
    found = mapclassify.FisherJenks(values, k=CLASSES)
    seconds = time.perf_counter() - start
    total = ((values - values.mean()) ** 2).sum()
    inside = sum(((values[found.yb == k] - values[found.yb == k].mean()) ** 2).sum() for k in range(CLASSES))
    return float(1 - inside / total), seconds


def labels(side, zones):
    """A label raster of irregular zones, like counties burned on a grid, or of squares where there are none, and a
    value raster."""
    import numpy as np
    if not zones:
        number = np.arange(side) // SQUARE
        units = number[:, None] * (side // SQUARE) + number[None] + 1
        return units.astype(np.int32), np.random.default_rng(2).random((side, side)).astype(np.float32)
    from scipy import ndimage
    from scipy.spatial import cKDTree
    draw = np.random.default_rng(2)
    place = np.stack(np.meshgrid(np.arange(side), np.arange(side), indexing='ij'), axis=-1).astype(np.float32)
    for axis in (0, 1):
        noise = ndimage.zoom(draw.normal(0, side / 80, (side // 16, side // 16)), 16, order=1)
        place[..., axis] += noise
    units = cKDTree(draw.uniform(0, side, (zones, 2))).query(place.reshape(-1, 2))[1].reshape(side, side) + 1
    return units.astype(np.int32), draw.random((side, side)).astype(np.float32)


def polygons(units):
    """The zones as GeoJSON features in cell coordinates, made by GDAL, in the order of the labels."""
    import json

    from osgeo import gdal, ogr
    source = gdal.GetDriverByName('MEM').Create('', units.shape[1], units.shape[0], 1, gdal.GDT_Int32)
    source.SetGeoTransform((0, 1, 0, units.shape[0], 0, -1))
    source.GetRasterBand(1).WriteArray(units)
    target = ogr.GetDriverByName('Memory').CreateDataSource('zones')
    layer = target.CreateLayer('zones', None, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn('label', ogr.OFTInteger))
    gdal.Polygonize(source.GetRasterBand(1), None, layer, 0, [])
    parts = {}
    for feature in layer:
        parts.setdefault(feature.GetField('label'), ogr.Geometry(ogr.wkbMultiPolygon)).AddGeometry(
            feature.GetGeometryRef())
    return [{'type': 'Feature', 'properties': {}, 'geometry': json.loads(parts[label].ExportToJson())}
            for label in sorted(parts)]


def our_zones(side, zones):
    """Sum of the zone means."""
    from ecorestore.ecorestore_plugin.core.zonal import zonal_mean
    units, values = labels(side, zones)
    start = time.perf_counter()
    found = zonal_mean(values, units)
    return float(found.sum()), time.perf_counter() - start


def our_summary(side, zones):
    """Count, mean, deviation, minimum, maximum and sum at once; the value is the sum of the means."""
    from ecorestore.ecorestore_plugin.core.zonal import zonal_summary
    units, values = labels(side, zones)
    start = time.perf_counter()
    found = zonal_summary(values, units)
    return float(found.mean.sum()), time.perf_counter() - start


def their_zones(side, zones, operations=('mean',)):
    """exactextract over the polygons of the labels."""
    from exactextract import exact_extract
    from exactextract.feature import JSONFeatureSource
    from exactextract.raster import NumPyRasterSource
    units, values = labels(side, zones)
    shapes = polygons(units)
    raster = NumPyRasterSource(values, xmin=0, ymin=0, xmax=side, ymax=side)
    start = time.perf_counter()
    found = exact_extract(raster, JSONFeatureSource(shapes), list(operations))
    return sum(item['properties']['mean'] for item in found), time.perf_counter() - start


def their_summary(side, zones):
    return their_zones(side, zones, ('count', 'mean', 'stdev', 'min', 'max', 'sum'))


def rows():
    one, other = paired(__file__, 'our_breaks', 'their_breaks', LARGEST, repeats=1)
    # The peer adds up in single precision and misses the best partition by a little.
    if not other['value'] - 1e-9 <= one['value'] < other['value'] + 0.05:
        raise RuntimeError(f'results differ: {one["value"]} and {other["value"]}')
    yield row(f'exact natural breaks, {LARGEST:,} values, {CLASSES} classes', one, other,
              f'peer mapclassify FisherJenks with numba; goodness of fit {one["value"]:.6f}, peer {other["value"]:.6f}')
    yield row(f'exact natural breaks, {VALUES:,} values against {LARGEST:,} of the peer, {CLASSES} classes',
              measured(__file__, 'our_breaks', VALUES), other, 'peer on its smaller input')
    many = measured(__file__, 'our_many_breaks', MANY)
    yield row(f'exact natural breaks, {MANY:,} values against {LARGEST:,} of the peer, {CLASSES} classes', many, other,
              f'single precision, {MANY * 4 / 1e6:g} MB of values; peer on its smaller input')
    for zones, kind in ((ZONES, f'{ZONES} irregular zones'), (0, f'{(SIDE // SQUARE) ** 2} squares of whole cells')):
        for ours, theirs, what in (('our_zones', 'their_zones', 'mean'),
                                   ('our_summary', 'their_summary', 'six statistics')):
            one, other = paired(__file__, ours, theirs, SIDE, zones, repeats=5)
            if abs(one['value'] - other['value']) > 1e-3:
                raise RuntimeError(f'results differ: {one["value"]} and {other["value"]}')
            yield row(f'zonal {what} of {kind}, {SIDE * SIDE / 1e6:g} M cells', one, other,
                      'ours on the label raster, peer exactextract on its polygons, made before the clock starts')
