"""Puts rasters on one grid."""

from pathlib import Path

from qgis.core import QgsCoordinateTransform

from ...ecorestore_plugin.core.errors import CapacityError, CrsError, EmptyInputError, ParameterError
from ...ecorestore_plugin.core.prepare.alignment import snapped_grid, unique_names
from ...ecorestore_plugin.core.prepare.standard import KINDS, kind_of, rules_from
from ...ecorestore_plugin.paths import TABLES
from ...ecorestore_plugin.qgis_io.input_folder import whole_folder
from ...ecorestore_plugin.qgis_io.raster import grid_of, rasterize, same_crs
from ...ecorestore_plugin.qgis_io.vector import read_csv
from ...ecorestore_plugin.qgis_io.warp import alignment_row, bounds_of, distinct_values, source_stem, warp_layer
from ..base import Tool, mark, tr
from ..parameters import crs, extent, folder_output, number, number_output, raster, rasters, table_output, text, vector

MOST_CELLS = 2_000_000_000


class AlignRasters(Tool):
    tool_id = 'alignrasters'
    stage = 'prepare'
    label = mark('Align rasters')
    summary = mark('Puts rasters on one grid, resampled by what they measure.')
    help = mark(
        'Brings rasters of different coordinate systems, cell sizes and origins onto one grid, which all other tools '
        'ask for.\n\n'
        'The grid is that of a template layer; or it is made from a coordinate system, an extent and a cell size; '
        'with neither, it is the grid of the first raster.\n\n'
        'Resampling follows the kind of the values. class: nearest neighbour (land cover, zones). continuous: bilinear '
        '(elevation, climate, indices). amount: sum, weighted by the share of each source cell, so that totals are '
        'kept (persons per cell, tonnes per cell). density: area-weighted average (persons per km2, NPP per m2). '
        '"auto" takes the kind from the data standard by the layer name; unknown integer rasters with up to 64 values '
        'are classes, all others continuous.\n\n'
        'A study area keeps cells whose centre it covers. The tool warns when its extent lies 300 to 800 m beside the '
        'data: boundaries taken from web maps in China (GCJ-02) are displaced like this.\n\n'
        'Cell size in metres. Results are compressed GeoTIFFs with the names of the inputs; equal names get _2, _3.')
    keywords = mark('resample, reproject, warp, snap, clip, same grid, extent, GCJ-02')

    def declare(self):
        yield rasters('RASTERS', tr('Rasters'), tr('The rasters to align; all bands are carried over.'))
        yield raster('TEMPLATE', tr('Template'), tr('Raster whose grid all results get. Leave empty to use the three '
                                                    'parameters below, or the first raster.'), optional=True)
        yield crs('CRS', tr('Coordinate system'), tr('A projected system in metres, used without a template; default: '
                                                     'that of the first raster.'), optional=True)
        yield extent('EXTENT', tr('Extent'), tr('Area the grid covers, used without a template; widened to whole '
                                                'cells. Default: the study area, else all rasters together.'),
                     optional=True)
        yield number('CELL', tr('Cell size (m)'), tr('Side of a cell, used without a template; default: that of the '
                                                     'first raster.'), None, 0.001, optional=True)
        yield text('KINDS', tr('Kinds'), tr('How to resample: auto, class, continuous, amount or density. One word for '
                                            'all rasters or one per raster, separated by commas.'), 'auto')
        yield vector('CLIP', tr('Study area'), tr('Polygons; cells whose centre lies outside become nodata.'),
                     'polygon', optional=True)
        yield folder_output('FOLDER', tr('Folder of aligned rasters'),
                            tr('Receives one GeoTIFF per raster under the name of its file.'))
        yield table_output('REPORT', tr('Alignment report'), tr(
            'Per raster: file, kind, resampling, coordinate systems, cell sizes, offset of the old cells in cells, '
            'sums before and after (amounts), warnings.'), optional=True)
        yield number_output('COUNT', tr('Number of rasters'))
        yield number_output('WARNINGS', tr('Number of warnings'))

    def check(self, values):
        words = values.list('KINDS') or ['auto']
        unknown = [word for word in words if word not in ('auto', *KINDS)]
        if unknown:
            return tr('Kinds: "{word}" is unknown; use auto, {kinds}.', word=unknown[0], kinds=', '.join(KINDS))
        if values.given('TEMPLATE') and any(values.given(name) for name in ('CRS', 'EXTENT', 'CELL')):
            return tr('Give either a template or a coordinate system, extent and cell size, not both.')
        return ''

    def compute(self, job):
        layers = self.parameterAsLayerList(job.parameters, 'RASTERS', job.context)
        if not layers:
            raise EmptyInputError('No raster can be read; check the paths and the files.')
        kinds = self._kinds(job, layers)
        grid = self._grid(job, layers)
        clip = job.features('CLIP', ('polygon',), grid)
        mask = None if clip is None else rasterize(clip.geometries, [1] * len(clip), grid)[0] > 0
        if mask is not None and not mask.any():
            raise EmptyInputError('{name} covers no cell of the grid; check its coordinate system and the extent.',
                                  name=clip.name)
        names = unique_names([source_stem(layer) for layer in layers])
        rows = []
        folder = job.output_folder('FOLDER')
        self._spare_inputs(folder, names, layers)
        with whole_folder(folder) as part:
            for index, (layer, kind, name) in enumerate(zip(layers, kinds, names)):
                job.inputs[f'RASTERS_{index + 1}'] = layer.source()
                start = index / len(layers)
                job.progress(start, 'Aligning {layer}', layer=layer.name())
                done = warp_layer(layer, grid, kind, part / f'{name}.tif', mask,
                                  lambda share, start=start: job.progress(start + share / len(layers)), job.cancelled)
                row, warnings = alignment_row(layer, kind, name, grid, done, clip)
                rows.append(row)
                for warning in warnings:
                    job.warn(f'{layer.name()}: {warning}')
        job.write_table('REPORT', {key: [row[key] for row in rows] for key in rows[0]})
        job.set_number('COUNT', len(rows))
        job.set_number('WARNINGS', sum(bool(row['warnings']) for row in rows))

    def _kinds(self, job, layers):
        words = job.list('KINDS') or ['auto']
        if len(words) == 1:
            words = words * len(layers)
        if len(words) != len(layers):
            raise ParameterError('{words} kinds are given for {rasters} rasters; give one word for all or one for '
                                 'each.', words=len(words), rasters=len(layers))
        rules = rules_from(read_csv(TABLES / 'data_standard.csv').columns)
        kinds = []
        for layer, word in zip(layers, words):
            if word == 'auto':
                word = kind_of(f'{source_stem(layer)} {layer.name()}', *distinct_values(layer), rules)
                job.say(tr('{layer}: resampled as {kind}.', layer=layer.name(), kind=word))
            kinds.append(word)
        return kinds

    def _grid(self, job, layers):
        """The grid all results get."""
        for layer in layers:
            grid_of(layer, layer.name(), projected=False)
        if job.given('TEMPLATE'):
            return grid_of(job.raster_layer('TEMPLATE'), job.label('TEMPLATE'))
        if not any(job.given(name) for name in ('CRS', 'EXTENT', 'CELL')):
            return grid_of(layers[0], layers[0].name())
        system = self.parameterAsCrs(job.parameters, 'CRS', job.context) if job.given('CRS') else layers[0].crs()
        if not system.isValid() or system.isGeographic():
            raise CrsError('{name} is no projected coordinate system; choose one in metres.',
                           name=system.authid() or system.description() or '?')
        if not job.given('CELL') and not same_crs(system, layers[0].crs()):
            raise ParameterError('Give a cell size: that of {layer} is in another coordinate system.',
                                 layer=layers[0].name())
        cell = job.number('CELL') or layers[0].rasterUnitsPerPixelX()
        grid = snapped_grid(self._bounds(job, layers, system), cell, system.toWkt())
        if grid.rows * grid.columns > MOST_CELLS:
            raise CapacityError('The grid would have {rows} x {columns} cells; choose larger cells or a smaller '
                                'extent.', rows=grid.rows, columns=grid.columns)
        return grid

    def _bounds(self, job, layers, system):
        if job.given('EXTENT'):
            box = self.parameterAsExtent(job.parameters, 'EXTENT', job.context, system)
            return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()
        if job.given('CLIP'):
            return bounds_of(job.features('CLIP', ('polygon',), crs=system).geometries)
        boxes = [QgsCoordinateTransform(layer.crs(), system, job.context.transformContext())
                 .transformBoundingBox(layer.extent()) for layer in layers]
        return (min(box.xMinimum() for box in boxes), min(box.yMinimum() for box in boxes),
                max(box.xMaximum() for box in boxes), max(box.yMaximum() for box in boxes))

    @staticmethod
    def _spare_inputs(folder, names, layers):
        """No result may replace a raster it is made from."""
        inputs = {Path(layer.source().split('|')[0]).resolve() for layer in layers}
        for name in names:
            if (folder / f'{name}.tif').resolve() in inputs:
                raise ParameterError('{file} in the output folder is itself an input; choose another folder.',
                                     file=f'{name}.tif')
