"""The data standard: its tables agree, and rows are checked against it."""

import pytest

from ecorestore.ecorestore_plugin.core.errors import TableError
from ecorestore.ecorestore_plugin.datastore.standard import (
    check_rows,
    convert,
    match_columns,
    read_standard,
)


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
