"""Exact natural breaks: the partition of sorted values with the least squared deviation from the class means.

The dynamic programme is not run over every value. Places where a class may end are first looked at coarsely; what a
partition through a place must cost at least, and what the best partition found so far costs, rules most places out, and
the rest is looked at more finely until single values are left. No place the best partition goes through is ever
ruled out, so that the result is exact; for a million values a few thousand places per class remain.
"""

from __future__ import annotations

import numpy as np

from .checks import never, silent, stop_if

PLACES = 2048
# Rounding must not rule out an equally good partition.
SLACK = 1e-9


class Ordered:
    """Sorted different values as weighted groups, with prefix sums for the deviation of any run of groups.

    Parameters
    ----------
    values : known floats; groups : beyond this many different values, neighbours are joined into that many groups of
        equal count
    """

    def __init__(self, values, groups):
        different, counts = np.unique(values, return_counts=True)
        self.different = different.size
        self.minimum = different[0]
        distance = different - values.mean()
        sums, squares = counts * distance, counts * distance ** 2
        last = np.arange(different.size)
        if different.size > groups:
            number = (np.cumsum(counts) - counts) * groups // counts.sum()
            last = np.append(np.flatnonzero(np.diff(number)), different.size - 1)
        self.highest = different[last]
        self._count = np.append(0.0, np.cumsum(counts)[last])
        self._sum = np.append(0.0, np.cumsum(sums)[last])
        self._square = np.append(0.0, np.cumsum(squares)[last])

    def __len__(self):
        return self.highest.size

    def deviation(self, first, end):
        """Squared deviation from their mean of the groups from ``first`` to before ``end``; 0 where that is none."""
        count = self._count[end] - self._count[first]
        total = self._sum[end] - self._sum[first]
        square = self._square[end] - self._square[first]
        full = count > 0
        return np.where(full, np.maximum(square - total * total / np.where(full, count, 1.0), 0.0), 0.0)

    def limits(self, ends):
        """Limits of the classes that end before the groups ``ends``."""
        return np.concatenate([[self.minimum], self.highest[np.asarray(ends, dtype=np.int64) - 1]])


def best_ends(ordered, classes, progress=silent, cancelled=never):
    """Where the classes of the best partition end, and its deviation.

    Parameters
    ----------
    ordered : Ordered; classes : 1 to the number of groups

    Returns
    -------
    (classes,) integers, the group after the last one of each class; float

    Source: Fisher 1958, doi:10.1080/01621459.1958.10501479 (the partition); Aggarwal et al. 1987,
    doi:10.1007/BF01840359 (searching monotone matrices)
    """
    n = len(ordered)
    if classes == 1:
        return np.array([n]), float(ordered.deviation(np.array([0]), np.array([n]))[0])
    cells = [_split([number], [n - classes + number], PLACES) for number in range(1, classes)]
    best, before = np.inf, n * classes
    while True:
        stop_if(cancelled)
        places = [np.unique(np.concatenate(pair)) for pair in cells]
        best = min(best, _through(ordered, places, n)[1])
        cells = _possible(ordered, cells, best, n)
        left = sum(int((end - start + 1).sum()) for start, end in cells)
        progress(1 - left / (n * classes), 'Natural breaks: {count} places left', count=left)
        if left <= 4 * PLACES * classes or all((end - start <= 1).all() for start, end in cells):
            return _through(ordered, [_all_places(*pair) for pair in cells], n)
        # Where nothing could be ruled out, smaller steps.
        parts = 8 if left > 0.5 * before else 2
        cells = [_split(start, end, max(PLACES, parts * start.size)) for start, end in cells]
        before = left


