"""What is drawn, changed or deleted by hand in a store that is a GeoPackage gets lineage and versions from the file
itself, so that every program that edits it leaves them."""

from __future__ import annotations

from pathlib import Path

SQL = Path(__file__).resolve().parent.parent / 'resources' / 'sql' / 'hand_edits.sql'
# The row's own bookkeeping: a change of it alone is no edit.
BOOKKEEPING = ('row_id', 'version_from', 'version_to', 'edited_by')
PARTS = {'added': 'added_by_hand', 'changed_by_hand': 'changed_by_hand', 'kept': 'history_kept',
         'deleted': 'deleted_by_hand', 'index': 'current_key'}


def guard_layer(dataset, layer, fields):
    """Adds the triggers and the unique key of the current rows to a layer that has none yet.

    Parameters
    ----------
    dataset : OGR dataset of the store, open for writing
    layer : Layer of the standard
    fields : names of all fields in the file
    """
    for statement in statements(layer, fields):
        found = dataset.ExecuteSQL(statement)
        if found is not None:
            dataset.ReleaseResultSet(found)


def guard_imports(dataset):
    """The number of an import is looked up for every row that is written."""
    found = dataset.ExecuteSQL('CREATE UNIQUE INDEX IF NOT EXISTS store_imports_number ON store_imports (import_id)')
    if found is not None:
        dataset.ReleaseResultSet(found)


def statements(layer, fields):
    """The statements of hand_edits.sql for a layer."""
    shape = [] if layer.geometry == 'none' else ['geom']
    columns = shape + [name for name in fields if name != 'version_to']
    watched = shape + [name for name in fields if name not in BOOKKEEPING]
    words = {
        'layer': quoted(layer.name), 'name': text(layer.name), 'open_to': text(layer.access),
        'columns': ', '.join(map(quoted, columns)), 'old': ', '.join(f'OLD.{quoted(name)}' for name in columns),
        'changed': ' OR '.join(f'NEW.{quoted(name)} IS NOT OLD.{quoted(name)}' for name in watched),
        'key': ', '.join(map(quoted, layer.key)),
        **{part: quoted(f'{layer.name}_{ending}') for part, ending in PARTS.items()}}
    number, *others = SQL.read_text(encoding='utf-8').split('\n--\n')
    number = _bare(number)
    parts = {'number_for_editor': _filled(number, {'who': "coalesce(NEW.edited_by, '?')", 'only_if': ''}),
             'number_for_deletion': _filled(number, {'who': "'?'", 'only_if': 'OLD.version_to IS NULL AND'})}
    return [_filled(_filled(_bare(statement), parts), words) for statement in others]


def _bare(statement):
    """Without comments."""
    return '\n'.join(line for line in statement.splitlines() if not line.startswith('--')).strip()


def _filled(statement, words):
    for word, value in words.items():
        statement = statement.replace('{' + word + '}', value)
    return statement


def quoted(name):
    """A name as SQL takes it."""
    return '"' + name.replace('"', '""') + '"'


def text(value):
    """A text as SQL takes it."""
    return "'" + value.replace("'", "''") + "'"
