-- The shared store in PostgreSQL: schema, roles, members, audit. Run once by whoever may create roles; every statement
-- can be run again. Tables of the data standard are added by the plugin (datastore/postgis.py) and guarded by
-- ecorestore.guard(). Needs PostgreSQL 15 or newer (views that respect the reader) and PostGIS.
--
-- What row-level security of PostgreSQL does not hide: that a key is taken (an insert is refused), and about how many
-- rows a table has (EXPLAIN). Keys should therefore say nothing confidential.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ecorestore_owner') THEN
        CREATE ROLE ecorestore_owner NOLOGIN NOBYPASSRLS;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ecorestore_reader') THEN
        CREATE ROLE ecorestore_reader NOLOGIN NOBYPASSRLS;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ecorestore_writer') THEN
        CREATE ROLE ecorestore_writer NOLOGIN NOBYPASSRLS;
    END IF;
END
$$;
CREATE EXTENSION IF NOT EXISTS postgis;
CREATE SCHEMA IF NOT EXISTS ecorestore AUTHORIZATION ecorestore_owner;
REVOKE ALL ON SCHEMA ecorestore FROM PUBLIC;
-- Databases brought over from before PostgreSQL 15 let everybody put functions in the way of those who keep the store.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA ecorestore TO ecorestore_reader, ecorestore_writer;

CREATE TABLE IF NOT EXISTS ecorestore.store_meta (
    standard_version integer NOT NULL, created timestamptz NOT NULL DEFAULT now(), software text);
CREATE TABLE IF NOT EXISTS ecorestore.members (
    member name PRIMARY KEY,
    level text NOT NULL CHECK (level IN ('public', 'county', 'city', 'province')),
    prefix text NOT NULL DEFAULT '' CHECK (prefix ~ '^[0-9]*$'),
    may_write boolean NOT NULL DEFAULT false CHECK (NOT (may_write AND level = 'public')),
    granted_by name NOT NULL DEFAULT session_user,
    granted_at timestamptz NOT NULL DEFAULT now(),
    CHECK (level IN ('public', 'province') OR prefix <> ''));
CREATE TABLE IF NOT EXISTS ecorestore.store_imports (
    import_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, layer text NOT NULL, mode text NOT NULL,
    time timestamptz NOT NULL DEFAULT now(), person name NOT NULL DEFAULT session_user, source text, sha256 text,
    rows_given integer, rows_added integer, rows_closed integer, note text);
-- What is drawn by hand in one transaction shares a number.
ALTER TABLE ecorestore.store_imports ADD COLUMN IF NOT EXISTS txid xid8 DEFAULT pg_current_xact_id();
CREATE TABLE IF NOT EXISTS ecorestore.audit (
    audit_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, time timestamptz NOT NULL DEFAULT clock_timestamp(),
    person name NOT NULL DEFAULT session_user, address inet DEFAULT inet_client_addr(), operation text NOT NULL,
    layer name NOT NULL, row_id text, before jsonb, after jsonb);

