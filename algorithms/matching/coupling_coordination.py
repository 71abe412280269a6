"""Coupling coordination degree of supply and demand."""

import numpy as np

from ...ecorestore_plugin.core.errors import EmptyInputError, ParameterError
from ...ecorestore_plugin.core.matching.coupling import (
    CLASSES,
    FLOOR,
    RELATIONS,
    RangeTally,
    coupling_coordination,
)
from ...ecorestore_plugin.core.matching.ratio import class_areas
from ...ecorestore_plugin.core.zonal_tally import SumTally
from ...ecorestore_plugin.qgis_io.row_blocks import row_blocks, rows_of
from ..base import Tool, mark, tr
from ..parameters import (
    field,
    number,
    number_output,
    raster,
    raster_output,
    table_output,
    text,
    vector,
    vector_output,
)


class CouplingCoordination(Tool):
    tool_id = 'couplingcoordination'
    stage = 'matching'
    label = mark('Coupling coordination')
    summary = mark('How closely supply and demand interact and at what level: coupling C, level T, degree D, classes.')
    help = mark('''Measures how supply and demand of ecosystem services develop together. Both are min-max scaled to \
0..1 over the units (or cells) and lifted to a floor.

C = 2 sqrt(S D) / (S + D) is the coupling, 1 where both are equal; T = a S + b D with a + b = 1 is the level; the \
coordination degree is D = sqrt(C T). Ten classes in steps of 0.1: extreme, serious, moderate, mild and near \
imbalance, barely, primary, intermediate, good and quality coordination. A degree on a limit belongs to the class above.

The relation says which side lags: supply_lags where demand is at least 0.1 above supply, demand_lags the other way \
round, balanced between.

The default fields are the supply and demand index that supply-demand matching writes. With service names the degree \
of every service is added, from <service>_supply and <service>_demand per hectare. Give units, or two rasters, or both.

A high degree means that both are high and alike; where both are low they are alike but not coordinated. Degrees are \
relative to the study area.

Source: Liao 1999, Tropical Geography 19(2) (coordination degree and its classes)''')
    keywords = mark('coupling coordination degree, CCD, coordinated development, supply and demand, imbalance')

    def declare(self):
        yield vector('UNITS', tr('Units with supply and demand'), tr(
            'Polygons with the two fields, as supply-demand matching writes them.'), 'polygon', optional=True)
        yield field('SUPPLY_FIELD', tr('Supply'), tr('Numeric field with the supply.'), 'UNITS', 'supply_index',
                    numeric=True, optional=True)
        yield field('DEMAND_FIELD', tr('Demand'), tr('Numeric field with the demand.'), 'UNITS', 'demand_index',
                    numeric=True, optional=True)
        yield text('SERVICES', tr('Service names'), tr(
            'Names of services, separated by commas, whose degrees are added as <name>_ccd from <name>_supply and '
            '<name>_demand. Empty: none.'), optional=True)
        yield raster('SUPPLY', tr('Supply (raster)'), tr('Supply per cell, for a raster of the degree.'), optional=True)
        yield raster('DEMAND', tr('Demand (raster)'), tr('Demand per cell, on the grid of the supply.'), optional=True)
        yield field('UNIT_CODE', tr('Unit code'), tr('Field with a unique code per unit.'), 'UNITS', 'unit_code',
                    optional=True)
        yield field('UNIT_NAME', tr('Unit name'), tr('Field with the name of the unit; the code where it is missing.'),
                    'UNITS', 'unit_name', optional=True)
        yield number('SUPPLY_SHARE', tr('Share of the supply in the level'), tr(
            'a in T = a S + (1 - a) D; 0.5 counts both alike.'), 0.5, minimum=0, maximum=1, advanced=True)
        yield number('FLOOR', tr('Floor'), tr(
            'Smallest scaled value. 0.01 keeps the unit with the least supply from counting as not coupled at all.'),
            FLOOR, minimum=0, maximum=0.5, advanced=True)
        yield vector_output('OUTPUT', tr('Coordination of units'), tr(
            'Units with supply_scaled, demand_scaled, coupling, level, ccd, ccd_class (1 to 10), ccd_label, relation, '
            '<service>_ccd, and all fields of the input.'), 'polygon', optional=True)
        yield table_output('CLASS_AREAS', tr('Areas of the classes'), tr(
            'Number of units, area in hectares and share of the area per class.'), optional=True)
        yield raster_output('DEGREE', tr('Coordination degree per cell'), tr('D of every cell, 0 to 1.'), optional=True)
        yield number_output('MEAN', tr('Mean coordination degree'))

    def check(self, values):
        if not values.given('UNITS') and not (values.given('SUPPLY') and values.given('DEMAND')):
            return tr('Give units with two fields, or a raster of the supply and one of the demand.')
        if values.given('SUPPLY') != values.given('DEMAND'):
            return tr('Supply and demand rasters go together: give both.')
        if not values.given('UNITS') and (values.given('OUTPUT') or values.given('CLASS_AREAS')):
            return tr('Results per unit need units: choose a layer for {units}.', units=values.label('UNITS'))
        return ''

    def compute(self, job):
        share, floor = job.number('SUPPLY_SHARE'), job.number('FLOOR')
        mean = np.nan
        if job.given('SUPPLY'):
            mean = self._cells(job, share, floor)
        if job.given('UNITS'):
            mean = self._units(job, share, floor)
        job.set_number('MEAN', mean)

    @staticmethod
    def _cells(job, share, floor):
        """Writes the degree of the cells; their mean."""
        sources = {'supply': rows_of(job, 'SUPPLY'), 'demand': rows_of(job, 'DEMAND')}
        ranges, degrees = RangeTally(), SumTally(1)
        for block in row_blocks(job, sources, 0.0, 0.3):
            ranges.add(block['supply'], block['demand'])
        ranges.check()
        writer = job.raster_rows('DEGREE', sources['supply'].grid, description=tr('Coordination degree'),
                                 style='coordination')
        for block in row_blocks(job, sources, 0.3, 0.8):
            degree = coupling_coordination(block['supply'], block['demand'], share, floor, ranges).degree
            degrees.add(degree, np.ones(degree.shape, np.int8))
            writer.write(block.start, degree)
        return float(degrees.means[0])

    def _units(self, job, share, floor):
        units = job.units('UNITS')
        supply, demand = (self._numbers(units, job.field(name) or default) for name, default in (
            ('SUPPLY_FIELD', 'supply_index'), ('DEMAND_FIELD', 'demand_index')))
        found = coupling_coordination(supply, demand, share, floor)
        unknown = np.flatnonzero(found.classes == 0)
        if unknown.size:
            job.warn(tr('{count} units have no supply or demand and no degree: {units}.', count=unknown.size,
                        units=', '.join(units.codes[i] for i in unknown[:10])))
        relations = found.relations.tolist()
        own = {'supply_scaled': found.supply, 'demand_scaled': found.demand, 'coupling': found.coupling,
               'level': found.level, 'ccd': found.degree, 'ccd_class': [int(code) or None for code in found.classes],
               'ccd_label': [CLASSES[code - 1][0] if code else None for code in found.classes],
               'ccd_label_zh': [CLASSES[code - 1][1] if code else None for code in found.classes],
               'relation': [RELATIONS[key][0] if key else None for key in relations],
               'relation_zh': [RELATIONS[key][1] if key else None for key in relations]}
        own.update(self._services(job, units, share, floor))
        job.write_vector('OUTPUT', {**units.columns(own), **own}, units.geometries, 'polygon', units.crs,
                         'coordination')
        areas = class_areas(found.classes, units.areas_ha, len(CLASSES))
        counts = np.bincount(found.classes, minlength=len(CLASSES) + 1)[1:]
        job.write_table('CLASS_AREAS', {
            'class': areas.numbers, 'label': [label for label, _ in CLASSES],
            'label_zh': [label for _, label in CLASSES], 'lower': (areas.numbers - 1) / 10, 'upper': areas.numbers / 10,
            'units': counts, 'area_ha': areas.areas_ha, 'share': areas.shares})
        job.say(tr('Mean coordination degree {mean}; {classes}.', mean=f'{np.nanmean(found.degree):.3f}',
                   classes=', '.join(f'{count} {tr(CLASSES[i][0])}' for i, count in enumerate(counts) if count)))
        return float(np.nanmean(found.degree))

    @staticmethod
    def _numbers(units, name):
        values = units.features.numbers(name)
        if not np.isfinite(values).any():
            raise EmptyInputError('{layer}: the field {field} is empty in all {count} units.',
                                  layer=units.features.name, field=name, count=len(units))
        return values

    def _services(self, job, units, share, floor):
        """Degree of every service, by area so that large units are not rich by size alone."""
        columns = {}
        for name in job.list('SERVICES'):
            if not units.features.has(f'{name}_supply'):
                raise ParameterError('There is no field {field} for the service {service}; name the services as in the '
                                     'fields <service>_supply and <service>_demand.', field=f'{name}_supply',
                                     service=name)
            pair = (self._numbers(units, f'{name}_{kind}') / units.areas_ha for kind in ('supply', 'demand'))
            columns[f'{name}_ccd'] = coupling_coordination(*pair, share, floor).degree
        return columns
