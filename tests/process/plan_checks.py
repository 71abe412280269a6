"""What must hold for any finished plan, read from its files with GDAL alone."""

import re

import plan
from osgeo import gdal, ogr

UNSTYLED = set(plan.TABLES.values()) | {'unit_summary', 'priority', 'compensation'}


def rows(folder, layer):
    dataset = ogr.Open(str(folder / 'plan.gpkg'))
    return [dict(feature.items(), geometry=feature.GetGeometryRef().Clone() if feature.GetGeometryRef() else None)
            for feature in dataset.GetLayerByName(layer)]


def unit_codes(folder):
    """The codes of the units in an input folder."""
    dataset = ogr.Open(str(folder / 'sample.gpkg'))
    return [feature['unit_code'] for feature in dataset.GetLayerByName('units')]


def check_files(folder):
    """Every result is there; rasters are tiled and compressed, vectors carry their style."""
    for name in plan.FILES[:1] + ('report.html', 'map.pdf', 'map.png', 'atlas.pdf', 'headlines.json'):
        assert (folder / name).stat().st_size > 100, name
    for name in plan.RASTERS.values():
        dataset = gdal.Open(str(folder / 'rasters' / f'{name}.tif'))
        assert dataset.GetMetadataItem('COMPRESSION', 'IMAGE_STRUCTURE') == 'DEFLATE', name
        assert dataset.GetRasterBand(1).GetBlockSize() == [256, 256], name
        assert dataset.GetRasterBand(1).GetNoDataValue() is not None, name
    dataset = ogr.Open(str(folder / 'plan.gpkg'))
    layers = {dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())}
    assert layers >= set(plan.VECTORS.values()) | set(plan.TABLES.values())
    styled = {row['f_table_name'] for row in rows(folder, 'layer_styles')}
    assert styled >= set(plan.VECTORS.values()) - UNSTYLED


def check_zones(folder, units):
    """Every unit has one zone with a strategy in both languages; areas agree between the tables."""
    zones = rows(folder, 'zones')
    assert sorted(row['unit_code'] for row in zones) == sorted(units)
    assert all(re.fullmatch(r'(I|II|III|IV)-[12]', row['zone_code']) for row in zones)
    assert all(row[key] for row in zones for key in ('zone_name', 'zone_name_zh', 'strategy', 'strategy_zh'))
    assert all(row['match_type'] == row['zone_code'].split('-')[0] for row in zones)
    total = sum(row['geometry'].GetArea() for row in zones) / 1e4
    table = rows(folder, 'zone_areas')
    assert abs(sum(row['area_ha'] for row in table) - total) < 1e-6 * total
    areas = {row['zone_code']: row['area_ha'] for row in table}
    measured = {row['zone_code']: row['area_ha'] for row in rows(folder, 'zone_statistics')}
    cover, cross = rows(folder, 'zone_landcover'), rows(folder, 'zones_by_unit')
    assert measured.keys() == areas.keys()
    for zone, area in areas.items():
        assert abs(measured[zone] - area) < 1e-9 * area
        assert abs(sum(row['area_ha'] for row in cover if row['level'] == 'zone' and row['place'] == zone) - area) \
            < 1e-9 * area
        assert abs(sum(row['area_ha'] for row in cross if row['zone'] == zone) - area) < 1e-6 * area
    assert abs(sum(row['area_ha'] for row in rows(folder, 'class_areas')) - total) < 1e-6 * total


def check_network(folder):
    """Links join known sources, start and end at them, and cost at least the distance at the lowest resistance."""
    sources = {row['source_id']: row['geometry'] for row in rows(folder, 'sources')}
    links = rows(folder, 'links')
    assert len(sources) > 1 and links
    dataset = gdal.Open(str(folder / 'rasters' / 'resistance.tif'))  # a band does not keep its file open
    lowest = dataset.GetRasterBand(1).GetStatistics(False, True)[0]
    for link in links:
        start, end = sources[link['from_id']], sources[link['to_id']]
        line = link['geometry']
        assert line.Distance(start) < 1e-6 and line.Distance(end) < 1e-6
        assert link['cost'] >= lowest * link['length_m'] * (1 - 1e-9)
        assert link['length_m'] >= link['euclid_m'] * (1 - 1e-9)
    linked = {link['link_id'] for link in links}
    assert {int(row['link_id']) for row in rows(folder, 'pinch_points')} <= linked
    assert {row['link_id'] for row in rows(folder, 'corridors')} <= linked


