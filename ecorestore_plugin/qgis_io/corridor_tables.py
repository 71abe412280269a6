"""Links and corridors as columns of layers and tables, and pairs of sources from a table."""

from __future__ import annotations

from ..core.checks import never
from ..core.errors import EmptyInputError, ParameterError, TableError
from ..core.network.corridors import bottleneck, land_cover_mix
from ..core.network.indices import centrality_of_network
from ..core.network.links import LINK_TYPES
from ..i18n import mark, tr

# Why pairs of sources got no link; each kind of network knows some of these reasons.
REASONS = {
    'too alike': mark('{count} pairs of sources differ too little in climate.'),
    'too near': mark('{count} pairs of sources lie nearer than the smallest straight distance.'),
    'unreachable': mark('{count} pairs of sources have no path between them.'),
    'too far': mark('{count} pairs of sources lie further apart than the largest straight distance.'),
    'too cheap': mark('{count} links were dropped because they cost less than the smallest least-cost distance.'),
    'too costly': mark('{count} pairs of sources cost more than the largest least-cost distance.'),
    'too long': mark('{count} links were dropped because their path is longer than the largest length.'),
    'third source': mark('{count} links were dropped because their path crosses a third source.'),
    'not nearest': mark('{count} links were dropped because they lead to none of the nearest neighbours.'),
}


def read_pairs(job, name, sources):
    """((first, second), ...) source numbers from a table with from_id and to_id, or None where it is not given.

    Raises
    ------
    EmptyInputError : no row
    TableError : a missing column, ids that no source has, or a source paired with itself
    """
    table = job.table(name, required=('from_id', 'to_id'))
    if table is None:
        return None
    if not len(table):
        raise EmptyInputError('{name} has no rows; list at least one pair of sources.', name=table.name)
    numbers = {str(value): number for number, value in enumerate(sources.ids, start=1)}
    rows = list(zip(table.texts('from_id'), table.texts('to_id')))
    unknown = sorted({value for row in rows for value in row if value not in numbers})
    if unknown:
        raise TableError('{name}: {count} ids belong to no source: {ids}. Write the ids as the sources have them.',
                         name=table.name, count=len(unknown),
                         ids=', '.join(value or '-' for value in unknown[:10]) + (' …' if len(unknown) > 10 else ''))
    same = [row[0] for row in rows if row[0] == row[1]]
    if same:
        raise TableError('{name}: {count} rows pair a source with itself; the first is {first}. Remove them.',
                         name=table.name, count=len(same), first=same[0])
    pairs = {tuple(sorted((numbers[one], numbers[other]))) for one, other in rows}
    if len(pairs) < len(rows):
        job.say(tr('{name}: {rows} rows name {pairs} different pairs.', name=table.name, rows=len(rows),
                   pairs=len(pairs)))
    return tuple(sorted(pairs))


def link_columns(links, sources, grid):
    """Attributes of links."""
    return {
        'link_id': list(range(1, len(links) + 1)),
        'from_id': [sources.id_of(link.first) for link in links],
        'to_id': [sources.id_of(link.second) for link in links],
        'cost': [link.cost for link in links],
        'length_m': [link.length for link in links],
        'euclid_m': [link.euclidean for link in links],
        'cost_euclid': [link.cost_per_straight_metre(grid) for link in links],
        'cost_length': [link.cost_per_metre for link in links],
        'third_sources': [len(link.third_sources) for link in links],
        'link_type': [link.kind for link in links],
        'stepping_stones': [_listed(link.third_sources, sources) for link in links],
    }


def _listed(numbers, sources):
    return ', '.join(str(sources.id_of(number)) for number in numbers)


