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
                               (('citizen', 'public', '', True), 'not write'), (('county_a', 'king'), 'not known')):
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
