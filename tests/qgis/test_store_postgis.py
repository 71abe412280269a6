"""Access rules, versions and failures of the store in a running PostgreSQL, with real roles."""

import threading

import pytest
from database import binaries
from osgeo import ogr

psycopg2 = pytest.importorskip('psycopg2')

from ecorestore.ecorestore_plugin.core.errors import (  # noqa: E402
    CancelledError,
    OutputError,
    ParameterError,
    TableError,
)
from ecorestore.ecorestore_plugin.datastore.postgis import (  # noqa: E402
    PostgisStore,
    create_store,
    grant_access,
    revoke_access,
)
from ecorestore.ecorestore_plugin.datastore.standard import read_standard  # noqa: E402

pytestmark = pytest.mark.skipif(binaries() is None, reason='no PostgreSQL server is installed')
STANDARD = read_standard()
PROJECTS, UNITS = STANDARD.layer('projects'), STANDARD.layer('units')
MEMBERS = {'province_office': ('province', '', True), 'city_office': ('city', '4301', True),
           'county_a': ('county', '430101', True), 'county_b': ('county', '430102', True),
           'county_reader': ('county', '430101', False), 'citizen': ('public', '', False)}


class Office:
    """The database of these tests on the server."""

    def __init__(self, server):
        self.server = server

    def dsn(self, user='keeper', database='offices'):
        return self.server.dsn(user, database)


@pytest.fixture
def store(server):
    """A fresh store with members; roles are the server's, so that they outlive it."""
    admin = psycopg2.connect(server.dsn(database='postgres'))
    admin.autocommit = True
    with admin.cursor() as cursor:
        cursor.execute('DROP DATABASE IF EXISTS offices WITH (FORCE)')
        cursor.execute('CREATE DATABASE offices')
    admin.close()
    create_store(server.dsn(database='offices'), STANDARD, 4527, 'test')
    for name, (level, prefix, write) in MEMBERS.items():
        grant_access(server.dsn(database='offices'), name, level, prefix, write, create=True)
    return Office(server)


def area(x):
    return bytes(ogr.CreateGeometryFromWkt(f'POLYGON(({x} 0,{x + 1} 0,{x + 1} 1,{x} 0))').ExportToWkb())


def bring(store, member, rows, mode='update', access='', **options):
    """Projects {id: unit code} as a member."""
    with PostgisStore(store.dsn(member), STANDARD, writing=True) as opened:
        return opened.import_rows(PROJECTS, {'project_id': list(rows), 'name': [f'project {key}' for key in rows],
                                             'unit_code': list(rows.values())},
                                  [area(place) for place in range(len(rows))], [{}] * len(rows), mode, access=access,
                                  **options)


def seen(store, member, version=None):
    with PostgisStore(store.dsn(member), STANDARD) as opened:
        return sorted(values['project_id'] for values, _ in opened.rows(PROJECTS, version))


def ask(store, member, query, values=()):
    """The rows of a query, or the name of the error the server gives."""
    connection = psycopg2.connect(store.dsn(member))
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(query, values)
            return cursor.fetchall() if cursor.description else cursor.rowcount
    except psycopg2.Error as error:
        return type(error).__name__
    finally:
        connection.close()


@pytest.fixture
def filled(store):
    bring(store, 'province_office', {'a': '430101', 'b': '430102', 'c': '430201'})
    bring(store, 'province_office', {'open': '430201'}, access='public')
    bring(store, 'province_office', {'inner': '430101'}, access='city')
    bring(store, 'province_office', {'secret': '430101'}, access='province')
    return store


def test_every_role_sees_exactly_what_it_may(filled):
    assert {member: seen(filled, member) for member in MEMBERS} == {
        'province_office': ['a', 'b', 'c', 'inner', 'open', 'secret'],
        'city_office': ['a', 'b', 'inner', 'open'], 'county_a': ['a', 'open'], 'county_b': ['b', 'open'],
        'county_reader': ['a', 'open'], 'citizen': ['open']}


def test_every_role_writes_exactly_what_it_may(filled):
    assert bring(filled, 'county_a', {'a2': '430101'}).added == 1
    assert bring(filled, 'city_office', {'x': '430102', 'y': '430103'}).added == 2
    for member, unit in (('county_a', '430102'), ('city_office', '430201'), ('county_a', None), ('county_a', '')):
        with pytest.raises(OutputError, match='does not allow'):
            bring(filled, member, {'new': unit})
    for member in ('county_reader', 'citizen'):
        with pytest.raises(OutputError, match='does not allow'):
            bring(filled, member, {'new': '430101'})
    assert 'new' not in seen(filled, 'province_office')


