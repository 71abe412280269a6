"""Tool: connectivity of habitat patches."""

import numpy as np

from ...ecorestore_plugin.core.checks import part_of
from ...ecorestore_plugin.core.errors import EmptyInputError
from ...ecorestore_plugin.core.network.cost_matrix import cost_matrix
from ...ecorestore_plugin.core.sources.connectivity import change, connectivity, link_reach
from ...ecorestore_plugin.core.sources.connectivity_cost import check_cost
from ...ecorestore_plugin.qgis_io.patch_tables import index_columns, patch_columns
from ...ecorestore_plugin.qgis_io.patches import edge_distance_matrix, read_patches
from ..base import Tool, mark, tr
from ..network_parameters import dispersal
from ..parameters import field, flag, number, number_output, raster, table_output, text, vector, vector_output

SECONDS_PER_CELL, BYTES_PER_CELL = 6e-7, 150


class PatchConnectivity(Tool):
    tool_id = 'patchconnectivity'
    stage = 'sources'
    label = mark('Patch connectivity')
    summary = mark('How well habitat patches hang together, and which of them matter most: PC, IIC, ECA, dPC, dIIC.')
    help = mark('''Measures the connectivity of a set of habitat patches and what each patch adds to it, to choose \
ecological sources by more than their area.

p = exp(-alpha x distance) is the probability of moving straight from one patch to another, with alpha so that it is \
PROBABILITY at the dispersal distance; p* is the best product of such probabilities over any chain of patches. \
PC = sum over all ordered pairs of patches, each with itself included, of a_i x a_j x p*_ij / A_L^2 (probability of \
connectivity); a is the attribute of a patch, A_L the area of the landscape. IIC has 1 / (1 + fewest links between i \
and j) instead of p*, where patches no farther apart than the threshold are linked (integral index of connectivity). \
ECA = square root of the sum: the area of one patch that would be worth as much (equivalent connected area).

Each patch is taken out in turn: delta = 100 x (index - index without it) / index, in percent, and its three parts: \
intra (its own habitat), flux (ways that begin or end in it), connector (ways between others that get worse without \
it). pc_between is the share of the index in pairs of other patches whose every best way leads through the patch, \
BC(PC); between the number of pairs between which it lies over the links, equal ways sharing a pair.

Distances are straight, from edge to edge, in metres; with a resistance raster least-cost distances (resistance x \
metres), and the dispersal distances and the threshold are then in that unit too. Direct ways with a probability below \
1e-15 are left out. Removals take about half a minute for 1,000 patches and grow with more than the third power of \
the number; the log says how long it will take before the work begins.

Sources: Saura & Pascual-Hortal 2007, doi:10.1016/j.landurbplan.2007.03.005; Pascual-Hortal & Saura 2006, \
doi:10.1007/s10980-006-0013-z; Saura & Rubio 2010, doi:10.1111/j.1600-0587.2009.05760.x; change between dates: Saura \
et al. 2011, doi:10.1016/j.ecolind.2010.06.011''')
    keywords = mark('connectivity, probability of connectivity, PC, IIC, ECA, equivalent connectivity, dPC, dIIC, '
                    'betweenness, Conefor, Graphab, Makurhini, graph')

    def declare(self):
        yield vector('SOURCES', tr('Habitat patches'), tr(
            'Polygons, such as the source patches, in a projected system in metres.'), 'polygon')
        yield field('SOURCE_ID', tr('Source id'), tr(
            'Field with the id of the patch; features with the same id are one patch. Empty: the field source_id, or '
            'the order of the features where there is none.'), 'SOURCES', 'source_id', optional=True)
        yield field('ATTRIBUTE', tr('Attribute'), tr(
            'Field that says what a patch is worth, at least 0: its area, or area x habitat quality. Empty: the field '
            'area_ha, or the area of the features in hectares where there is none.'), 'SOURCES', 'area_ha',
            numeric=True, optional=True)
        yield from dispersal()
        yield text('DISTANCES', tr('Further dispersal distances'), tr(
            'Numbers separated by commas. Each gets a row of indices and a field pc_delta_<distance>, so that '
            'patches that matter for short and for long dispersal can be told apart.'), optional=True)
        yield number('THRESHOLD', tr('Link threshold'), tr(
            'Patches no farther apart than this are linked for IIC, between, degree and components. Empty: the '
            'dispersal distance.'), minimum=0, optional=True)
        yield number('LANDSCAPE', tr('Landscape area'), tr(
            'A_L of PC and IIC, in the unit of the attribute (hectares for area_ha). It scales the two and changes '
            'nothing else. Empty: the sum over the patches, of the later or earlier date, whichever is larger.'),
            minimum=0, optional=True)
        yield number('MIN_AREA', tr('Minimum area'), tr(
            'Patches whose attribute is below this are left out (hectares for area_ha); it shortens the work where '
            'there are thousands of patches.'), default=0, minimum=0)
        yield raster('RESISTANCE', tr('Resistance'), tr(
            'Least-cost instead of straight distances: resistance above 0 everywhere, best habitat 1. Nodata cells '
            'cannot be crossed.'), optional=True)
        yield flag('REMOVALS', tr('Take out each patch'), tr(
            'Without it only the indices of the whole are computed, which takes seconds.'), default=True, advanced=True)
        yield vector('SECOND', tr('Patches of a second date'), tr(
            'For the change of area (dA) and of equivalent connected area (dECA) from the first date to this one. '
            'It needs the same fields.'), 'polygon', optional=True)
        yield raster('SECOND_RESISTANCE', tr('Resistance of the second date'), tr(
            'Empty: that of the first date.'), optional=True, advanced=True)
        yield from self.outputs()

    @staticmethod
    def outputs():
        yield vector_output('PATCHES', tr('Patches with their contribution'), tr(
            'source_id, attribute, component (1 = the one with the most patches), degree (links), between, '
            'and in percent pc_delta, pc_intra, pc_flux, pc_connector, pc_between, iic_delta, iic_intra, iic_flux, '
            'iic_connector, iic_between; pc_rank and iic_rank (1 = largest delta).'), 'polygon')
        yield table_output('INDICES', tr('Connectivity indices'), tr(
            'One row per dispersal distance: distance, probability, threshold, patches, area, landscape, pc, iic, eca, '
            'eca_percent (of the area), eca_iic, links, components; with a second date the same of that date (_2), '
            'area_change, eca_change (percent) and change_ratio (dECA / dA).'))
        yield number_output('PC', tr('Probability of connectivity'))
        yield number_output('IIC', tr('Integral index of connectivity'))
        yield number_output('ECA', tr('Equivalent connected area (unit of the attribute)'))
        yield number_output('PATCH_COUNT', tr('Number of patches'))
        yield number_output('COMPONENT_COUNT', tr('Number of components'))
        yield number_output('AREA_CHANGE', tr('Change of area (percent)'))
        yield number_output('ECA_CHANGE', tr('Change of equivalent connected area (percent)'))

    def check(self, values):
        if values.given('SECOND_RESISTANCE') and not (values.given('RESISTANCE') and values.given('SECOND')):
            return tr('A resistance of the second date needs patches of that date and the resistance of the first.')
        return ''

    def compute(self, job):
        resistance, grid = job.raster('RESISTANCE')
        patches = patches_of(job, 'SOURCES', grid)
        wanted = [job.number('DISTANCE')]
        wanted += sorted(set(job.numbers('DISTANCES')) - set(wanted))
        removals = job.flag('REMOVALS')
        limit = link_reach(wanted, job.number('PROBABILITY'), job.number('THRESHOLD'))
        second = None
        if job.given('SECOND'):
            second = patches_of(job, 'SECOND', grid, patches.crs)
        landscape = job.number('LANDSCAPE')
        if landscape is None:
            landscape = max(found.values.sum() for found in (patches, second) if found is not None)

        def indices(found, surface, removals, progress):
            graphs = 1 + len(set(wanted) if job.number('THRESHOLD') is None else {0})
            work = check_cost(found.values, graphs, removals, progress)
            distances = distances_between(job, found, surface, grid, limit, part_of(progress, 0.0, 0.4))
            return connectivity(distances, found.values, wanted, job.number('PROBABILITY'), job.number('THRESHOLD'),
                                landscape, removals, job.engine(max(len(found) // 32, 1), work.seconds * 32 /
                                                                len(found), work.bytes),
                                part_of(progress, 0.4, 1.0), job.cancelled)

        first = indices(patches, resistance, removals, part_of(job.progress, 0.0, 0.8 if second else 1.0))
        later, changes = None, None
        if second is not None:
            surface = job.raster('SECOND_RESISTANCE')[0] if job.given('SECOND_RESISTANCE') else resistance
            later = indices(second, surface, False, part_of(job.progress, 0.8, 1.0))
            changes = [change(before, after) for before, after in zip(first, later)]
        job.write_vector('PATCHES', patch_columns(patches, first), patches.geometries, 'polygon', patches.crs,
                         'patch_connectivity' if removals else 'sources')
        job.write_table('INDICES', index_columns(first, later, changes))
        report(job, first[0], changes)


def patches_of(job, name, grid, crs=None):
    """The patches of a parameter that reach the minimum area."""
    patches = read_patches(job, name, 'SOURCE_ID', 'ATTRIBUTE', grid, crs)
    kept = patches.at_least(job.number('MIN_AREA'))
    if not len(kept):
        raise EmptyInputError('{name}: no patch reaches the minimum area of {minimum}; the largest has {largest}. '
                              'Lower the minimum area.', name=patches.name, minimum=f'{job.number("MIN_AREA"):g}',
                              largest=f'{patches.values.max():g}')
    if len(kept) < len(patches):
        job.say(tr('{name}: {dropped} patches below the minimum area were left out; {kept} are left.',
                   name=patches.name, dropped=len(patches) - len(kept), kept=len(kept)))
    if len(kept) == 1:
        job.warn(tr('{name}: there is only one patch; its connectivity is all inside it.', name=patches.name))
    return kept


def distances_between(job, patches, resistance, grid, limit, progress):
    """(n, n) straight distances, or least-cost distances where there is a resistance."""
    if resistance is None:
        return edge_distance_matrix(patches.geometries, limit, progress, job.cancelled)
    cells = int(np.isfinite(resistance).sum())
    engine = job.engine(len(patches), cells * SECONDS_PER_CELL, cells * BYTES_PER_CELL)
    return cost_matrix(resistance, patches.cells(grid), grid, limit, patches.ids, engine, progress, job.cancelled)


def report(job, first, changes):
    components = int(first.components.max())
    job.say(tr('PC {pc}, IIC {iic}, equivalent connected area {eca} ({percent} % of the patches together); '
               '{links} links, {components} components.', pc=f'{first.pc:.6g}', iic=f'{first.iic:.6g}',
               eca=f'{first.eca:.6g}', percent=f'{100 * first.eca / first.area:.1f}', links=first.links,
               components=components))
    if changes:
        job.say(tr('Area changed by {area} %, equivalent connected area by {eca} %.',
                   area=f'{changes[0].area:.2f}', eca=f'{changes[0].eca:.2f}'))
    job.set_number('PC', first.pc)
    job.set_number('IIC', first.iic)
    job.set_number('ECA', first.eca)
    job.set_number('PATCH_COUNT', len(first.components))
    job.set_number('COMPONENT_COUNT', components)
    job.set_number('AREA_CHANGE', changes[0].area if changes else None)
    job.set_number('ECA_CHANGE', changes[0].eca if changes else None)
