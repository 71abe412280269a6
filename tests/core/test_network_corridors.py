"""Links, corridors and their mosaic: brute-force twins and the rules that choose links."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.engine import LocalEngine
from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    CapacityError,
    EmptyInputError,
    ParameterError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.network import network as network_module
from ecorestore.ecorestore_plugin.core.network.corridors import (
    bottleneck,
    land_cover_mix,
    normalised_least_cost_corridor,
)
from ecorestore.ecorestore_plugin.core.network.cost_distance import cumulative_resistance
from ecorestore.ecorestore_plugin.core.network.links import Link, nearest_links
from ecorestore.ecorestore_plugin.core.network.network import NetworkRules, least_cost_network

ALL = NetworkRules(adjacency='all', third_source='keep')


def grid_of(shape, width=10.0, height=None):
    return Grid(tuple(shape), (0.0, width, 0.0, 0.0, 0.0, -(height or width)))


def landscape(seed, shape=(25, 30), count=6):
    """Random resistance with holes and one-cell passages, and square sources of different sizes."""
    rng = np.random.default_rng(seed)
    resistance = rng.lognormal(2, 1, shape)
    resistance[rng.random(shape) < 0.15] = np.nan
    resistance[:, shape[1] // 2] = np.nan
    resistance[rng.integers(2, shape[0] - 2), shape[1] // 2] = 3.0
    sources = np.zeros(shape, int)
    for number in range(1, count + 1):
        size = rng.integers(1, 4)
        row, column = rng.integers(0, shape[0] - size), rng.integers(0, shape[1] - size)
        sources[row:row + size, column:column + size] = number
        resistance[row:row + size, column:column + size] = 1.0
    return resistance, sources


def surfaces_of(resistance, sources, grid):
    """Unbounded cost from each source; cost_distance has its own brute-force twin."""
    return {int(number): cumulative_resistance(resistance, np.where(sources == number, number, 0), grid).cost
            for number in np.unique(sources[sources > 0])}


def same_network(one, other):
    assert [(a.first, a.second, a.cost, a.third_sources, a.kind, a.path.tolist()) for a in one.links] == [
        (b.first, b.second, b.cost, b.third_sources, b.kind, b.path.tolist()) for b in other.links]
    assert np.array_equal(one.mosaic, other.mosaic, equal_nan=True)
    assert [np.array(cells).tolist() for cells in one.corridors] == [
        np.array(cells).tolist() for cells in other.corridors]
    assert (one.cutoff, one.candidates, one.dropped) == (other.cutoff, other.candidates, other.dropped)


def test_one_row_by_hand():
    resistance = np.array([[1.0, 3.0, 5.0, 1.0]])
    found = least_cost_network(resistance, np.array([[1, 0, 0, 2]]), grid_of((1, 4)))
    link, = found.links
    assert (link.first, link.second, link.cost, link.length, link.euclidean) == (1, 2, 20 + 40 + 30, 30, 20)
    assert link.path.tolist() == [[0, 0], [0, 1], [0, 2], [0, 3]]
    assert link.cost_per_metre == 3 and link.cost_per_straight_metre(grid_of((1, 4))) == 4.5
    assert found.cutoff == 9
    assert found.mosaic.tolist() == [[0, 0, 0, 0]]
    assert [cells.tolist() for cells in found.corridors[0]] == [[0, 0], [1, 2]]


def test_detour_by_hand():
    # Straight through costs 2 x 55; around by the lower row 10 sqrt2 + 10 sqrt2.
    resistance = np.array([[1.0, 10.0, 1.0], [1.0, 1.0, 1.0]])
    found = least_cost_network(resistance, np.array([[1, 0, 2], [0, 0, 0]]), grid_of((2, 3)), cutoff=100)
    link, = found.links
    assert link.cost == pytest.approx(20 * np.sqrt(2))
    assert link.path.tolist() == [[0, 0], [1, 1], [0, 2]]
    assert found.mosaic[1, 1] == 0 and found.mosaic[0, 1] == pytest.approx(110 - 20 * np.sqrt(2))
    # Down, right and up to the right: one straight step more than the diagonal way saves.
    assert found.mosaic[1, 0] == pytest.approx(20 - 10 * np.sqrt(2) + 0)


def test_touching_sources():
    found = least_cost_network(np.full((1, 4), 2.0), np.array([[1, 1, 2, 2]]), grid_of((1, 4)))
    link, = found.links
    assert (link.cost, link.length, link.euclidean) == (20, 10, 0)
    assert link.cost_per_straight_metre(grid_of((1, 4))) == 2
    assert found.corridors[0][0].size == 0


@pytest.mark.parametrize('size', [(10.0, 10.0), (30.0, 20.0)])
@pytest.mark.parametrize('seed', range(6))
def test_brute_force_twin(seed, size):
    resistance, sources = landscape(seed)
    grid = grid_of(resistance.shape, *size)
    costs = surfaces_of(resistance, sources, grid)
    found = least_cost_network(resistance, sources, grid, ALL, cutoff=300.0)
    expected = {}
    for first in costs:
        for second in costs:
            reached = costs[first][(sources == second) & np.isfinite(costs[first])]
            if first < second and reached.size:
                expected[first, second] = reached.min()
    assert {(link.first, link.second): link.cost for link in found.links} == expected
    mosaic = np.full(resistance.shape, np.inf)
    for link, (rows, columns) in zip(found.links, found.corridors):
        corridor = costs[link.first] + costs[link.second] - link.cost
        inside = np.nan_to_num(corridor, nan=np.inf) <= 300
        mosaic[inside] = np.minimum(mosaic[inside], corridor[inside])
        outside_both = inside & (sources != link.first) & (sources != link.second)
        assert sorted(zip(rows.tolist(), columns.tolist())) == [tuple(cell) for cell in np.argwhere(outside_both)]
    expected_mosaic = np.where(np.isfinite(mosaic), np.maximum(mosaic, 0), np.nan)
    assert np.allclose(found.mosaic, expected_mosaic, atol=1e-9, equal_nan=True)


@pytest.mark.parametrize('seed', range(6))
def test_paths_cost_what_the_links_say(seed):
    resistance, sources = landscape(seed)
    grid = grid_of(resistance.shape, 30.0, 20.0)
    for link in least_cost_network(resistance, sources, grid, ALL).links:
        rows, columns = link.path.T
        down, right = np.abs(np.diff(rows)), np.abs(np.diff(columns))
        assert (np.maximum(down, right) == 1).all()
        walked, lengths = resistance[rows, columns], np.hypot(down * 20, right * 30)
        assert ((walked[1:] + walked[:-1]) / 2 * lengths).sum() == pytest.approx(link.cost)
        assert lengths.sum() == pytest.approx(link.length)
        on_path = sources[rows, columns]
        assert on_path[0] == link.first and on_path[-1] == link.second
        assert (on_path[1:] != link.first).all() and (on_path[:-1] != link.second).all()
        assert set(on_path.tolist()) - {0, link.first, link.second} == set(link.third_sources)


RULES = [
    (NetworkRules(), None), (NetworkRules(), 40.0), (NetworkRules('cost'), 0.0), (NetworkRules('euclidean'), 500.0),
    (ALL, None), (NetworkRules(maximum_cost=600.0), None), (NetworkRules(maximum_cost=600.0), 200.0),
    (NetworkRules(nearest=1, reconnect=True), None), (NetworkRules(maximum_euclidean=80.0), None),
]


@pytest.mark.parametrize('seed', range(5))
@pytest.mark.parametrize(('rules', 'cutoff'), RULES)
def test_the_bound_of_the_search_never_shows(seed, rules, cutoff, monkeypatch):
    resistance, sources = landscape(seed)
    grid = grid_of(resistance.shape)
    bounded = least_cost_network(resistance, sources, grid, rules, cutoff)
    monkeypatch.setattr(network_module, 'first_reach', lambda bounds, maximum: 0.0)
    same_network(bounded, least_cost_network(resistance, sources, grid, rules, cutoff))
    free = network_module.surface_tasks
    monkeypatch.setattr(network_module, 'surface_tasks', lambda pairs, bounds, maximum, reach: [
        (number, partners, np.inf, np.inf) for number, partners, _, _ in free(pairs, bounds, maximum, reach)])
    same_network(bounded, least_cost_network(resistance, sources, grid, rules, cutoff))


def test_workers_give_the_same_result():
    resistance, sources = landscape(1)
    grid = grid_of(resistance.shape)
    alone = least_cost_network(resistance, sources, grid)
    same_network(alone, least_cost_network(resistance, sources, grid, engine=LocalEngine(2)))


def three_in_a_row():
    """Source 2 lies on the way between 1 and 3; all have a free way of their own to source 4 below."""
    resistance = np.full((5, 9), 50.0)
    resistance[1, :] = 1.0
    resistance[1:, 4] = 1.0
    sources = np.zeros((5, 9), int)
    sources[1, 0], sources[1, 3], sources[1, 8], sources[4, 4] = 1, 2, 3, 4
    return resistance, sources, grid_of((5, 9))


def test_links_through_a_third_source():
    resistance, sources, grid = three_in_a_row()
    kept = least_cost_network(resistance, sources, grid, NetworkRules('all', third_source='keep'))
    through = {(link.first, link.second): link.third_sources for link in kept.links}
    assert through[1, 3] == (2,) and through[1, 2] == () and len(through) == 6
    dropped = least_cost_network(resistance, sources, grid, NetworkRules('all'))
    assert (1, 3) not in {(link.first, link.second) for link in dropped.links}
    assert dropped.dropped['third source'] == len(kept.links) - len(dropped.links)


def test_limits_drop_and_count():
    resistance, sources, grid = three_in_a_row()
    rules = NetworkRules('all', maximum_euclidean=25.0, third_source='keep')
    found = least_cost_network(resistance, sources, grid, rules)
    assert [(link.first, link.second) for link in found.links] == [(1, 2), (2, 4)]
    assert found.candidates == 6 and found.dropped['too far'] == 4
    rules = NetworkRules('all', maximum_cost=40.0, third_source='keep')
    found = least_cost_network(resistance, sources, grid, rules)
    assert [(link.first, link.second) for link in found.links] == [(1, 2), (2, 4)]
    assert found.dropped['too costly'] == 4


def test_pairs_on_different_islands_are_unreachable():
    resistance = np.ones((3, 7))
    resistance[:, 3] = np.nan
    sources = np.zeros((3, 7), int)
    sources[0, 0], sources[2, 2], sources[1, 6] = 1, 2, 3
    found = least_cost_network(resistance, sources, grid_of((3, 7)), NetworkRules('all'))
    assert [(link.first, link.second) for link in found.links] == [(1, 2)]
    assert found.dropped['unreachable'] == 2
    assert np.isnan(found.mosaic[:, 3:]).all()


def test_no_link_at_all():
    resistance = np.array([[1.0, np.nan, 1.0]])
    found = least_cost_network(resistance, np.array([[1, 0, 2]]), grid_of((1, 3)), NetworkRules('all'))
    assert found.links == () and np.isnan(found.mosaic).all() and found.dropped['unreachable'] == 1


def link(first, second, cost, euclidean=0.0):
    return Link(first, second, cost, euclidean, 1.0, np.zeros((2, 2), int))


def test_nearest_links_by_hand():
    # Two close pairs far from each other: one nearest neighbour each leaves two parts.
    links = [link(1, 2, 1.0, 9.0), link(1, 3, 50.0, 1.0), link(2, 4, 60.0, 2.0), link(3, 4, 2.0, 8.0)]
    kept, lost = nearest_links(links, 1)
    assert [(one.first, one.second) for one in kept] == [(1, 2), (3, 4)] and len(lost) == 2
    kept, lost = nearest_links(links, 1, reconnect=True)
    assert [(one.first, one.second, one.kind) for one in kept] == [
        (1, 2, 'corridor'), (1, 3, 'reconnection'), (3, 4, 'corridor')]
    assert [(one.first, one.second) for one in lost] == [(2, 4)]
    kept, _ = nearest_links(links, 1, 'euclidean')
    assert [(one.first, one.second) for one in kept] == [(1, 3), (2, 4)]


def test_a_link_stays_when_either_end_ranks_it():
    links = [link(1, 2, 1.0), link(1, 3, 2.0), link(1, 4, 3.0)]
    assert len(nearest_links(links, 1)[0]) == 3
    assert nearest_links([], 2)[0] == []
    with pytest.raises(ParameterError):
        nearest_links(links, 0)
    with pytest.raises(ParameterError):
        nearest_links(links, 1, 'time')


def test_normalised_corridor_is_never_negative():
    first, second = np.array([0.0, 0.1, 0.3, np.nan]), np.array([0.3, 0.2, 0.0, 1.0])
    values = normalised_least_cost_corridor(first, second, 0.1 + 0.2)
    assert (values[:3] >= 0).all() and values[:3] == pytest.approx(0) and np.isnan(values[3])


def test_distances_may_come_from_outside():
    resistance, sources, grid = three_in_a_row()
    asked = []

    def distances(pairs):
        asked.extend(map(tuple, pairs.tolist()))
        return np.arange(len(pairs), dtype=float)

    found = least_cost_network(resistance, sources, grid, ALL, euclidean=distances)
    assert asked == [(1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4)]
    assert [one.euclidean for one in found.links] == [0, 1, 2, 3, 4, 5]


def test_refuses_what_makes_no_sense():
    ones, grid = np.ones((2, 3)), grid_of((2, 3))
    two = np.array([[1, 0, 2], [0, 0, 0]])
    with pytest.raises(EmptyInputError, match='at least 2 sources'):
        least_cost_network(ones, np.array([[1, 0, 0], [0, 0, 0]]), grid)
    with pytest.raises(EmptyInputError, match='lake'):
        least_cost_network(np.array([[1, 1, np.nan], [1, 1, 1]]), two, grid, names=['wood', 'lake'])
    with pytest.raises(ValueRangeError):
        least_cost_network(ones * 0, two, grid)
    with pytest.raises(EmptyInputError):
        least_cost_network(ones * np.nan, two, grid)
    with pytest.raises(ParameterError, match='third'):
        least_cost_network(ones, two, grid, NetworkRules(third_source='perhaps'))
    with pytest.raises(ParameterError):
        least_cost_network(ones, two, grid, cutoff=-1.0)
    with pytest.raises(CancelledError):
        least_cost_network(ones, two, grid, cancelled=lambda: True)


def test_progress_never_goes_back():
    resistance, sources = landscape(0)
    steps = []
    least_cost_network(resistance, sources, grid_of(resistance.shape),
                       progress=lambda fraction, text='', **values: steps.append((fraction, text.format(**values))))
    fractions = [fraction for fraction, _ in steps]
    assert fractions == sorted(fractions) and fractions[-1] == 1.0
    assert any('Cost surfaces of 6 sources' in text for _, text in steps)


def test_a_given_list_of_pairs():
    resistance, sources, grid = three_in_a_row()
    rules = NetworkRules('cost', third_source='keep', pairs=((3, 1), (4, 2), (1, 3)))
    found = least_cost_network(resistance, sources, grid, rules)
    assert [(one.first, one.second) for one in found.links] == [(1, 3), (2, 4)] and found.candidates == 2
    assert found.straight_neighbours is None and (1, 2) in found.cost_neighbours
    everything = least_cost_network(resistance, sources, grid, NetworkRules('all', third_source='keep'))
    costs = {(one.first, one.second): one.cost for one in everything.links}
    assert all(one.cost == costs[one.first, one.second] for one in found.links)
    for pairs in (((1, 1),), ((1, 9),)):
        with pytest.raises(ParameterError, match='1 pairs name a source'):
            least_cost_network(resistance, sources, grid, NetworkRules(pairs=pairs))
    with pytest.raises(EmptyInputError):
        least_cost_network(resistance, sources, grid, NetworkRules(pairs=()))


def test_largest_length():
    resistance, sources, grid = three_in_a_row()
    everything = least_cost_network(resistance, sources, grid, ALL)
    limit = sorted(one.length for one in everything.links)[2]
    found = least_cost_network(resistance, sources, grid, NetworkRules('all', third_source='keep',
                                                                       maximum_length=limit))
    assert {(one.first, one.second) for one in found.links} == {
        (one.first, one.second) for one in everything.links if one.length <= limit}
    assert found.dropped['too long'] == len(everything.links) - len(found.links) > 0


def test_left_out_pairs_say_why():
    resistance, sources, grid = three_in_a_row()
    found = least_cost_network(resistance, sources, grid, NetworkRules('all', nearest=1))
    assert found.candidates == len(found.links) + len(found.left_out)
    assert {pair.reason for pair in found.left_out} == {'third source', 'not nearest'}
    costs = {(one.first, one.second): (one.cost, one.length, one.euclidean) for one in
             least_cost_network(resistance, sources, grid, ALL).links}
    assert all((pair.cost, pair.length, pair.euclidean) == costs[pair.first, pair.second] for pair in found.left_out)
    costly = least_cost_network(resistance, sources, grid, NetworkRules('all', maximum_cost=40.0)).left_out
    assert all(np.isnan(pair.cost) for pair in costly if pair.reason == 'too costly')


def test_third_sources_come_in_turn():
    resistance = np.ones((1, 8))
    sources = np.array([[1, 0, 4, 0, 3, 0, 0, 2]])
    found = least_cost_network(resistance, sources, grid_of((1, 8)), ALL)
    assert {(one.first, one.second): one.third_sources for one in found.links}[1, 2] == (4, 3)


@pytest.mark.parametrize('percentile', [0.5, 5.0, 20.0, 60.0, 100.0])
@pytest.mark.parametrize('seed', range(4))
def test_percentile_covers_its_share(seed, percentile):
    resistance, sources = landscape(seed)
    grid = grid_of(resistance.shape)
    rules = NetworkRules(third_source='keep')
    found = least_cost_network(resistance, sources, grid, rules, percentile=percentile)
    everything = least_cost_network(resistance, sources, grid, rules, cutoff=np.inf).mosaic
    outside = np.isfinite(resistance) & (sources == 0)
    values = np.sort(everything[outside & np.isfinite(everything)])
    wanted = int(np.ceil(percentile / 100 * outside.sum()))
    assert found.cutoff == values[min(wanted, values.size) - 1]
    kept = outside & np.isfinite(found.mosaic)
    assert kept.sum() == (values <= found.cutoff).sum() >= min(wanted, values.size)
    assert np.array_equal(found.mosaic[kept], everything[kept])


def test_percentile_and_cutoff_exclude_each_other():
    resistance, sources = landscape(0)
    with pytest.raises(ParameterError, match='one of them'):
        least_cost_network(resistance, sources, grid_of(resistance.shape), cutoff=1.0, percentile=5.0)
    with pytest.raises(ParameterError):
        least_cost_network(resistance, sources, grid_of(resistance.shape), percentile=101.0)


def corridor_of(rows):
    """A drawing as (path, corridor rows, corridor columns, sources): A and B sources, o path, # corridor."""
    drawing = np.array([list(row) for row in rows])
    sources = np.where(drawing == 'A', 1, np.where(drawing == 'B', 2, 0))
    on_path = np.argwhere(drawing == 'o')
    path = on_path[np.argsort(on_path[:, 1], kind='stable')]
    ends = [np.argwhere(sources == number)[np.argmin(np.abs(np.argwhere(sources == number) - path[i]).max(axis=1))]
            for number, i in ((1, 0), (2, -1))]
    return np.concatenate([ends[:1], path, ends[1:]]), *np.nonzero(np.isin(drawing, ('o', '#'))), sources


