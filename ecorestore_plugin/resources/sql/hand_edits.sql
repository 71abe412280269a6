-- What QGIS and field applications write by hand into one layer of a store in a GeoPackage: it gets a number in
-- store_imports (mode edit) like an import, and what it replaces or deletes stays as a closed row. Plain SQLite, no
-- function of an application. {layer}, {name}, {columns}, {old}, {changed} and {key} come from the data standard.
-- Statements end with a line of two dashes. The first is no statement but the part of the triggers that gives an edit
-- its number: what one person does in a layer within a second shares one.
INSERT INTO store_imports (import_id, layer, mode, time, person, source, rows_given, rows_added, rows_closed)
        SELECT (SELECT coalesce(max(import_id), 0) + 1 FROM store_imports), {name}, 'edit',
            strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now'), {who}, '', 0, 0, 0
        WHERE {only_if} NOT EXISTS (SELECT 1 FROM store_imports
            WHERE import_id = (SELECT max(import_id) FROM store_imports) AND mode = 'edit' AND layer = {name}
            AND time = strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now') AND person = {who});
--
-- An import writes its own number before it stands in store_imports; a row that a person copies, splits or pastes
-- carries a number that stands there already.
DROP TRIGGER IF EXISTS {added}
--
CREATE TRIGGER {added} AFTER INSERT ON {layer}
WHEN NEW.version_to IS NULL
    AND (NEW.version_from IS NULL OR NEW.version_from IN (SELECT import_id FROM store_imports))
BEGIN
    {number_for_editor}
    UPDATE store_imports SET rows_given = rows_given + 1, rows_added = rows_added + 1
        WHERE import_id = (SELECT max(import_id) FROM store_imports);
    UPDATE {layer} SET version_from = (SELECT max(import_id) FROM store_imports), row_id = lower(hex(randomblob(16))),
        access = coalesce(NEW.access, {open_to}) WHERE fid = NEW.fid;
END
--
DROP TRIGGER IF EXISTS {changed_by_hand}
--
CREATE TRIGGER {changed_by_hand} AFTER UPDATE ON {layer}
WHEN OLD.version_to IS NULL AND NEW.version_to IS NULL AND NEW.version_from IS OLD.version_from AND ({changed})
BEGIN
    {number_for_editor}
    UPDATE store_imports SET rows_given = rows_given + 1, rows_added = rows_added + 1, rows_closed = rows_closed + 1
        WHERE import_id = (SELECT max(import_id) FROM store_imports);
    INSERT INTO {layer} ({columns}, version_to) VALUES ({old}, (SELECT max(import_id) FROM store_imports));
    UPDATE {layer} SET version_from = (SELECT max(import_id) FROM store_imports), row_id = OLD.row_id
        WHERE fid = NEW.fid;
END
--
-- A closed row is history.
DROP TRIGGER IF EXISTS {kept}
--
CREATE TRIGGER {kept} BEFORE UPDATE ON {layer} WHEN OLD.version_to IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'A closed row is history and stays as it is.');
END
--
-- Nothing is lost by deleting: a current row is closed, a closed one stays.
DROP TRIGGER IF EXISTS {deleted}
--
CREATE TRIGGER {deleted} AFTER DELETE ON {layer}
BEGIN
    {number_for_deletion}
    UPDATE store_imports SET rows_given = rows_given + 1, rows_closed = rows_closed + 1
        WHERE OLD.version_to IS NULL AND import_id = (SELECT max(import_id) FROM store_imports);
    INSERT INTO {layer} ({columns}, version_to)
        VALUES ({old}, coalesce(OLD.version_to, (SELECT max(import_id) FROM store_imports)));
END
--
CREATE UNIQUE INDEX IF NOT EXISTS {index} ON {layer} ({key}) WHERE version_to IS NULL
