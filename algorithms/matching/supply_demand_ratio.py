"""Supply-demand ratios of services, ESDR and CESDR, per unit and per cell."""

import numpy as np

from ...ecorestore_plugin.core.classify import check_limits, class_numbers, zero_locked_limits
from ...ecorestore_plugin.core.matching.ratio import (
    RatioTally,
    class_areas,
    class_labels,
    comprehensive_ratio,
    supply_demand_ratio,
)
from ...ecorestore_plugin.core.zonal_tally import SumTally
from ...ecorestore_plugin.i18n import Language
from ...ecorestore_plugin.qgis_io.matching_report import ratio_page, tell_ratio
from ...ecorestore_plugin.qgis_io.row_blocks import UnitRows, row_blocks
from ...ecorestore_plugin.qgis_io.services import service_layers, service_names, service_weights
from ..base import Tool, mark, tr
from ..parameters import (
    choice,
    field,
    integer,
    number,
    number_output,
    raster_output,
    rasters,
    report_output,
    table_output,
    text,
    vector,
    vector_output,
)


class SupplyDemandRatio(Tool):
    tool_id = 'supplydemandratio'
    stage = 'matching'
    label = mark('Supply-demand ratio')
    summary = mark('Surplus or deficit of each ecosystem service and of all together (ESDR, CESDR), per unit and cell.')
    help = mark('''Sums supply and demand of every service over each unit and compares them. A ratio above 0 is a \
surplus, 0 a balance, below 0 a deficit.

Ecosystem-service supply-demand ratio of a service: ESDR = (S - D) / ((S max + D max) / 2), where S and D are the \
unit's totals and the maxima are taken over all units. Comprehensive ratio: CESDR = weighted mean of the ESDR of all \
services. Supply and demand of a service must be in the same unit, an amount per cell and year, as the supply and \
demand tools write them. A stock (carbon stored) must not be compared with an annual flow (emissions).

The class limits are a symmetric, editable proposal; published studies do not agree on limits. A ratio on a limit \
belongs to the class below it, and the first and last class are open outwards. The maxima depend on extremes: one \
outlier compresses all other ratios. A unit with at least three times the 95th percentile is named in the log; the \
cap cuts supply and demand to a percentile over the units first, and the log says to what and how many.

Instead of given limits the classes can follow the data: zero_locked finds natural breaks of the deficits and of the \
surpluses apart, so that no class holds both.

The optional raster holds CESDR per cell, with the maxima over all cells; it is on another scale than the ratios of \
the units.

Source: Li et al. 2016, Ecological Indicators 60; Meng et al. 2023, doi:10.12357/cjea.20230010''')
    keywords = mark('ecosystem service supply-demand ratio, ESDR, CESDR, surplus, deficit, balance')

    def declare(self):
        yield rasters('SUPPLY', tr('Supply'), tr(
            'One raster per service, amount per cell and year, in the order of the service names.'))
        yield rasters('DEMAND', tr('Demand'), tr(
            'One raster per service in the same order and the same unit as the supply.'))
        yield text('SERVICES', tr('Service names'), tr(
            'Names of the services in the order of the rasters, separated by commas; they become field names.'),
            'food,carbon,water,soil,recreation')
        yield vector('UNITS', tr('Administrative units'), tr(
            'Polygons that supply and demand are summed over. All their fields are copied.'), 'polygon')
        yield field('UNIT_CODE', tr('Unit code'), tr('Field with a unique code per unit.'), 'UNITS', 'unit_code',
                    optional=True)
        yield field('UNIT_NAME', tr('Unit name'), tr('Field with the name of the unit; the code where it is missing.'),
                    'UNITS', 'unit_name', optional=True)
        yield text('BREAKS', tr('Class limits'), tr(
            'Ascending limits of the CESDR classes, both ends included, separated by commas. The default gives seven '
            'classes from high deficit to high surplus.'), '-1,-0.5,-0.2,-0.05,0.05,0.2,0.5,1')
        yield choice('CLASSES_BY', tr('Limits from'), tr(
            'given takes the class limits above; zero_locked finds natural breaks with 0 as a fixed limit.'),
            ('given', 'zero_locked'), 'given', advanced=True)
        yield integer('CLASSES', tr('Number of classes'), tr('For zero_locked: how many classes.'), 6, minimum=2,
                      maximum=20, advanced=True)
        yield number('CAP', tr('Cap (percentile)'), tr(
            'Supply and demand above this percentile count as the percentile, so that an outlier does not compress all '
            'ratios. Empty: no cap, the plain definition.'), minimum=51, maximum=100, optional=True, advanced=True)
        yield text('SERVICE_WEIGHTS', tr('Weights of the services'), tr(
            'One number of 0 or more per service, separated by commas, scaled to sum 1. Empty: all services count '
            'alike.'), optional=True, advanced=True)
        yield vector_output('OUTPUT', tr('Supply-demand ratio of units'), tr(
            'Units with <service>_supply, <service>_demand and <service>_esdr, with cesdr, its class (1 is the largest '
            'deficit), its label, and area_ha.'), 'polygon')
        yield table_output('CLASS_AREAS', tr('Areas of the classes'), tr(
            'Number of units, area in hectares and share of the area of all units per class.'))
        yield raster_output('RATIO', tr('CESDR per cell'), tr(
            'Comprehensive ratio of every cell; nodata where a service is unknown.'), optional=True)
        yield report_output('REPORT', tr('Report'), tr(
            'Areas of the classes, and supply and demand of the units for every service, as HTML.'))
        yield number_output('SURPLUS_SHARE', tr('Share of the area with a surplus'))
        yield number_output('DEFICIT_SHARE', tr('Share of the area with a deficit'))

    def compute(self, job):
        names = service_names(job)
        weights = service_weights(job, names)
        limits = check_limits(job.numbers('BREAKS'))
        supply, demand = service_layers(job, names)
        units = job.units('UNITS', supply[0].grid, burn=False)
        rows, columns, found, scales = UnitRows(units.geometries, supply[0].grid), {}, [], []
        for position, name in enumerate(names):
            share = 0.6 * position / len(names)
            *totals, scale = self._sums(job, name, supply[position], demand[position], units, rows,
                                        (share, share + 0.6 / len(names)))
            columns[f'{name}_supply'], columns[f'{name}_demand'] = totals
            found.append(supply_demand_ratio(*totals, name, job.number('CAP')))
            scales.append(scale)
            tell_ratio(job, name, found[-1], units.names, totals)
        columns.update({f'{name}_esdr': ratio.values for name, ratio in zip(names, found)})
        cesdr = comprehensive_ratio([ratio.values for ratio in found], weights)
        if job.choice('CLASSES_BY') == 'zero_locked':
            limits = zero_locked_limits(cesdr, job.integer('CLASSES'))
        classes = self._write_units(job, units, columns, cesdr, limits)
        job.write_text('REPORT', ratio_page(names, [
            (columns[f'{name}_supply'], columns[f'{name}_demand'], ratio.values, ratio)
            for name, ratio in zip(names, found)], classes, units.names))
        if job.given('RATIO'):
            self._write_cells(job, supply, demand, scales, weights)

    @staticmethod
    def _sums(job, name, supply, demand, units, rows, share):
        """Supply and demand of every unit, and the RatioScale of the cells where their ratio is wanted."""
        given, wanted = SumTally(len(units)), SumTally(len(units))
        tally = RatioTally(name, job.number('CAP')) if job.given('RATIO') else None
        job.progress(share[0], 'Service {name}', name=name)
        for block in row_blocks(job, {'supply': supply, 'demand': demand}, *share):
            cells = rows.read(block.start, block.stop)
            given.add(block['supply'], cells)
            wanted.add(block['demand'], cells)
            if tally is not None:
                tally.add(block['supply'], block['demand'])
        return given.totals, wanted.totals, tally.result() if tally is not None else None

    @staticmethod
    def _write_cells(job, supply, demand, scales, weights):
        writer = job.raster_rows('RATIO', supply[0].grid, description=tr('Comprehensive supply-demand ratio'),
                                 style='cesdr')
        for block in row_blocks(job, {'supply': supply, 'demand': demand}, 0.7, 1.0, mark('Ratio of {count} cells')):
            writer.write(block.start, comprehensive_ratio(
                [scale.of(*pair) for scale, *pair in zip(scales, block['supply'], block['demand'])], weights))

    def _write_units(self, job, units, columns, cesdr, limits):
        unknown = np.flatnonzero(np.isnan(cesdr))
        if unknown.size:
            job.warn(tr('{count} units have no ratio because a service is unknown in all their cells: {units}.',
                        count=unknown.size, units=', '.join(units.codes[i] for i in unknown[:10])))
        classes = class_numbers(cesdr, limits)
        labels = class_labels(limits)
        areas = units.areas_ha
        found = class_areas(classes, areas, len(labels))
        columns.update({
            'cesdr': cesdr, 'cesdr_class': [int(code) or None for code in classes],
            'cesdr_label': [labels[code - 1][0] if code else None for code in classes],
            'cesdr_label_zh': [labels[code - 1][1] if code else None for code in classes], 'area_ha': areas})
        job.write_vector('OUTPUT', {**units.columns(columns), **columns}, units.geometries, 'polygon', units.crs,
                         'cesdr')
        job.write_table('CLASS_AREAS', {
            'class': found.numbers, 'label': [label for label, _ in labels], 'label_zh': [label for _, label in labels],
            'lower': limits[:-1], 'upper': limits[1:], 'units': np.bincount(classes, minlength=len(limits))[1:],
            'area_ha': found.areas_ha, 'share': found.shares})
        job.set_number('SURPLUS_SHARE', found.shares[limits[:-1] >= 0].sum())
        job.set_number('DEFICIT_SHARE', found.shares[limits[1:] <= 0].sum())
        place = 1 if Language().code == 'zh' else 0
        counts = np.bincount(classes, minlength=len(limits))[1:]
        return [(label[place], int(count), float(area), float(share)) for label, count, area, share in
                zip(labels, counts, found.areas_ha, found.shares)]
