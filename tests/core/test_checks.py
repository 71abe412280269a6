"""Checks say what, where, how many and what to do."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.checks import (
    check_codes,
    check_not_empty,
    check_positive,
    check_range,
    check_share,
    never,
    part_of,
    place,
    silent,
    stop_if,
)
from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    EmptyInputError,
    MissingCodeError,
    ParameterError,
    ValueRangeError,
)


class TestRange:
    @pytest.mark.parametrize('array', [
        [[0.0, 1.0]], [[np.nan, 0.5]], [[np.nan]], np.zeros((0, 3)), 0.5, np.array([[0, 1]], dtype=np.uint8)])
    def test_inside(self, array):
        check_range('suitability', array, 0, 1)

    def test_outside_is_counted_and_placed(self):
        with pytest.raises(ValueRangeError) as caught:
            check_range('suitability', np.array([[0.0, np.nan, 1.5], [-1.0, 0.0, 2.0]]), 0, 1)
        message = str(caught.value)
        assert message.startswith('suitability: 3 values lie outside 0 to 1; the first is 1.5 at row 0, column 2.')

    def test_one_sided(self):
        check_range('x', np.array([5.0]), minimum=0)
        check_range('x', np.array([-5.0]), maximum=0)
        with pytest.raises(ValueRangeError, match='0 to ∞'):
            check_range('x', np.array([-5.0]), minimum=0)
        with pytest.raises(ValueRangeError, match='-∞ to 0'):
            check_range('x', np.array([5.0]), maximum=0)

    def test_infinite_is_always_outside(self):
        with pytest.raises(ValueRangeError, match='1 values'):
            check_range('x', np.array([np.inf, 1.0]))

    def test_integers_have_no_infinity(self):
        check_range('x', np.array([1, 2]))

    def test_no_warning_for_nan(self, recwarn):
        check_range('x', np.array([np.nan, 0.5]), 0, 1)
        assert not recwarn.list


class TestPositive:
    def test_fine(self):
        check_positive('resistance', np.array([[1.0, np.nan, 1e-9]]))
        check_positive('resistance', [[1, 2]])

    @pytest.mark.parametrize('value', [0.0, -3.0, np.inf, -np.inf])
    def test_refused(self, value):
        with pytest.raises(ValueRangeError, match='resistance: 1 values .* at row 1, column 0'):
            check_positive('resistance', np.array([[1.0, 2.0], [value, np.nan]]))


class TestNotEmpty:
    def test_one_is_enough(self):
        check_not_empty('dem', np.array([False, True]))

    @pytest.mark.parametrize('valid, count', [(np.zeros((2, 3), bool), 6), (np.zeros(0, bool), 0)])
    def test_nothing(self, valid, count):
        with pytest.raises(EmptyInputError, match=f'dem holds no data: all {count} values'):
            check_not_empty('dem', valid)


class TestCodes:
    def test_all_known(self):
        check_codes('landcover', np.array([[1, 2], [2, 0]]), {1, 2}, ignore=(0,))

    def test_missing_with_counts(self):
        with pytest.raises(MissingCodeError) as caught:
            check_codes('landcover', np.array([1, 7, 7, 9]), {1: 'x'})
        assert '2 codes have no row in the table: code (cells) 7 (2), 9 (1).' in str(caught.value)

    def test_codes_like_nodata_are_hinted_at(self):
        with pytest.raises(MissingCodeError, match='-9999, 255 often stands for nodata'):
            check_codes('landcover', np.array([1, 255, -9999, 12]), {1})
        with pytest.raises(MissingCodeError) as caught:
            check_codes('landcover', np.array([1, 12]), {1})
        assert 'often' not in str(caught.value)

    def test_only_ten_are_listed(self):
        with pytest.raises(MissingCodeError) as caught:
            check_codes('landcover', np.arange(1, 13), set())
        assert '12 codes' in str(caught.value) and '10 (1) …' in str(caught.value) and '11 (1)' not in str(caught.value)


class TestShare:
    @pytest.mark.parametrize('value', [0.0, 0.5, 1.0])
    def test_inside(self, value):
        check_share('share', value)

    @pytest.mark.parametrize('value', [-0.1, 1.1, float('nan')])
    def test_outside(self, value):
        with pytest.raises(ParameterError, match='share is .* between 0 and 1'):
            check_share('share', value)


def test_place():
    assert place((3, 5)) == 'row 3, column 5'
    assert place((4,)) == '4'
    assert place((1, 2, 3)) == '1, 2, 3'


def test_callables_that_do_nothing():
    assert silent(0.5, 'text {n}', n=1) is None
    assert never() is False


def test_stop_if():
    stop_if(never)
    with pytest.raises(CancelledError):
        stop_if(lambda: True)


def test_part_of_progress():
    heard = []
    inner = part_of(lambda fraction, text='', **values: heard.append((fraction, text, values)), 0.2, 0.6)
    inner(0.0)
    inner(0.5, 'Step {n}', n=2)
    inner(1.0)
    assert [fraction for fraction, _, _ in heard] == pytest.approx([0.2, 0.4, 0.6])
    assert heard[1][1:] == ('Step {n}', {'n': 2})
