"""Tool: importance of links by the gravity model."""

from ...ecorestore_plugin.core.errors import ParameterError
from ...ecorestore_plugin.core.network.gravity import (
    FORMS,
    gravity_interaction,
    importance,
    interaction_matrix,
)
from ...ecorestore_plugin.qgis_io.links import area_values, mean_inside, read_links, read_nodes
from ...ecorestore_plugin.qgis_io.patch_tables import field_name
from ..base import Tool, mark, tr
from ..network_parameters import link_ends, source_id
from ..parameters import choice, field, integer, number_output, raster, table_output, vector, vector_output

MOST = 0.8
COLUMNS = 1500  # a GeoPackage has at most 2000
SQUARE_METRES = {'ha': 10000.0, 'm2': 1.0, 'km2': 1e6}


class GravityImportance(Tool):
    tool_id = 'gravityimportance'
    stage = 'network'
    label = mark('Importance of links (gravity model)')
    summary = mark('How strongly linked sources interact by the gravity model, with classes of importance.')
    help = mark('''Ranks the links of an ecological network: a link matters more the larger and the better the two \
sources are that it joins, and the less it costs to move along it.

G_ij = N_i x N_j / D_ij^2 with the weight N_i = ln(S_i) / P_i of a source and the relative length D_ij = L_ij / L_max \
of a link: S area, P mean resistance inside the source (1 without a resistance raster), L cost of the link, L_max the \
largest cost of all links. Three forms:

log_of_product: L_max^2 x ln(S_i x S_j) / (L_ij^2 x P_i x P_j), as usually printed and used in studies of ecological \
security patterns. product_of_logs: L_max^2 x ln(S_i) x ln(S_j) / (L_ij^2 x P_i x P_j), the weights as defined. area: \
L_max^2 x S_i x S_j / (L_ij^2 x P_i x P_j), the plain gravity model.

The logarithm depends on the unit of the area, and so does G; compare results of one unit only. G has no unit. Classes \
are natural breaks (Jenks) of G or of its logarithm, 1 for the weakest. A matrix of all sources needs links between \
all pairs: run Ecological corridors with all neighbours and paths through a third source kept.

Source: Kong et al. 2010, Landscape and Urban Planning, doi:10.1016/j.landurbplan.2009.11.001''')
    keywords = mark('gravity model, interaction, corridor importance, corridor class, ecological network')

    def declare(self):
        yield vector('SOURCES', tr('Ecological sources'), tr(
            'Polygons of the sources from which the links were made.'), 'polygon')
        yield source_id()
        yield field('ATTRIBUTE', tr('Area (ha)'), tr(
            'Field with the area of the source in hectares. Empty: the field area_ha, or the area of the polygons '
            'where there is none.'), 'SOURCES', 'area_ha', numeric=True, optional=True)
        yield vector('LINKS', tr('Links'), tr(
            'Least-cost paths with the ids of the two sources they join, as Ecological corridors writes them.'), 'line')
        yield from link_ends()
        yield field('COST', tr('Cost of the link'), tr(
            'Field with L, the cumulative resistance along the link (resistance x metres), above 0. Only its ratio '
            'to the largest cost counts, so a length in metres may stand in its place.'), 'LINKS', 'cost',
            numeric=True, optional=True)
        yield raster('RESISTANCE', tr('Resistance'), tr(
            'For P, the mean resistance inside each source. Empty: 1 for all sources.'), optional=True)
        yield choice('FORM', tr('Form of the model'), tr(
            'log_of_product: ln(S_i x S_j); product_of_logs: ln(S_i) x ln(S_j); area: S_i x S_j. The help has the '
            'whole formulas.'), FORMS, 'log_of_product')
        yield choice('AREA_UNIT', tr('Unit of the area'), tr(
            'Unit of S in the formula. Where logarithms are taken no source may be smaller than 1 of it.'),
            list(SQUARE_METRES), 'ha', advanced=True)
        yield integer('CLASSES', tr('Number of classes'), tr(
            'Classes of importance by natural breaks; 3 for important, ordinary and minor links.'), default=3,
            minimum=1, maximum=9)
        yield choice('BREAKS', tr('Natural breaks of'), tr(
            'gravity: of G itself; logarithm: of ln(G), which tells links apart where G spans many orders of '
            'magnitude.'), ('gravity', 'logarithm'), 'gravity', advanced=True)
        yield vector_output('OUTPUT', tr('Links by importance'), tr(
            'The links with all their fields, and gravity, importance (class, 1 for the weakest) and rank (1 for the '
            'strongest).'), 'line')
        yield table_output('MATRIX', tr('Interaction matrix'), tr(
            'Interaction of every two sources; empty where no link joins them.'), optional=True)
        yield number_output('GRAVITY_MAX', tr('Largest interaction'))
        yield number_output('GRAVITY_MEAN', tr('Mean interaction'))
        yield number_output('IMPORTANT_COUNT', tr('Links in the highest class'))

    def compute(self, job):
        resistance, grid = job.raster('RESISTANCE')
        nodes = read_nodes(job, 'SOURCES', 'SOURCE_ID', grid)
        links = read_links(job, 'LINKS', nodes)
        if job.given('MATRIX') and len(nodes) > COLUMNS:
            raise ParameterError('A matrix of {count} sources has too many columns for a table; up to {most} are '
                                 'possible. Leave it out: the links hold the same numbers.', count=len(nodes),
                                 most=COLUMNS)
        areas = area_values(job, nodes, 'ATTRIBUTE') * 10000.0 / SQUARE_METRES[job.choice('AREA_UNIT')]
        inside = None if resistance is None else mean_inside(resistance, nodes, grid)
        gravity = gravity_interaction(links.pairs, links.positive(job, 'COST'), areas, inside, job.choice('FORM'))
        found = importance(gravity, job.integer('CLASSES'), job.choice('BREAKS') == 'logarithm')
        job.write_vector('OUTPUT', links.columns(gravity=gravity, importance=found.classes, rank=found.ranks),
                         links.geometries, 'line', nodes.crs, 'link_importance')
        if job.given('MATRIX'):
            self._write_matrix(job, nodes, interaction_matrix(len(nodes), links.pairs, gravity))
        highest = int(found.classes.max())
        job.say(tr('Interaction from {low} to {high}; limits of the classes: {limits}.', low=f'{gravity.min():.4g}',
                   high=f'{gravity.max():.4g}', limits=', '.join(f'{limit:.4g}' for limit in found.limits)))
        if highest < job.integer('CLASSES'):
            job.warn(tr('There are only {count} different interactions, and so no more classes.', count=highest))
        if highest > 1 and (found.classes == 1).mean() > MOST and job.choice('BREAKS') == 'gravity':
            job.warn(tr('{count} of {links} links are in the lowest class, because a few links stand far above the '
                        'others. Natural breaks of the logarithm tell them apart.',
                        count=int((found.classes == 1).sum()), links=len(links)))
        job.set_number('GRAVITY_MAX', float(gravity.max()))
        job.set_number('GRAVITY_MEAN', float(gravity.mean()))
        job.set_number('IMPORTANT_COUNT', int((found.classes == highest).sum()))

    @staticmethod
    def _write_matrix(job, nodes, matrix):
        names = []
        for identity in nodes.ids:
            names.append(field_name(f's_{identity}', ['source_id', *names]))
        job.write_table('MATRIX', {'source_id': nodes.ids, **dict(zip(names, matrix))})
