"""Circuits on the raster itself: multigrid on cells, sums over pairs, any sources and grounds."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.circuit import raster_advanced, raster_solver
from ecorestore.ecorestore_plugin.core.circuit.raster_advanced import raster_solve
from ecorestore.ecorestore_plugin.core.circuit.raster_parts import parts_of
from ecorestore.ecorestore_plugin.core.circuit.raster_solver import focal_sums
from ecorestore.ecorestore_plugin.core.engine import kernels
from ecorestore.ecorestore_plugin.core.errors import CancelledError, CapacityError, SolverError

SQRT2 = np.sqrt(2.0)
RULES = [(8, 'resistance'), (8, 'conductance'), (4, 'resistance'), (4, 'conductance')]


@pytest.fixture(params=['scipy', 'compiled'])
def path(request, monkeypatch):
    """Both ways to solve, on rasters of any size."""
    monkeypatch.setattr(kernels, '_state', dict(kernels._state))
    monkeypatch.setattr(raster_solver, 'SMALL', 0)
    monkeypatch.setattr(raster_advanced, 'SMALL', 0)
    if request.param == 'compiled':
        pytest.importorskip('numba', reason='compiled kernels need numba')
        kernels.enter_worker(True, 2)
    return request.param


def holed(rows, columns, seed, share=0.15, decades=2):
    """Conductance over some orders of magnitude, with holes of a few cells and single ones."""
    from scipy import ndimage
    random = np.random.default_rng(seed)
    conductance = 10.0 ** random.uniform(-decades, 0, (rows, columns))
    blobs = ndimage.gaussian_filter(random.random((rows, columns)), 1.5)
    conductance[blobs > np.quantile(blobs, 1 - share)] = 0
    conductance[random.random((rows, columns)) < 0.03] = 0
    return conductance


def block(columns, row, column, height, width):
    return (np.arange(row, row + height)[:, None] * columns + np.arange(column, column + width)).ravel()


def dense_matrix(conductance, neighbours, average, groups):
    """Node of each cell and the Laplacian, written down cell by cell."""
    rows, columns = conductance.shape
    owner = np.arange(conductance.size)
    conducts = conductance.ravel() > 0
    for cells in groups:
        if conducts[cells].any():
            conducts[cells] = True
            owner[np.isin(owner, owner[cells])] = owner[cells[0]]
    numbers = {cell: place for place, cell in enumerate(np.unique(owner[conducts]))}
    node = np.array([numbers[own] if real else -1 for own, real in zip(owner, conducts)])
    matrix = np.zeros((len(numbers),) * 2)
    for y in range(rows):
        for x in range(columns):
            for down, right in ((0, 1), (1, 0), (1, 1), (1, -1))[:neighbours // 2]:
                if not (y + down < rows and 0 <= x + right < columns):
                    continue
                a, b = node[y * columns + x], node[(y + down) * columns + x + right]
                if a < 0 or b < 0 or a == b:
                    continue
                one, other = conductance[y, x], conductance[y + down, x + right]
                length = SQRT2 if down and right else 1.0
                if average == 'conductance':
                    g = (one + other) / 2 / length
                else:
                    g = 0.0 if one == 0 or other == 0 else 1 / (length * (1 / one + 1 / other) / 2)
                matrix[[a, b], [a, b]] += g
                matrix[[a, b], [b, a]] -= g
    return node, matrix


def dense_pairs(conductance, focal, neighbours, average, regions):
    """Resistances, summed and largest currents, a pseudo-inverse and a loop over pairs."""
    from scipy.sparse.csgraph import connected_components
    node, matrix = dense_matrix(conductance, neighbours, average, [*regions, *focal])
    label = connected_components(matrix != 0)[1]
    inverse = np.linalg.pinv(matrix, hermitian=True)
    ends = [node[cells[0]] for cells in focal]
    resistance = np.full((len(focal),) * 2, -1.0)
    np.fill_diagonal(resistance, 0)
    total, largest = np.zeros((2, len(matrix)))
    for i in range(len(focal)):
        for j in range(i):
            a, b = ends[i], ends[j]
            if a < 0 or b < 0 or label[a] != label[b]:
                continue
            volt = inverse[:, a] - inverse[:, b]
            resistance[i, j] = resistance[j, i] = volt[a] - volt[b]
            flow = -matrix * (volt[:, None] - volt[None])
            through = np.maximum(np.where(flow > 0, flow, 0).sum(axis=1), np.where(flow < 0, -flow, 0).sum(axis=1))
            if a != b:
                total += through
                largest = np.maximum(largest, through)
    spread = [np.append(values, np.nan)[node].reshape(conductance.shape) for values in (total, largest)]
    return resistance, *spread


@pytest.mark.parametrize(('neighbours', 'average'), RULES)
@pytest.mark.parametrize('seed', [1, 2])
def test_pairs_equal_brute_force(path, neighbours, average, seed):
    conductance = holed(21, 34, seed)
    conductance[:3, :4] = [[1, 1, 1, 0], [1, 1, 1, 0], [0, 0, 0, 0]]  # a part of its own
    known = np.flatnonzero(conductance.ravel() > 0)
    random = np.random.default_rng(seed)
    focal = [np.array([0]), *(np.array([cell]) for cell in random.choice(known[known > 200], 3)),
             block(34, 5, 8, 3, 4), np.concatenate([block(34, 16, 2, 2, 2), block(34, 12, 25, 1, 3)])]
    regions = [block(34, 9, 10, 2, 8), block(34, 18, 30, 2, 2)]
    expected = dense_pairs(conductance, focal, neighbours, average, regions)
    found = focal_sums(conductance, focal, neighbours, average, regions=regions, maximum=True, tolerance=1e-12)
    for ours, theirs in zip((found.resistance, found.current, found.maximum), expected):
        np.testing.assert_allclose(ours, theirs, rtol=1e-8, atol=1e-9)
    assert found.residual < 1e-9
    assert (found.iterations > 0) == (path == 'compiled')


def test_both_paths_agree_on_cells_that_are_not_square(monkeypatch):
    pytest.importorskip('numba', reason='compiled kernels need numba')
    conductance = holed(50, 40, 5)
    focal = [np.array([cell]) for cell in np.flatnonzero(conductance.ravel() > 0)[[3, 700, -2]]]
    found = []
    monkeypatch.setattr(kernels, '_state', dict(kernels._state))
    monkeypatch.setattr(raster_solver, 'SMALL', 0)
    for compiled in (False, True):
        kernels.enter_worker(compiled)
        found.append(focal_sums(conductance, focal, cell=(30.0, 10.0), tolerance=1e-12))
    np.testing.assert_allclose(found[0].current, found[1].current, rtol=1e-9, atol=1e-10)
    np.testing.assert_allclose(found[0].resistance, found[1].resistance, rtol=1e-9)


def test_single_precision_is_refined(monkeypatch):
    pytest.importorskip('numba', reason='compiled kernels need numba')
    monkeypatch.setattr(kernels, '_state', dict(kernels._state))
    monkeypatch.setattr(raster_solver, 'SMALL', 0)
    kernels.enter_worker(True)
    conductance = holed(50, 40, 5)
    focal = [np.array([cell]) for cell in np.flatnonzero(conductance.ravel() > 0)[[3, -2]]]
    double = focal_sums(conductance, focal, tolerance=1e-12)
    single = focal_sums(conductance, focal, tolerance=1e-6, single=True)
    assert single.residual <= 1e-6
    np.testing.assert_allclose(single.current, double.current, atol=1e-4)
    assert single.resistance[0, 1] == pytest.approx(double.resistance[0, 1], rel=1e-6)


def test_pairs_left_out(path):
    conductance = holed(20, 20, 3, share=0.05)
    focal = [np.array([cell]) for cell in np.flatnonzero(conductance.ravel() > 0)[[0, 100, 200, -1]]]
    wanted = np.zeros((4, 4), bool)
    wanted[0, 1] = wanted[1, 0] = wanted[2, 3] = wanted[3, 2] = True
    both = focal_sums(conductance, focal, wanted=wanted, maximum=True, tolerance=1e-12)
    one, other = (focal_sums(conductance, [focal[i] for i in pair], tolerance=1e-12) for pair in ((0, 1), (2, 3)))
    np.testing.assert_allclose(both.current, one.current + other.current, atol=1e-9)
    np.testing.assert_allclose(both.maximum, np.maximum(one.current, other.current), atol=1e-9)
    assert both.resistance[0, 2] == -1 and both.pairs == 2
    assert both.resistance[2, 3] == pytest.approx(other.resistance[0, 1])


def test_focal_cells_can_count_as_zero(path):
    conductance = np.ones((12, 12))
    focal = [np.array([0]), np.array([143]), np.array([70])]
    full = focal_sums(conductance, focal, maximum=True, tolerance=1e-12)
    bare = focal_sums(conductance, focal, maximum=True, zero_focal=True, tolerance=1e-12)
    expected = full.current.copy()
    for cells in focal:
        expected.ravel()[cells] -= 2.0  # every source is an end of two pairs
    np.testing.assert_allclose(bare.current, expected, atol=1e-9)
    # What is left at a source is the current of the pair of the other two.
    for cells in focal:
        assert bare.maximum.ravel()[cells] == pytest.approx(bare.current.ravel()[cells])
        assert full.maximum.ravel()[cells] == pytest.approx(1.0)


def test_many_sources_are_summed_by_sorting(path, monkeypatch):
    from ecorestore.ecorestore_plugin.core.circuit import raster_sums
    conductance = holed(20, 20, 4, share=0.05)
    focal = [np.array([cell]) for cell in np.flatnonzero(conductance.ravel() > 0)[::40]]
    by_pairs = focal_sums(conductance, focal, tolerance=1e-12).current
    monkeypatch.setattr(raster_sums, 'SORTED', 2)
    monkeypatch.setattr(raster_sums, 'STRIP_BYTES', 1)  # and strips of few rows
    np.testing.assert_allclose(focal_sums(conductance, focal, tolerance=1e-12).current, by_pairs, atol=1e-10)


def test_kirchhoff(path):
    """At every cell that is no source, what flows in flows out: half the sum of flows is the current shown."""
    conductance = holed(40, 37, 6)
    current = np.zeros(conductance.shape)
    cells = np.flatnonzero(conductance.ravel() > 0)
    current.ravel()[cells[[5, 700]]] = 2.0, -0.5
    ground = np.zeros(conductance.shape)
    ground.ravel()[cells[[300, 900]]] = 0.3, np.inf
    found = raster_solve(conductance, current, ground, tolerance=1e-12)
    node, matrix = dense_matrix(conductance, 8, 'resistance', [])
    volt = np.zeros(len(matrix))
    inside = node >= 0
    volt[node[inside]] = np.nan_to_num(found.voltage.ravel()[inside])
    missing = matrix @ volt + ground.ravel()[inside].clip(max=1) * volt - current.ravel()[inside]
    held = np.isinf(ground.ravel()[inside])
    reached = volt != 0
    assert np.abs(missing[~held & reached]).max() < 1e-9
    assert volt[held] == 0
    # All that comes in leaves through the two grounds.
    drained = 0.3 * found.voltage.ravel()[cells[300]]
    assert drained + found.current.ravel()[cells[900]] == pytest.approx(1.5, abs=1e-9)


@pytest.mark.parametrize(('neighbours', 'average'), RULES)
def test_sources_and_grounds_equal_brute_force(path, neighbours, average):
    conductance = holed(24, 23, 7, share=0.08)
    conductance[10:13, 3:9] = 0.5
    regions = [block(23, 10, 3, 2, 4), block(23, 2, 15, 2, 3)]
    random = np.random.default_rng(0)
    current = np.where(random.random(conductance.shape) < 0.1, random.uniform(-1, 2, conductance.shape), 0.0)
    ground = np.where(random.random(conductance.shape) < 0.02, random.uniform(0.01, 5, conductance.shape), 0.0)
    ground[2, 16] = ground[20, 20] = np.inf
    conductance[20, 20] = 1.0
    node, matrix = dense_matrix(conductance, neighbours, average, regions)
    inside = node >= 0
    source = np.bincount(node[inside], current.ravel()[inside])
    leak = np.bincount(node[inside], ground.ravel()[inside])
    free = ~np.isinf(leak)
    from scipy.sparse.csgraph import connected_components
    label = connected_components(matrix != 0)[1]
    free &= (np.bincount(label, leak) > 0)[label]  # parts without ground carry nothing
    volt = np.zeros(len(matrix))
    volt[free] = np.linalg.solve(matrix[np.ix_(free, free)] + np.diag(leak[free]), source[free])
    found = raster_solve(conductance, current, ground, neighbours, average, regions=regions, tolerance=1e-12)
    expected = np.append(volt, np.nan)[node].reshape(conductance.shape)
    np.testing.assert_allclose(found.voltage, expected, rtol=1e-8, atol=1e-10)


def test_a_balanced_part_needs_no_ground(path):
    conductance = np.ones((5, 9))
    conductance[:, 4] = 0
    current = np.zeros((5, 9))
    current[2, 0], current[2, 3] = 1, -1  # balanced
    current[2, 6] = 1  # no way out
    found = raster_solve(conductance, current, neighbours=4, tolerance=1e-12)
    assert found.undriven == 1
    assert np.nanmin(found.voltage[:, :4]) == 0 and (found.voltage[:, 5:] == 0).all()
    assert found.current[2, 0] == pytest.approx(1) and (found.current[:, 5:] == 0).all()
    assert np.isnan(found.voltage[:, 4]).all()


def test_parts_of_a_raster():
    conductance = np.array([[1, 0, 1, 0], [0, 0, 0, 0], [1, 1, 0, 1.0]])
    assert parts_of(conductance).label.max() == 4
    tied = parts_of(conductance, regions=[np.array([0, 2]), np.array([2, 8])])  # two regions that share a cell
    assert tied.label.ravel()[[0, 2, 8, 9]].tolist() == [1, 1, 1, 1] and tied.label.max() == 2
    assert tied.first_nodes([np.array([9]), np.array([8]), np.array([2]), np.array([1]), np.array([], int)]).tolist() \
        == [9, 0, 0, -1, -1]
    # Nodata cells of a region are nodes; with average conductance they lead on, with average resistance they do not.
    bridge = [np.array([8, 9, 10])]
    assert parts_of(conductance, regions=bridge).label.max() == 4
    assert parts_of(conductance, average='conductance', regions=bridge).label.max() == 3


def test_no_sources_and_one_cell(path):
    found = focal_sums(np.ones((1, 1)), [np.array([0]), np.array([0])])
    assert found.resistance.tolist() == [[0, 0], [0, 0]] and found.current.tolist() == [[0]] and found.pairs == 0
    apart = focal_sums(np.array([[1.0, 0, 1]]), [np.array([0]), np.array([2]), np.array([1])])
    assert apart.resistance.tolist() == [[0, -1, -1], [-1, 0, -1], [-1, -1, 0]]
    assert np.isnan(apart.current[0, 1]) and apart.current[0, 0] == 0


def test_a_stalled_iteration_is_solved_directly(monkeypatch):
    pytest.importorskip('numba', reason='compiled kernels need numba')
    from ecorestore.ecorestore_plugin.core.circuit.grid_multigrid import Multigrid
    monkeypatch.setattr(kernels, '_state', dict(kernels._state))
    monkeypatch.setattr(raster_solver, 'SMALL', 0)
    kernels.enter_worker(True)

    def stall(self, b, *rest):
        raise SolverError('Stalled.')

    monkeypatch.setattr(Multigrid, 'solve', stall)
    said = []
    found = focal_sums(np.ones((30, 30)), [np.array([0]), np.array([899])],
                       progress=lambda fraction, text='', **values: said.append(text))
    assert found.resistance[0, 1] > 0 and found.iterations == 0 and any('stalled' in text for text in said)


def test_what_cannot_fit_is_refused_before_the_start(monkeypatch):
    pytest.importorskip('numba', reason='compiled kernels need numba')
    monkeypatch.setattr(kernels, '_state', dict(kernels._state))
    monkeypatch.setattr(raster_solver, 'SMALL', 0)
    monkeypatch.setattr(raster_solver, 'GRID_BYTES', {False: 1e15})
    kernels.enter_worker(True)
    with pytest.raises(CapacityError, match='2 x 100'):
        focal_sums(np.ones((10, 10)), [np.array([0]), np.array([99])])


def test_cancel(path):
    with pytest.raises(CancelledError):
        focal_sums(np.ones((9, 9)), [np.array([0]), np.array([80])], cancelled=lambda: True)


@pytest.mark.parametrize(('neighbours', 'most'), [(4, 18), (8, 15)])
def test_few_iterations_on_a_raster_with_holes(neighbours, most, monkeypatch):
    pytest.importorskip('numba', reason='compiled kernels need numba')
    monkeypatch.setattr(kernels, '_state', dict(kernels._state))
    kernels.enter_worker(True, 2)
    conductance = holed(300, 310, 8)
    label = parts_of(conductance, neighbours).label
    largest = np.flatnonzero(label.ravel() == np.bincount(label.ravel())[1:].argmax() + 1)
    found = focal_sums(conductance, [largest[[0]], largest[[-1]]], neighbours, tolerance=1e-8)
    assert 0 < found.iterations <= most and found.residual <= 1e-8