def test_a_stranger_sees_nothing_and_the_owner_is_not_let_through(filled):
    ask(filled, 'keeper', 'CREATE ROLE stranger LOGIN')
    assert ask(filled, 'stranger', 'SELECT * FROM ecorestore.projects') == 'InsufficientPrivilege'
    # Even with the rights of a reader, who is no member sees nothing.
    ask(filled, 'keeper', 'GRANT ecorestore_reader, ecorestore_writer TO stranger')
    assert ask(filled, 'stranger', 'SELECT * FROM ecorestore.projects') == []
    ask(filled, 'keeper', 'CREATE ROLE owning LOGIN')
    ask(filled, 'keeper', 'GRANT ecorestore_owner TO owning')
    assert ask(filled, 'owning', 'SELECT * FROM ecorestore.projects') == []
    inserted = ask(filled, 'owning', "INSERT INTO ecorestore.projects (project_id, name, row_id, version_from) VALUES "
                                     "('z', 'z', 'z', 1)")
    assert inserted == 'InsufficientPrivilege'
    for name in ('stranger', 'owning'):
        ask(filled, 'keeper', f'DROP ROLE {name}')


@pytest.mark.parametrize('query', [
    "UPDATE ecorestore.members SET level = 'province' WHERE member = session_user",
    "INSERT INTO ecorestore.members (member, level) VALUES ('x', 'province')",
    'DELETE FROM ecorestore.projects', 'TRUNCATE ecorestore.projects',
    'ALTER TABLE ecorestore.projects DISABLE ROW LEVEL SECURITY', 'DROP POLICY seen ON ecorestore.projects',
    'CREATE POLICY mine ON ecorestore.projects USING (true)', 'SET ROLE ecorestore_owner',
    'SET SESSION AUTHORIZATION province_office', "INSERT INTO ecorestore.audit (operation, layer) VALUES ('x', 'x')",
    "SELECT ecorestore.guard('ecorestore.projects')", 'CREATE TABLE ecorestore.copy AS SELECT 1',
    "COPY ecorestore.projects FROM '/etc/passwd'", "CREATE OR REPLACE FUNCTION ecorestore.my_level() RETURNS text "
    "LANGUAGE sql AS 'SELECT ''province''::text'"])
def test_ways_around_fail(filled, query):
    assert ask(filled, 'county_a', query) in ('InsufficientPrivilege', 'InvalidParameterValue')
    assert seen(filled, 'county_a') == ['a', 'open']


def test_views_functions_copy_and_prepared_statements_show_no_more(filled):
    assert ask(filled, 'county_a', "SELECT sum(rows) FROM ecorestore.row_counts WHERE layer = 'projects'") == [(2,)]
    ask(filled, 'keeper', 'GRANT CREATE ON SCHEMA public TO county_a')
    # A function of one's own that runs with the rights of its owner is still asked as the login.
    ask(filled, 'county_a', "CREATE FUNCTION public.peek() RETURNS SETOF text LANGUAGE sql SECURITY DEFINER AS "
                            "'SELECT project_id FROM ecorestore.projects'")
    assert sorted(ask(filled, 'county_b', 'SELECT public.peek()')) == [('b',), ('open',)]
    ask(filled, 'county_a', 'CREATE VIEW public.look AS SELECT project_id FROM ecorestore.projects')
    ask(filled, 'county_a', 'GRANT SELECT ON public.look TO county_b')
    assert sorted(ask(filled, 'county_b', 'SELECT * FROM public.look')) == [('b',), ('open',)]
    connection = psycopg2.connect(filled.dsn('county_a'))
    with connection, connection.cursor() as cursor:
        cursor.execute('PREPARE all_of AS SELECT project_id FROM ecorestore.projects')
        cursor.execute('EXECUTE all_of')
        assert sorted(cursor.fetchall()) == [('a',), ('open',)]
        import io
        copied = io.StringIO()
        cursor.copy_expert('COPY (SELECT project_id FROM ecorestore.projects) TO STDOUT', copied)
        assert sorted(copied.getvalue().split()) == ['a', 'open']
    connection.close()
    # A condition with a side effect runs only on rows that may be seen.
    ask(filled, 'county_a', "CREATE FUNCTION public.leak(t text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS "
                            "'BEGIN IF t = ''secret'' THEN RAISE EXCEPTION ''leaked''; END IF; RETURN true; END'")
    assert sorted(ask(filled, 'county_a', 'SELECT project_id FROM ecorestore.projects WHERE public.leak(project_id)')
                  ) == [('a',), ('open',)]


