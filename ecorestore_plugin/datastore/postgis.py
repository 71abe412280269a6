"""The shared store in PostgreSQL with PostGIS: many writers, access by level of government, every write recorded."""

from __future__ import annotations

import uuid
from contextlib import contextmanager
from pathlib import Path

from ..core.checks import never, stop_if
from ..core.errors import DependencyError, EmptyInputError, OutputError, ParameterError, TableError
from .rows import Imported, differences
from .standard import ACCESS, VERSION, Layer, Standard

SCHEMA = 'ecorestore'
SQL = Path(__file__).resolve().parent.parent / 'resources' / 'sql' / 'store.sql'
KINDS = {'text': 'text', 'integer': 'bigint', 'number': 'double precision', 'date': 'date', 'datetime': 'timestamptz'}
SHAPES = {'point': 'MultiPoint', 'line': 'MultiLineString', 'polygon': 'MultiPolygon', 'any': 'Geometry'}
# A row that is drawn by hand brings neither id nor version: the server gives both, see stamp() in store.sql.
OURS = {'row_id': "text NOT NULL DEFAULT ''", 'access': "text NOT NULL DEFAULT 'county'", 'extra': 'text',
        'version_from': 'integer NOT NULL DEFAULT 0', 'version_to': 'integer'}
# Digits of a code that one unit of a level shares with all below it; fewer would let a county see its neighbours.
DIGITS = {'county': 6, 'city': 4}
PAGE = 2000


def driver():
    """psycopg2, which QGIS brings along on most systems.

    Raises
    ------
    DependencyError : it is missing
    """
    try:
        import psycopg2
        import psycopg2.extras
        import psycopg2.sql
    except ImportError:
        raise DependencyError('PostgreSQL needs the Python library psycopg2, which this QGIS lacks. Install '
                              'python3-psycopg2, or use a GeoPackage store.') from None
    return psycopg2


@contextmanager
def connected(dsn):
    """A connection; leaving by an exception rolls back, leaving otherwise commits.

    Raises
    ------
    OutputError : the server cannot be reached, refuses, or breaks the connection
    """
    database = driver()
    try:
        connection = database.connect(dsn)
    except database.Error as error:
        raise OutputError('The database cannot be reached: {reason}', reason=_reason(error)) from error
    try:
        with connection:
            yield connection
    except database.errors.InsufficientPrivilege as error:
        raise OutputError('The database does not allow this to your role: {reason} Ask whoever keeps the store for '
                          'access.', reason=_reason(error)) from error
    except database.errors.UniqueViolation as error:
        raise OutputError('A row of the import belongs to somebody else already: {reason} Nothing was imported.',
                          reason=_reason(error)) from error
    except database.Error as error:
        raise OutputError('The database stopped: {reason} Nothing was changed.', reason=_reason(error)) from error
    finally:
        connection.close()


def _reason(error):
    """The first line a server gives as its reason; never the connection string."""
    lines = str(getattr(error.diag, 'message_primary', None) or error).strip().splitlines()
    return (lines[0] if lines else type(error).__name__).rstrip('.') + '.'