def test_bottleneck_by_hand():
    path, rows, columns, sources = corridor_of(['.###...###',
                                                'A##.....##',
                                                'AoooooooB.'.replace('B.', 'oB'),
                                                '.####.####'])
    width, row, column = bottleneck(path, rows, columns, sources, (1, 2), grid_of(sources.shape, 30.0, 20.0))
    # In column 5 the corridor is one cell high.
    assert (width, row, column) == (20.0, 2, 5)
    path, rows, columns, sources = corridor_of(['A###B', 'AoooB', 'A###B', 'A###B'])
    assert bottleneck(path, rows, columns, sources, (1, 2), grid_of((4, 5)))[0] == 40.0
    # A hole next to the path narrows it; the other strand does not count.
    path, rows, columns, sources = corridor_of(['A####B', 'A#..#B', 'AooooB', 'A####B'])
    assert bottleneck(path, rows, columns, sources, (1, 2), grid_of((4, 6)))[:2] == (20.0, 2)


def test_bottleneck_of_a_diagonal_and_of_touching_sources():
    path, rows, columns, sources = corridor_of(['A....', '.o...', '..o..', '...o.', '....B'])
    assert bottleneck(path, rows, columns, sources, (1, 2), grid_of((5, 5)))[0] == 10.0
    touching = bottleneck(np.array([[0, 0], [0, 1]]), np.array([1]), np.array([0]), np.array([[1, 2], [0, 0]]),
                          (1, 2), grid_of((2, 2)))
    assert np.isnan(touching[0]) and touching[1:] == (-1, -1)


