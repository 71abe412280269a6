"""The shared store as a file: versions, all or nothing, one writer, migration."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from osgeo import gdal, ogr, osr
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    EmptyInputError,
    OutputError,
    TableError,
)
from ecorestore.ecorestore_plugin.datastore import geopackage, lock
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
    held = Path(f'{store}.lock')
    held.write_text(json.dumps({'host': socket.gethostname(), 'process': int(done.stdout), 'person': 'x'}))
    assert put(store, ['1']).added == 1
    held.write_text(json.dumps({'host': 'another machine', 'process': int(done.stdout), 'person': '李四'}))
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


def made_old(path):
    """Turns a store into one of version 1: without lineage of hand edits, a layer and a field less."""
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    names = sqlite3.connect(path).execute("SELECT type, name FROM sqlite_master WHERE name LIKE '%by_hand' OR name "
                                          "LIKE '%_history_kept' OR name LIKE '%_current_key'").fetchall()
    assert len(names) == 5 * len(STANDARD.layers)
    for kind, name in names:
        dataset.ExecuteSQL(f'DROP {kind} "{name}"')
    dataset.ExecuteSQL('UPDATE store_meta SET standard_version = 1')
    dataset.DeleteLayer('feedback')
    units = dataset.GetLayerByName('units')
    for field in ('co2_t', 'edited_by'):
        units.DeleteField(units.GetLayerDefn().GetFieldIndex(field))


def draw(path, names, **options):
    """Rows drawn in QGIS; the errors it tells."""
    layer = QgsVectorLayer(f'{path}|layername=units', 'units', 'ogr')
    layer.setSubsetString('"version_to" IS NULL')
    assert layer.startEditing()
    for place, (code, name) in enumerate(names.items()):
        feature = QgsFeature(layer.fields())
        for field, value in {'unit_code': code, 'unit_name': name, **options}.items():
            feature[field] = value
        feature.setGeometry(QgsGeometry.fromWkt(f'MULTIPOLYGON((({place} 0,{place + 1} 0,{place} 1,{place} 0)))'))
        assert layer.addFeature(feature)
    return layer.commitChanges(), layer


def test_an_older_store_is_migrated_and_kept(store):
    put(store, ['1'], ['A'])
    made_old(store)
    assert draw(store, {'7': 'by hand'})[0] and names_of_any(store)['by hand'] == (None, None)
    with pytest.raises(TableError, match='version 1 of the data standard'), GeoPackageStore(store, STANDARD):
        pass
    with GeoPackageStore(store, STANDARD, writing=True, any_version=True) as opened:
        backup = opened.migrate()
    assert backup.exists() and names_of(store) == ['A', 'by hand'] and set(names_of_any(backup)) == {'A', 'by hand'}
    with GeoPackageStore(store, STANDARD, writing=True) as opened:
        assert opened.migrate() is None
        assert list(opened.rows(STANDARD.layer('feedback'))) == []
        opened.import_rows(UNITS, {'unit_code': ['2'], 'unit_name': ['B'], 'co2_t': [5.0]}, [square(0)], [{}])
    assert draw(store, {'8': 'drawn'})[0] and names_of_any(store)['drawn'] == (3, None)


def test_a_backup_holds_what_others_wrote_and_replaces_none(store):
    """Another program has the store open in the mode of QGIS, where new rows stand in a log beside the file."""
    put(store, ['1'], ['A'])
    made_old(store)
    earlier = store.with_name('共享库.v1.backup.gpkg')
    earlier.write_text('the only sound one')
    other = sqlite3.connect(store)
    other.execute('PRAGMA journal_mode = WAL')
    other.execute("INSERT INTO techniques (technique, problems) VALUES ('in the log', 'x')")
    other.commit()
    with GeoPackageStore(store, STANDARD, writing=True, any_version=True) as opened:
        backup = opened.migrate()
    other.close()
    assert backup.name == '共享库.v1.backup.2.gpkg' and earlier.read_text() == 'the only sound one'
    with sqlite3.connect(backup) as kept:
        assert kept.execute('SELECT technique FROM techniques').fetchall() == [('in the log',)]
        assert kept.execute('SELECT standard_version FROM store_meta').fetchall() == [(1,)]


def test_a_store_of_a_newer_plugin_is_left_alone(store, monkeypatch):
    monkeypatch.setattr(geopackage, 'VERSION', geopackage.VERSION - 1)
    with pytest.raises(TableError, match='Update the plugin'), GeoPackageStore(store, STANDARD):
        pass


def test_an_older_store_with_two_rows_of_one_key_is_not_migrated(store):
    put(store, ['1'], ['A'])
    made_old(store)
    assert draw(store, {'1': 'twin'})[0]
    with GeoPackageStore(store, STANDARD, writing=True, any_version=True) as opened, pytest.raises(
            TableError, match='1 keys of units have more than one row, the first is 1'):
        opened.migrate()
    assert [path.name for path in store.parent.iterdir()] == [store.name]


def names_of_any(path):
    """{name of a unit: (version_from, version_to)} of all rows, closed ones too."""
    with sqlite3.connect(path) as file:
        return {name: (first, last) for name, first, last in file.execute(
            'SELECT unit_name, version_from, version_to FROM units')}


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
    put(store, ['1'], ['A'])
    other = sqlite3.connect(store)
    other.execute('BEGIN IMMEDIATE')
    with pytest.raises(OutputError, match='Another program'):
        put(store, ['2'])
    other.rollback()
    other.close()
    assert not Path(f'{store}.lock').exists()
    assert put(store, ['2']).added == 1 and len(names_of(store)) == 2


def lineage(path):
    with GeoPackageStore(path, STANDARD) as opened:
        return [(row['import_id'], row['layer'], row['mode'], row['person'], row['rows_given'], row['rows_added'],
                 row['rows_closed']) for row in opened.imports()]


def test_what_is_drawn_by_hand_has_a_number_in_the_lineage(store):
    put(store, ['1'], ['A'])
    done, layer = draw(store, {'2': 'B', '3': 'C'}, edited_by='张三')
    assert done, layer.commitErrors()
    drawn = lineage(store)[1:]
    # Both, unless the clock went on to the next second between them.
    assert sum(row[4] for row in drawn) == 2 and {row[1:4] for row in drawn} == {('units', 'edit', '张三')}
    assert names_of(store, 1) == ['A'] and names_of(store, drawn[-1][0]) == names_of(store) == ['A', 'B', 'C']
    with GeoPackageStore(store, STANDARD) as opened:
        rows = {row['unit_name']: row for row, _ in opened.rows(UNITS)}
    assert rows['B']['access'] == 'public' and len(rows['B']['row_id']) == 32
    assert rows['B']['row_id'] != rows['C']['row_id']
    # An import goes on counting, and finds what was drawn.
    after = put(store, ['2', '4'], ['B', 'D'])
    assert after.number == drawn[-1][0] + 1 and (after.added, after.closed) == (2, 1)


def test_what_is_changed_or_deleted_by_hand_stays_as_it_was(store):
    put(store, ['1', '2', '3'], ['A', 'B', 'C'])
    layer = QgsVectorLayer(f'{store}|layername=units', 'units', 'ogr')
    layer.setSubsetString('"version_to" IS NULL')
    ids = {feature['unit_name']: feature.id() for feature in layer.getFeatures()}
    place = layer.fields().lookupField
    assert layer.startEditing()
    layer.changeAttributeValue(ids['A'], place('unit_name'), 'A2')
    layer.changeAttributeValue(ids['A'], place('edited_by'), '李四')
    layer.changeGeometry(ids['B'], QgsGeometry.fromWkt('MULTIPOLYGON(((900 0,901 0,901 1,900 0)))'))
    layer.deleteFeature(ids['C'])
    assert layer.commitChanges(), layer.commitErrors()
    assert sorted(feature['unit_name'] for feature in layer.getFeatures()) == ['A2', 'B'] and layer.featureCount() == 2
    assert layer.featureCount() == 2 and names_of(store) == ['A2', 'B'] and names_of(store, 1) == ['A', 'B', 'C']
    assert names_of(store, box=(899, 0, 902, 1)) == ['B'] and names_of(store, 1, box=(899, 0, 902, 1)) == []
    assert names_of(store, 1, box=(0, 0, 50, 10)) == ['A', 'B', 'C']
    edits = lineage(store)[1:]
    assert {row[2] for row in edits} == {'edit'} and '李四' in {row[3] for row in edits}
    # Three edits: one row changed, one moved, one deleted.
    assert [sum(row[place] for row in edits) for place in (4, 5, 6)] == [3, 2, 3]


def test_history_stays_whatever_an_editor_does(store):
    put(store, ['1'], ['A'])
    put(store, ['1'], ['A2'])
    layer = QgsVectorLayer(f'{store}|layername=units', 'units', 'ogr')
    old, = (feature.id() for feature in layer.getFeatures() if feature['unit_name'] == 'A')
    assert layer.startEditing() and layer.changeAttributeValue(old, layer.fields().lookupField('unit_name'), 'forged')
    assert not layer.commitChanges() and 'history' in ' '.join(layer.commitErrors())
    layer.rollBack()
    assert layer.startEditing() and layer.deleteFeature(old) and layer.commitChanges()
    assert names_of(store, 1) == ['A'] and names_of(store) == ['A2'] and len(lineage(store)) == 2


def test_a_copied_feature_is_a_new_row_with_a_key_of_its_own(store):
    put(store, ['1'], ['A'])
    done, _ = draw(store, {'1': 'twin'})
    assert not done and names_of(store) == ['A']
    # QGIS copies the bookkeeping too when it splits or pastes.
    done, layer = draw(store, {'2': 'copy'}, version_from=1, row_id='that of A')
    assert done, layer.commitErrors()
    assert names_of_any(store)['copy'] == (2, None) and names_of(store, 1) == ['A']


def test_the_triggers_need_nothing_but_sqlite(store):
    """Whatever edits the file, with no function of GDAL or QGIS at hand; here the module of Python."""
    with GeoPackageStore(store, STANDARD, writing=True) as opened:
        opened.import_rows(STANDARD.layer('techniques'), {'technique': ['a'], 'problems': ['x']}, None, [{}])
    file = sqlite3.connect(store)
    file.execute("INSERT INTO techniques (technique, problems, edited_by) VALUES ('b', 'y', 'o''Neill')")
    file.execute("UPDATE techniques SET problems = 'z' WHERE technique = 'a'")
    file.execute("DELETE FROM techniques WHERE technique = 'b'")
    file.commit()
    rows = file.execute('SELECT technique, problems, version_from, version_to FROM techniques ORDER BY fid').fetchall()
    file.close()
    assert [row[:2] for row in rows] == [('a', 'z'), ('a', 'x'), ('b', 'y')]
    edits = [row for row in lineage(store) if row[2] == 'edit']
    assert [(row[3], row[5], row[6]) for row in edits if row[3] == "o'Neill"] == [("o'Neill", 1, 0)]
    assert sum(row[5] for row in edits) == 2 and sum(row[6] for row in edits) == 2
    with GeoPackageStore(store, STANDARD) as opened:
        assert [row['problems'] for row, _ in opened.rows(STANDARD.layer('techniques'))] == ['z']
        assert [row['problems'] for row, _ in opened.rows(STANDARD.layer('techniques'), 1)] == ['x']


def test_a_change_and_nothing_changed(store):
    put(store, ['1'], ['A'])
    layer = QgsVectorLayer(f'{store}|layername=units', 'units', 'ogr')
    feature, = layer.getFeatures()
    place = layer.fields().lookupField('unit_name')
    assert layer.startEditing() and layer.changeAttributeValue(feature.id(), place, 'A')
    assert layer.commitChanges() and len(lineage(store)) == 1


def test_a_changed_row_stays_open_to_whom_it_was(store):
    put(store, ['1'], ['A'], access='province')
    put(store, ['1'], ['A2'])
    with GeoPackageStore(store, STANDARD) as opened:
        assert [row['access'] for row, _ in opened.rows(UNITS)] == ['province']
    done = put(store, ['1'], ['A2'], access='public')
    with GeoPackageStore(store, STANDARD) as opened:
        assert [row['access'] for row, _ in opened.rows(UNITS)] == ['public'] and done.closed == 1


OTHER = '''
import sqlite3, sys
file = sqlite3.connect(sys.argv[1], timeout=0)
try:
    file.execute("INSERT INTO store_imports (import_id, layer, mode) VALUES (2, 'units', 'edit')")
    file.commit()
    print('written')
except sqlite3.OperationalError as error:
    print(error)
'''


def test_two_writers_never_share_a_number(store):
    """Nobody comes in between the reading and the writing of an import."""
    put(store, ['1'], ['A'])
    said = []

    def meanwhile():
        done = subprocess.run([sys.executable, '-c', OTHER, str(store)], capture_output=True, text=True, check=True)
        said.append(done.stdout.strip())
        return False
    done = put(store, ['2'], ['B'], cancelled=meanwhile)
    assert done.number == 2 and set(said) == {'database is locked'}
    assert [row[0] for row in lineage(store)] == [1, 2]


DISK_FULL = KILLED.split("def slow")[0] + '''
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
size = __import__('os').stat(path).st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 200_000, size + 200_000))
rows = 20_000
with GeoPackageStore(path, standard, writing=True) as store:
    store.import_rows(standard.layer('techniques'), {'technique': [str(n) for n in range(rows)],
                      'problems': ['x' * 100] * rows}, None, [{}] * rows)
'''


@pytest.mark.skipif(os.name == 'nt', reason='limits of the size of files are a matter of Unix')
def test_a_disk_that_is_full_leaves_the_store_as_it_was(store):
    put(store, ['1'], ['A'])
    root = Path(geopackage.__file__).resolve().parents[2]
    writer = subprocess.run([sys.executable, '-c', DISK_FULL, str(root), str(store)], capture_output=True, text=True,
                            env={**os.environ, 'SQLITE_TMPDIR': str(store.parent)})
    assert writer.returncode == 1 and 'OutputError' in writer.stderr, writer.stderr[-2000:]
    assert names_of(store) == ['A'] and len(lineage(store)) == 1
    assert not Path(f'{store}.lock').exists()
    assert put(store, ['2'], ['B']).number == 2


def test_cancel_half_way_leaves_the_store_as_it_was(store):
    put(store, ['1'], ['A'])
    calls = []

    def cancelled():
        calls.append(1)
        return len(calls) > 2
    codes = [str(number) for number in range(5000)]
    with pytest.raises(CancelledError):
        put(store, codes, cancelled=cancelled)
    assert len(calls) == 3 and names_of(store) == ['A'] and put(store, ['2']).number == 2


@pytest.mark.parametrize('name', ['units; DROP TABLE units', 'units" --', '../units', ''])
def test_a_layer_that_is_none_of_the_standard_is_not_looked_for(name):
    with pytest.raises(TableError, match='has no layer'):
        STANDARD.layer(name)


def test_a_folder_that_cannot_be_written(store, monkeypatch):
    # As the superuser of a machine every folder is writable, so that the answer of the system is given here.
    def refuse(*_):
        raise PermissionError(13, 'Permission denied')
    monkeypatch.setattr(lock.os, 'open', refuse)
    monkeypatch.setattr(lock, 'PAUSE', 0)
    with pytest.raises(OutputError, match='Nothing can be written beside'):
        put(store, ['1'])


def test_a_lock_that_another_writer_took_meanwhile_is_left(store, monkeypatch):
    path = Path(f'{store}.lock')
    dead = json.dumps({'host': socket.gethostname(), 'process': 1})
    living = json.dumps({'host': 'another machine', 'person': '王五'})
    path.write_text(dead)

    def taken(_):
        path.write_text(living)
        return False
    monkeypatch.setattr(lock, 'is_alive', taken)
    with pytest.raises(OutputError, match='王五'):
        put(store, ['1'])
    assert path.read_text() == living and [one.name for one in store.parent.iterdir() if 'lock' in one.name] == [
        path.name]


class Kernel:
    """What kernel32 of Windows answers: handle, exit code, last error."""

    def __init__(self, handle, code):
        def exit_code(_, target):
            target._obj.value = code
            return 1
        self.closed = []
        self.OpenProcess, self.GetExitCodeProcess = (lambda *_: handle), exit_code
        self.CloseHandle = self.closed.append


@pytest.mark.parametrize('handle, code, error, alive', [
    (7, 259, 0, True), (7, 0, 0, False), (None, 0, 87, False), (None, 0, 5, True)])
def test_the_processes_of_windows(monkeypatch, handle, code, error, alive):
    import ctypes
    kernel = Kernel(handle, code)
    for name in ('OpenProcess', 'GetExitCodeProcess', 'CloseHandle'):
        real = getattr(kernel, name)
        wrapped = type('Function', (), {'__call__': lambda _, *given, real=real: real(*given)})()
        setattr(kernel, name, wrapped)
    monkeypatch.setattr(ctypes, 'WinDLL', lambda *_, **__: kernel, raising=False)
    monkeypatch.setattr(ctypes, 'get_last_error', lambda: error, raising=False)
    assert lock._alive_on_windows(4711) is alive
    assert kernel.closed == ([handle] if handle else [])
