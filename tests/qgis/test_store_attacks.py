"""Further ways around the access rules of the store on a server; each has to fail, or to show no more than it may."""

import io

import pytest
from database import binaries
from test_store_postgis import MEMBERS, ask, bring, filled, seen, store  # noqa: F401

psycopg2 = pytest.importorskip('psycopg2')

pytestmark = pytest.mark.skipif(binaries() is None, reason='no PostgreSQL server is installed')
MINE = ['a', 'open']

REFUSED = (
    # Foreign keys tell whether a key is there; rules, inheritance and partitions read without policies.
    'CREATE TABLE public.probe (k bigint REFERENCES ecorestore.projects (fid))',
    'CREATE TEMP TABLE kid () INHERITS (ecorestore.projects)',
    'CREATE RULE open AS ON SELECT TO ecorestore.projects DO INSTEAD SELECT * FROM ecorestore.units',
    'CREATE RULE gone AS ON UPDATE TO ecorestore.projects DO ALSO DELETE FROM ecorestore.audit',
    'ALTER TABLE ecorestore.projects NO FORCE ROW LEVEL SECURITY', 'ALTER TABLE ecorestore.projects OWNER TO county_a',
    'ALTER TABLE ecorestore.projects DISABLE TRIGGER ALL', 'DROP TRIGGER recorded_update ON ecorestore.projects',
    'SET session_replication_role = replica', 'DROP TABLE ecorestore.audit CASCADE', 'TRUNCATE ecorestore.audit',
    'ALTER POLICY seen ON ecorestore.projects USING (true)', 'GRANT ecorestore_owner TO CURRENT_USER',
    'ALTER VIEW ecorestore.row_counts SET (security_invoker = false)',
    "CREATE OR REPLACE VIEW ecorestore.row_counts AS SELECT 'x'::text AS layer, unit_code, 1::bigint AS rows "
    'FROM ecorestore.projects',
    # Sequences and bookkeeping.
    "SELECT setval('ecorestore.projects_fid_seq', 1)", "SELECT nextval('ecorestore.projects_fid_seq')",
    'SELECT last_value FROM ecorestore.projects_fid_seq', "SELECT ecorestore.edit_of('projects', 1, 1)",
    'CREATE TEMP TABLE t (row_id text); CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION '
    'ecorestore.stamp()', "UPDATE ecorestore.store_imports SET person = 'county_b'",
    'UPDATE ecorestore.store_imports SET txid = NULL', 'DELETE FROM ecorestore.store_imports',
    'DELETE FROM ecorestore.members', 'UPDATE ecorestore.store_meta SET standard_version = 99',
    # Moving a row to another county, writing for another, deleting inside a merge.
    "UPDATE ecorestore.projects SET unit_code = '430102' WHERE project_id = 'a'",
    "UPDATE ecorestore.projects SET unit_code = NULL WHERE project_id = 'a'",
    "MERGE INTO ecorestore.projects p USING (SELECT 1) x ON p.project_id = 'b' WHEN NOT MATCHED THEN INSERT "
    "(project_id, name, unit_code) VALUES ('m', 'm', '430102')",
    'MERGE INTO ecorestore.projects p USING (SELECT 1) x ON true WHEN MATCHED THEN DELETE',
    "WITH n AS (INSERT INTO ecorestore.projects (project_id, name, unit_code) VALUES ('w', 'w', '430102') RETURNING *) "
    'SELECT * FROM n',
    # The machine behind the server, other databases, other sessions.
    'CREATE EXTENSION dblink', 'CREATE EXTENSION postgres_fdw', 'CREATE EXTENSION plpython3u', 'CREATE EVENT TRIGGER e '
    "ON ddl_command_start EXECUTE FUNCTION ecorestore.record()", 'CREATE PUBLICATION p FOR ALL TABLES',
    "SELECT pg_create_logical_replication_slot('s', 'test_decoding')", "SELECT pg_ls_dir('.')",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'keeper'", 'SELECT * FROM pg_authid',
    "SELECT pg_read_binary_file('PG_VERSION')", 'SELECT lo_export(1, $$/tmp/x$$)',
    "ALTER DATABASE offices SET search_path = public", 'ALTER ROLE province_office SET search_path = public',
    'REASSIGN OWNED BY ecorestore_owner TO county_a', 'DROP OWNED BY ecorestore_owner')