def test_audit_says_who_wrote_what_when_and_only_the_province_reads_it(filled):
    bring(filled, 'county_a', {'a': '430101'}, mode='append')
    bring(filled, 'county_a', {'a2': '430101'})
    rows = ask(filled, 'province_office', "SELECT person, operation, layer, after ->> 'project_id', time IS NOT NULL "
                                          "FROM ecorestore.audit WHERE person = 'county_a'")
    assert rows == [('county_a', 'INSERT', 'projects', 'a2', True)]
    assert ask(filled, 'county_a', 'SELECT count(*) FROM ecorestore.audit') == [(0,)]
    assert ask(filled, 'county_a', 'SELECT member::text FROM ecorestore.members') == [('county_a',)]


def test_versions(store):
    first = bring(store, 'province_office', {'a': '430101', 'b': '430102'})
    second = bring(store, 'province_office', {'b': '430103', 'c': '430101'}, mode='replace')
    # b changed its unit and its place, a does not come again.
    assert (second.added, second.closed) == (2, 2)
    assert seen(store, 'province_office') == ['b', 'c']
    assert seen(store, 'province_office', first.number) == ['a', 'b']
    again = bring(store, 'province_office', {'b': '430103', 'c': '430101'})
    assert (again.added, again.closed, again.known) == (0, 0, 2)


def test_a_member_cannot_replace_what_is_not_its_own(filled):
    # The city sees its counties; a replacement by a county would close only what it sees.
    done = bring(filled, 'county_a', {'a9': '430101'}, mode='replace')
    assert done.added == 1
    assert 'b' in seen(filled, 'province_office') and 'a' not in seen(filled, 'province_office')


