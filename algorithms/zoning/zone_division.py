"""How restoration zones are divided, what was found, and the raster of zones: shared by units and cells."""

from dataclasses import dataclass

import numpy as np

from ...ecorestore_plugin.core.errors import EmptyInputError
from ...ecorestore_plugin.core.zoning.cells import sieve
from ...ecorestore_plugin.core.zoning.levels import check_method
from ...ecorestore_plugin.core.zoning.zones import levels_of, read_rules
from ..base import tr

SHIPPED = ['I-1', 'I-2', 'II-1', 'II-2', 'III-1', 'III-2', 'IV-1', 'IV-2']


@dataclass(frozen=True)
class Division:
    """Rules of the zones and how resilience is divided into the levels they tell apart, ``words`` from the lowest."""

    rules: dict
    words: tuple
    method: str
    threshold: float
    limits: list
    fallback: bool

    @classmethod
    def of(cls, job):
        table = job.table('RULES', 'restoration_zone_rules.csv', ('type', 'resilience', 'code', 'name_en', 'strategy'))
        rules = read_rules(table.rows(), table.name)
        found = cls(rules, levels_of(rules), job.choice('METHOD'), job.number('THRESHOLD'), job.numbers('LIMITS'),
                    job.flag('FALLBACK'))
        check_method(found.method, found.threshold, found.words, found.limits)
        return found


@dataclass(frozen=True)
class FoundZones:
    """Zones of units, or the zones themselves.

    Attributes
    ----------
    assigned : rule of each; threshold : resilience from which on the highest level begins, NaN where levels were given
    purity : share of the cells of its own kind; geometries, areas_ha : of each
    columns : further fields
    """

    assigned: list
    threshold: float
    purity: np.ndarray
    geometries: list
    areas_ha: np.ndarray
    columns: dict


def empty_numbers(job, grid, division):
    """(rows, cols) for the numbers of the zones."""
    return np.zeros(grid.shape, np.uint8 if len(division.rules) < 256 else np.uint16)


def write_zone_raster(job, numbers, grid, division):
    """The zone numbers with small patches given to their neighbours; writes them where they are asked for."""
    if not numbers.any():
        raise EmptyInputError('No cell has both a matching type and a resilience. Check that the layers cover the same '
                              'area.')
    least = int(np.ceil(job.number('MIN_PATCH') / grid.cell_area_ha - 1e-9))
    if least > 1:
        found = sieve(numbers, least, (grid.cell_width, grid.cell_height), job.cancelled)
        job.say(tr('{merged} patches under {area} ha joined a neighbour, {left} without one stay.',
                   merged=found.merged, area=f'{job.number("MIN_PATCH"):g}', left=found.left))
        numbers = found.numbers
    shipped = [rule.code for rule in division.rules.values()] == SHIPPED
    job.write_raster('ZONE_RASTER', numbers, grid, numbers > 0, description=tr('Restoration zones'),
                     style='zones' if shipped else 'classes')
    return numbers


def tell_levels(job, levels):
    """What the levels begin with, and how many units are of each."""
    counts = [int((levels.numbers == number).sum()) for number in range(len(levels.words))]
    if len(levels.words) == 2 and levels.limits.size:
        job.say(tr('Resilience is high from {threshold} on: {high} of {units} units.',
                   threshold=f'{levels.threshold:.4g}', high=counts[1], units=len(levels.numbers)))
        return
    if levels.limits.size:
        job.say(tr('Levels of resilience begin at {limits}.', limits=', '.join(
            f'{word} {limit:.4g}' for word, limit in zip(levels.words[1:], levels.limits))))
    job.say(tr('Units of each level of resilience: {counts}.', counts=', '.join(
        f'{word} {count}' for word, count in zip(levels.words, counts))))
