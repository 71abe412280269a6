"""Tool: corridors along a climate gradient."""

import numpy as np

from ...ecorestore_plugin.core.network.climate import DIRECTIONS, ClimateRules, climate_corridors
from ...ecorestore_plugin.qgis_io.corridor_tables import report_dropped
from ...ecorestore_plugin.qgis_io.shapes import line_of_cells
from ...ecorestore_plugin.qgis_io.sources import read_sources
from ..base import Tool, mark, tr
from ..network_parameters import source_id
from ..parameters import choice, number, number_output, raster, raster_output, vector, vector_output

SECONDS_PER_CELL, BYTES_PER_CELL = 2e-6, 300


class ClimateCorridors(Tool):
    tool_id = 'climatecorridors'
    stage = 'network'
    label = mark('Climate corridors')
    summary = mark('Links sources of different climate along paths on which the climate changes in one direction.')
    help = mark('''Finds the ways along which species can follow their climate: from a warm source to a cool one, \
through land that is easy to cross, without leading through warmer or cooler land than needed.

1. The climate of a source is its mean minus DEVIATIONS standard deviations over its cells (its cool part, for \
temperature). Sources are linked when their climates differ by more than the threshold and their straight distance \
lies between the two limits. 2. A step between two cells costs length x (1 + mean resistance) + penalty x change of \
the climate, in metres: the falling penalty where the climate falls on the way, the rising penalty where it rises. \
GRASS r.walk computes the same with the climate as elevation, the resistance as friction (lambda 1), slope factor 1 \
and the coefficients 1, rising, -falling, -falling. A path with one direction of change pays the difference between \
its ends once, and any other pays for its ups and downs too. 3. Normalised least-cost corridor = cost from the first \
source + cost to the second - least cost between them; the mosaic is the smallest value over all links.

With equal penalties the way forth costs what the way back does. With a larger rising penalty and the direction \
falling, ways that lead back into warmer land are avoided most.

Sources: Nunez et al. 2013, Conservation Biology, doi:10.1111/cobi.12014; Kavanagh et al. 2013, Climate Linkage \
Mapper''')
    keywords = mark('climate change, climate gradient, temperature gradient, climate linkage, range shift, corridor')

    def declare(self):
        yield raster('RESISTANCE', tr('Resistance'), tr(
            'Resistance to movement, above 0 everywhere, no unit. Nodata cells cannot be crossed.'))
        yield raster('CLIMATE', tr('Climate'), tr(
            'For example mean annual temperature (degC). Cells without it cannot be crossed.'))
        yield vector('SOURCES', tr('Ecological sources'), tr(
            'At least two sources, best polygons. A polygon covers the cells whose centre lies inside it; one smaller '
            'than a cell keeps the cells it touches.'))
        yield source_id()
        yield number('THRESHOLD', tr('Smallest difference in climate'), tr(
            'Sources are linked when their climates differ by more than this, in the unit of the climate raster. 1 '
            'degree as in Linkage Mapper.'), default=1, minimum=0)
        yield number('MIN_EUCLIDEAN', tr('Smallest straight distance (m)'), tr(
            'Sources whose edges lie nearer are not linked.'), default=2000, minimum=0)
        yield number('MAX_EUCLIDEAN', tr('Largest straight distance (m)'), tr(
            'Sources whose edges lie further apart are not linked. Empty: no limit.'), default=50000, minimum=0,
            optional=True)
        yield number('FALLING', tr('Penalty where the climate falls (m)'), tr(
            'How many metres of way one unit of falling climate is worth. 50000 as in Linkage Mapper, for degrees.'),
            default=50000, minimum=0)
        yield number('RISING', tr('Penalty where the climate rises (m)'), tr(
            'How many metres of way one unit of rising climate is worth.'), default=50000, minimum=0)
        yield choice('DIRECTION', tr('Direction'), tr(
            'falling: from the source with the higher climate to the one with the lower, as for temperature when it '
            'gets warmer; rising: the other way.'), DIRECTIONS, 'falling', advanced=True)
        yield number('DEVIATIONS', tr('Standard deviations'), tr(
            'The climate of a source is its mean minus so many standard deviations.'), default=2, minimum=0,
            advanced=True)
        yield choice('THIRD_SOURCE', tr('Paths through a third source'), tr(
            'drop: such a link is left out, since its parts are links of their own; keep: it stays.'),
            ('drop', 'keep'), 'drop', advanced=True)
        yield number('CUTOFF', tr('Corridor cutoff'), tr(
            'The mosaic holds the cells where a detour costs at most this much more than the cheapest path, in metres. '
            'Empty: a tenth of the median cost of the links.'), minimum=0, optional=True)
        yield vector_output('LINKS', tr('Climate links'), tr(
            'Paths in the direction of the gradient: link_id, from_id, to_id, cost, length_m, euclid_m, climate_from, '
            'climate_to, climate_change, third_sources.'), 'line')
        yield raster_output('MOSAIC', tr('Climate corridors'), tr(
            'Smallest normalised least-cost corridor value over all links, metres; nodata beyond the cutoff.'))
        yield number_output('LINK_COUNT', tr('Number of links'))
        yield number_output('CUTOFF_USED', tr('Corridor cutoff used (m)'))

    def compute(self, job):
        resistance, grid = job.raster('RESISTANCE')
        climate, _ = job.raster('CLIMATE')
        sources = read_sources(job, 'SOURCES', 'SOURCE_ID', grid, resistance)
        rules = ClimateRules(job.number('THRESHOLD'), job.number('DEVIATIONS'), job.number('MIN_EUCLIDEAN'),
                             self._limit(job),
                             job.number('FALLING'), job.number('RISING'), job.choice('DIRECTION'),
                             job.choice('THIRD_SOURCE'))
        known = int((np.isfinite(resistance) & np.isfinite(climate)).sum())
        engine = job.engine(len(sources), known * SECONDS_PER_CELL, known * BYTES_PER_CELL, compiled=True)
        found = climate_corridors(resistance, climate, sources.cells, grid, rules, job.number('CUTOFF'),
                                  sources.edge_distances, sources.ids, engine, job.progress, job.cancelled)
        report_dropped(job, found.links, found.dropped)
        job.say(tr('{links} climate links; corridors end at {cutoff}.', links=len(found.links),
                   cutoff=f'{found.cutoff:.6g}'))
        job.write_vector('LINKS', _columns(found, sources), [
            line_of_cells(*link.path.T, grid, sources.geometry_of(link.first), sources.geometry_of(link.second))
            for link in found.links], 'line', grid.crs_wkt, 'climate_links')
        job.write_raster('MOSAIC', found.mosaic, grid, unit='m', description=tr('Climate corridors'),
                         style='corridor_mosaic')
        job.set_number('LINK_COUNT', len(found.links))
        job.set_number('CUTOFF_USED', found.cutoff)

    @staticmethod
    def _limit(job):
        """The largest straight distance; None where the user emptied it, the default where it was left as it is."""
        emptied = 'MAX_EUCLIDEAN' in job.parameters and not job.given('MAX_EUCLIDEAN')
        return None if emptied else job.number('MAX_EUCLIDEAN')


def _columns(found, sources):
    links = found.links
    return {
        'link_id': list(range(1, len(links) + 1)),
        'from_id': [sources.id_of(link.first) for link in links],
        'to_id': [sources.id_of(link.second) for link in links],
        'cost': [link.cost for link in links],
        'length_m': [link.length for link in links],
        'euclid_m': [link.euclidean for link in links],
        'climate_from': [float(found.climates[link.first - 1]) for link in links],
        'climate_to': [float(found.climates[link.second - 1]) for link in links],
        'climate_change': [link.change for link in links],
        'third_sources': [len(link.third_sources) for link in links],
    }
