"""Water conservation: the part of the water yield that the land holds back."""

import numpy as np

from ...ecorestore_plugin.core.checks import check_positive, check_range
from ...ecorestore_plugin.core.services.water import water_volume
from ...ecorestore_plugin.qgis_io.row_blocks import row_blocks, rows_of
from ...ecorestore_plugin.qgis_io.water_conservation import MEASURES, QuickFlow, Retention, check_depth
from ..base import Tool, mark, tr
from ..parameters import choice, number_output, raster, raster_output, table
from ..service_rows import ServiceRows
from ..service_tools import check_units, classes_of, unit_outputs, unit_parameters

METHODS = ('retention', 'quick_flow')


class WaterConservation(Tool):
    tool_id = 'waterconservation'
    stage = 'supply'
    label = mark('Water conservation')
    summary = mark('Water that land cover, terrain and soil hold back from the yield, m3/yr per cell.')
    help = mark('''Computes which part of the annual water yield the land holds back and gives off slowly.

retention: conservation = yield * min(1, 249 / V) * min(1, 0.9 TI / 3) * min(1, Ksat / 300). V is the velocity \
coefficient of the land cover: the faster water runs off, the higher. TI = lg(drainage area / (soil depth * slope)) \
is the topographic index, with the area in cells of the whole catchment, the depth in mm and the slope in percent; on \
level ground the term is 1, and where TI is below 0 it is 0. Ksat is the saturated conductivity of the soil in mm per \
day, given or from texture: 609.6 * 10^(-0.6 + 0.0126 sand - 0.0064 clay).

The drainage area is the number of cells of the catchment that the cell belongs to (all that leave the elevation model \
through one outlet), as users of the formula count it: results depend on the size of the cells, and catchments have to \
be whole; compare dates on one grid. cells counts what drains through the cell itself, m2 is that as an area: upper \
slopes then hold back next to nothing, since the limits were not made for that.

quick_flow: conservation = yield - quick flow. Quick flow is given in mm, or is precipitation times the column runoff \
of the class table. Cells that lose more at once than they yield are below 0.

The yield is in mm per year, as Water yield writes it as its depth. The result is what Monitoring indicators take as \
water conservation.

The velocity coefficients and shares of runoff shipped with the plugin are illustrative: those usually quoted, not \
checked against an original source. Edit them.

Source: Cosby et al. 1984, doi:10.1029/WR020i006p00682 (Ksat); the retention formula as used by studies with InVEST in \
China''')
    keywords = mark('water conservation, water retention, velocity coefficient, topographic index, quick flow, '
                    'regulating service')

    def declare(self):
        yield raster('YIELD', tr('Water yield depth'), tr('mm per year, such as the depth that Water yield writes.'))
        yield raster('LANDCOVER', tr('Land cover'), tr('Class codes; their rows stand in the class table.'))
        yield choice('METHOD', tr('Method'), tr(
            'retention: a share of the yield by land cover, terrain and soil. quick_flow: the yield less quick flow.'),
            METHODS, 'retention')
        yield table('TABLE', tr('Velocity coefficients'), tr(
            'Table with code, velocity (for retention) and runoff (for quick_flow, 0 to 1). Empty: the shipped '
            'illustrative table for land-cover codes 1 to 9.'), optional=True)
        yield raster('DEM', tr('Elevation'), tr(
            'Digital elevation model in metres, for the topographic index of retention.'), optional=True)
        yield raster('SOIL_DEPTH', tr('Soil depth'), tr('mm, for the topographic index.'), optional=True)
        yield raster('TOPOGRAPHIC_INDEX', tr('Topographic index'), tr(
            'In place of the one from elevation and soil depth.'), optional=True, advanced=True)
        yield choice('AREA', tr('Drainage area'), tr(
            'catchment: cells of the whole catchment. cells: cells that drain through the cell. m2: their area.'),
            tuple(MEASURES), 'catchment', advanced=True)
        yield raster('CONDUCTIVITY', tr('Saturated conductivity of the soil'), tr(
            'mm per day, for retention. Empty: from sand and clay.'), optional=True)
        yield raster('SAND', tr('Sand'), tr('% of weight, for the conductivity.'), optional=True)
        yield raster('CLAY', tr('Clay'), tr('% of weight, for the conductivity.'), optional=True)
        yield raster('VELOCITY', tr('Velocity coefficient'), tr('In place of the column velocity, above 0.'),
                     optional=True, advanced=True)
        yield raster('QUICK_FLOW', tr('Quick flow'), tr('mm per year, for quick_flow.'), optional=True)
        yield raster('PRECIPITATION', tr('Precipitation'), tr(
            'mm per year, for quick_flow without its layer: times the column runoff.'), optional=True)
        yield from unit_parameters()
        yield raster_output('OUTPUT', tr('Water conservation'), tr('Cubic metres per year and cell.'))
        yield raster_output('DEPTH', tr('Water conservation depth'), tr('Millimetres per year.'), optional=True)
        yield raster_output('SHARE', tr('Share held back'), tr('Water conservation over water yield, 0 to 1.'),
                            optional=True)
        yield raster_output('INDEX', tr('Topographic index used'), tr(
            'lg of area over depth times slope; nodata on level ground, where it is infinite.'), optional=True)
        yield from unit_outputs()
        yield number_output('MEAN_SHARE', tr('Share of the yield held back'))

    def check(self, values):
        if values.choice('METHOD') == 'quick_flow':
            if not values.given('QUICK_FLOW') and not values.given('PRECIPITATION'):
                return tr('Give quick flow, or precipitation for the runoff of the class table.')
            return check_units(values)
        if not values.given('TOPOGRAPHIC_INDEX') and not (values.given('DEM') and values.given('SOIL_DEPTH')):
            return tr('Give the topographic index, or elevation and soil depth.')
        if not values.given('CONDUCTIVITY') and not (values.given('SAND') and values.given('CLAY')):
            return tr('Give the saturated conductivity of the soil, or sand and clay.')
        return check_units(values)

    def compute(self, job):
        check_depth(job, 'YIELD')
        sources = {'yield': rows_of(job, 'YIELD', 0), 'cover': rows_of(job, 'LANDCOVER', classes=True)}
        grid, counts = sources['yield'].grid, sources['cover'].class_counts()
        method = Retention(job, self._column(job, 'VELOCITY', 'velocity', counts)) if (
            job.choice('METHOD') == 'retention') else QuickFlow(job, self._column(job, 'QUICK_FLOW', 'runoff', counts))
        writers = {name: job.raster_rows(name, grid, unit, job.label(name), 'supply')
                   for name, unit in (('DEPTH', 'mm/yr'), ('SHARE', ''), ('INDEX', ''))}
        service = ServiceRows(job, 'water', 'conservation', grid, 'm3/yr', tr('Water conservation'))
        kept, yielded = 0.0, 0.0
        for block in row_blocks(job, {**sources, **method.sources}, 0.5, 1.0,
                                mark('Water conservation of {count} cells')):
            conserved, index = method.conserved(block)
            conserved = np.where(block['cover'].valid, conserved, np.nan)
            known = ~np.isnan(conserved)
            kept, yielded = kept + float(conserved[known].sum()), yielded + float(block['yield'][known].sum())
            writers['DEPTH'].write(block.start, conserved)
            writers['SHARE'].write(block.start, np.divide(conserved, block['yield'], where=block['yield'] > 0,
                                                          out=np.full(conserved.shape, np.nan)))
            if index is not None:
                writers['INDEX'].write(block.start, index)
            service.write(block.start, water_volume(conserved, grid.cell_area))
        method.tell()
        service.finish()
        job.set_number('MEAN_SHARE', kept / yielded if yielded > 0 else None)

    @staticmethod
    def _column(job, layer, column, counts):
        """ClassLookup of a column of the class table, None where a layer stands in for it."""
        if job.given(layer):
            return None

        def check(codes, values):
            if column == 'velocity':
                check_positive(tr('Velocity coefficients'), values)
            check_range(column, values, 0, 1 if column == 'runoff' else None)
        return classes_of(job, 'flow_velocity.csv', (column,), counts, check, missing=False)
