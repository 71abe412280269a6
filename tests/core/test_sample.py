"""The sample landscape: its parts by hand, the whole by what a plan needs."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import CancelledError, ParameterError
from ecorestore.ecorestore_plugin.core.sample import landscape
from ecorestore.ecorestore_plugin.core.sample.catalogue import LAYERS, RASTERS, provenance_rows
from ecorestore.ecorestore_plugin.core.sample.drainage import drainage, height_above_stream, stream_lines
from ecorestore.ecorestore_plugin.core.sample.environment import available_water
from ecorestore.ecorestore_plugin.core.sample.names import PREFECTURES, place_names
from ecorestore.ecorestore_plugin.core.sample.noise import rank_share, spectral_noise
from ecorestore.ecorestore_plugin.core.sample.outlines import cells_inside, outlines, ring_area
from ecorestore.ecorestore_plugin.core.sample.routes import nearest_seed, town_links, without_overlap
from ecorestore.ecorestore_plugin.core.sample.territory import split_prefectures, tidy_regions, town_sites


@pytest.fixture(scope='module')
def area():
    return landscape.sample_landscape(160, 150, 250.0)


@pytest.fixture(scope='module')
def full():
    return landscape.sample_landscape()


# Drainage.

def test_water_on_a_plane_runs_straight_down():
    surface = np.tile(np.arange(5.0), (3, 1))
    drain = drainage(surface, np.array([0, 5, 10]))
    assert drain.receiver.reshape(3, 5)[1].tolist() == [5, 5, 6, 7, 8]
    assert drain.accumulate(np.ones(15)).reshape(3, 5)[:, 0].sum() == 15


def test_a_hollow_drains_over_its_lowest_sill():
    surface = np.array([[9, 9, 9, 9, 9], [0, 4, 1, 6, 9], [9, 9, 9, 9, 9]], float)
    drain = drainage(surface, np.array([5]))
    assert drain.filled[7] == 4.0 and drain.filled[6] == 4.0
    assert drain.receiver[7] == 6 and drain.receiver[6] == 5


def brute_force_fill(surface, outlets):
    """Lowers water from above until nothing changes."""
    filled = np.where(np.isin(np.arange(surface.size).reshape(surface.shape), outlets), surface, np.inf)
    while True:
        before = filled.copy()
        padded = np.pad(filled, 1, constant_values=np.inf)
        around = np.min([padded[1 + dr:1 + dr + surface.shape[0], 1 + dc:1 + dc + surface.shape[1]]
                         for dr in (-1, 0, 1) for dc in (-1, 0, 1)], axis=0)
        filled = np.maximum(surface, np.minimum(filled, around))
        if np.array_equal(filled, before):
            return filled


@pytest.mark.parametrize('seed', range(4))
def test_filling_equals_lowering_water_and_everything_reaches_an_outlet(seed):
    surface = np.random.default_rng(seed).integers(0, 6, (12, 9)).astype(float)
    outlets = np.array([4, 60])
    drain = drainage(surface, outlets)
    assert np.array_equal(drain.filled.reshape(surface.shape), brute_force_fill(surface, outlets))
    assert np.isclose(drain.accumulate(np.ones(surface.size))[outlets].sum(), surface.size)
    assert (drain.filled[drain.receiver] <= drain.filled).all()


def test_height_above_stream_follows_the_water_not_the_nearest_cell():
    surface = np.array([[0.0, 1.0, 5.0, 9.0, 4.0, 0.0]])
    drain = drainage(surface, np.array([0, 5]))
    streams = np.array([[True, True, False, False, False, True]])
    # The ridge of 9 falls by 4 to its left and by 5 to its right, so it drains right, to the stream at 0.
    assert height_above_stream(surface, drain, streams).tolist() == [[0, 0, 4, 9, 4, 0]]


def test_streams_end_at_confluences_and_their_order_rises_there():
    surface = np.array([[8, 9, 9, 9, 8], [9, 5, 9, 5, 9], [9, 9, 3, 9, 9], [9, 9, 2, 9, 9], [9, 9, 1, 9, 9]], float)
    drain = drainage(surface, np.array([22]))
    upstream = drain.accumulate(np.ones(25))
    reaches = stream_lines(drain, upstream, 3, np.ones(25, bool))
    ends = {tuple(path[[0, -1]]): order for path, order, _ in reaches}
    assert ends[(12, 22)] == 2
    assert ends[(6, 12)] == 1 and ends[(8, 12)] == 1


# Noise, names, soil.

def test_noise_is_standardised_and_repeatable():
    one, two = (spectral_noise((40, 30), np.random.default_rng(5), 2.0) for _ in range(2))
    assert np.array_equal(one, two)
    assert abs(one.mean()) < 1e-12 and np.isclose(one.std(), 1.0)


def test_rank_share_ignores_what_is_outside():
    share = rank_share(np.array([[3.0, 1.0, 99.0, 2.0]]), np.array([[True, True, False, True]]))
    assert np.allclose(share[0, [0, 1, 3]], [2.5 / 3, 0.5 / 3, 1.5 / 3]) and np.isnan(share[0, 2])


def test_names_are_distinct_and_not_those_of_the_prefectures():
    names = place_names(64, np.random.default_rng(0))
    assert len({english for english, _ in names}) == 64 and len({chinese for _, chinese in names}) == 64
    assert not {english for english, _ in names} & {english for english, _ in PREFECTURES}


def test_available_water_by_hand():
    # 54.509 - 5.28 - 4.8 - 1.925 - 7.35 - 18.45 + 4.375 - 2.688*2 + 0.501*4 = 17.707 %
    assert np.isclose(available_water(40.0, 35.0, 25.0, 1.16), 0.17707)


# Outlines.

def test_unsmoothed_outlines_are_the_cells():
    labels = np.array([[1, 1, 0], [1, 2, 2], [0, 2, 1]])
    shapes = outlines(labels, rounds=0)
    assert np.array_equal(cells_inside(shapes, labels.shape), labels)
    assert sum(abs(ring_area(ring)) for ring in shapes[1]) == 4.0
    assert len(shapes[1]) == 2 and len(shapes[2]) == 1


def test_smoothed_outlines_leave_no_gap_and_no_overlap():
    labels = np.kron(np.array([[1, 1, 2], [3, 1, 2], [3, 3, 2]]), np.ones((8, 8), int))
    shapes = outlines(labels, rounds=4)
    edges = {(tuple(a), tuple(b)) for rings in shapes.values() for ring in rings for a, b in zip(ring[:-1], ring[1:])}
    unmatched = [edge for edge in edges if edge[::-1] not in edges]
    assert len(unmatched) == 4 * 24
    claims = sum(cells_inside({1: rings}, labels.shape) for rings in shapes.values())
    assert claims.max() == 1 and claims[2:-2, 2:-2].min() == 1
    assert (cells_inside(shapes, labels.shape) != labels).mean() < 0.08


def test_a_ring_inside_another_turns_the_other_way():
    labels = np.ones((5, 5), int)
    labels[2, 2] = 0
    outer, inner = outlines(labels, rounds=0)[1]
    assert ring_area(outer) == 25.0 and ring_area(inner) == -1.0


# Territory and routes.

def test_towns_take_the_best_places_and_keep_apart():
    score = np.zeros((20, 20))
    score[5, 5], score[5, 6], score[15, 15] = 3.0, 2.9, 1.0
    assert town_sites(score, 2, 5.0).tolist() == [[5, 5], [15, 15]]


def test_too_many_towns_say_how_many_fit():
    score = np.zeros((20, 20))
    score[5, 5] = 1.0
    with pytest.raises(ParameterError, match='room for 1 of 2'):
        town_sites(score, 2, 5.0)


def test_regions_become_one_piece():
    labels = np.ones((15, 15), int)
    labels[:, 8:] = 2
    labels[7, 2] = 2
    tidy = tidy_regions(labels)
    assert tidy[7, 2] == 1 and set(np.unique(tidy)) == {1, 2}


def test_prefectures_halve_a_row_of_counties():
    labels = np.kron(np.arange(1, 7), np.ones((4, 4), int))
    seats = np.column_stack([np.full(6, 2), np.arange(6) * 4 + 2])
    group, capitals = split_prefectures(labels, seats)
    assert sorted([group[:3].tolist(), group[3:].tolist()]) == [[0, 0, 0], [1, 1, 1]]
    assert group[capitals[0]] == 0 and group[capitals[1]] == 1


def test_the_nearest_seed_is_the_cheapest_to_reach():
    cost = np.array([[1.0, 1.0, 9.0, 1.0, 1.0]])
    owner, reached, back = nearest_seed(cost, [np.array([0]), np.array([4])], np.array([0.0, 3.0]))
    assert owner.tolist() == [[0, 0, 0, 1, 1]]
    assert np.allclose(reached, [[0, 1, 6, 4, 3]])
    assert back.tolist() == [-1, 0, 1, 4, -1]


def test_every_town_is_linked():
    places = np.random.default_rng(2).random((12, 2))
    links = town_links(places)
    joined = {0}
    for _ in places:
        joined |= {b for a, b in links if a in joined} | {a for a, b in links if b in joined}
    assert joined == set(range(12)) and len(links) >= 11


def test_roads_are_drawn_once():
    pieces = without_overlap([np.array([1, 2, 3, 4]), np.array([9, 3, 2, 8])])
    assert [(number, piece.tolist()) for number, piece in pieces] == [(0, [1, 2, 3, 4]), (1, [9, 3]), (1, [2, 8])]


# The whole.

def test_the_same_seed_gives_the_same_area_and_another_seed_another(area):
    again = landscape.sample_landscape(160, 150, 250.0)
    for name, values in area.rasters.items():
        assert values.tobytes() == again.rasters[name].tobytes(), name
    assert all(np.array_equal(one['rings'][0], two['rings'][0]) for one, two in zip(area.units, again.units))
    other = landscape.sample_landscape(160, 150, 250.0, seed=4)
    assert not np.array_equal(other.rasters['landcover_2020'], area.rasters['landcover_2020'])


def test_all_layers_are_there_and_cover_the_counties(area):
    assert set(area.rasters) == set(RASTERS)
    for name, values in area.rasters.items():
        known = values > 0 if name.startswith('landcover') else np.isfinite(values)
        assert np.array_equal(known, area.valid), name
    assert len(area.units) == 24 and area.roads and area.rivers and area.towns


def test_units_carry_the_data_standard(full):
    codes = [unit['unit_code'] for unit in full.units]
    assert len(set(codes)) == 24 and all(len(code) == 6 and code.startswith('99') for code in codes)
    assert {unit['parent_code'] for unit in full.units} == {'990100', '990200'}
    assert all(unit['unit_code'][:4] == unit['parent_code'][:4] for unit in full.units)
    assert sorted(sum(unit['parent_code'] == code for unit in full.units) for code in ('990100', '990200')) == [12, 12]
    assert all(unit[key] > 0 for unit in full.units
               for key in ('pop', 'grain_t', 'gdp_wan', 'co2_t', 'revenue_wan', 'expenditure_wan'))


def test_population_cells_sum_to_the_counties(full):
    crowd = np.nan_to_num(full.rasters['population'].astype(float))
    for unit in full.units:
        rings = [np.column_stack([(ring[:, 0] - full.grid.transform[0]) / 100.0,
                                  (full.grid.transform[3] - ring[:, 1]) / 100.0]) for ring in unit['rings']]
        inside = cells_inside({1: rings}, full.valid.shape) == 1
        assert np.isclose(crowd[inside].sum(), unit['pop'], rtol=1e-5)


def test_values_are_plausible(full):
    values = {name: array[full.valid].astype(float) for name, array in full.rasters.items()}
    assert set(np.unique(values['landcover_2020'])) <= {1, 2, 3, 4, 5, 7, 8, 9}
    assert 800 < values['precipitation'].min() and values['precipitation'].max() < 2500
    assert np.corrcoef(values['dem'], values['temperature'])[0, 1] < -0.95
    assert np.allclose(values['sand'] + values['silt'] + values['clay'], 100.0, atol=1e-3)
    assert min(values[name].min() for name in ('sand', 'silt', 'clay', 'organic_carbon')) > 0
    assert 0.02 <= values['pawc'].min() and values['pawc'].max() <= 0.35
    assert -0.3 <= values['ndvi_2020'].min() and values['ndvi_2020'].max() < 0.93
    assert 0 <= values['npp'].min() and values['npp'].max() < 1.5
    built = [(values[f'landcover_{year}'] == 8).mean() for year in (2010, 2020)]
    assert 0.02 < built[0] < built[1] < 0.12


def test_the_landscape_has_sources_to_connect(full):
    from scipy import ndimage
    natural = np.isin(full.rasters['landcover_2020'], (2, 9))
    pieces, _ = ndimage.label(natural, np.ones((3, 3)))
    sizes = np.bincount(pieces.ravel())[1:]
    assert 10 <= (sizes >= 200).sum() <= 25
    assert sizes.max() < 0.4 * sizes.sum()


def test_rivers_follow_valleys_and_roads_join_the_seats(full):
    relief = full.rasters['dem']
    for river in full.rivers:
        row, column = full.grid.cell(river['line'][:, 0], river['line'][:, 1])
        heights = relief[row.clip(0, 399), column.clip(0, 399)]
        assert np.nanmedian(heights) < 350
    ends = np.vstack([road['line'] for road in full.roads])
    for town in full.towns:
        if town['level'] != 'town':
            assert np.hypot(*(ends - town['point']).T).min() < 1.0


def test_towns_lie_in_the_county_they_name(full):
    for town in full.towns:
        unit = next(unit for unit in full.units if unit['unit_code'] == town['unit_code'])
        ring = np.column_stack([(unit['rings'][0][:, 0] - full.grid.transform[0]) / 100.0,
                                (full.grid.transform[3] - unit['rings'][0][:, 1]) / 100.0])
        row, column = full.grid.cell(*town['point'])
        assert cells_inside({1: [ring]}, full.valid.shape)[row, column] == 1


def test_a_size_outside_the_limits_is_refused():
    with pytest.raises(ParameterError, match='ROWS'):
        landscape.sample_landscape(20, 400)
    with pytest.raises(ParameterError, match='CELL'):
        landscape.sample_landscape(200, 200, 1.0)


def test_it_can_be_cancelled():
    with pytest.raises(CancelledError):
        landscape.sample_landscape(120, 120, cancelled=lambda: True)


def test_progress_never_goes_back():
    steps = []
    landscape.sample_landscape(120, 120, progress=lambda share, text='', **values: steps.append(share))
    assert steps == sorted(steps) and steps[-1] == 1.0


def test_provenance_names_every_layer():
    rows = provenance_rows('synthetic', 'here')
    assert [row['layer'] for row in rows] == [*RASTERS, *LAYERS]
    assert all(row['status'] == 'synthetic' and row['file'] and row['note'] for row in rows)
