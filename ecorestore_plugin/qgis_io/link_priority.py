"""What the tool Linkage priority weighs: values of the sources and of the links, as their layers hold them."""

from __future__ import annotations

from ..core.network.indices import centrality_of_network
from ..core.network.priority import Term, climate_value, core_value, corridor_priority
from ..core.zonal import zonal_mean
from ..i18n import mark, tr
from .links import area_values, mean_inside

# (parameter, label, default as in the demonstration of Linkage Mapper)
CORE_WEIGHTS = (('W_RESISTANCE', mark('Weight of low resistance in the source'), 0.33),
                ('W_AREA', mark('Weight of the area of the source'), 0.33),
                ('W_SHAPE', mark('Weight of area / perimeter'), 0.34),
                ('W_EXPERT', mark('Weight of the expert value of the source'), 0.0),
                ('W_CENTRALITY', mark('Weight of current-flow centrality'), 0.0),
                ('W_OTHER', mark('Weight of the other raster'), 0.0))
LINK_WEIGHTS = (('W_CLOSENESS', mark('Weight of a short path'), 0.33),
                ('W_PERMEABILITY', mark('Weight of low resistance on the path'), 0.33),
                ('W_CORES', mark('Weight of the values of the two sources'), 0.34),
                ('W_LINK_EXPERT', mark('Weight of the expert value of the link'), 0.0),
                ('W_CLIMATE', mark('Weight of the climate'), 0.0))


def core_columns(job, nodes, links, resistance, other, grid):
    """Columns of the sources, with their core area value ``cav``.

    Parameters
    ----------
    nodes, links : from read_nodes and read_links
    resistance : (rows, columns) float
    other : (rows, columns) float whose mean counts too, or None
    """
    areas, inside = area_values(job, nodes, 'ATTRIBUTE'), mean_inside(resistance, nodes, grid)
    compact = areas * 10000.0 / nodes.perimeters_m()
    current, _ = centrality_of_network(len(nodes), links.pairs, links.positive(job, 'COST'), job.cancelled)
    given = [inside, areas, compact, nodes.mean_of(job.field('EXPERT')) if job.given('EXPERT') else None, current,
             None if other is None else zonal_mean(other, nodes.cells(grid), len(nodes))]
    value = core_value([Term(tr(label), values, job.number(name), name == 'W_RESISTANCE', job.choice('NORMALISATION'))
                        for (name, label, _), values in zip(CORE_WEIGHTS, given)])
    return {'source_id': nodes.ids, 'area_ha': areas, 'mean_resistance': inside, 'area_perimeter': compact,
            'current_flow': current, 'cav': value}


def priority_columns(job, links, value):
    """New columns of the links, with their corridor specific priority ``csp`` and ``csp_norm``.

    Parameters
    ----------
    value : (sources,) core area value
    """
    lengths, costs = links.lengths(job, 'LENGTH'), links.positive(job, 'COST')
    pair_value = value[links.pairs].mean(axis=1)
    expert = links.features.numbers(job.field('LINK_EXPERT')) if job.given('LINK_EXPERT') else None
    climate = None
    if job.given('CLIMATE_RATIO'):
        climate = climate_value(links.features.numbers(job.field('CLIMATE_RATIO')), job.numbers('CLIMATE_POINTS'),
                                job.numbers('CLIMATE_VALUES'))
    ways = [(lengths, True, 'range'), (costs / lengths, True, 'range'), (pair_value, False, 'none'),
            (expert, False, 'range'), (climate, False, 'none')]
    terms = [Term(tr(label), values, job.number(name), inverted, way)
             for (name, label, _), (values, inverted, way) in zip(LINK_WEIGHTS, ways)]
    csp, normal = corridor_priority(terms)
    return {'closeness': terms[0].normalised(), 'permeability': terms[1].normalised(), 'cav_mean': pair_value,
            'csp': csp, 'csp_norm': normal}
