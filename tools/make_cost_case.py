"""Makes the cost cases of tests/data/cost_grass: what GRASS r.cost finds on small surfaces.

    make_cost_case.py [folder]

Each case holds resistance.tif and sources.tif (ours, from a seed) and, from GRASS, cost.tif (resistance x metres),
allocation.tif, links.csv (from, to, lcd of neighbouring sources) and nlcc_mosaic.tif. Needs grass-core and
python3-gdal.
"""

import csv
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from osgeo import gdal, osr

FOLDER = Path(__file__).resolve().parent.parent / 'tests' / 'data' / 'cost_grass'
NODATA = -9999.0
# Surfaces: cell width and height in metres, and how resistance is drawn.
CASES = {'steps': (30.0, 30.0), 'oblong': (30.0, 20.0)}
gdal.UseExceptions()


def surface(name, shape, rng):
    """Resistance with blocks of nodata and a wall with one gap; whole numbers in the case of equal costs."""
    resistance = rng.integers(1, 6, shape) * 10.0 if name == 'steps' else np.exp(rng.normal(3, 1.2, shape))
    for row, column in rng.integers(0, np.array(shape) - 9, (6, 2)):
        resistance[row:row + 6, column:column + 8] = np.nan
    resistance[:, shape[1] // 2] = np.nan
    resistance[shape[0] // 3, shape[1] // 2] = 25.0
    return np.round(resistance, 3)


def sources(resistance, rng, count=6):
    """Squares of 1 to 3 cells with ids that are not in a row."""
    found = np.zeros(resistance.shape, np.int32)
    for number in range(count):
        row, column = rng.integers(2, np.array(resistance.shape) - 5)
        found[row:row + 1 + number % 3, column:column + 1 + number % 3] = 3 * number + 2
    return np.where(np.isnan(resistance), 0, found)


def write(path, values, sizes, kind=gdal.GDT_Float64):
    rows, columns = values.shape
    out = gdal.GetDriverByName('GTiff').Create(str(path), columns, rows, 1, kind, ['COMPRESS=DEFLATE', 'PREDICTOR=2'
                                               if kind == gdal.GDT_Int32 else 'PREDICTOR=3'])
    out.SetGeoTransform((500000.0, sizes[0], 0.0, 3000000.0, 0.0, -sizes[1]))
    system = osr.SpatialReference()
    system.ImportFromEPSG(32649)
    out.SetProjection(system.ExportToWkt())
    out.GetRasterBand(1).SetNoDataValue(0 if kind == gdal.GDT_Int32 else NODATA)
    out.GetRasterBand(1).WriteArray(values if kind == gdal.GDT_Int32 else np.where(np.isnan(values), NODATA, values))


def read(path):
    values = gdal.Open(str(path)).ReadAsArray().astype(float)
    return np.where(values == NODATA, np.nan, values)


def r_cost(folder, numbers):
    """Surfaces of all sources and of each one, and the allocation; GRASS counts in widths of a cell, not metres."""
    lines = [f'r.in.gdal -o input={folder}/{name}.tif output={name} --quiet' for name in ('resistance', 'sources')]
    lines += ['g.region raster=resistance',
              'r.cost input=resistance start_raster=sources output=cost nearest=allocation --quiet']
    for number in numbers:
        lines += [f'r.mapcalc expression="one = if(sources == {number}, 1, null())" --overwrite --quiet',
                  f'r.cost input=resistance start_raster=one output=cost{number} --quiet']
    for name in ('cost', 'allocation', *(f'cost{number}' for number in numbers)):
        kind = 'type=Int32 nodata=0' if name == 'allocation' else f'type=Float64 nodata={NODATA}'
        lines.append(f'r.out.gdal -c -f input={name} output={folder}/{name}_grass.tif {kind} --quiet')
    script = folder / 'grass.sh'
    script.write_text('set -e\n' + '\n'.join(lines) + '\n')
    subprocess.run(['grass', '--tmp-location', f'{folder}/resistance.tif', '--exec', 'bash', str(script)], check=True)


def neighbours(allocation):
    """Pairs of ids whose zones touch, also diagonally."""
    rows, columns = allocation.shape
    pairs = set()
    for down, right in ((0, 1), (1, 0), (1, 1), (1, -1)):
        one = allocation[:rows - down, max(-right, 0):columns - max(right, 0)]
        two = allocation[down:, max(right, 0):columns + min(right, 0)]
        pairs |= {tuple(sorted(pair)) for pair in zip(one.ravel().tolist(), two.ravel().tolist())}
    return sorted((a, b) for a, b in pairs if a > 0 and b > 0 and a != b)


def make(name, folder):
    rng = np.random.default_rng(sum(name.encode()))
    folder.mkdir(parents=True, exist_ok=True)
    sizes = CASES[name]
    resistance = surface(name, (48, 60), rng)
    ids = sources(resistance, rng)
    numbers = np.unique(ids[ids > 0]).tolist()
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        for place in (work, folder):
            write(place / 'resistance.tif', resistance, sizes)
            write(place / 'sources.tif', ids, sizes, gdal.GDT_Int32)
        r_cost(work, numbers)
        allocation = gdal.Open(f'{work}/allocation_grass.tif').ReadAsArray()
        cost = read(work / 'cost_grass.tif') * sizes[0]
        each = {number: read(work / f'cost{number}_grass.tif') * sizes[0] for number in numbers}
    write(folder / 'cost.tif', cost, sizes)
    write(folder / 'allocation.tif', allocation, sizes, gdal.GDT_Int32)
    mosaic = np.full(ids.shape, np.inf)
    with (folder / 'links.csv').open('w', newline='') as out:
        table = csv.writer(out, lineterminator='\n')
        table.writerow(['from', 'to', 'lcd'])
        for first, second in neighbours(allocation):
            distance = float(each[first][ids == second].min())
            table.writerow([first, second, repr(distance)])
            mosaic = np.fmin(mosaic, each[first] + each[second] - distance)
    write(folder / 'nlcc_mosaic.tif', np.where(np.isinf(mosaic), np.nan, mosaic), sizes)


def main(folder):
    version = subprocess.run(['grass', '--version'], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                             check=True).stdout.split('\n')[0]
    for name in CASES:
        make(name, folder / name)
    (folder / 'README.md').write_text(
        f'Expected results of r.cost of {version}, made by tools/make_cost_case.py. Costs in resistance x metres;\n'
        'links.csv: least-cost distances between sources whose zones touch; nlcc_mosaic.tif over these links.\n')


if __name__ == '__main__':
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
