"""Linkage Mapper's demo: 6 cores, 10 adjacent pairs, 8 corridors with the demo parameters.

The least-cost distances are those a calculation of our own found with cores rasterised by cell centre; that 10 pairs
are adjacent and 8 corridors remain is printed in the Linkage Mapper user guides.
"""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.engine import LocalEngine
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.network.network import NetworkRules, least_cost_network

gdal = pytest.importorskip('osgeo.gdal')
ogr = pytest.importorskip('osgeo.ogr')

DISTANCES = {(1, 2): 120021, (1, 4): 76104, (1, 5): 71431, (2, 3): 49649, (2, 5): 90331, (3, 5): 24715,
             (3, 6): 56481, (4, 5): 35448, (4, 6): 35920, (5, 6): 13846}
DEMO = {'nearest': 4, 'nearest_by': 'cost', 'reconnect': True, 'maximum_cost': 100000.0,
        'maximum_euclidean': 40000.0, 'third_source': 'drop'}


@pytest.fixture(scope='module')
def demo(shared):
    """(resistance, sources, grid, function of straight distances, table of straight distances)"""
    folder = shared / 'conformance' / 'linkage_mapper'
    if not folder.is_dir():
        pytest.skip('needs shared/conformance/linkage_mapper')
    raster = gdal.Open(str(folder / 'lm_resistances.tif'))
    band = raster.GetRasterBand(1)
    values = band.ReadAsArray()
    resistance = np.where(values == np.float32(band.GetNoDataValue()), np.nan, values.astype(float))
    grid = Grid(resistance.shape, raster.GetGeoTransform())
    vector = ogr.Open(str(folder / 'lm_cores.shp'))
    burned = gdal.GetDriverByName('MEM').Create('', grid.columns, grid.rows, 1, gdal.GDT_Int32)
    burned.SetGeoTransform(grid.transform)
    gdal.RasterizeLayer(burned, [1], vector.GetLayer(0), options=['ATTRIBUTE=core_id'])
    shapes = {feature.GetField('core_id'): feature.GetGeometryRef().Clone() for feature in vector.GetLayer(0)}
    table = {(int(first), int(second)): metres
             for first, second, metres in np.loadtxt(folder / 'distances_lm_cores.txt')}

    def straight(pairs):
        return [shapes[first].Distance(shapes[second]) for first, second in pairs.tolist()]

    return resistance, burned.ReadAsArray(), grid, straight, table


def pairs_of(network):
    return [(link.first, link.second) for link in network.links]


def test_the_cores_are_rasterised_as_in_the_oracle(demo):
    resistance, sources, _, _, _ = demo
    assert np.isfinite(resistance).sum() == 589830
    assert np.bincount(sources.ravel())[1:].tolist() == [3698, 624, 2132, 1920, 2125, 3224]


@pytest.mark.parametrize('adjacency', ['cost', 'euclidean', 'both'])
def test_both_adjacencies_find_the_same_ten_pairs(demo, adjacency):
    network = least_cost_network(*demo[:3], NetworkRules(adjacency, third_source='keep'))
    assert pairs_of(network) == sorted(DISTANCES)


def test_least_cost_distances(demo):
    network = least_cost_network(*demo[:3], NetworkRules(third_source='keep'))
    for link in network.links:
        assert link.cost == pytest.approx(DISTANCES[link.first, link.second], abs=1.0)
    assert np.nanmin(network.mosaic) == 0
    assert {pair: link.third_sources for pair, link in zip(pairs_of(network), network.links)
            if link.third_sources} == {(2, 5): (3,)}


@pytest.mark.parametrize('engine', [None, LocalEngine(1)], ids=['here', 'worker'])
def test_eight_corridors_with_the_demo_parameters(demo, engine):
    network = least_cost_network(*demo[:3], NetworkRules(**DEMO), cutoff=200000.0, euclidean=demo[3], engine=engine)
    assert pairs_of(network) == [(1, 4), (1, 5), (2, 3), (3, 5), (3, 6), (4, 5), (4, 6), (5, 6)]
    assert network.dropped == {'unreachable': 0, 'too far': 0, 'too costly': 1, 'third source': 1, 'not nearest': 0}
    assert all(cells[0].size for cells in network.corridors)


def test_straight_distances(demo):
    # Linkage Mapper measures between polygons simplified by a third of a cell, so either edge may be off by that.
    resistance, sources, grid, straight, table = demo
    tolerance = 2 * grid.cell_width / 3
    pairs = np.array(sorted(table))
    expected = np.array([table[first, second] for first, second in pairs.tolist()])
    assert np.abs(np.array(straight(pairs)) - expected).max() <= tolerance
    network = least_cost_network(resistance, sources, grid, NetworkRules('all', third_source='keep'))
    # Between cells, each edge may in addition be off by the diagonal of half a cell.
    found = np.array([link.euclidean for link in network.links])
    assert np.abs(found - expected).max() <= tolerance + np.sqrt(2) * grid.cell_width