def check_barriers(folder):
    """Barriers lie outside sources, name links there are, and their numbers agree; the first become nodes."""
    barriers = sorted(rows(folder, 'barriers'), key=lambda row: row['rank'])
    assert barriers and [row['rank'] for row in barriers] == list(range(1, len(barriers) + 1))
    links = {str(row['link_id']): row['cost'] for row in rows(folder, 'links')}
    sources = [row['geometry'] for row in rows(folder, 'sources')]
    for row in barriers:
        named = row['link_ids'].split(',')
        assert set(named) <= set(links) and str(row['link_id']) in named and len(named) == row['link_count']
        assert abs(row['gain'] - row['improvement'] * 2 * row['radius_m']) < 1e-6 * row['gain']
        assert abs(row['gain_percent'] - 100 * row['gain'] / links[str(row['link_id'])]) < 1e-6 * row['gain_percent']
        assert row['gain_total'] >= row['gain'] * (1 - 1e-9) and 0 < row['gain_percent'] < 100
        assert abs(row['gain_per_ha'] - row['gain_total'] / row['area_ha']) < 1e-6 * row['gain_per_ha']
        assert abs(row['geometry'].GetArea() / 1e4 - row['area_ha']) < 1e-6 * row['area_ha']
        assert row['landcover_mix']
    # Sources are polygons of cells too, so that at most their edges meet.
    assert not any(row['geometry'].Buffer(-1).Intersects(source) for row in barriers for source in sources)
    nodes = [row for row in rows(folder, 'nodes') if row['node_type'] == 'barrier']
    assert [row['barrier_id'] for row in nodes] == [row['barrier_id'] for row in barriers[:50]]
    dataset = gdal.Open(str(folder / 'rasters' / 'improvement.tif'))
    highest = dataset.GetRasterBand(1).GetStatistics(False, True)[1]
    best = max(row['improvement'] for row in barriers)
    assert abs(highest - best) < 1e-6 * best


def check_funding(folder, budget, social):
    """Grants stay within the budgets and within each gap."""
    funding = rows(folder, 'funding')
    assert sum(row['provincial'] for row in funding) <= budget * (1 + 1e-9)
    assert sum(row['social'] for row in funding) <= social * (1 + 1e-9)
    for row in funding:
        assert row['provincial'] + row['social'] <= row['gap'] + 1e-6
        assert abs(row['need'] - row['funded'] - row['unmet']) < 1e-6


def check_collaboration(folder, units):
    """Parts, priorities, duties and compensation agree with each other and add up."""
    collaborative = {row['cu_id']: row for row in rows(folder, 'collaborative_units')}
    duties = rows(folder, 'duties')
    assert {row['cu_id'] for row in duties} == collaborative.keys()
    for number, row in collaborative.items():
        own = [duty for duty in duties if duty['cu_id'] == number]
        assert abs(sum(duty['area_ha'] for duty in own) - row['area_ha']) < 1e-6 * row['area_ha']
        assert abs(sum(duty['duty'] for duty in own) - 1) < 1e-9
        assert {duty['unit_code'] for duty in own} == set(row['member_codes'].split(';'))
    cost = sum(duty['cost_wan'] for duty in duties)
    levels = [sum(duty[f'{level}_wan'] for duty in duties) for level in ('province', 'city', 'county')]
    totals = rows(folder, 'level_totals')
    assert abs(sum(levels) - cost) < 1e-9 * cost
    for level, amount in zip(('province', 'city', 'county'), levels):
        assert abs(sum(row['amount_wan'] for row in totals if row['level'] == level) - amount) < 1e-9 * cost
    # Who has polygons of barriers has no circles of their nodes besides.
    barriers = [row for row in collaborative.values() if row['node_type'] == 'barrier']
    ranked = {str(row['barrier_id']) for row in rows(folder, 'barriers') if row['rank'] <= 50}
    assert barriers and {row['element_id'] for row in barriers} <= ranked
    priority = rows(folder, 'priority')
    assert sorted(row['unit_code'] for row in priority) == sorted(units)
    by_rank = sorted((row['priority_rank'], -row['priority']) for row in priority if row['priority_rank'])
    assert [value for _, value in by_rank] == sorted(value for _, value in by_rank)
    funded = {row['unit_code']: row['priority'] for row in rows(folder, 'funding')}
    assert all(abs(funded[row['unit_code']] - (row['priority'] or 0)) < 1e-12 for row in priority)
    accounts, flows = rows(folder, 'compensation'), rows(folder, 'compensation_flows')
    paid = sum(row['paid_wan'] for row in accounts)
    assert sorted(row['unit_code'] for row in accounts) == sorted(units)
    assert abs(sum(row['net_wan'] for row in accounts)) <= 1e-9 * paid
    assert abs(sum(row['paid_wan'] for row in flows) - paid) <= 1e-9 * paid
