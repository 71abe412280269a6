"""Parts of the value of ecosystem services: standard equivalent, factors, reference means, sums and their tables."""

import numpy as np

from ...ecorestore_plugin.core.errors import ParameterError
from ...ecorestore_plugin.core.lookup import class_lookup
from ...ecorestore_plugin.core.services.service_value import (
    FUNCTIONS,
    EquivalentTable,
    class_factors,
    standard_equivalent,
)
from ...ecorestore_plugin.qgis_io.row_blocks import row_blocks
from ..base import mark, tr
from ..service_tools import class_table

CORRECTIONS = ('NPP', 'PRECIPITATION', 'SOIL')
MEANS = ('NPP_MEAN', 'PRECIPITATION_MEAN', 'SOIL_MEAN')
NAMES = (mark('Food production'), mark('Raw materials'), mark('Water supply'), mark('Gas regulation'),
         mark('Climate regulation'), mark('Purification of the environment'), mark('Hydrological regulation'),
         mark('Soil conservation'), mark('Nutrient cycling'), mark('Biodiversity'), mark('Aesthetic landscape'))


def standard_of(job):
    """Value of the standard equivalent, given or from the grain table."""
    grain = job.table('GRAIN')
    if grain is None:
        return job.number('STANDARD')
    found = standard_equivalent(*(grain.numbers(name) for name in ('area_ha', 'price', 'yield')))
    job.say(tr('The standard equivalent is worth {value} per ha and year.', value=f'{found:,.2f}'))
    return found


def factors_of(job, counts):
    """ClassLookup of the eleven factors that knows the classes of both dates."""
    both = {code: sum(each.get(code, 0) for each in counts) for code in set().union(*counts)}
    given = job.table('FACTORS', 'equivalent_factors.csv', ('type', *FUNCTIONS))
    factors = EquivalentTable(tuple(text.strip() for text in given.texts('type')),
                              np.column_stack([given.numbers(name) for name in FUNCTIONS]))
    rows, codes = class_table(job, 'equivalent_classes.csv', ('type',), counts=both)
    second = rows.texts('type_2') if rows.has('type_2') else [''] * len(codes)
    shares = rows.numbers('share_2') if rows.has('share_2') else np.zeros(len(codes))
    return class_lookup(tr('Land cover'), both, codes, class_factors(
        factors, [text.strip() for text in rows.texts('type')], [text.strip() for text in second], shares))


def reference_means(job, sources):
    """Reference means of the correction layers: given, or of the cells with land cover."""
    means = [job.number(name) for name in MEANS]
    wanted = [name for name, mean in zip(CORRECTIONS, means) if sources[name] is not None and mean is None]
    if wanted:
        sums = dict.fromkeys(wanted, (0.0, 0))
        for block in row_blocks(job, {name: sources[name] for name in ('first', *wanted)}, 0.1, 0.3,
                                mark('Means of the correction layers')):
            for name in wanted:
                known = block[name][block['first'].valid & ~np.isnan(block[name])]
                sums[name] = sums[name][0] + float(known.sum()), sums[name][1] + known.size
        for position, name in enumerate(CORRECTIONS):
            if name in wanted:
                if not sums[name][1]:
                    raise ParameterError('{name} has no value where there is land cover.', name=job.label(name))
                means[position] = sums[name][0] / sums[name][1]
    return means


class ValueSums:
    """Values by service, and cells and value by class, of both dates."""

    def __init__(self):
        self._totals, self._classes = {}, {}

    def add(self, date, cover, values):
        """Adds a block: Classes of the date and (11, rows, cols) values."""
        self._totals[date] = self._totals.get(date, 0.0) + np.nansum(values, axis=(1, 2))
        value = values.sum(axis=0)
        known = np.isfinite(value)
        for code in np.unique(cover.codes[known]).tolist():
            cells = known & (cover.codes == code)
            count, amount = self._classes.get((date, code), (0, 0.0))
            self._classes[date, code] = count + int(cells.sum()), amount + float(value[cells].sum())

    def total(self, date):
        """Value of all services, None where the date is not given."""
        return float(self._totals[date].sum()) if date in self._totals else None

    def write(self, job, cell_area_ha):
        """The tables by service and by class."""
        first, second = self._totals['first'], self._totals.get('second')
        columns = {'function': list(FUNCTIONS), 'name': [tr(name) for name in NAMES], 'value': first}
        if second is not None:
            columns.update(value_2=second, change=second - first, change_percent=np.divide(
                100 * (second - first), np.abs(first), out=np.full(len(first), np.nan), where=first != 0))
        job.write_table('SUMMARY', columns)
        keys = sorted(self._classes, key=lambda key: (key[0] != 'first', key[1]))
        job.write_table('CLASSES', {
            'date': [1 if date == 'first' else 2 for date, _ in keys], 'code': [code for _, code in keys],
            'area_ha': [self._classes[key][0] * cell_area_ha for key in keys],
            'value': [self._classes[key][1] for key in keys]})
