"""Errors carry a template and its values, so that the sentence can be translated and then filled."""

import copy
import inspect

import pytest

from ecorestore.ecorestore_plugin.core import errors
from ecorestore.ecorestore_plugin.core.engine.tasks import error_of, failure_of

KINDS = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if kind.__module__ == errors.__name__]


def test_template_and_values():
    error = errors.CrsError('{name} is in {crs}.', name='dem', crs='EPSG:4326')
    assert str(error) == 'dem is in EPSG:4326.'
    assert error.template == '{name} is in {crs}.' and error.values == {'name': 'dem', 'crs': 'EPSG:4326'}
    assert '{name} 采用 {crs}。'.format(**error.values) == 'dem 采用 EPSG:4326。'


def test_braces_in_values_are_left_alone():
    assert str(errors.TableError('Column {name}.', name='{x}')) == 'Column {x}.'


@pytest.mark.parametrize('kind', KINDS)
def test_every_kind_is_one_of_ours_and_explained(kind):
    assert issubclass(kind, errors.EcoRestoreError)
    assert kind.__doc__
    assert kind.__name__.endswith('Error')


def test_cancelled_needs_no_words():
    assert str(errors.CancelledError()) == 'Cancelled.'


@pytest.mark.parametrize('kind', KINDS)
def test_every_kind_survives_the_way_back_from_a_worker(kind):
    error = kind() if kind is errors.CancelledError else kind('{a} of {b}', a=1, b='x')
    back = error_of(failure_of(error, 1))
    assert type(back) is kind and str(back) == str(error) and back.values == error.values


def test_values_that_cannot_travel_become_text():
    error = errors.SolverError('{a}', a=copy)
    assert error_of(failure_of(error, 1)).values['a'].startswith('<module')


def test_other_exceptions_keep_their_traceback():
    try:
        {}['missing']
    except KeyError as error:
        kind, template, values = failure_of(error, 3)
    assert kind is errors.WorkerError and values['number'] == 3 and "KeyError: 'missing'" in values['details']
    assert 'test_errors.py' in str(error_of((kind, template, values)))
