"""Makes the sample study area."""

from ...ecorestore_plugin.core.sample.catalogue import GEOPACKAGE, LAYERS, RASTERS, README, provenance_rows
from ...ecorestore_plugin.core.sample.landscape import SEED, sample_landscape
from ...ecorestore_plugin.qgis_io import input_folder as files
from ..base import Tool, mark, tr
from ..parameters import folder_output, integer, number, number_output

STATUS = 'SYNTHETIC sample'
EPSG = 4547


class SampleData(Tool):
    tool_id = 'sampledata'
    stage = 'report'
    label = mark('Sample study area')
    summary = mark('Makes a synthetic study area with all inputs the tools need.')
    help = mark(
        'Makes a study area that exists nowhere, with every input the tools of EcoRestore need, so that the whole '
        'workflow can be tried at once and results can be compared between computers.\n\n'
        'Two prefectures with 24 counties lie in a river basin. Terrain is fractal uplift carved by its own rivers '
        '(stream power, Braun and Willett 2013, doi:10.1016/j.geomorph.2012.10.008). Counties grow from their seats '
        'and end at ridges and rivers. Land cover follows terrain, water and towns at two dates, 2010 and 2020. '
        'Climate, soil, NDVI, NPP, population, night lights and county statistics follow from these.\n\n'
        'The folder holds GeoTIFFs (landcover_2010, landcover_2020, dem, precipitation, temperature, et0, ndvi_2010, '
        'ndvi_2020, npp, sand, silt, clay, organic_carbon, soil_depth, pawc, population, nightlight), the GeoPackage '
        'sample.gpkg with the layers units, roads, rivers and towns, provenance.csv and README.txt. Units: metres, '
        'mm/yr, degC, kg C/m2/yr, %, persons per cell, nW/cm2/sr.\n\n'
        'Everything is labelled synthetic: names are invented, unit codes begin with the unused 99, and the '
        'coordinate system (EPSG:4547) only serves to have metres. Do not publish results on it as findings. The same '
        'seed and size give the same area.')
    keywords = mark('sample, example, demo, tutorial, synthetic, test data')

    def declare(self):
        yield integer('ROWS', tr('Rows'), tr('Cells from north to south, 120 to 800. Counties fill the inner part, '
                                             'so 400 rows of 100 m give counties of about 50 km2.'), 400, 120, 800)
        yield integer('COLUMNS', tr('Columns'), tr('Cells from west to east, 120 to 800.'), 400, 120, 800)
        yield number('CELL', tr('Cell size (m)'), tr('Side of a cell in metres, 10 to 1000. 100 m shows valleys and '
                                                     'towns and still computes within minutes.'), 100.0, 10.0, 1000.0)
        yield integer('SEED', tr('Random seed'), tr('Number that draws the area; the same seed and size give the same '
                                                    'area. The default is a well balanced one.'), SEED, 0, 2147483647)
        yield folder_output('FOLDER', tr('Folder of the sample area'),
                            tr('Receives the rasters, sample.gpkg, provenance.csv and README.txt; files of the same '
                               'names are replaced.'))
        yield number_output('COUNTIES', tr('Number of counties'))
        yield number_output('LAND_CELLS', tr('Cells inside the counties'))

    def compute(self, job):
        rows, columns, cell = job.integer('ROWS'), job.integer('COLUMNS'), job.number('CELL')
        area = sample_landscape(rows, columns, cell, job.integer('SEED'),
                                lambda share, text='', **values: job.progress(0.85 * share, text, **values),
                                job.cancelled)
        with files.whole_folder(job.output_folder('FOLDER')) as folder:
            write_sample(folder, area, job)
        job.set_number('COUNTIES', len(area.units))
        job.set_number('LAND_CELLS', int(area.valid.sum()))
        job.say(tr('Wrote {rasters} rasters and {layers} vector layers of a synthetic area with {counties} counties.',
                   rasters=len(area.rasters), layers=len(LAYERS), counties=len(area.units)))


def write_sample(folder, area, job):
    """All files of the sample area."""
    wkt = files.epsg_wkt(EPSG)
    for position, (name, values) in enumerate(area.rasters.items()):
        job.progress(0.85 + 0.13 * position / len(area.rasters), 'Writing {file}', file=f'{name}.tif')
        unit, text = RASTERS[name]
        files.write_geotiff(folder / f'{name}.tif', values, area.grid, wkt, unit, text, STATUS)
    tables = {'units': ('polygon', [_with(row, 'rings', files.polygon) for row in area.units]),
              'roads': ('line', [_with(row, 'line', files.line) for row in area.roads]),
              'rivers': ('line', [_with(row, 'line', files.line) for row in area.rivers]),
              'towns': ('point', [_with(row, 'point', lambda xy: files.point(*xy)) for row in area.towns])}
    files.write_geopackage(folder / GEOPACKAGE, {name: (kind, rows, f'{STATUS}: {LAYERS[name]}')
                                                 for name, (kind, rows) in tables.items()}, wkt)
    source = f'EcoRestore sampledata, seed {job.integer("SEED")}'
    rows = provenance_rows('synthetic', source)
    files.write_provenance(folder / 'provenance.csv', rows)
    text = README.format(seed=job.integer('SEED'), rows=area.grid.rows, columns=area.grid.columns,
                         cell=f'{area.grid.cell_width:g}', crs=f'EPSG:{EPSG}',
                         layers='\n'.join(f'{row["file"]}: {row["layer"]}: {row["note"]}' for row in rows))
    (folder / 'README.txt').write_text(text, encoding='utf-8')


def _with(row, key, make):
    """The row with its points turned into a geometry."""
    fields = {name: value for name, value in row.items() if name != key}
    fields['geometry'] = make(row[key])
    return fields
