"""What the potentials of all sources say about pairs, strip by strip, so that they may lie in files."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from ..checks import never, stop_if

STRIP_BYTES = 3e7
# From so many sources on, sorting beats the loop over pairs.
SORTED = 200


class GridSums:
    """Sums over pairs on one part.

    Parameters
    ----------
    kernels : the module current_compiled
    circuit : grid_multigrid.Circuit
    planes : per source (rows + 2, cols + 2) potentials, None for 0 everywhere; all 0 at the same node
    cells : per source a flat index of its node without rim
    shape : (rows, cols)
    threads : how many strips are worked on at once
    """

    def __init__(self, kernels, circuit, planes, cells, shape, threads=1):
        self.kernels, self.circuit, self.planes, self.shape, self.threads = kernels, circuit, planes, shape, threads
        rows, columns = np.divmod(np.asarray(cells), shape[1])
        self.cells = (rows + 1) * (shape[1] + 2) + columns + 1

    def resistances(self) -> np.ndarray:
        """(n, n) effective resistances."""
        at = np.array([self._at(index, self.cells) for index in range(len(self.planes))])
        own = np.diag(at)
        return own[:, None] + own[None] - at - at.T

    def cumulative(self, run, zero_focal=False, cancelled=never) -> np.ndarray:
        """(rows, cols) summed current over the pairs marked in ``run``."""
        first, second = np.nonzero(np.triu(run))
        everyone = len(run) >= SORTED and bool((run | (self.cells[:, None] == self.cells[None])).all())
        total = np.zeros(self.circuit.shape)

        def strip(start, stop):
            stop_if(cancelled)
            planes, edges = self._rows(start, stop + 1)
            own = np.zeros(edges.shape[1:])
            if everyone:
                _add_sorted_sums(planes, edges, own)
            else:
                self.kernels.add_pair_sums(planes, edges, first, second, own)
            return start, own

        for start, own in self._strips(strip):
            total[start:start + len(own)] += own
        flat = total.ravel()
        for cells in self.circuit.ties:
            flat[cells] = flat[cells].sum()
        ends = run.sum(axis=1) * (-0.5 if zero_focal else 0.5)
        for cell, amount in zip(self.cells, ends):
            flat[self._own_cells(cell)] += amount
        return total[1:-1, 1:-1]

    def maximum(self, run, zero_focal=False, cancelled=never) -> np.ndarray:
        """(rows, cols) largest current over the pairs marked in ``run``."""
        first, second = np.nonzero(np.triu(run))
        largest = np.zeros(self.circuit.shape)

        def strip(start, stop):
            stop_if(cancelled)
            planes, edges = self._rows(start - 1, stop + 1)
            own = np.zeros(edges.shape[1:])
            self.kernels.take_pair_maxima(planes, edges, first, second, own)
            return start, own[1:-1]

        for start, own in self._strips(strip):
            largest[start:start + len(own)] = own
        flat = largest.ravel()
        special = {int(cells[0]): cells for cells in self.circuit.ties}
        special.update({int(self._own_cells(cell)[0]): self._own_cells(cell) for cell in self.cells})
        for cells in special.values():
            flat[cells] = self._node_maximum(cells, first, second, zero_focal)
        return largest[1:-1, 1:-1]

    def _node_maximum(self, cells, first, second, zero_focal):
        """The largest current through one node, of several cells or a source."""
        width = self.circuit.shape[1]
        inside = np.zeros(self.circuit.shape[0] * width, bool)
        inside[cells] = True
        flows = []
        for plane, step in enumerate((1, width, width + 1, width - 1)):
            g = self.circuit.edges[plane].ravel()
            for here, there, value in ((cells, cells + step, g[cells]), (cells, cells - step, g[cells - step])):
                leads = (value > 0) & ~inside[there]
                flows.append(np.array([value[leads] * (self._at(index, here[leads]) - self._at(index, there[leads]))
                                       for index in range(len(self.planes))]))
        flow = np.concatenate(flows, axis=1)
        own = np.isin(self.cells, cells)
        best = 0.0
        for i, j in zip(first, second):
            through = 0.5 * float(np.abs(flow[i] - flow[j]).sum())
            if own[i] != own[j]:
                through = 0.0 if zero_focal else through + 0.5
            best = max(best, through)
        return best

    def _own_cells(self, cell):
        """All cells of the node that holds this one."""
        for cells in self.circuit.ties:
            if cell in cells:
                return cells
        return np.array([cell])

    def _at(self, index, cells):
        plane = self.planes[index]
        return np.zeros(len(cells)) if plane is None else plane.reshape(-1)[cells]

    def _rows(self, start, stop):
        """Potentials of all sources and conductances of some rows of the grid with its rim."""
        planes = np.zeros((len(self.planes), stop - start, self.circuit.shape[1]))
        for own, plane in zip(planes, self.planes):
            if plane is not None:
                own[:] = plane[start:stop]
        return planes, np.ascontiguousarray(self.circuit.edges[:, start:stop])

    def _strips(self, function):
        """``function(start, stop)`` over the rows, in order."""
        rows = self.shape[0]
        size = max(4, int(STRIP_BYTES / (8 * len(self.planes) * self.circuit.shape[1])))
        starts = range(1, rows + 1, size)
        with ThreadPoolExecutor(self.threads) as pool:
            waiting = []
            for start in starts:
                waiting.append(pool.submit(function, start, min(start + size, rows + 1)))
                if len(waiting) > 2 * self.threads:
                    yield waiting.pop(0).result()
            for each in waiting:
                yield each.result()


def _add_sorted_sums(planes, edges, current):
    """As current_compiled.add_pair_sums for all pairs: the sum of |a - b| is that of (2 k - n + 1) a_k, a sorted."""
    count = len(planes)
    weight = 2.0 * np.arange(count) - count + 1
    rows, columns = edges.shape[1] - 1, edges.shape[2]
    for plane, (down, right) in enumerate(((0, 1), (1, 0), (1, 1), (1, -1))):
        here = slice(0, rows), slice(1, columns - 1)
        there = slice(down, rows + down), slice(1 + right, columns - 1 + right)
        flow = np.moveaxis(planes[:, here[0], here[1]] - planes[:, there[0], there[1]], 0, -1)
        total = 0.5 * edges[plane][here] * (np.sort(flow, axis=-1) @ weight)
        current[here] += total
        current[there] += total
