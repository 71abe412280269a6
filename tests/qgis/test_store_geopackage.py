"""The shared store as a file: versions, all or nothing, one writer, migration."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from osgeo import gdal, ogr, osr

from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    EmptyInputError,
    OutputError,
    TableError,
)
from ecorestore.ecorestore_plugin.datastore import geopackage
from ecorestore.ecorestore_plugin.datastore.geopackage import GeoPackageStore, create_store
from ecorestore.ecorestore_plugin.datastore.standard import read_standard

STANDARD = read_standard()
UNITS = STANDARD.layer('units')


def wkt_of(code):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(code)
    return reference.ExportToWkt()


def square(x, size=10):
    return bytes(ogr.CreateGeometryFromWkt(f'POLYGON(({x} 0,{x + size} 0,{x + size} {size},{x} {size},{x} 0))')
                 .ExportToWkb())


@pytest.fixture
def store(tmp_path):
    path = tmp_path / '共享库.gpkg'
    create_store(path, STANDARD, wkt_of(32650))
    return path


def put(path, codes, names=None, mode='update', **options):
    names = names or [f'county {code}' for code in codes]
    with GeoPackageStore(path, STANDARD, writing=True) as opened:
        return opened.import_rows(UNITS, {'unit_code': codes, 'unit_name': names},
                                  [square(20 * row) for row in range(len(codes))], [{}] * len(codes), mode, **options)


def names_of(path, version=None, box=None):
    with GeoPackageStore(path, STANDARD) as opened:
        return sorted(values['unit_name'] for values, _ in opened.rows(UNITS, version, box))


def test_every_version_can_be_seen_again(store):
    first = put(store, ['1', '2'], ['A', 'B'], source='a.shp')
    second = put(store, ['2', '3'], ['B new', 'C'])
    assert (first.added, first.closed, second.added, second.closed, second.known) == (2, 0, 2, 1, 0)
    assert names_of(store) == ['A', 'B new', 'C']
    assert names_of(store, 1) == ['A', 'B'] and names_of(store, 2) == ['A', 'B new', 'C']
    third = put(store, ['3'], ['C'], mode='replace')
    # C did move from the second place to the first, so that it is a new row as well.
    assert (third.added, third.closed) == (1, 3) and names_of(store) == ['C'] and names_of(store, 2) == [
        'A', 'B new', 'C']
    with GeoPackageStore(store, STANDARD) as opened:
        log = opened.imports()
    assert [(row['import_id'], row['mode'], row['rows_given'], row['source']) for row in log] == [
        (1, 'update', 2, 'a.shp'), (2, 'update', 2, ''), (3, 'replace', 1, '')]


def test_what_did_not_change_is_no_new_version(store):
    put(store, ['1', '2'])
    again = put(store, ['1', '2'])
    assert (again.added, again.closed, again.known) == (0, 0, 2)


def test_append_takes_only_what_is_new(store):
    layer = STANDARD.layer('observations')
    series = {'site_id': ['s', 's'], 'variable': ['pH', 'pH'], 'time': ['2024-01-01T00:00:00', '2024-01-02T00:00:00'],
              'value': [7.0, 7.2], 'quality': ['good', 'good']}
    with GeoPackageStore(store, STANDARD, writing=True) as opened:
        opened.import_rows(layer, series, None, [{}, {}], 'append')
        longer = {key: [*values, more] for (key, values), more in zip(
            series.items(), ['s', 'pH', '2024-01-03T12:30:00+00:00', 6.9, 'doubtful'])}
        longer['value'] = [1.0, 1.0, 6.9]
        found = opened.import_rows(layer, longer, None, [{}] * 3, 'append')
        values = sorted(row['value'] for row, _ in opened.rows(layer))
    assert (found.added, found.known) == (1, 2) and values == [6.9, 7.0, 7.2]


def test_a_box_and_other_fields(store):
    with GeoPackageStore(store, STANDARD, writing=True) as opened:
        opened.import_rows(UNITS, {'unit_code': ['1', '2'], 'unit_name': ['A', 'B']}, [square(0), square(100)],
                           [{'mayor': '张三'}, {}])
    assert names_of(store, box=(95, 0, 99, 9)) == [] and names_of(store, box=(95, 0, 105, 9)) == ['B']
    with GeoPackageStore(store, STANDARD) as opened:
        extra = [values['extra'] for values, _ in opened.rows(UNITS)]
    assert json.loads(extra[0]) == {'mayor': '张三'} and extra[1] is None


def test_a_failure_leaves_the_store_as_it_was(store):
    put(store, ['1'], ['A'])
    before = store.read_bytes()
    with pytest.raises(CancelledError):
        put(store, ['2'], ['B'], cancelled=lambda: True)
    with GeoPackageStore(store, STANDARD, writing=True) as opened, pytest.raises(OutputError):
        opened.import_rows(UNITS, {'unit_code': ['2', '3'], 'unit_name': ['B', 'C']}, [square(0), b'nonsense'],
                           [{}, {}])
    with pytest.raises(EmptyInputError):
        put(store, [], [])
    assert names_of(store) == ['A']
    with GeoPackageStore(store, STANDARD) as opened:
        assert len(opened.imports()) == 1
    assert len(before) == store.stat().st_size
    assert not Path(f'{store}.lock').exists()


def test_one_writer_at_a_time(store):
    with GeoPackageStore(store, STANDARD, writing=True):
        assert names_of(store) == []
        with pytest.raises(OutputError, match='is being written by'), GeoPackageStore(store, STANDARD, writing=True):
            pass
    assert put(store, ['1']).added == 1


def test_a_lock_of_a_dead_process_is_taken_over(store):
    done = subprocess.run([sys.executable, '-c', 'import os; print(os.getpid())'], capture_output=True, check=True)
    lock = Path(f'{store}.lock')
    lock.write_text(json.dumps({'host': geopackage.socket.gethostname(), 'process': int(done.stdout), 'person': 'x'}))
    assert put(store, ['1']).added == 1
    lock.write_text(json.dumps({'host': 'another machine', 'process': int(done.stdout), 'person': '李四'}))
    with pytest.raises(OutputError, match='李四 on another machine'):
        put(store, ['2'])


KILLED = '''
import importlib.util, sys, time, types
root, path = sys.argv[1:]
spec = importlib.util.spec_from_file_location('ecorestore', root + '/__init__.py', submodule_search_locations=[root])
module = importlib.util.module_from_spec(spec)
sys.modules['ecorestore'] = module
spec.loader.exec_module(module)
from ecorestore.ecorestore_plugin.datastore.geopackage import GeoPackageStore
from ecorestore.ecorestore_plugin.datastore.standard import read_standard
standard = read_standard()
def slow():
    print('writing', flush=True)
    time.sleep(60)
    return False
calls = []
def cancelled():
    calls.append(1)
    return slow() if len(calls) > 1 else False
rows = 1500
with GeoPackageStore(path, standard, writing=True) as store:
    store.import_rows(standard.layer('techniques'), {'technique': [str(n) for n in range(rows)],
                      'problems': ['x'] * rows}, None, [{}] * rows, cancelled=cancelled)
'''


def test_a_writer_that_is_killed_half_way_leaves_nothing(store):
    root = Path(geopackage.__file__).resolve().parents[2]
    writer = subprocess.Popen([sys.executable, '-c', KILLED, str(root), str(store)], stdout=subprocess.PIPE, text=True)
    assert 'writing' in writer.stdout.readline()
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()
    with GeoPackageStore(store, STANDARD, writing=True) as opened:
        assert list(opened.rows(STANDARD.layer('techniques'))) == [] and opened.imports() == []
    assert put(store, ['1']).number == 1


def test_files_that_are_no_store(tmp_path, store):
    with pytest.raises(OutputError, match='there already'):
        create_store(store, STANDARD, wkt_of(32650))
    with pytest.raises(OutputError, match='Create the store first'), GeoPackageStore(tmp_path / 'x.gpkg', STANDARD):
        pass
    other = tmp_path / 'other.gpkg'
    gdal.GetDriverByName('GPKG').Create(str(other), 0, 0, 0, gdal.GDT_Unknown).CreateLayer('a')
    with pytest.raises(OutputError, match='no store of EcoRestore'), GeoPackageStore(other, STANDARD):
        pass
    with pytest.raises(OutputError):
        create_store(tmp_path / 'no' / 'such' / 'folder.gpkg', STANDARD, wkt_of(32650))


def test_an_older_store_is_migrated_and_kept(store, monkeypatch):
    put(store, ['1'], ['A'])
    dataset = gdal.OpenEx(str(store), gdal.OF_VECTOR | gdal.OF_UPDATE)
    dataset.DeleteLayer('feedback')
    units = dataset.GetLayerByName('units')
    units.DeleteField(units.GetLayerDefn().GetFieldIndex('co2_t'))
    units = dataset = None
    monkeypatch.setattr(geopackage, 'VERSION', 2)
    with pytest.raises(TableError, match='version 1 of the data standard'), GeoPackageStore(store, STANDARD):
        pass
    with GeoPackageStore(store, STANDARD, writing=True, any_version=True) as opened:
        backup = opened.migrate()
    assert backup.exists() and names_of(store) == ['A']
    with GeoPackageStore(store, STANDARD, writing=True) as opened:
        assert opened.migrate() is None
        assert list(opened.rows(STANDARD.layer('feedback'))) == []
        opened.import_rows(UNITS, {'unit_code': ['2'], 'unit_name': ['B'], 'co2_t': [5.0]}, [square(0)], [{}])
    monkeypatch.setattr(geopackage, 'VERSION', 1)
    with pytest.raises(TableError, match='Update the plugin'), GeoPackageStore(store, STANDARD):
        pass


def test_names_that_look_like_sql_are_only_names(store):
    nasty = "x'); DROP TABLE units; --"
    put(store, [nasty], [nasty])
    assert names_of(store) == [nasty]
    with GeoPackageStore(store, STANDARD, writing=True) as opened:
        opened.import_rows(UNITS, {'unit_code': ['2'], 'unit_name': ['B']}, [square(0)], [{nasty: nasty}])
    assert names_of(store) == ['B', nasty]




def test_a_file_that_is_read_only(store, monkeypatch):
    # As the superuser of a machine everything is writable, so that the answer of the system is given here.
    real = os.access
    monkeypatch.setattr(geopackage.os, 'access', lambda path, mode: mode != os.W_OK and real(path, mode))
    with pytest.raises(OutputError, match='is read-only'):
        put(store, ['1'])
    assert names_of(store) == [] and not Path(f'{store}.lock').exists()


def test_a_file_that_another_program_holds(store):
    import sqlite3
    put(store, ['1'], ['A'])
    other = sqlite3.connect(store)
    other.execute('BEGIN IMMEDIATE')
    with pytest.raises(OutputError, match='Another program'):
        put(store, ['2'])
    other.rollback()
    other.close()
    assert not Path(f'{store}.lock').exists()
    assert put(store, ['2']).added == 1 and len(names_of(store)) == 2