def create_store(dsn, standard: Standard, srid, software=''):
    """Schema, roles, tables and rules of the store, in one transaction; run again it adds what is missing.

    Parameters
    ----------
    dsn : connection of a role that may create roles and extensions
    srid : EPSG number of the coordinate reference system
    """
    sql = driver().sql
    with connected(dsn) as connection, connection.cursor() as cursor:
        if connection.server_version < 150000:
            raise OutputError('The server is PostgreSQL {version}; 15 or newer is needed, whose views respect who '
                              'reads.', version=connection.server_version // 10000)
        cursor.execute(SQL.read_text(encoding='utf-8'))
        cursor.execute('SELECT count(*) FROM spatial_ref_sys WHERE srid = %s', (srid,))
        if not cursor.fetchone()[0]:
            raise ParameterError('PostGIS does not know the coordinate reference system EPSG:{srid}.', srid=srid)
        for layer in standard.layers.values():
            _create_table(cursor, sql, layer, srid)
        _create_views(cursor, sql, standard)
        cursor.execute('INSERT INTO ecorestore.store_meta (standard_version, software) SELECT %s, %s WHERE NOT EXISTS '
                       '(SELECT FROM ecorestore.store_meta WHERE standard_version = %s)', (VERSION, software, VERSION))


def _create_table(cursor, sql, layer, srid):
    table = sql.Identifier(SCHEMA, layer.name)
    cursor.execute(sql.SQL('CREATE TABLE IF NOT EXISTS {} (fid bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY)')
                   .format(table))
    for name, kind in _columns(layer).items():
        cursor.execute(sql.SQL('ALTER TABLE {} ADD COLUMN IF NOT EXISTS {} {}').format(
            table, sql.Identifier(name), sql.SQL(kind)))
    if layer.geometry != 'none':
        cursor.execute(sql.SQL('ALTER TABLE {} ADD COLUMN IF NOT EXISTS geom geometry({}, {})').format(
            table, sql.SQL(SHAPES[layer.geometry]), sql.Literal(srid)))
        # Neither statistics nor an index of places: PostGIS tells their extent to anybody who may select, rows that
        # person may not see included, and under row-level security the index would not be used.
        cursor.execute(sql.SQL('ALTER TABLE {} ALTER COLUMN geom SET STATISTICS 0').format(table))
    cursor.execute(sql.SQL('CREATE UNIQUE INDEX IF NOT EXISTS {} ON {} ({}) WHERE version_to IS NULL').format(
        sql.Identifier(f'{layer.name}_key'), table, sql.SQL(', ').join(map(sql.Identifier, layer.key))))
    cursor.execute('SELECT ecorestore.guard(%s::regclass)', (f'{SCHEMA}.{layer.name}',))


def _columns(layer):
    columns = {one.name: KINDS[one.kind] for one in layer.fields}
    columns.setdefault('unit_code', 'text')
    return {**columns, **OURS}


def _create_views(cursor, sql, standard):
    """Statistics that show a reader only what the reader may see."""
    parts = [sql.SQL('SELECT {} AS layer, unit_code, count(*) AS rows FROM {} WHERE version_to IS NULL GROUP BY '
                     'unit_code').format(sql.Literal(name), sql.Identifier(SCHEMA, name)) for name in standard.layers]
    cursor.execute(sql.SQL('CREATE OR REPLACE VIEW ecorestore.row_counts WITH (security_invoker = true) AS {}').format(
        sql.SQL(' UNION ALL ').join(parts)))
    cursor.execute('ALTER VIEW ecorestore.row_counts OWNER TO ecorestore_owner')
    cursor.execute('GRANT SELECT ON ecorestore.row_counts TO ecorestore_reader, ecorestore_writer')


def grant_access(dsn, member, level, prefix='', may_write=False, create=False):
    """Makes a login role a member of the store, or changes its level; returns the rows of all members.

    Parameters
    ----------
    member : name of a login role
    level : one of ACCESS; below the province with the prefix of its unit codes
    create : make the role where it does not exist, without a password: whoever keeps the server sets one

    Raises
    ------
    ParameterError, OutputError
    """
    sql = driver().sql
    if level not in ACCESS:
        raise ParameterError('The level {level} is not known. Choose one of {known}.', level=level,
                             known=', '.join(ACCESS))
    if level in ('county', 'city') and not prefix:
        raise ParameterError('A member at the level {level} needs the code of its unit.', level=level)
    if level in DIGITS and len(prefix) < DIGITS[level]:
        raise ParameterError('The code {code} stands for more than one unit of the level {level}, whose codes begin '
                             'with {digits} digits. Give the code of the member\'s own unit.', code=prefix, level=level,
                             digits=DIGITS[level])
    if level == 'public' and may_write:
        raise ParameterError('The public may read but not write.')
    with connected(dsn) as connection, connection.cursor() as cursor:
        cursor.execute('SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = %s', (member,))
        found = cursor.fetchone()
        if found is None and not create:
            raise ParameterError('There is no role {member} on the server. Have it made, or let this tool make it.',
                                 member=member)
        if found is not None and found[0]:
            raise ParameterError('The role {member} sees everything by its nature (superuser or BYPASSRLS). Give '
                                 'people a plain role.', member=member)
        role = sql.Identifier(member)
        if found is None:
            cursor.execute(sql.SQL('CREATE ROLE {} LOGIN NOBYPASSRLS').format(role))
        cursor.execute(sql.SQL('REVOKE ecorestore_writer FROM {}').format(role))
        cursor.execute(sql.SQL('GRANT ecorestore_reader TO {}').format(role))
        if may_write:
            cursor.execute(sql.SQL('GRANT ecorestore_writer TO {}').format(role))
        cursor.execute('INSERT INTO ecorestore.members (member, level, prefix, may_write) VALUES (%s, %s, %s, %s) '
                       'ON CONFLICT (member) DO UPDATE SET level = excluded.level, prefix = excluded.prefix, '
                       'may_write = excluded.may_write, granted_by = session_user, granted_at = now()',
                       (member, level, prefix if level in ('county', 'city') else '', may_write))
        return _members(cursor)


def revoke_access(dsn, member):
    """Takes a member out; the role itself stays. Returns the rows of all members."""
    sql = driver().sql
    with connected(dsn) as connection, connection.cursor() as cursor:
        cursor.execute('DELETE FROM ecorestore.members WHERE member = %s', (member,))
        if not cursor.rowcount:
            raise ParameterError('{member} is no member of the store.', member=member)
        cursor.execute(sql.SQL('REVOKE ecorestore_reader, ecorestore_writer FROM {}').format(sql.Identifier(member)))
        return _members(cursor)


def _members(cursor):
    cursor.execute('SELECT member::text, level, prefix, may_write, granted_by::text, granted_at::text '
                   'FROM ecorestore.members ORDER BY member')
    return cursor.fetchall()


class PostgisStore:
    """An open store with the interface of GeoPackageStore; one transaction from ``with`` to its end."""

    def __init__(self, dsn, standard: Standard, writing=False):
        self.standard, self.writing = standard, writing
        self._connected = connected(dsn)
        self._connection = None

    def __enter__(self):
        self._connection = self._connected.__enter__()
        try:
            self._check()
        except BaseException as error:
            if not self._connected.__exit__(type(error), error, error.__traceback__):
                raise
        return self

    def __exit__(self, *problem):
        return self._connected.__exit__(*problem)

    def _check(self):
        with self._connection.cursor() as cursor:
            cursor.execute("SELECT to_regclass('ecorestore.store_meta') IS NOT NULL")
            if not cursor.fetchone()[0]:
                raise OutputError('This database holds no store of EcoRestore. Create it first.')
            cursor.execute('SELECT max(standard_version) FROM ecorestore.store_meta')
            version = cursor.fetchone()[0] or 0
        if version > VERSION:
            raise TableError('{path} was made for version {store} of the data standard; this plugin knows {known}. '
                             'Update the plugin.', path=SCHEMA, store=version, known=VERSION)
        if version < VERSION:
            raise TableError('The store was made for version {store} of the data standard; this plugin uses {known}. '
                             'Let whoever keeps it save the database (pg_dump) and run Create data store on its '
                             'connection.', store=version, known=VERSION)

    def crs_wkt(self):
        with self._connection.cursor() as cursor:
            cursor.execute("SELECT srtext FROM spatial_ref_sys WHERE srid = Find_SRID('ecorestore', 'units', 'geom')")
            return cursor.fetchone()[0]

    def imports(self):
        keys = ('import_id', 'layer', 'mode', 'time', 'person', 'source', 'sha256', 'rows_given', 'rows_added',
                'rows_closed', 'note')
        with self._connection.cursor() as cursor:
            cursor.execute('SELECT import_id, layer, mode, time::text, person::text, source, sha256, rows_given, '
                           'rows_added, rows_closed, note FROM ecorestore.store_imports ORDER BY import_id')
            return [dict(zip(keys, row)) for row in cursor.fetchall()]

    def rows(self, layer: Layer, version=None, box=None):
        """See GeoPackageStore.rows; the server leaves out what this member may not see."""
        sql = driver().sql
        names = ['fid', *_columns(layer)]
        fields = [sql.Identifier(name) for name in names]
        fields.append(sql.SQL('ST_AsBinary(geom)' if layer.geometry != 'none' else 'NULL'))
        tests, values = [sql.SQL('version_to IS NULL')], []
        if version is not None:
            tests, values = [sql.SQL('version_from <= %s AND (version_to IS NULL OR version_to > %s)')], [version] * 2
        if box is not None and layer.geometry != 'none':
            tests.append(sql.SQL('geom && ST_MakeEnvelope(%s, %s, %s, %s, ST_SRID(geom))'))
            values += [box[0], box[1], box[2], box[3]]
        query = sql.SQL('SELECT {} FROM {} WHERE {} ORDER BY fid').format(
            sql.SQL(', ').join(fields), sql.Identifier(SCHEMA, layer.name), sql.SQL(' AND ').join(tests))
        with self._connection.cursor(name=f'rows_{uuid.uuid4().hex}') as cursor:
            cursor.itersize = PAGE
            cursor.execute(query, values)
            for row in cursor:
                shape = None if row[-1] is None else bytes(row[-1])
                yield {name: _told(value) for name, value in zip(names, row)}, shape

    def import_rows(self, layer: Layer, columns, geometries, extra, mode='update', source='', sha256='', note='',
                    access='', cancelled=never) -> Imported:
        """See GeoPackageStore.import_rows; importers of one layer wait for each other."""
        count = len(next(iter(columns.values()))) if columns else 0
        if not count:
            raise EmptyInputError('There is no row to import.')
        with self._connection.cursor() as cursor:
            cursor.execute('SELECT pg_advisory_xact_lock(hashtext(%s))', (f'ecorestore.{layer.name}',))
            cursor.execute('INSERT INTO ecorestore.store_imports (layer, mode, source, sha256, note) '
                           'VALUES (%s, %s, %s, %s, %s) RETURNING import_id', (layer.name, mode, source, sha256, note))
            number = cursor.fetchone()[0]
            added, closed, gone = differences(layer, self.rows(layer), columns, geometries, extra, mode, access,
                                              cancelled)
            if mode == 'replace':
                mine = self._writable(layer)
                closed += [fid for fid in gone if fid in mine]
            self._close(cursor, layer, closed, number)
            self._add(cursor, layer, added, number, cancelled)
            cursor.execute('UPDATE ecorestore.store_imports SET rows_given = %s, rows_added = %s, rows_closed = %s '
                           'WHERE import_id = %s', (count, len(added), len(closed), number))
        return Imported(number, len(added), len(closed), count - len(added))

    def _writable(self, layer):
        """Current rows that this member may write: what it sees of others stays when it replaces its own."""
        sql = driver().sql
        with self._connection.cursor() as cursor:
            cursor.execute(sql.SQL('SELECT fid FROM {} WHERE version_to IS NULL AND ecorestore.may_write(unit_code)')
                           .format(sql.Identifier(SCHEMA, layer.name)))
            return {row[0] for row in cursor.fetchall()}

    @staticmethod
    def _close(cursor, layer, fids, number):
        """Closes rows; a row this member may see but not write is an error, so that nothing is closed by halves."""
        if not fids:
            return
        sql = driver().sql
        cursor.execute(sql.SQL('UPDATE {} SET version_to = %s WHERE fid = ANY(%s)').format(
            sql.Identifier(SCHEMA, layer.name)), (number, fids))
        if cursor.rowcount != len(fids):
            raise OutputError('{count} rows that would be replaced lie outside your part of the store. Nothing was '
                              'imported. Leave them out.', count=len(fids) - cursor.rowcount)

    @staticmethod
    def _add(cursor, layer, rows, number, cancelled):
        if not rows:
            return
        database = driver()
        sql = database.sql
        names = [*rows[0][0], 'row_id', 'version_from']
        fields, spots = [sql.Identifier(name) for name in names], [sql.SQL('%s')] * len(names)
        if layer.geometry != 'none':
            cursor.execute('SELECT Find_SRID(%s, %s, %s)', (SCHEMA, layer.name, 'geom'))
            shape = sql.SQL('ST_GeomFromWKB(%s, {})').format(sql.Literal(cursor.fetchone()[0]))
            fields.append(sql.Identifier('geom'))
            spots.append(shape if layer.geometry == 'any' else sql.SQL('ST_Multi({})').format(shape))
        query = sql.SQL('INSERT INTO {} ({}) VALUES %s').format(
            sql.Identifier(SCHEMA, layer.name), sql.SQL(', ').join(fields)).as_string(cursor)
        template = sql.SQL('({})').format(sql.SQL(', ').join(spots)).as_string(cursor)
        for start in range(0, len(rows), PAGE):
            stop_if(cancelled)
            database.extras.execute_values(cursor, query, [
                [*record.values(), uuid.uuid4().hex, number]
                + ([] if layer.geometry == 'none' else [None if shape is None else database.Binary(shape)])
                for record, shape in rows[start:start + PAGE]], template, PAGE)


def _told(value):
    """Times as text, as the file store tells them."""
    return value.isoformat() if hasattr(value, 'isoformat') else value
