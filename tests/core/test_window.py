"""Moving windows and the diversity of classes in them, against plain loops and hand-worked numbers."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core import window as module
from ecorestore.ecorestore_plugin.core.engine import LocalEngine
from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    EmptyInputError,
    GridMismatchError,
    ParameterError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.window import (
    circular_window,
    row_strips,
    shannon_diversity,
    square_window,
    window_cells,
    window_diversity,
    window_mean,
    window_sum,
)

nan = np.nan
SHAPES = {'one cell': [0], 'square': [2, 2, 2, 2, 2], 'wide': [4, 4, 4], 'circle': [0, 2, 3, 2, 0],
          'larger than the raster': [40] * 61, 'large circle': list(circular_window(500, 10, 12))}


def windows(shape, size):
    """Every cell with the slices of its window, in plain loops."""
    for row in range(shape[0]):
        for column in range(shape[1]):
            yield (row, column), (slice(max(row - size[0] // 2, 0), row + size[0] // 2 + 1),
                                  slice(max(column - size[1] // 2, 0), column + size[1] // 2 + 1))


def diversity_in_loops(codes, valid, reach, minimum_share):
    """Every cell, every cell of its window."""
    shannon, richness, evenness = (np.full(codes.shape, nan) for _ in range(3))
    half, cells = len(reach) // 2, sum(2 * side + 1 for side in reach)
    for row in range(codes.shape[0]):
        for column in range(codes.shape[1]):
            members = [codes[r, c] for r in range(row - half, row + half + 1)
                       for c in range(column - reach[r - row + half], column + reach[r - row + half] + 1)
                       if 0 <= r < codes.shape[0] and 0 <= c < codes.shape[1] and valid[r, c]]
            if valid[row, column] and len(members) >= minimum_share * cells:
                shares = np.unique(members, return_counts=True)[1] / len(members)
                shannon[row, column] = -(shares * np.log(shares)).sum()
                richness[row, column] = len(shares)
                evenness[row, column] = shannon[row, column] / np.log(len(shares)) if len(shares) > 1 else 0
    return shannon, richness, evenness


@pytest.fixture
def landscape():
    draw = np.random.default_rng(3)
    return draw.integers(1, 5, (9, 12)), draw.random((9, 12)) > 0.3


# Windows.

def test_window_is_the_nearest_odd_number_of_cells():
    assert window_cells(3000, 500, 500) in ((5, 5), (7, 7))
    assert window_cells(3000, 1000, 1000) == (3, 3)
    assert window_cells(900, 100, 300) == (3, 9)
    assert window_cells(10, 100, 100) == (1, 1)
    with pytest.raises(ParameterError, match='above 0'):
        window_cells(0, 100, 100)


def test_a_square_window_row_by_row():
    assert square_window(900, 100, 300).tolist() == [4, 4, 4]
    assert square_window(10, 100, 100).tolist() == [0]


def test_a_circular_window_row_by_row():
    assert circular_window(400, 100, 100).tolist() == [0, 1, 2, 1, 0]
    assert circular_window(600, 100, 200).tolist() == [2, 3, 2]
    assert circular_window(10, 100, 100).tolist() == [0]
    # The share of the square that surrounds it.
    reach = circular_window(20000, 100, 100)
    assert (2 * reach + 1).sum() / len(reach) ** 2 == pytest.approx(np.pi / 4, abs=0.01)
    with pytest.raises(ParameterError, match='above 0'):
        circular_window(-1, 100, 100)


@pytest.mark.parametrize('size', [(1, 1), (3, 3), (3, 5), (21, 31)])
def test_window_sum_is_the_plain_sum(size):
    values = np.random.default_rng(0).integers(-5, 9, (7, 11))
    expected = np.zeros(values.shape)
    for cell, window in windows(values.shape, size):
        expected[cell] = values[window].sum()
    assert (window_sum(values, size) == expected).all()
    assert window_sum(values.astype(float), size) == pytest.approx(expected, abs=1e-9)


def test_window_mean_leaves_out_unknown_cells():
    found = window_mean([[1.0, nan, 5.0]], [[True, False, True]], (1, 3))
    assert found == pytest.approx(np.array([[1, nan, 5]]), nan_ok=True)
    assert np.isnan(window_mean([[1.0, nan, 5.0]], [[True, False, True]], (1, 3), 0.5)).all()


# Diversity.

@pytest.mark.parametrize('share', [0, 0.5, 0.8])
@pytest.mark.parametrize('shape', SHAPES)
def test_diversity_equals_the_loops(landscape, shape, share):
    found = window_diversity(*landscape, SHAPES[shape], share)
    expected = diversity_in_loops(*landscape, SHAPES[shape], share)
    for one, other in zip((found.shannon, found.richness, found.evenness), expected):
        assert one == pytest.approx(other, nan_ok=True, abs=1e-12)


@pytest.mark.parametrize('size', [(3, 3), (5, 3)])
def test_the_square_short_form_is_the_same(landscape, size):
    codes, valid = landscape
    expected = diversity_in_loops(codes, valid, [size[1] // 2] * size[0], 0.5)[0]
    found = shannon_diversity(codes, valid, size)
    assert found == pytest.approx(expected, nan_ok=True, abs=1e-12) and np.isfinite(found).any()


def test_diversity_by_hand():
    codes = np.array([[1, 1, 2], [1, 1, 2], [3, 3, 2]])
    found = window_diversity(codes, np.ones((3, 3), bool), [1, 1, 1], 0)
    shares = np.array([4, 3, 2]) / 9
    assert found.shannon[1, 1] == pytest.approx(-(shares * np.log(shares)).sum())
    assert found.evenness[1, 1] == pytest.approx(found.shannon[1, 1] / np.log(3))
    assert (found.shannon[0, 0], found.richness[0, 0], found.evenness[0, 0]) == (0, 1, 0)
    assert shannon_diversity(np.array([[4]]), np.array([[True]]), (1, 1)) == pytest.approx(0)
    assert np.isnan(shannon_diversity(codes, np.zeros((3, 3), bool), (3, 3))).all()


def test_equal_shares_are_most_even():
    codes = np.arange(9).reshape(3, 3)
    found = window_diversity(codes, np.ones((3, 3), bool), [1, 1, 1], 0)
    assert found.shannon[1, 1] == pytest.approx(np.log(9))
    assert found.evenness == pytest.approx(np.ones((3, 3))) and found.evenness.max() <= 1


def test_codes_may_be_negative_and_far_apart():
    codes = np.array([[-7, 10 ** 9], [-7, 5]])
    found = window_diversity(codes, np.ones((2, 2), bool), [1, 1, 1], 0)
    assert found.richness.tolist() == [[3, 3], [3, 3]]


@pytest.mark.parametrize('reach', [[1, 1, 1], [0, 1, 0]])
def test_many_classes(reach):
    codes = np.random.default_rng(1).integers(0, 600, (30, 20))
    valid = np.ones(codes.shape, bool)
    expected = diversity_in_loops(codes, valid, reach, 0)
    assert window_diversity(codes, valid, reach, 0).shannon == pytest.approx(expected[0], abs=1e-12)


@pytest.mark.parametrize('reach', [[2] * 7, [0, 2, 3, 2, 0]])
def test_strips_change_no_digit(monkeypatch, reach):
    draw = np.random.default_rng(5)
    codes, valid = draw.integers(0, 12, (50, 23)), draw.random((50, 23)) > 0.2
    whole = window_diversity(codes, valid, reach)
    monkeypatch.setattr(module, 'STRIP_CELLS', 23 * 3)
    assert len(row_strips(codes.shape)) == 17
    parts = window_diversity(codes, valid, reach)
    assert np.array_equal(whole.shannon, parts.shannon, equal_nan=True)
    assert np.array_equal(whole.richness, parts.richness, equal_nan=True)


@pytest.mark.parametrize('reach', [[3] * 9, [0], [25] * 3, [0, 2, 3, 2, 0], [0, 30, 41, 30, 0]])
@pytest.mark.parametrize('classes', [2, 9, 300])
def test_compiled_kernels_give_every_digit(reach, classes):
    pytest.importorskip('numba')
    draw = np.random.default_rng(classes)
    codes, valid = draw.integers(0, classes, (40, 37)), draw.random((40, 37)) > 0.2
    plain = window_diversity(codes, valid, reach, 0.3)
    with LocalEngine(1) as engine:
        fast = window_diversity(codes, valid, reach, 0.3, engine)
        assert engine.warnings == []
    assert np.isfinite(plain.shannon).any()
    assert np.array_equal(plain.shannon, fast.shannon, equal_nan=True)
    assert np.array_equal(plain.richness, fast.richness, equal_nan=True)
    assert np.array_equal(plain.evenness, fast.evenness, equal_nan=True)


def test_bad_input():
    codes, valid = np.array([[1, 2]]), np.array([[True, True]])
    with pytest.raises(EmptyInputError):
        window_diversity(codes, ~valid, [1])
    with pytest.raises(GridMismatchError):
        window_diversity(codes, valid.T, [1])
    with pytest.raises(ParameterError, match='minimum_share'):
        window_diversity(codes, valid, [1], 1.5)
    with pytest.raises(ValueRangeError, match='class raster'):
        window_diversity(np.arange(1200).reshape(30, 40), np.ones((30, 40), bool), [1])
    with pytest.raises(CancelledError):
        window_diversity(codes, valid, [1], cancelled=lambda: True)