def test_what_is_refused(filled):  # noqa: F811
    ask(filled, 'keeper', 'GRANT CREATE ON SCHEMA public TO county_a')
    answers = {query: ask(filled, 'county_a', query) for query in REFUSED}
    let = {query: answer for query, answer in answers.items() if answer not in (
        'InsufficientPrivilege', 'WrongObjectType', 'ObjectNotInPrerequisiteState', 'UndefinedFile',
        'InvalidTableDefinition', 'FeatureNotSupported')}
    assert let == {}
    # Wrong objects and missing extensions are refused before rights are asked; all the others for want of a right.
    assert sum(answer == 'InsufficientPrivilege' for answer in answers.values()) >= len(REFUSED) - 4
    assert seen(filled, 'county_a') == MINE and 'b' in seen(filled, 'county_b')
    assert len(seen(filled, 'province_office')) == 6


SHOWN = (
    'SELECT project_id FROM ecorestore.projects TABLESAMPLE SYSTEM (100)',
    'SET ROLE ecorestore_reader; SELECT project_id FROM ecorestore.projects',
    'SET ROLE ecorestore_writer; SELECT project_id FROM ecorestore.projects',
    'SELECT project_id FROM ONLY ecorestore.projects', 'TABLE ecorestore.projects',
    'SELECT p.project_id FROM ecorestore.units u RIGHT JOIN ecorestore.projects p ON true',
    'CREATE MATERIALIZED VIEW public.kept AS SELECT project_id FROM ecorestore.projects; SELECT * FROM public.kept',
    'DECLARE c SCROLL CURSOR WITH HOLD FOR SELECT project_id FROM ecorestore.projects; FETCH ALL FROM c',
    "SELECT (xpath('//project_id/text()', x))[1]::text FROM unnest(xpath('//row', query_to_xml('SELECT project_id FROM "
    "ecorestore.projects', false, false, ''))) x",
    'WITH RECURSIVE r AS (SELECT project_id FROM ecorestore.projects UNION SELECT project_id FROM r) SELECT * FROM r',
    "UPDATE ecorestore.projects SET watershed = 'x' RETURNING project_id",
    'SELECT project_id FROM ecorestore.projects FOR UPDATE',
    'SET enable_seqscan = off; SET debug_parallel_query = off; SELECT project_id FROM ecorestore.projects',
    'SELECT project_id FROM ecorestore.projects WHERE 1 / (CASE WHEN project_id IN ($$secret$$, $$b$$) THEN 0 ELSE 1 '
    'END) = 1')


@pytest.mark.parametrize('query', SHOWN)
def test_what_shows_no_more(filled, query):  # noqa: F811
    ask(filled, 'keeper', 'GRANT CREATE ON SCHEMA public TO county_a')
    answer = ask(filled, 'county_a', query)
    assert isinstance(answer, (list, str)), answer
    if isinstance(answer, str):  # a setting this server does not know
        assert answer == 'UndefinedObject' and 'debug_parallel_query' in query
        return
    told = {value for row in answer for value in row if value in ('a', 'b', 'c', 'open', 'inner', 'secret')}
    assert told <= set(MINE) and told


def test_errors_tell_no_value_of_hidden_rows(filled):  # noqa: F811
    """Casts, operators and functions of one's own run on rows that may be seen only."""
    ask(filled, 'keeper', 'GRANT CREATE ON SCHEMA public TO county_a')
    ask(filled, 'county_a', "CREATE FUNCTION public.tell(a text, b text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 "
                            "AS 'BEGIN RAISE NOTICE ''%% %%'', a, b; RETURN false; END'")
    ask(filled, 'county_a', 'CREATE OPERATOR public.<<< (LEFTARG = text, RIGHTARG = text, FUNCTION = public.tell)')
    connection = psycopg2.connect(filled.dsn('county_a'))
    connection.autocommit = True
    said = []
    with connection.cursor() as cursor:
        for query in ("SELECT * FROM ecorestore.projects WHERE project_id OPERATOR(public.<<<) 'x'",
                      'SELECT * FROM ecorestore.projects WHERE project_id::integer = 1',
                      'SELECT * FROM ecorestore.projects WHERE xmlparse(content project_id || $$<$$) IS NULL',
                      "INSERT INTO ecorestore.projects (project_id, name, unit_code) VALUES ('secret', 'x', '430101')",
                      "UPDATE ecorestore.projects SET project_id = 'b' WHERE project_id = 'a'",
                      "UPDATE ecorestore.projects SET access = 'nobody'"):
            try:
                cursor.execute(query)
            except psycopg2.Error as error:
                said.append(str(error))
    said += connection.notices
    connection.close()
    text = ' '.join(said)
    # One notice for each row that is seen, and six errors less what succeeds.
    assert len(connection.notices) == 2 and len(said) >= 7
    # Names of hidden projects; their keys are only repeated where the member gave them.
    assert not any(f'project {key}' in text for key in ('b', 'c', 'inner', 'secret'))
    assert not any(word in text for word in ('430102', '430201', 'inner'))


