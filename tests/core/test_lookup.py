"""Class tables on class rasters."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import DuplicateCodeError, MissingCodeError
from ecorestore.ecorestore_plugin.core.lookup import class_values

CODES = np.array([[3, 1], [9, 3]])


def test_values_in_any_table_order_and_several_columns():
    valid = np.array([[True, True], [False, True]])
    found = class_values('land cover', CODES, valid, [3, 1], [.3, .1])
    assert found == pytest.approx(np.array([[.3, .1], [np.nan, .3]]), nan_ok=True)
    both = class_values('land cover', CODES, valid, [3, 1], [[.3, 30], [.1, 10]])
    assert both[1] == pytest.approx(np.array([[30, 10], [np.nan, 30]]), nan_ok=True)


def test_a_code_without_row_is_named_with_its_cells():
    with pytest.raises(MissingCodeError, match=r'land cover: 2 codes .* 3 \(2\), 9 \(1\)'):
        class_values('land cover', CODES, np.ones((2, 2), bool), [1], [.1])


def test_a_code_with_two_rows_is_named():
    with pytest.raises(DuplicateCodeError, match='codes 3'):
        class_values('land cover', CODES, np.ones((2, 2), bool), [3, 1, 3, 9], [1, 2, 3, 4])


def test_no_valid_cell():
    assert np.isnan(class_values('land cover', CODES, np.zeros((2, 2), bool), [1], [.1])).all()