def test_land_cover_mix_by_hand():
    codes = np.array([[2, 2, 1], [5, 1, 9]])
    valid = np.array([[True, True, True], [True, True, False]])
    rows, columns = np.nonzero(np.ones((2, 3)))
    assert land_cover_mix(codes, valid, rows, columns) == [(1, 0.4), (2, 0.4), (5, 0.2)]
    assert land_cover_mix(codes, valid, np.array([1]), np.array([2])) == []


def many_sources(count=40, side=60):
    rng = np.random.default_rng(5)
    sources = np.zeros(side * side, int)
    sources[rng.choice(side * side, count, replace=False)] = np.arange(1, count + 1)
    return rng.lognormal(1, 1, (side, side)), sources.reshape(side, side)


def test_many_sources_are_announced_first(monkeypatch):
    resistance, sources = many_sources()
    grid, said = grid_of(resistance.shape), []
    found = least_cost_network(resistance, sources, grid,
                               progress=lambda fraction, text='', **values: said.append(text.format(**values)))
    assert any('40 x 3600: about' in text and 'estimated time' in text for text in said)
    monkeypatch.setattr(network_module, 'MANY', 1000)
    same_network(found, least_cost_network(resistance, sources, grid))


def test_too_many_sources_are_refused_with_advice(monkeypatch):
    resistance, sources = many_sources()
    monkeypatch.setattr(network_module, 'SURFACE_BYTES', 1e12)
    with pytest.raises(CapacityError, match='Use coarser cells'):
        least_cost_network(resistance, sources, grid_of(resistance.shape))
    monkeypatch.setattr(network_module, 'LINK_BYTES', 1e12)
    with pytest.raises(CapacityError, match='40 x 40 needs about'):
        least_cost_network(resistance, sources, grid_of(resistance.shape), ALL)


def test_smallest_distances():
    """Sources in a row, 30, 50 and 70 m apart from edge to edge; a step of 10 m costs 20."""
    grid = grid_of((1, 19))
    sources = np.zeros((1, 19), int)
    sources[0, [0, 4, 10, 18]] = 1, 2, 3, 4
    resistance = np.full((1, 19), 2.0)

    def found(**rules):
        network = least_cost_network(resistance, sources, grid, NetworkRules(**rules))
        return ([(link.first, link.second, link.euclidean, link.cost) for link in network.links],
                {reason: count for reason, count in network.dropped.items() if count})
    assert found()[0] == [(1, 2, 30.0, 80.0), (2, 3, 50.0, 120.0), (3, 4, 70.0, 160.0)]
    assert found(minimum_euclidean=50) == ([(2, 3, 50.0, 120.0), (3, 4, 70.0, 160.0)], {'too near': 1})
    assert found(minimum_cost=121) == ([(3, 4, 70.0, 160.0)], {'too cheap': 2})
    assert found(minimum_euclidean=40, maximum_euclidean=60)[1] == {'too near': 1, 'too far': 1}
    with pytest.raises(ParameterError, match='minimum_cost'):
        found(minimum_cost=-1)
