"""Morphological spatial pattern analysis: small patterns by eye, a slow twin, borders, bad input."""

import numpy as np
import pytest
from mspa_twin import twin

from ecorestore.ecorestore_plugin.core.engine import LocalEngine
from ecorestore.ecorestore_plugin.core.errors import (
    CancelledError,
    CapacityError,
    EmptyInputError,
    ParameterError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.sources import mspa as module
from ecorestore.ecorestore_plugin.core.sources.mspa import mspa, widest_edge
from ecorestore.ecorestore_plugin.core.sources.mspa_classes import (
    pattern_of_classes,
    pattern_of_codes,
    pattern_statistics,
    plain_classes,
)
from ecorestore.ecorestore_plugin.core.sources.mspa_sets import edge_distance, frame_width, within

SIGNS = {'C': 17, 'I': 9, 'P': 5, 'E': 3, 'L': 65, 'B': 33, 'R': 1, 'b': 35, 'l': 67, '.': 0, 'o': 220, ' ': 129,
         'p': 105, 'O': 100, 'c': 117, 'e': 103, 'i': 109}


def pattern_of(drawing):
    """. background, blank missing, anything else foreground."""
    return np.array([[0 if sign == ' ' else 1 if sign in '.oO' else 2 for sign in line] for line in drawing], np.uint8)


def codes_of(drawing):
    return np.array([[SIGNS[sign] for sign in line] for line in drawing], np.uint8)


def check(drawing, **options):
    assert mspa(pattern_of(drawing), **options).tolist() == codes_of(drawing).tolist()


def test_a_square_is_core_and_edge():
    check(['.......',
           '.EEEEE.',
           '.ECCCE.',
           '.ECCCE.',
           '.ECCCE.',
           '.EEEEE.',
           '.......'])


def test_patches_without_core_are_islets():
    check(['.........',
           '.II...II.',
           '.II..II..',
           '......I..',
           '.........'])


def test_a_bridge_links_two_cores_across_their_edges():
    check(['.............',
           '.EEE.....EEE.',
           '.ECbBBBBBbCE.',
           '.EEE.....EEE.',
           '.............'])


def test_a_branch_ends_blindly():
    check(['..........',
           '.EEE......',
           '.ECERRRR..',
           '.EEE......',
           '..........'])


def test_a_loop_comes_back_to_its_core():
    check(['...........',
           '.EEEEEEE...',
           '.ECCCCClL..',
           '.ECCCCCEoL.',
           '.ECCCCClL..',
           '.EEEEEEE...',
           '...........'])


def test_holes_of_core_hold_an_inside():
    outline = ['.' * 15, *['.' + 'E' * 13 + '.'], *['.E' + 'C' * 11 + 'E.'] * 11, '.' + 'E' * 13 + '.', '.' * 15]
    outline[4:11] = ['.ECCPPPPPPPCCE.', '.ECCPOOOOOPCCE.', '.ECCPOeeeOPCCE.', '.ECCPOeceOPCCE.', '.ECCPOeeeOPCCE.',
                     '.ECCPOOOOOPCCE.', '.ECCPPPPPPPCCE.']
    check([line.replace('P', 'p') for line in outline])
    outside = str.maketrans('Oec', '.EC')
    check([line.translate(outside) for line in outline], intext=False)


def test_foreground_goes_on_beyond_the_border_and_missing_cells_make_no_edge():
    # Only towards the four corners nothing is assumed, so that a corner cell is edge.
    check(['ECCE.', 'CCCE.', 'CCCE.', 'ECCE.'])
    check(['EC  ', 'CC  ', 'EEE.', '....'])


def test_connectivity_decides_about_corners():
    drawing = ['.......', '.EEE...', '.ECE...', '.EEE...', '....I..', '....I..', '.......']
    assert mspa(pattern_of(drawing), 4)[4, 4] == 9
    assert mspa(pattern_of(drawing), 8)[4, 4] == 1


def test_wider_edges_eat_core():
    block = np.full((15, 15), 1, np.uint8)
    block[2:13, 2:13] = 2
    for width in range(1, 6):
        assert np.count_nonzero(mspa(block, 8, width) == 17) == (11 - 2 * width) ** 2
    assert set(np.unique(mspa(block, 8, 6))) == {0, 9}
    assert widest_edge(block, 6) == 5 and widest_edge(block, 100) == 5 and widest_edge(block, 3) == 2


def test_distances_of_the_definition():
    assert edge_distance(1) == pytest.approx(1.98)
    assert [frame_width(width) for width in (1, 2, 10)] == [3, 4, 13]
    cells = np.random.default_rng(2).random((30, 40)) < 0.01
    rows, columns = np.indices(cells.shape)
    for distance in (0.5, 1, 1.98, np.sqrt(2), 2.98, 10.98, 70.0):
        away = np.array([[np.hypot(rows[cells] - r, columns[cells] - c).min() for c in range(40)] for r in range(30)])
        assert (within(cells, distance) == (away <= distance)).all()


def random_pattern(draw):
    """Noise of some smoothness, with or without missing cells."""
    from scipy import ndimage
    shape = draw.integers(1, 30, 2)
    noise = ndimage.gaussian_filter(draw.random(shape), draw.choice([0, 0.6, 1, 2]), mode='nearest')
    pattern = np.where(noise > np.quantile(noise, draw.uniform(0.1, 0.7)), 2, 1).astype(np.uint8)
    if draw.random() < 0.5:
        noise = ndimage.gaussian_filter(draw.random(shape), draw.choice([0, 1, 3]))
        pattern[noise > np.quantile(noise, draw.uniform(0.6, 1))] = 0
    return pattern


@pytest.mark.parametrize('connectivity', [8, 4])
@pytest.mark.parametrize('width', [1, 2, 3, 5])
def test_slow_twin(connectivity, width):
    draw = np.random.default_rng(10 * width + connectivity)
    compared = 0
    for _ in range(14):
        pattern = random_pattern(draw)
        if not (pattern == 1).any() or not (pattern == 2).any():
            continue
        compared += 1
        intext = bool(draw.integers(0, 2))
        found = mspa(pattern, connectivity, width, intext)
        assert found.tolist() == twin(pattern, connectivity, width, intext).tolist(), pattern.tolist()
    assert compared > 5


def test_large_patterns_agree_with_compiled_kernels():
    pytest.importorskip('numba')
    from scipy import ndimage
    draw = np.random.default_rng(8)
    with LocalEngine(1) as engine:
        for connectivity, width in ((8, 1), (4, 2), (8, 3), (8, 7)):
            noise = sum(scale * ndimage.gaussian_filter(draw.random((180, 210)), scale) for scale in (0.7, 2, 5))
            pattern = np.where(noise > np.quantile(noise, 0.4), 2, 1).astype(np.uint8)
            pattern[:30, :20] = 0
            there = mspa(pattern, connectivity, width, engine=engine)
            assert engine.warnings == []
            assert (there == mspa(pattern, connectivity, width)).all()


def test_a_long_strip_is_thinned_to_its_core():
    """A spiral of one cell's width: as many rounds of thinning as it has cells."""
    pattern = np.full((41, 41), 1, np.uint8)
    row, column, step, length = 20, 20, (0, 1), 2
    while length < 38:
        for _ in range(2):
            for _ in range(length):
                pattern[row, column] = 2
                row, column = row + step[0], column + step[1]
            step = step[1], -step[0]
        length += 2
    strip = pattern == 2
    pattern[19:22, 19:22] = 2
    codes = mspa(pattern)
    assert codes[20, 20] == 17 and set(np.unique(codes[strip & (codes != 17)])) <= {1, 3}


def test_one_row_one_column_one_cell():
    assert mspa(np.array([[2, 2, 2, 1, 2]], np.uint8)).shape == (1, 5)
    assert mspa(np.array([[2], [1], [0]], np.uint8))[2, 0] == 129
    with pytest.raises(EmptyInputError, match='no foreground'):
        mspa(np.array([[1]], np.uint8))


@pytest.mark.parametrize('pattern, options, error, words', [
    ([[1, 1, 0]], {}, EmptyInputError, 'no foreground: 2 cells are background, 1 are missing'),
    ([[2, 2, 0]], {}, EmptyInputError, 'no background: 2 cells are foreground, 1 are missing'),
    ([[0, 0]], {}, EmptyInputError, 'no foreground'),
    ([[1, 2]], {'connectivity': 6}, ParameterError, '4 or 8, not 6'),
    ([[1, 2]], {'edge_width': 0}, ParameterError, 'at least 1, not 0'),
    ([[1, 2]], {'edge_width': 1.5}, ParameterError, 'not 1.5')])
def test_bad_input(pattern, options, error, words):
    with pytest.raises(error, match=words):
        mspa(np.array(pattern, np.uint8), **options)


def test_refuses_what_cannot_fit(monkeypatch):
    monkeypatch.setattr(module, 'BYTES_PER_CELL', 1e18)
    with pytest.raises(CapacityError, match='MSPA'):
        mspa(np.array([[1, 2]], np.uint8))


def test_can_be_cancelled():
    with pytest.raises(CancelledError):
        mspa(np.array([[1, 2]], np.uint8), cancelled=lambda: True)


def test_pattern_of_codes():
    codes, valid = np.array([[0, 1, 2, 9]]), np.array([[True, True, True, False]])
    assert pattern_of_codes(codes, valid).tolist() == [[0, 1, 2, 0]]
    with pytest.raises(ValueRangeError, match=r'holds 4 classes .* 9 \(1\)'):
        pattern_of_codes(codes, np.ones((1, 4), bool))
    with pytest.raises(ValueRangeError, match=r'-1 \(2\)'):
        pattern_of_codes(np.array([[-1, -1, 300]]), np.ones((1, 3), bool))


def test_pattern_of_classes():
    classes, valid = np.array([[1, 2, 3, 300]]), np.array([[True, True, False, True]])
    assert pattern_of_classes(classes, valid, [2, 3, 300.0]).tolist() == [[1, 2, 0, 2]]
    with pytest.raises(ParameterError, match='2.5'):
        pattern_of_classes(classes, valid, [2.5])


def test_plain_classes():
    codes = np.array([17, 117, 9, 109, 5, 105, 3, 103, 65, 165, 33, 133, 1, 101, 0, 100, 220, 129, 2, 102, 11],
                     np.uint8)
    plain = [17, 17, 9, 9, 5, 5, 3, 3, 65, 65, 33, 33, 1, 1, 0, 0, 0, 129, 0, 0, 9]
    assert plain_classes(codes).tolist() == plain and plain_classes(codes, False).tolist() == plain
    across = np.array([35, 37, 67, 69, 135, 137, 167, 169], np.uint8)
    assert plain_classes(across).tolist() == [33, 33, 65, 65, 33, 33, 65, 65]
    assert plain_classes(across, transition=False).tolist() == [3, 5, 3, 5, 3, 5, 3, 5]


def test_statistics():
    codes = codes_of(['EEE.....EEE.i', 'ECbBBBBBbCE..', 'EEE.....EEE O', '.............'])
    found = pattern_statistics(codes)
    assert found.of('core') == (2, pytest.approx(100 * 2 / 24), 2)
    assert found.of('edge') == (16, pytest.approx(100 * 16 / 24), 2)
    assert found.of('bridge')[::2] == (5, 1) and found.of('islet')[::2] == (1, 1)
    assert found.of('loop') == (0, 0.0, 0)
    assert found.of('core_opening')[::2] == (1, 1) and found.of('missing')[0] == 1
    assert np.isnan(found.of('background')[1])
    assert np.nansum(found.shares) == pytest.approx(100) and found.cells.sum() == codes.size