def test_hidden_names_of_the_audit_are_not_taken(filled):  # noqa: F811
    """A temporary table called like the rows of a trigger does not get into the record."""
    ask(filled, 'county_a', "CREATE TEMP TABLE news AS SELECT 'forged'::text AS row_id, 1 AS fid; CREATE TEMP TABLE "
                            "olds AS TABLE news; "
                            "UPDATE ecorestore.projects SET name = 'changed' WHERE project_id = 'a'")
    rows = ask(filled, 'province_office', "SELECT operation, after ->> 'name' FROM ecorestore.audit WHERE person = "
                                          "'county_a' ORDER BY audit_id")
    assert sorted(rows) == [('INSERT', 'project a'), ('UPDATE', 'changed')]


def test_what_others_do_is_not_shown(filled):  # noqa: F811
    other = psycopg2.connect(filled.dsn('province_office'))
    with other.cursor() as cursor:
        cursor.execute("SELECT 'very private' FROM ecorestore.projects")
        told = ask(filled, 'county_a', 'SELECT query FROM pg_stat_activity')
    other.close()
    assert told and not any('very private' in (query or '') and 'pg_stat' not in query for query, in told)


def test_a_closed_row_is_not_brought_in_through_the_back_door(filled):  # noqa: F811
    """Neither COPY nor a trigger of one's own writes a row that is closed, or in the name of another import."""
    assert ask(filled, 'county_a', "INSERT INTO ecorestore.store_imports (layer, mode) VALUES ('projects', 'edit') "
                                   'RETURNING import_id')[0][0] > 0
    connection = psycopg2.connect(filled.dsn('county_a'))
    with pytest.raises(psycopg2.Error), connection, connection.cursor() as cursor:
        cursor.copy_expert('COPY ecorestore.projects (project_id, name, unit_code, version_from, version_to) FROM '
                           'STDIN', io.StringIO('z\tz\t430101\t1\t2\n'))
    connection.close()
    ask(filled, 'county_a', "CREATE TEMP TABLE own (a text); CREATE FUNCTION pg_temp.push() RETURNS trigger LANGUAGE "
                            "plpgsql AS 'BEGIN INSERT INTO ecorestore.projects (project_id, name, unit_code, "
                            "version_from, version_to) VALUES (''t'', ''t'', ''430101'', 1, 2); RETURN NEW; END'; "
                            "CREATE TRIGGER t BEFORE INSERT ON own FOR EACH ROW EXECUTE FUNCTION pg_temp.push(); "
                            "INSERT INTO own VALUES ('x')")
    rows = ask(filled, 'province_office', "SELECT version_from > 4, version_to FROM ecorestore.projects WHERE "
                                          "project_id = 't'")
    assert rows == [(True, None)]


def test_a_city_reaches_its_counties_and_no_more(filled):  # noqa: F811
    assert ask(filled, 'city_office', "UPDATE ecorestore.projects SET watershed = 'w'") == 3
    untouched = ask(filled, 'province_office', 'SELECT project_id FROM ecorestore.projects WHERE version_to IS NULL '
                                               'AND watershed IS NULL ORDER BY project_id')
    # 'open' may be seen by the city but belongs to another; 'secret' is for the province only.
    assert untouched == [('c',), ('open',), ('secret',)]
    assert ask(filled, 'city_office', "UPDATE ecorestore.projects SET access = 'province' WHERE project_id = 'a'"
               ) in (1, 'InsufficientPrivilege')
    assert ask(filled, 'citizen', "UPDATE ecorestore.projects SET name = 'x'") == 'InsufficientPrivilege'
    assert set(MEMBERS) >= {'citizen', 'city_office'}