def _split(start, end, count):
    """Cells from ``start`` to ``end`` (both included) cut into about ``count`` cells in all."""
    start, end = np.asarray(start, dtype=np.int64), np.asarray(end, dtype=np.int64)
    parts = np.minimum(max(1, -(-count // start.size)), np.maximum(end - start, 1))
    owner = np.repeat(np.arange(start.size), parts)
    number = np.arange(owner.size) - np.repeat(np.cumsum(parts) - parts, parts)
    width = (end - start)[owner]
    return (start[owner] + number * width // parts[owner], start[owner] + (number + 1) * width // parts[owner])


def _all_places(start, end):
    lengths = end - start + 1
    offsets = np.repeat(np.cumsum(lengths) - lengths, lengths)
    return np.unique(np.arange(lengths.sum()) - offsets + np.repeat(start, lengths))


def _possible(ordered, cells, best, n):
    """The cells that a partition no worse than ``best`` may go through.

    A class between an end in one cell and an end in another holds at least the groups between the two cells.
    """
    bound = best * (1 + SLACK) + SLACK * float(ordered.deviation(np.array([0]), np.array([n]))[0])
    first, last = np.array([0]), np.array([n])
    before = [ordered.deviation(first[0], cells[0][0])]
    for (_, end), (start, _) in zip(cells, cells[1:]):
        before.append(_least(ordered, before[-1], end, start, np.full(start.size, end.size))[0])
    # The same from the right, on the mirrored axis.
    after = [ordered.deviation(cells[-1][1], last[0])]
    for (_, end), (start, _) in zip(cells[-2::-1], cells[:0:-1]):
        after.append(_least(_Mirrored(ordered, n), after[-1][::-1], (n - start)[::-1], (n - end)[::-1],
                            np.full(end.size, start.size))[0][::-1])
    kept = []
    for (start, end), one, other in zip(cells, before, after[::-1]):
        fine = one + other <= bound
        kept.append((start[fine], end[fine]))
    return kept


class _Mirrored:
    """The groups from the other side."""

    def __init__(self, ordered, n):
        self.ordered, self.n = ordered, n

    def deviation(self, first, end):
        return self.ordered.deviation(self.n - end, self.n - first)


def _through(ordered, places, n):
    """The best ends among ``places`` (a sorted array per class but the last), and their deviation."""
    cost, starts = ordered.deviation(0, places[0]), []
    for ends, following in zip(places, [*places[1:], np.array([n])]):
        cost, start = _least(ordered, cost, ends, following, np.searchsorted(ends, following))
        starts.append(start)
    found, position = [n], 0
    for ends, start in zip(places[::-1], starts[::-1]):
        position = start[position]
        found.append(int(ends[position]))
    return np.array(found[::-1]), float(cost[-1])


def _least(ordered, before, columns, rows, usable):
    """Per row the least of before[column] + deviation(columns[column], rows[row]) and the first column that has it.

    The best column never moves left from one row to the next, so that the middle row of a stretch confines both its
    halves; all stretches of a level are searched in one go.

    Parameters
    ----------
    before : cost up to each column
    columns, rows : ascending places where a class begins, and where it ends
    usable : how many columns, from the first on, each row may take; rows without any cost infinitely much
    """
    cost, best = np.full(rows.size, np.inf), np.zeros(rows.size, np.int64)
    lowest = int(np.searchsorted(usable, 1))
    low, high = np.array([lowest]), np.array([rows.size - 1])
    first, last = np.array([0]), np.array([columns.size - 1])
    while low.size and low[0] <= high[0]:
        middle = (low + high) // 2
        lengths = np.minimum(last, usable[middle] - 1) - first + 1
        offsets = np.cumsum(lengths) - lengths
        stretch = np.repeat(np.arange(low.size), lengths)
        candidate = np.arange(stretch.size) - (offsets - first)[stretch]
        total = before[candidate] + ordered.deviation(columns[candidate], rows[middle][stretch])
        least = np.minimum.reduceat(total, offsets)
        hit = np.flatnonzero(total == least[stretch])[::-1]
        chosen = np.empty(low.size, np.int64)
        chosen[stretch[hit]] = candidate[hit]
        cost[middle], best[middle] = least, chosen
        low, high, first, last = (np.concatenate(pair) for pair in (
            (low, middle + 1), (middle - 1, high), (first, chosen), (chosen, last)))
        keep = low <= high
        low, high, first, last = low[keep], high[keep], first[keep], last[keep]
    return cost, best
