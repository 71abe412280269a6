"""Matching types of supply and demand."""

import numpy as np

from ...ecorestore_plugin.core.errors import EmptyInputError
from ...ecorestore_plugin.core.matching.cell_types import match_cells
from ...ecorestore_plugin.core.matching.quadrants import (
    AMBIGUOUS,
    LABELS,
    SCALINGS,
    TYPES,
    supply_demand_matching,
)
from ...ecorestore_plugin.qgis_io.matching_report import matching_page
from ...ecorestore_plugin.qgis_io.row_blocks import row_blocks
from ...ecorestore_plugin.qgis_io.services import service_layers, service_names, service_weights
from ..base import Tool, mark, tr
from ..parameters import (
    choice,
    field,
    number,
    number_output,
    raster_output,
    rasters,
    report_output,
    text,
    vector,
    vector_output,
)


class SupplyDemandMatching(Tool):
    tool_id = 'supplydemandmatching'
    stage = 'matching'
    label = mark('Supply-demand matching')
    summary = mark('Four types of units: high or low supply with high or low demand, by z-score quadrants.')
    help = mark('''Compares the units with each other and gives every unit one of four types: I high supply and high \
demand (HH), II low supply and high demand (LS-HD), III low supply and low demand (LL), IV high supply and low demand \
(HS-LD).

Every service is min-max normalised over the units, so that tonnes and cubic metres count alike; the weighted mean of \
the services is the supply index and the demand index. z = (index - mean) / standard deviation of the population \
(ddof 0). A z-score of 0 or more is high, below 0 low.

By default amounts are divided by the area of the unit, because units differ in size: with totals a large county has \
a high supply only because it is large. Choose totals where units are of one size, or where the amount itself decides.

Where a few cities have by far the largest demand, most units lie below the mean; a cap, or ranks instead of amounts \
(scaling), divides such units more evenly.

The types are relative: they change with the extent of the study area. axis_distance is the smaller of the two \
|z|; units nearer than the given distance to an axis are marked as ambiguous.

Source: Meng et al. 2023, Chinese Journal of Eco-Agriculture 31(9):1496-1510, doi:10.12357/cjea.20230010''')
    keywords = mark('supply-demand matching, quadrant, z-score, mismatch, spatial mismatch')

    def declare(self):
        yield vector('UNITS', tr('Units with supply and demand'), tr(
            'Polygons with the fields <service>_supply and <service>_demand, as the supply-demand ratio writes them.'),
            'polygon')
        yield text('SERVICES', tr('Service names'), tr(
            'Names of the services, separated by commas; the fields are <name>_supply and <name>_demand.'),
            'food,carbon,water,soil,recreation')
        yield field('UNIT_CODE', tr('Unit code'), tr('Field with a unique code per unit.'), 'UNITS', 'unit_code',
                    optional=True)
        yield field('UNIT_NAME', tr('Unit name'), tr('Field with the name of the unit; the code where it is missing.'),
                    'UNITS', 'unit_name', optional=True)
        yield choice('BASIS', tr('Basis'), tr(
            'per_area compares amounts per hectare, so that units of different size are comparable (default); total '
            'compares the amounts themselves.'), ('per_area', 'total'), 'per_area')
        yield text('SERVICE_WEIGHTS', tr('Weights of the services'), tr(
            'One number of 0 or more per service, separated by commas, scaled to sum 1. Empty: all services count '
            'alike.'), optional=True, advanced=True)
        yield number('CAP', tr('Cap (percentile)'), tr(
            'Values above this percentile count as the percentile before normalising, so that one city does not make '
            'all other units low. Empty: no cap.'), minimum=51, maximum=100, optional=True, advanced=True)
        yield choice('SCALING', tr('Scaling'), tr(
            'minmax: services are scaled by their range over the units (default). rank: by the rank of the unit, which '
            'suits very skewed services. Types per cell are always scaled by the range.'), SCALINGS, 'minmax',
            advanced=True)
        yield number('AMBIGUOUS', tr('Ambiguous below'), tr(
            'Units whose smaller |z| is below this distance are marked as ambiguous, in standard deviations.'),
            AMBIGUOUS, minimum=0, advanced=True)
        yield vector_output('OUTPUT', tr('Matching types'), tr(
            'Units with supply_index and demand_index (0 to 1), z_supply, z_demand, match_type (I to IV), match_label, '
            'axis_distance, ambiguous, and all fields of the input.'), 'polygon')
        yield rasters('SUPPLY', tr('Supply (rasters)'), tr(
            'For matching types per cell: one raster per service, in the order of the names.'), optional=True,
            advanced=True)
        yield rasters('DEMAND', tr('Demand (rasters)'), tr('One raster per service in the same order.'), optional=True,
                      advanced=True)
        yield raster_output('TYPES', tr('Matching types per cell'), tr(
            '1 high supply and high demand, 2 low supply and high demand, 3 both low, 4 high supply and low demand, '
            'compared over all cells that know every service.'), optional=True)
        yield report_output('REPORT', tr('Report'), tr('Quadrant plot, counts per type and ambiguous units as HTML.'))
        yield number_output('COUNT_I', tr('Units of type I (high supply, high demand)'))
        yield number_output('COUNT_II', tr('Units of type II (low supply, high demand)'))
        yield number_output('COUNT_III', tr('Units of type III (low supply, low demand)'))
        yield number_output('COUNT_IV', tr('Units of type IV (high supply, low demand)'))
        yield number_output('COUNT_AMBIGUOUS', tr('Ambiguous units'))

    def check(self, values):
        if values.given('TYPES') and not (values.given('SUPPLY') and values.given('DEMAND')):
            return tr('Types per cell need the rasters of supply and demand.')
        return ''

    def compute(self, job):
        names = service_names(job)
        weights = service_weights(job, names)
        self._cells(job, names, weights)
        units = job.units('UNITS')
        supply, demand = (self._table(units, names, kind) for kind in ('supply', 'demand'))
        if job.choice('BASIS') == 'per_area':
            areas = units.areas_ha[:, np.newaxis]
            supply, demand = supply / areas, demand / areas
        found = supply_demand_matching(supply, demand, weights, job.number('CAP'), job.number('AMBIGUOUS'),
                                       job.choice('SCALING'))
        own = {'supply_index': found.supply_index, 'demand_index': found.demand_index, 'z_supply': found.z_supply,
               'z_demand': found.z_demand, 'match_type': found.types.tolist(),
               'match_label': [LABELS[kind][0] for kind in found.types],
               'match_label_zh': [LABELS[kind][1] for kind in found.types],
               'axis_distance': found.axis_distance, 'ambiguous': found.ambiguous}
        job.write_vector('OUTPUT', {**units.columns(own), **own}, units.geometries, 'polygon', units.crs, 'matching')
        job.write_text('REPORT', matching_page(found, units.names, job.number('AMBIGUOUS')))
        counts = {kind: int((found.types == kind).sum()) for kind in TYPES}
        for kind, count in counts.items():
            job.set_number(f'COUNT_{kind}', count)
        job.set_number('COUNT_AMBIGUOUS', int(found.ambiguous.sum()))
        job.say(tr('{units} units: {one} of type I, {two} of type II, {three} of type III, {four} of type IV; '
                   '{ambiguous} lie near an axis.', units=len(units), one=counts['I'], two=counts['II'],
                   three=counts['III'], four=counts['IV'], ambiguous=int(found.ambiguous.sum())))

    @staticmethod
    def _cells(job, names, weights):
        """Types per cell, where they are asked for."""
        if not job.given('TYPES'):
            return
        supply, demand = service_layers(job, names)
        writer = job.raster_rows('TYPES', supply[0].grid, description=tr('Matching types'), style='matching', codes=4)

        def blocks():
            for block in row_blocks(job, {'supply': supply, 'demand': demand}, 0.0, 0.8):
                yield block.start, block['supply'], block['demand']
        match_cells(blocks, len(names), writer.write, weights, job.number('CAP'))

    @staticmethod
    def _table(units, names, kind):
        """(units, services) amounts; every unit needs every service."""
        table = np.column_stack([units.features.numbers(f'{name}_{kind}') for name in names])
        gaps = np.argwhere(np.isnan(table))
        if len(gaps):
            raise EmptyInputError(
                '{layer}: {count} values of supply or demand are missing; the first is {field} of unit {unit}. Check '
                'that the rasters cover the unit.', layer=units.features.name, count=len(gaps),
                field=f'{names[gaps[0][1]]}_{kind}', unit=units.codes[gaps[0][0]])
        return table
