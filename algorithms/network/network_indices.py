"""Tool: indices of a network, its patches and its links."""

import numpy as np

from ...ecorestore_plugin.core.network.indices import network_indices
from ...ecorestore_plugin.qgis_io.links import read_links, read_nodes
from ..base import Tool, mark, tr
from ..network_parameters import link_ends, source_id
from ..parameters import field, number_output, table_output, vector, vector_output


class NetworkIndices(Tool):
    tool_id = 'networkindices'
    stage = 'network'
    label = mark('Network indices')
    summary = mark('Structure of an ecological network: alpha, beta, gamma, cost ratio; centrality of its parts.')
    help = mark('''Describes how well a network of sources and links is built as a whole, and how central each source \
and each link is in it.

V sources (those without a link included), L linked pairs of sources, p separate components. alpha = (L - V + p) / \
(2V - 5): circuits, as a share of the most there can be; beta = L / V: links per source, below 1 a tree, 1 one \
circuit; gamma = L / (3 x (V - 2)): links, as a share of the most there can be; cost ratio = 1 - L / total length in \
km: closer to 1 the more kilometres each link takes. Alpha and gamma suppose that links do not cross; more than 1 is \
possible where they do. With one component alpha is the usual (L - V + 1) / (2V - 5).

Sources: degree (linked sources), component, between (pairs of other sources whose cheapest way leads through this \
one, equal ways sharing a pair), mean_cost (mean least cost to the sources it can reach), closeness (sources it can \
reach / mean cost / (V - 1)), current_flow. Links: in_tree (1 where the minimum spanning tree of the costs needs the \
link, else 0), between (pairs of sources whose cheapest way uses it), current_flow.

Current-flow centrality: every link is a resistor of its cost; 1 A flows between every pair of sources in turn, and \
the absolute currents are added up, in amperes. Other than betweenness it sees all ways, not the cheapest only. A \
source counts 1 A for each pair that it is an end of. This is the centrality of Linkage Mapper.

Sources: Cook 2002, Landscape and Urban Planning, doi:10.1016/S0169-2046(01)00226-2; Freeman 1977, \
doi:10.2307/3033543; McRae et al. 2008, Ecology, doi:10.1890/07-1861.1''')
    keywords = mark('network structure, alpha index, beta index, gamma index, cost ratio, betweenness, closeness, '
                    'current flow centrality, minimum spanning tree, graph theory')

    def declare(self):
        yield vector('SOURCES', tr('Ecological sources'), tr(
            'Polygons of the sources from which the links were made.'), 'polygon')
        yield source_id()
        yield vector('LINKS', tr('Links'), tr(
            'Least-cost paths with the ids of the two sources they join, as Ecological corridors writes them.'), 'line')
        yield from link_ends()
        yield field('COST', tr('Cost of the link'), tr(
            'Field with the least-cost distance of the link (resistance x metres), above 0. It is the length of ways '
            'over the network and the resistance to current.'), 'LINKS', 'cost', numeric=True, optional=True)
        yield field('LENGTH', tr('Length of the link'), tr(
            'Field with the length in metres, above 0, for the cost ratio. Empty: the field length_m, or the length of '
            'the lines where there is none.'), 'LINKS', 'length_m', numeric=True, optional=True)
        yield vector_output('PATCHES', tr('Sources with centrality'), tr(
            'source_id, area_ha, degree, component, between, mean_cost, closeness, current_flow.'), 'polygon')
        yield vector_output('OUTPUT', tr('Links with centrality'), tr(
            'The links with all their fields, and in_tree, between and current_flow.'), 'line')
        yield table_output('INDICES', tr('Indices of the network'), tr(
            'One row with patches, links, components, length_km, alpha, beta, gamma, cost_ratio.'), optional=True)
        yield number_output('ALPHA', tr('Alpha index'))
        yield number_output('BETA', tr('Beta index'))
        yield number_output('GAMMA', tr('Gamma index'))
        yield number_output('COST_RATIO', tr('Cost ratio'))
        yield number_output('PATCH_COUNT', tr('Number of sources'))
        yield number_output('LINK_COUNT', tr('Number of links'))
        yield number_output('COMPONENT_COUNT', tr('Number of components'))

    def compute(self, job):
        nodes = read_nodes(job, 'SOURCES', 'SOURCE_ID')
        links = read_links(job, 'LINKS', nodes)
        lengths = links.lengths(job, 'LENGTH')
        found = network_indices(len(nodes), links.pairs, links.positive(job, 'COST'), lengths, job.progress,
                                job.cancelled)
        job.write_vector('PATCHES', {
            'source_id': nodes.ids, 'area_ha': nodes.areas_ha(), 'degree': found.degree, 'component': found.component,
            'between': found.betweenness, 'mean_cost': found.mean_cost, 'closeness': found.closeness,
            'current_flow': found.current_flow}, nodes.geometries, 'polygon', nodes.crs, 'source_centrality')
        job.write_vector('OUTPUT', links.columns(in_tree=found.in_tree.astype(int), between=found.link_betweenness,
                                                 current_flow=found.link_current_flow),
                         links.geometries, 'line', nodes.crs, 'link_centrality')
        shares = {'alpha': found.alpha, 'beta': found.beta, 'gamma': found.gamma, 'cost_ratio': found.cost_ratio}
        counts = {'patches': found.patches, 'links': found.links, 'components': found.components}
        job.write_table('INDICES', {key: [value] for key, value in {
            **counts, 'length_km': float(lengths.sum()) / 1000.0, **shares}.items()})
        self._report(job, nodes, links, found)
        for name, value in (*shares.items(), ('patch_count', found.patches), ('link_count', found.links),
                            ('component_count', found.components)):
            job.set_number(name.upper(), value)

    @staticmethod
    def _report(job, nodes, links, found):
        job.say(tr('{patches} sources, {links} linked pairs, {components} components: alpha {alpha}, beta {beta}, '
                   'gamma {gamma}, cost ratio {ratio}.', patches=found.patches, links=found.links,
                   components=found.components, alpha=f'{found.alpha:.4f}', beta=f'{found.beta:.4f}',
                   gamma=f'{found.gamma:.4f}', ratio=f'{found.cost_ratio:.4f}'))
        if found.links < len(links):
            job.warn(tr('{count} links join sources that a cheaper link joins already; they count once in the indices.',
                        count=len(links) - found.links))
        alone = [str(nodes.ids[row]) for row in np.flatnonzero(found.degree == 0)]
        if alone:
            job.warn(tr('{count} sources have no link: {names}.', count=len(alone),
                        names=', '.join(alone[:10]) + (' …' if len(alone) > 10 else '')))
        if max(found.alpha, found.gamma) > 1:
            job.warn(tr('Alpha or gamma is above 1: links cross; there are more than a plane network can have.'))
