"""The data standard: its tables agree, and rows are checked against it."""

import pytest

from ecorestore.ecorestore_plugin.core.errors import TableError
from ecorestore.ecorestore_plugin.datastore.quality import (
    FIELD_RULES,
    SHAPE_RULES,
    check_quality,
    downstream_steps,
    in_circle,
    sums_of,
)
from ecorestore.ecorestore_plugin.datastore.standard import (
    check_rows,
    convert,
    match_columns,
    read_standard,
)
from ecorestore.ecorestore_plugin.paths import TABLES


@pytest.fixture(scope='module')
def standard():
    return read_standard()


def test_every_layer_has_what_it_needs(standard):
    assert {'units', 'sources', 'corridors', 'nodes', 'projects', 'observations', 'feedback'} <= set(standard.layers)
    for layer in standard.layers.values():
        assert layer.label and layer.label_zh
        assert all(one.label and one.label_zh for one in layer.fields)
        assert all(layer.field(name).required for name in layer.key)
        assert not layer.time or layer.field(layer.time).kind in ('date', 'datetime')
    for codes in standard.codes.values():
        assert all(label and label_zh for label, label_zh in codes.values())
    with pytest.raises(TableError, match='no layer rivers'):
        standard.layer('rivers')


@pytest.mark.parametrize('value, kind, expected', [
    ('', 'number', None), (None, 'text', None), (float('nan'), 'number', None), (430101.0, 'text', '430101'),
    ('3.5', 'number', 3.5), ('7', 'integer', 7), (2020, 'date', '2020-01-01'), ('2020/05/06', 'date', '2020-05-06'),
    ('2020-05', 'date', '2020-05-01'), ('2020-05-06 07:08', 'datetime', '2020-05-06T07:08:00'),
    ('2020-05-06T07:08:09Z', 'datetime', '2020-05-06T07:08:09+00:00')])
def test_values_become_their_type(value, kind, expected):
    assert convert(value, kind) == expected


@pytest.mark.parametrize('value, kind', [('x', 'number'), (1.5, 'integer'), ('yesterday', 'date'),
                                         ('2020-13-01', 'date')])
def test_values_that_cannot_be_read(value, kind):
    with pytest.raises(ValueError):
        convert(value, kind)


def test_columns_are_matched_whatever_their_case(standard):
    found, others = match_columns(standard.layer('units'), ['fid', 'UNIT_CODE', 'Unit_Name', 'mayor', 'access'])
    assert found == {'unit_code': 'UNIT_CODE', 'unit_name': 'Unit_Name'} and others == ['mayor']


def test_findings_say_what_where_and_how_many(standard):
    layer = standard.layer('feedback')
    columns = {'feedback_id': ['a', 'b', 'a'], 'time': ['2024-01-02', 'soon', '2024'], 'topic': ['water', 'noise', ''],
               'message': ['x', 'y', 'z'], 'status': ['new', 'new', 'new']}
    clean, findings = check_rows(layer, standard, columns, [11, 12, 13])
    said = sorted((one.check, one.place, one.count, str(one.message)) for one in findings)
    assert said == [
        ('codes', '12', 1, 'Values of topic are not in the code list water, forest, soil, pollution, species, project, '
                           'other; the first is "noise".'),
        ('fields', '12', 1, 'Values of time are no datetime; the first is "soon".'),
        ('fields', '13', 1, 'Field topic is empty.'),
        ('fields', '13', 1, 'Rows with a feedback_id that occurs before; the first is a.')]
    assert clean['time'] == ['2024-01-02T00:00:00', None, '2024-01-01T00:00:00']


def test_missing_fields_and_limits(standard):
    _, findings = check_rows(standard.layer('units'), standard, {'unit_code': ['1'], 'pop': [-5]}, ['1'])
    assert sorted(one.check for one in findings) == ['fields', 'range']
    assert any('unit_name is missing' in str(one.message) for one in findings)


def quality(standard, layer, columns, **options):
    described = standard.layer(layer)
    count = len(next(iter(columns.values())))
    return [(one.check, one.severity, one.place, one.count) for one in check_quality(
        described, columns, [str(row + 1) for row in range(count)], **options)]


def test_codes_and_parents(standard):
    columns = {'unit_code': ['430101', '43012', None, '431001'],
               'parent_code': ['430100', '430100', '430000', '430100']}
    assert quality(standard, 'units', columns) == [('unit_code', 'error', '2', 1), ('parent_code', 'error', '4', 1)]
    assert quality(standard, 'projects', {'unit_code': ['4301011', None]}) == [('unit_code', 'error', '1', 1)]


def test_shares_add_up_to_one(standard):
    columns = {'cu_id': [1, 1, 2, 2, 3], 'duty': [0.25, 0.75, 0.5, 0.4, None]}
    assert quality(standard, 'duties', columns) == [('fields', 'warning', '3', 2)]


def test_water_runs_to_known_watersheds_and_in_no_circle(standard):
    sound = {'watershed': ['a', 'b', 'c'], 'downstream': ['b', 'c', None]}
    assert quality(standard, 'watersheds', sound) == []
    lost = {'watershed': ['a'], 'downstream': ['z']}
    assert quality(standard, 'watersheds', lost) == [('fields', 'warning', '1', 1)]
    assert quality(standard, 'watersheds', lost, upstream=['z']) == []
    circle = {'watershed': ['a', 'b', 'c', 'd'], 'downstream': ['b', 'c', 'b', None]}
    assert quality(standard, 'watersheds', circle) == [('fields', 'error', '2', 2)]


def test_what_lies_downstream():
    into = {'a': 'c', 'b': 'c', 'c': 'd', 'd': '', 'x': 'y', 'y': 'x'}
    assert downstream_steps('a', into) == {'a': 0, 'c': 1, 'd': 2}
    assert downstream_steps('d', into) == {'d': 0} and downstream_steps('q', into) == {'q': 0}
    assert downstream_steps('x', into) == {'x': 0, 'y': 1}
    assert in_circle('x', into) and not in_circle('a', into)


def test_text_that_lost_its_encoding(standard):
    assert quality(standard, 'stakeholders', {'name': ['长沙县', '锟斤拷']}) == [('fields', 'warning', '2', 1)]


def test_rules_are_known_and_names_are_plain(standard, tmp_path):
    for layer in standard.layers.values():
        assert {rule for rule in layer.rules if not rule.startswith('sum ')} <= set(SHAPE_RULES)
        assert {one.rule for one in layer.fields} <= {'', *FIELD_RULES}
        assert all({name, group} <= {one.name for one in layer.fields} for name, group in sums_of(layer))
    for name in ('store_codes.csv', 'store_fields.csv', 'store_layers.csv'):
        text = (TABLES / name).read_text(encoding='utf-8')
        (tmp_path / name).write_text(text.replace('units,unit_name,', 'units,"unit""; DROP",')
                                     if name == 'store_fields.csv' else text, encoding='utf-8')
    with pytest.raises(TableError, match='bad name'):
        read_standard(tmp_path)