-- Who asks is the login (session_user): SET ROLE and functions of others change nothing. No row in members: no access.
CREATE OR REPLACE FUNCTION ecorestore.rank_of(level text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$ SELECT array_position(ARRAY['public', 'county', 'city', 'province'], level) $$;
CREATE OR REPLACE FUNCTION ecorestore.my_level() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS
    $$ SELECT level FROM ecorestore.members WHERE member = session_user $$;
CREATE OR REPLACE FUNCTION ecorestore.may_see(access text, unit_code text) RETURNS boolean LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
    $$ SELECT coalesce((SELECT may_see.access = 'public'
            OR (ecorestore.rank_of(m.level) >= ecorestore.rank_of(coalesce(may_see.access, 'county'))
                AND (m.level = 'province'
                     OR left(coalesce(may_see.unit_code, ''), length(m.prefix)) = m.prefix))
        FROM ecorestore.members m WHERE m.member = session_user), false) $$;
CREATE OR REPLACE FUNCTION ecorestore.may_write(unit_code text) RETURNS boolean LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
    $$ SELECT coalesce((SELECT m.may_write AND (m.level = 'province'
            OR left(coalesce(may_write.unit_code, ''), length(m.prefix)) = m.prefix)
        FROM ecorestore.members m WHERE m.member = session_user), false) $$;

-- Once for each statement: an import writes thousands of rows.
CREATE OR REPLACE FUNCTION ecorestore.record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_TABLE_SCHEMA <> 'ecorestore' THEN
        RAISE EXCEPTION 'Only tables of the store are recorded.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF TG_OP = 'INSERT' THEN
        INSERT INTO ecorestore.audit (operation, layer, row_id, after)
            SELECT TG_OP, TG_TABLE_NAME, n.row_id, to_jsonb(n) - 'geom' FROM news n ORDER BY n.fid;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO ecorestore.audit (operation, layer, row_id, before, after)
            SELECT TG_OP, TG_TABLE_NAME, n.row_id, to_jsonb(o) - 'geom', to_jsonb(n) - 'geom'
            FROM news n JOIN olds o ON o.fid = n.fid ORDER BY n.fid;
    ELSE
        INSERT INTO ecorestore.audit (operation, layer, row_id, before)
            SELECT TG_OP, TG_TABLE_NAME, o.row_id, to_jsonb(o) - 'geom' FROM olds o ORDER BY o.fid;
    END IF;
    RETURN NULL;
END
$$;

-- The import in whose name a row begins or ends: the writer's own while it runs. What is drawn by hand gets a number of
-- its own (mode edit), one for each layer and transaction.
CREATE OR REPLACE FUNCTION ecorestore.import_of(given integer) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS
    $$ SELECT import_id FROM ecorestore.store_imports
        WHERE import_id = given AND person = session_user AND rows_given IS NULL $$;
CREATE OR REPLACE FUNCTION ecorestore.edit_of(edited text, added integer, closed integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE number integer;
BEGIN
    UPDATE ecorestore.store_imports SET rows_given = rows_given + 1, rows_added = rows_added + added,
            rows_closed = rows_closed + closed
        WHERE layer = edited AND mode = 'edit' AND person = session_user AND txid = pg_current_xact_id()
            AND rows_given IS NOT NULL
        RETURNING import_id INTO number;
    IF number IS NULL THEN
        INSERT INTO ecorestore.store_imports (layer, mode, rows_given, rows_added, rows_closed)
            VALUES (edited, 'edit', 1, added, closed) RETURNING import_id INTO number;
    END IF;
    RETURN number;
END
$$;

-- A row that ends stays as it was, and one that is changed by hand leaves its older self behind. What a row was called
-- and since when it holds cannot be changed afterwards.
CREATE OR REPLACE FUNCTION ecorestore.stamp() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE number integer; names text; olds text;
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.row_id := replace(gen_random_uuid()::text, '-', '');
        NEW.version_from := coalesce(ecorestore.import_of(NEW.version_from), ecorestore.edit_of(TG_TABLE_NAME, 1, 0));
        NEW.version_to := NULL;
        NEW.access := coalesce(NEW.access, 'county');
        RETURN NEW;
    END IF;
    IF NEW.version_to IS DISTINCT FROM OLD.version_to THEN
        number := coalesce(ecorestore.import_of(NEW.version_to), ecorestore.edit_of(TG_TABLE_NAME, 0, 1));
        NEW := OLD;
        NEW.version_to := number;
        RETURN NEW;
    END IF;
    NEW.row_id := OLD.row_id;
    NEW.version_from := OLD.version_from;
    IF NEW IS NOT DISTINCT FROM OLD THEN
        RETURN NEW;
    END IF;
    number := ecorestore.edit_of(TG_TABLE_NAME, 1, 1);
    SELECT string_agg(quote_ident(attname), ', '), string_agg('($1).' || quote_ident(attname), ', ')
        INTO names, olds FROM pg_attribute WHERE attrelid = TG_RELID AND attnum > 0 AND NOT attisdropped
            AND attname NOT IN ('fid', 'version_to');
    EXECUTE format('INSERT INTO %I.%I (%s, version_to) SELECT %s, $2', TG_TABLE_SCHEMA, TG_TABLE_NAME, names, olds)
        USING OLD, number;
    NEW.version_from := number;
    RETURN NEW;
END
$$;

-- Puts a table of the standard under guard: forced row-level security, no deleting, every write recorded.
-- An update needs sight as well: one that names no column is not asked for the right to read. Closed rows are history
-- and stay as they are. Only stamp(), which works as the owner, adds a row that is closed already.
CREATE OR REPLACE FUNCTION ecorestore.guard(target regclass) RETURNS void LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s OWNER TO ecorestore_owner', target);
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
    EXECUTE format('REVOKE ALL ON %s FROM PUBLIC', target);
    EXECUTE format('GRANT SELECT ON %s TO ecorestore_reader', target);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %s TO ecorestore_writer', target);
    EXECUTE format('DROP POLICY IF EXISTS seen ON %s', target);
    EXECUTE format('CREATE POLICY seen ON %s FOR SELECT USING (ecorestore.may_see(access, unit_code))', target);
    EXECUTE format('DROP POLICY IF EXISTS added ON %s', target);
    EXECUTE format('CREATE POLICY added ON %s FOR INSERT WITH CHECK (ecorestore.may_write(unit_code))', target);
    EXECUTE format('DROP POLICY IF EXISTS changed ON %s', target);
    EXECUTE format('CREATE POLICY changed ON %s FOR UPDATE USING (version_to IS NULL '
                   'AND ecorestore.may_see(access, unit_code) AND ecorestore.may_write(unit_code)) '
                   'WITH CHECK (ecorestore.may_write(unit_code))', target);
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS access_known', target);
    EXECUTE format('ALTER TABLE %s ADD CONSTRAINT access_known '
                   'CHECK (access IN (''public'', ''county'', ''city'', ''province''))', target);
    EXECUTE format('DROP TRIGGER IF EXISTS stamped ON %s', target);
    EXECUTE format('CREATE TRIGGER stamped BEFORE INSERT OR UPDATE ON %s '
                   'FOR EACH ROW WHEN (current_user <> ''ecorestore_owner'') EXECUTE FUNCTION ecorestore.stamp()',
                   target);
    EXECUTE format('DROP TRIGGER IF EXISTS recorded ON %s', target);
    EXECUTE format('DROP TRIGGER IF EXISTS recorded_insert ON %s', target);
    EXECUTE format('CREATE TRIGGER recorded_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS news '
                   'FOR EACH STATEMENT EXECUTE FUNCTION ecorestore.record()', target);
    EXECUTE format('DROP TRIGGER IF EXISTS recorded_update ON %s', target);
    EXECUTE format('CREATE TRIGGER recorded_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS olds NEW TABLE AS news '
                   'FOR EACH STATEMENT EXECUTE FUNCTION ecorestore.record()', target);
    EXECUTE format('DROP TRIGGER IF EXISTS recorded_delete ON %s', target);
    EXECUTE format('CREATE TRIGGER recorded_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS olds '
                   'FOR EACH STATEMENT EXECUTE FUNCTION ecorestore.record()', target);
END
$$;

ALTER TABLE ecorestore.store_meta OWNER TO ecorestore_owner;
ALTER TABLE ecorestore.members OWNER TO ecorestore_owner;
ALTER TABLE ecorestore.store_imports OWNER TO ecorestore_owner;
ALTER TABLE ecorestore.audit OWNER TO ecorestore_owner;
ALTER FUNCTION ecorestore.rank_of(text) OWNER TO ecorestore_owner;
ALTER FUNCTION ecorestore.my_level() OWNER TO ecorestore_owner;
ALTER FUNCTION ecorestore.may_see(text, text) OWNER TO ecorestore_owner;
ALTER FUNCTION ecorestore.may_write(text) OWNER TO ecorestore_owner;
ALTER FUNCTION ecorestore.record() OWNER TO ecorestore_owner;
ALTER FUNCTION ecorestore.import_of(integer) OWNER TO ecorestore_owner;
ALTER FUNCTION ecorestore.edit_of(text, integer, integer) OWNER TO ecorestore_owner;
ALTER FUNCTION ecorestore.stamp() OWNER TO ecorestore_owner;
ALTER FUNCTION ecorestore.guard(regclass) OWNER TO ecorestore_owner;
-- Whoever may call record() could hang it on a temporary table and write into the audit what never happened.
REVOKE ALL ON FUNCTION ecorestore.guard(regclass), ecorestore.record(), ecorestore.stamp(),
    ecorestore.import_of(integer), ecorestore.edit_of(text, integer, integer) FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA ecorestore FROM PUBLIC;
GRANT SELECT ON ecorestore.store_meta, ecorestore.members, ecorestore.store_imports, ecorestore.audit
    TO ecorestore_reader, ecorestore_writer;
-- Number, time and person of an import are the server's to give.
REVOKE INSERT, UPDATE ON ecorestore.store_imports FROM ecorestore_writer;
GRANT INSERT (layer, mode, source, sha256, note), UPDATE (rows_given, rows_added, rows_closed)
    ON ecorestore.store_imports TO ecorestore_writer;

ALTER TABLE ecorestore.members ENABLE ROW LEVEL SECURITY;
ALTER TABLE ecorestore.members FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS kept ON ecorestore.members;
CREATE POLICY kept ON ecorestore.members TO ecorestore_owner USING (true) WITH CHECK (true);
DROP POLICY IF EXISTS seen ON ecorestore.members;
CREATE POLICY seen ON ecorestore.members FOR SELECT USING (member = session_user
    OR ecorestore.my_level() = 'province');
ALTER TABLE ecorestore.audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE ecorestore.audit FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS written ON ecorestore.audit;
CREATE POLICY written ON ecorestore.audit FOR INSERT TO ecorestore_owner WITH CHECK (true);
DROP POLICY IF EXISTS seen ON ecorestore.audit;
CREATE POLICY seen ON ecorestore.audit FOR SELECT USING (ecorestore.my_level() = 'province');
ALTER TABLE ecorestore.store_imports ENABLE ROW LEVEL SECURITY;
ALTER TABLE ecorestore.store_imports FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS kept ON ecorestore.store_imports;
CREATE POLICY kept ON ecorestore.store_imports FOR SELECT TO ecorestore_owner USING (true);
DROP POLICY IF EXISTS seen ON ecorestore.store_imports;
CREATE POLICY seen ON ecorestore.store_imports FOR SELECT USING (ecorestore.my_level() <> 'public');
DROP POLICY IF EXISTS added ON ecorestore.store_imports;
CREATE POLICY added ON ecorestore.store_imports FOR INSERT WITH CHECK (person = session_user
    AND (SELECT may_write FROM ecorestore.members WHERE member = session_user));
DROP POLICY IF EXISTS completed ON ecorestore.store_imports;
CREATE POLICY completed ON ecorestore.store_imports FOR UPDATE USING (person = session_user AND rows_given IS NULL)
    WITH CHECK (person = session_user);
DROP POLICY IF EXISTS counted ON ecorestore.store_imports;
CREATE POLICY counted ON ecorestore.store_imports FOR UPDATE TO ecorestore_owner USING (mode = 'edit')
    WITH CHECK (mode = 'edit');
