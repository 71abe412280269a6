"""A disk that is full while results are written: an error that says so, and nothing half-written stays.

No file may grow beyond a limit that the system sets for the process; the writers meet that as a full disk.
"""

import contextlib
import sqlite3

import numpy as np
import pytest
from conftest import Feedback
from qgis.core import QgsProcessingException

resource = pytest.importorskip('resource')


@contextlib.contextmanager
def files_end_at(size):
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def land(make_raster, make_vector, square):
    """Resistance of noise, and 30 sources."""
    rng = np.random.default_rng(4)
    resistance = rng.lognormal(1, 1, (60, 60))
    places = [(500000 + 1000 * (i % 6), 3999500 - 1000 * (i // 6)) for i in range(30)]
    sources = make_vector('sources', 'Polygon', {'source_id': list(range(1, 31))},
                          [square(x, y, 200) for x, y in places])
    return {'RESISTANCE': make_raster('noise', resistance), 'SOURCES': sources}


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / '结果'
    path.mkdir()
    return path


@pytest.mark.parametrize('size', [0, 1000, 60_000, 110_000])
def test_vectors(run_tool, land, folder, size):
    paths = {name: str(folder / f'{name}.gpkg') for name in ('LINKS', 'CORRIDORS')}
    with files_end_at(size), pytest.raises(QgsProcessingException):
        run_tool('corridors', **land, **paths, MOSAIC='TEMPORARY_OUTPUT', CUTOFF=1e5)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize('form', ['csv', 'xlsx', 'ods'])
def test_tables(run_tool, land, folder, form):
    # The mosaic fits below the limit, the table of 435 pairs does not.
    with files_end_at(20_000), pytest.raises(QgsProcessingException, match='could (not )?be written'):
        run_tool('corridors', **land, LINKS='TEMPORARY_OUTPUT', CORRIDORS='TEMPORARY_OUTPUT', CUTOFF=1,
                 MOSAIC='TEMPORARY_OUTPUT', PAIR_TABLE=str(folder / f'pairs.{form}'), ADJACENCY='all')
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize('size', [0, 5000])
def test_rasters(run_tool, land, folder, size):
    with files_end_at(size), pytest.raises(QgsProcessingException, match='free space'):
        run_tool('cumulativeresistance', **land, COST=str(folder / 'cost.tif'))
    assert list(folder.iterdir()) == []


def test_a_layer_that_was_there_stays(run_tool, land, folder):
    path = folder / 'network.gpkg'
    first, second = (f"ogr:dbname='{path}' table=\"{name}\" (geom)" for name in ('first', 'second'))
    others = {'MOSAIC': 'TEMPORARY_OUTPUT', 'CUTOFF': 1e5}
    run_tool('corridors', **land, **others, LINKS=first, CORRIDORS='TEMPORARY_OUTPUT')
    feedback = Feedback()
    with files_end_at(path.stat().st_size), pytest.raises(QgsProcessingException, match='could (not )?be'):
        run_tool('corridors', feedback, **land, **others, LINKS='TEMPORARY_OUTPUT', CORRIDORS=second,
                 ADJACENCY='all', THIRD_SOURCE='keep')
    with contextlib.closing(sqlite3.connect(path)) as data:
        tables = [name for name, in data.execute('SELECT table_name FROM gpkg_contents')]
        count, = data.execute('SELECT count(*) FROM first').fetchone()
    assert 'first' in tables and count > 30
    # Even to delete a layer, a database may need room.
    assert 'second' not in tables or any('unfinished layer second' in text for text in feedback.warnings)