def test_two_importers_at_once_wait_for_each_other(store):
    done, errors = [], []

    def work(member, unit):
        try:
            for turn in range(5):
                done.append(bring(store, member, {f'{member}{turn}': unit}).number)
        except Exception as error:
            errors.append(error)
    threads = [threading.Thread(target=work, args=pair) for pair in (('county_a', '430101'), ('county_b', '430102'))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == [] and len(set(done)) == 10
    assert len(seen(store, 'province_office')) == 10


def test_the_same_key_twice_is_refused_whole(filled):
    with pytest.raises(OutputError, match='belongs to somebody else'):
        bring(filled, 'county_b', {'b7': '430102', 'secret': '430102'})
    assert 'b7' not in seen(filled, 'province_office')


def test_a_killed_connection_leaves_nothing(filled):
    calls = []

    def kill():
        calls.append(1)
        ask(filled, 'keeper', "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'county_a'")
        return False
    before = ask(filled, 'province_office', 'SELECT count(*) FROM ecorestore.store_imports')
    with pytest.raises(OutputError, match='database stopped'):
        bring(filled, 'county_a', {'k1': '430101', 'k2': '430101'}, cancelled=kill)
    assert calls and seen(filled, 'county_a') == ['a', 'open']
    assert ask(filled, 'province_office', 'SELECT count(*) FROM ecorestore.store_imports') == before


def test_cancel_leaves_nothing(filled):
    with pytest.raises(CancelledError):
        bring(filled, 'county_a', {'k1': '430101'}, cancelled=lambda: True)
    assert seen(filled, 'county_a') == ['a', 'open']


NASTY = "x'); DROP TABLE ecorestore.projects; --"


def test_names_that_look_like_sql_are_only_names(store):
    bring(store, 'province_office', {NASTY: '430101'})
    assert seen(store, 'province_office') == [NASTY]
    with PostgisStore(store.dsn('province_office'), STANDARD, writing=True) as opened:
        opened.import_rows(UNITS, {'unit_code': ['430101'], 'unit_name': [NASTY]}, [None], [{NASTY: NASTY}],
                           source=NASTY, note=NASTY)
    with PostgisStore(store.dsn('province_office'), STANDARD) as opened:
        assert [values['unit_name'] for values, _ in opened.rows(UNITS)] == [NASTY]
        assert opened.imports()[-1]['note'] == NASTY
    with pytest.raises(ParameterError, match='no role'):
        grant_access(store.dsn(), NASTY, 'county', '430101')
    grant_access(store.dsn(), 'odd"; DROP ROLE county_a; --', 'county', '430101', create=True)
    assert seen(store, 'county_a') == [NASTY]


def test_granting_and_revoking(store):
    rows = revoke_access(store.dsn(), 'county_reader')
    assert 'county_reader' not in [row[0] for row in rows]
    with pytest.raises(OutputError, match='does not allow'):
        seen(store, 'county_reader')
    with pytest.raises(ParameterError, match='is no member'):
        revoke_access(store.dsn(), 'county_reader')
    for arguments, message in ((('keeper', 'province'), 'superuser'), (('county_a', 'county'), 'needs the code'),
                               (('citizen', 'public', '', True), 'not write'), (('county_a', 'king'), 'not known'),
                               (('county_a', 'county', '4301'), 'more than one unit'),
                               (('city_office', 'city', '43'), '4 digits')):
        with pytest.raises(ParameterError, match=message):
            grant_access(store.dsn(), *arguments)
    with pytest.raises(OutputError, match='does not allow'):
        grant_access(store.dsn('county_a'), 'county_a', 'province', '', True)


def test_creating_again_changes_nothing(filled):
    create_store(filled.dsn(), STANDARD, 4527)
    assert seen(filled, 'county_a') == ['a', 'open']


def test_servers_that_cannot_be_used(store):
    with pytest.raises(OutputError, match='cannot be reached') as caught:
        PostgisStore("host=/no/such/place dbname=x user=y password=hidden", STANDARD).__enter__()
    assert 'hidden' not in str(caught.value)
    with pytest.raises(OutputError, match='holds no store'), PostgisStore(store.dsn(database='postgres'), STANDARD):
        pass
    with pytest.raises(ParameterError, match='EPSG:1'):
        create_store(store.dsn(), STANDARD, 1)


def test_an_update_that_names_no_column_reaches_only_what_is_seen(filled):
    # Without WHERE the server does not ask for the right to read, so that hidden rows could be opened unseen.
    assert ask(filled, 'county_a', "UPDATE ecorestore.projects SET access = 'county'") == 1
    assert seen(filled, 'county_a') == ['a', 'open']
    assert ask(filled, 'province_office', "SELECT access FROM ecorestore.projects WHERE project_id = 'secret'") == [
        ('province',)]
    assert ask(filled, 'county_a', "UPDATE ecorestore.projects SET access = 'nobody'") == 'CheckViolation'


@pytest.mark.parametrize('query', [
    "SELECT lo_import('/etc/passwd')", "SELECT pg_read_file('/etc/passwd')", "COPY ecorestore.projects TO '/tmp/x'",
    "COPY (SELECT 1) TO PROGRAM 'id'", 'ALTER ROLE county_a BYPASSRLS', 'CREATE ROLE mine', 'CREATE SCHEMA mine',
    'ALTER SCHEMA ecorestore OWNER TO county_a', 'DROP FUNCTION ecorestore.may_see(text, text)',
    'ALTER FUNCTION ecorestore.my_level() SECURITY INVOKER', "COMMENT ON TABLE ecorestore.projects IS 'mine'",
    'CREATE FUNCTION ecorestore.peek() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$',
    'CREATE INDEX ON ecorestore.projects (name)', 'SELECT ecorestore.import_of(1)',
    'CREATE TRIGGER mine BEFORE INSERT ON ecorestore.projects FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_'
    'trigger()', 'ALTER TABLE ecorestore.projects ALTER COLUMN access SET DEFAULT $$public$$',
    'DELETE FROM ecorestore.audit', 'UPDATE ecorestore.audit SET person = $$county_b$$',
    'SET SESSION AUTHORIZATION DEFAULT; SET ROLE province_office', 'SELECT * FROM pg_statistic',
    'GRANT ecorestore_owner TO county_a', "INSERT INTO ecorestore.store_imports (layer, mode, person) VALUES "
    "('projects', 'update', 'county_b')", "INSERT INTO ecorestore.store_imports (layer, mode, time) VALUES "
    "('projects', 'update', '1999-01-01')"])
def test_more_ways_around_fail(filled, query):
    assert ask(filled, 'county_a', query) == 'InsufficientPrivilege'
    assert seen(filled, 'county_a') == ['a', 'open'] and 'b' in seen(filled, 'county_b')


def test_settings_labels_and_loading_by_copy_do_not_help(filled):
    # With row security off the server refuses instead of showing everything.
    assert ask(filled, 'county_a', 'SET row_security = off; SELECT * FROM ecorestore.projects'
               ) == 'InsufficientPrivilege'
    assert ask(filled, 'county_a', "SECURITY LABEL ON TABLE ecorestore.projects IS 'x'") in (
        'InsufficientPrivilege', 'InvalidParameterValue')
    connection = psycopg2.connect(filled.dsn('county_a'))
    import io
    with pytest.raises(psycopg2.Error), connection, connection.cursor() as cursor:
        cursor.copy_expert('COPY ecorestore.projects (project_id, unit_code) FROM STDIN', io.StringIO('z\t430102\n'))
    connection.close()


def test_tables_and_functions_of_the_same_name_are_not_taken(filled):
    ask(filled, 'keeper', 'GRANT CREATE ON SCHEMA public TO county_a')
    made = ("CREATE TEMP TABLE members AS SELECT 'county_a'::name AS member, 'province'::text AS level, ''::text AS "
            'prefix, true AS may_write;'
            'CREATE FUNCTION pg_temp.may_see(text, text) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$;'
            'CREATE FUNCTION public.array_position(text[], text) RETURNS integer LANGUAGE sql AS $$ SELECT 9 $$;'
            'CREATE FUNCTION public.left(text, integer) RETURNS text LANGUAGE sql AS $$ SELECT $2::text $$;')
    turned = 'SET search_path = pg_temp, public, pg_catalog, ecorestore;'
    assert sorted(ask(filled, 'county_a', made + turned + 'SELECT project_id FROM ecorestore.projects')) == [
        ('a',), ('open',)]
    assert ask(filled, 'county_a', turned + "INSERT INTO ecorestore.projects (project_id, name, unit_code) VALUES "
                                            "('z', 'z', '430102')") == 'InsufficientPrivilege'


def test_taking_over_a_row_by_conflict_fails(filled):
    insert = "INSERT INTO ecorestore.projects (project_id, name, unit_code) VALUES ('{}', 'taken', '430101') "
    conflict = 'ON CONFLICT (project_id) WHERE version_to IS NULL DO UPDATE SET name = excluded.name'
    for key in ('b', 'secret', 'open'):
        assert ask(filled, 'county_a', insert.format(key) + conflict) == 'InsufficientPrivilege'
        # What the server answers names no value of the row that is there.
        with pytest.raises(OutputError) as caught:
            bring(filled, 'county_a', {key: '430101'}, mode='append') if key != 'open' else bring(
                filled, 'county_a', {key: '430101'})
        assert 'project ' not in str(caught.value)


def test_statistics_tell_nothing_of_rows_that_are_hidden(filled):
    ask(filled, 'keeper', 'ANALYZE ecorestore.projects')
    assert ask(filled, 'county_a', "SELECT count(*) FROM pg_stats WHERE schemaname = 'ecorestore'") == [(0,)]
    assert ask(filled, 'county_a', "SELECT ST_EstimatedExtent('ecorestore', 'projects', 'geom')") == [(None,)]
    assert ask(filled, 'county_a', "SELECT _postgis_index_extent('ecorestore.projects', 'geom')") == [(None,)]
    assert ask(filled, 'county_a', "SELECT _postgis_stats('ecorestore.projects', 'geom')") == 'InternalError_'
    told = str(ask(filled, 'county_a', 'EXPLAIN (ANALYZE, VERBOSE) SELECT * FROM ecorestore.projects'))
    assert 'secret' not in told and '430102' not in told


def test_the_audit_and_the_history_cannot_be_forged(filled):
    forged = ask(filled, 'county_a', 'CREATE TEMP TABLE projects (row_id text, name text); '
                                     'CREATE TRIGGER t AFTER INSERT ON projects FOR EACH ROW EXECUTE FUNCTION '
                                     "ecorestore.record(); INSERT INTO projects VALUES ('1', 'never happened')")
    assert forged == 'InsufficientPrivilege'
    now = ask(filled, 'province_office', 'SELECT max(import_id) FROM ecorestore.store_imports')[0][0]
    ask(filled, 'county_a', "INSERT INTO ecorestore.projects (project_id, name, unit_code, row_id, version_from, "
                            "version_to) VALUES ('f', 'f', '430101', 'mine', 1, 2)")
    ask(filled, 'county_a', "UPDATE ecorestore.projects SET row_id = 'x', version_from = 1 WHERE project_id = 'a'")
    rows = {key: rest for key, *rest in ask(
        filled, 'province_office', 'SELECT project_id, row_id, version_from, version_to FROM ecorestore.projects')}
    assert rows['f'][1:] == [now + 1, None] and len(rows['f'][0]) == 32
    assert rows['a'][1] == 1 and rows['a'][0] != 'x'
    # A closed row is history, and a row that is closed is not changed on that occasion.
    bring(filled, 'county_a', {'a': '430101', 'f': '430101', 'g': '430101'})
    ask(filled, 'county_a', "UPDATE ecorestore.projects SET version_to = 1, name = 'forged' WHERE project_id = 'f'")
    closed = ask(filled, 'county_a', "SELECT version_to, name FROM ecorestore.projects WHERE project_id = 'f' AND "
                                     'version_to IS NOT NULL')
    assert closed and all(number > now and name in ('f', 'project f') for number, name in closed)
    assert ask(filled, 'county_a', "UPDATE ecorestore.projects SET name = 'rewritten' WHERE version_to IS NOT NULL"
               ) == 0


EDITS = ("SELECT layer, mode, person, rows_given, rows_added, rows_closed FROM ecorestore.store_imports "
         "WHERE mode = 'edit' ORDER BY import_id")


def test_what_is_drawn_or_changed_by_hand_has_a_number_and_a_past(filled):
    before = ask(filled, 'province_office', 'SELECT max(import_id) FROM ecorestore.store_imports')[0][0]
    ask(filled, 'county_a', "INSERT INTO ecorestore.projects (project_id, name, unit_code) VALUES ('d1', 'd', "
                            "'430101'), ('d2', 'd', '430101')")
    ask(filled, 'county_a', "UPDATE ecorestore.projects SET name = 'renamed', geom = ST_Translate(geom, 5, 0) "
                            "WHERE project_id = 'a'")
    assert ask(filled, 'province_office', EDITS) == [('projects', 'edit', 'county_a', 2, 2, 0),
                                                     ('projects', 'edit', 'county_a', 1, 1, 1)]
    rows = ask(filled, 'county_a', 'SELECT name, version_from, version_to, ST_XMin(geom) FROM ecorestore.projects '
                                   "WHERE project_id = 'a' ORDER BY version_from")
    assert rows == [('project a', 1, before + 2, 0), ('renamed', before + 2, None, 5)]
    assert seen(filled, 'county_a', before) == ['a', 'open'] and seen(filled, 'county_a') == ['a', 'd1', 'd2', 'open']
    # Changing nothing is no edit; closing by hand is one.
    ask(filled, 'county_a', "UPDATE ecorestore.projects SET name = name WHERE project_id = 'd1'")
    ask(filled, 'county_a', "UPDATE ecorestore.projects SET version_to = 0 WHERE project_id = 'd1'")
    assert ask(filled, 'province_office', EDITS)[2:] == [('projects', 'edit', 'county_a', 1, 0, 1)]
    assert seen(filled, 'county_a') == ['a', 'd2', 'open']
    written = ask(filled, 'province_office', "SELECT operation, before ->> 'name', after ->> 'name' FROM "
                                             "ecorestore.audit WHERE person = 'county_a' "
                                             "AND before ->> 'project_id' = 'a'")
    assert written == [('UPDATE', 'project a', 'renamed')]


def test_a_store_of_an_older_version_on_a_server(filled, monkeypatch):
    from ecorestore.ecorestore_plugin.datastore import postgis
    monkeypatch.setattr(postgis, 'VERSION', postgis.VERSION + 1)
    with pytest.raises(TableError, match='pg_dump'):
        seen(filled, 'county_a')
    create_store(filled.dsn(), STANDARD, 4527)
    assert seen(filled, 'county_a') == ['a', 'open']
    monkeypatch.undo()
    with pytest.raises(TableError, match='Update the plugin'):
        seen(filled, 'county_a')


def test_the_public_sees_no_lineage_and_counties_pass_nothing_on(filled):
    assert ask(filled, 'citizen', 'SELECT count(*) FROM ecorestore.store_imports') == [(0,)]
    assert ask(filled, 'citizen', 'SELECT count(*) FROM ecorestore.audit') == [(0,)]
    ask(filled, 'county_a', 'GRANT SELECT ON ecorestore.projects TO citizen')
    ask(filled, 'county_a', 'GRANT ecorestore_writer TO citizen')
    assert seen(filled, 'citizen') == ['open']
    assert ask(filled, 'citizen', "INSERT INTO ecorestore.projects (project_id, name) VALUES ('z', 'z')"
               ) == 'InsufficientPrivilege'