def corridor_columns(network, sources, grid, classes=None):
    """Attributes of the corridors that have any cell.

    Parameters
    ----------
    classes : Classes of land cover, or None
    """
    drawn = [(index, link, cells) for index, (link, cells) in
             enumerate(zip(network.links, network.corridors), start=1) if cells[0].size]
    areas = [cells[0].size * grid.cell_area for _, _, cells in drawn]
    columns = {
        'link_id': [index for index, _, _ in drawn],
        'from_id': [sources.id_of(link.first) for _, link, _ in drawn],
        'to_id': [sources.id_of(link.second) for _, link, _ in drawn],
        'area_ha': [area / 1e4 for area in areas],
        'mean_width_m': [area / link.length for area, (_, link, _) in zip(areas, drawn)],
        'cost': [link.cost for _, link, _ in drawn],
        'length_m': [link.length for _, link, _ in drawn],
    }
    narrow = [bottleneck(link.path, *cells, sources.cells, (link.first, link.second), grid)
              for _, link, cells in drawn]
    places = [(None, None) if row < 0 else grid.centre(row, column) for _, row, column in narrow]
    columns['bottleneck_m'] = [width for width, _, _ in narrow]
    for axis, name in enumerate(('bottleneck_x', 'bottleneck_y')):
        columns[name] = [None if place[axis] is None else float(place[axis]) for place in places]
    return {**columns, **landcover_columns(classes, [cells for _, _, cells in drawn])}


def landcover_columns(classes, cells):
    """What covers the land: main class, its share, and the shares of all classes.

    Parameters
    ----------
    classes : Classes of land cover, or None for no columns
    cells : (rows, columns) per feature
    """
    if classes is None:
        return {}
    mixes = [land_cover_mix(classes.codes, classes.valid, *own) for own in cells]
    return {'main_class': [mix[0][0] if mix else None for mix in mixes],
            'main_share': [mix[0][1] if mix else None for mix in mixes],
            'landcover_mix': ['; '.join(f'{code}: {100 * share:.1f} %' for code, share in mix) for mix in mixes]}


def pair_columns(network, sources, grid, cancelled=never):
    """Every pair that was considered, linked or not, in the terms of Linkage Mapper."""
    linked = link_columns(network.links, sources, grid)
    lost = network.left_out
    pairs = [(item.first, item.second) for item in (*network.links, *lost)]
    rows = {'link_id': linked['link_id'] + [None] * len(lost)}
    rows['from_id'] = [sources.id_of(first) for first, _ in pairs]
    rows['to_id'] = [sources.id_of(second) for _, second in pairs]
    rows['status'] = linked['link_type'] + [pair.reason for pair in lost]
    rows['lm_link_type'] = [LINK_TYPES.get(status) for status in rows['status']]
    for name, attribute in (('cost', 'cost'), ('length_m', 'length'), ('euclid_m', 'euclidean')):
        rows[name] = linked[name] + [getattr(pair, attribute) for pair in lost]
    smallest = min(grid.cell_width, grid.cell_height)
    rows['cost_euclid'] = linked['cost_euclid'] + [pair.cost / max(pair.euclidean, smallest) for pair in lost]
    rows['cost_length'] = linked['cost_length'] + [pair.cost / pair.length for pair in lost]
    ends = [(link.first - 1, link.second - 1) for link in network.links]
    current = centrality_of_network(len(sources), ends, linked['cost'], cancelled)[1].tolist() if ends else []
    rows['cf_central'] = current + [None] * len(lost)
    rows['stepping_stones'] = linked['stepping_stones'] + [''] * len(lost)
    for name, neighbours in (('cost_adjacent', network.cost_neighbours),
                             ('euclid_adjacent', network.straight_neighbours)):
        rows[name] = [None if neighbours is None else int(pair in neighbours) for pair in pairs]
    return rows


def report_dropped(job, links, dropped):
    """Says how many pairs got no link and why.

    Parameters
    ----------
    links : those that are left
    dropped : reason -> number of pairs

    Raises
    ------
    ParameterError : no link is left
    """
    reasons = [tr(REASONS[reason], count=count) for reason, count in dropped.items() if count]
    if not links:
        raise ParameterError('No link is left. {reasons} Raise the limits or choose other neighbours.',
                             reasons=' '.join(reasons))
    for reason in reasons:
        job.say(reason)


def report_network(job, network, sources):
    """Says what was linked, what was not and why.

    Raises
    ------
    ParameterError : no link is left
    """
    report_dropped(job, network.links, network.dropped)
    job.say(tr('{links} links of {pairs} candidate pairs; corridors end at {cutoff}.', links=len(network.links),
               pairs=network.candidates, cutoff=f'{network.cutoff:.6g}'))
    linked = {number for link in network.links for number in (link.first, link.second)}
    alone = [str(sources.id_of(number)) for number in range(1, len(sources) + 1) if number not in linked]
    if alone:
        job.warn(tr('{count} sources have no link: {names}.', count=len(alone),
                    names=', '.join(alone[:10]) + (' …' if len(alone) > 10 else '')))
