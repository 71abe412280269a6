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
# Sums are kept at every so many different values, and made up from there.
STEP = 32
STRETCH = 1 << 22


class Ordered:
    """Sorted different values and how often each occurs, with what the deviation of any run of them takes.

    Beside the different values themselves it holds 8 bytes and a fraction of one for each, so that hundreds of millions
    fit the memory.

    Parameters
    ----------
    values : known floats, single or double precision, which are kept; sorted in place where ``owned``
    groups : beyond this many different values, neighbours are joined into that many groups of equal count; None for
        never
    """

    def __init__(self, values, groups=None, owned=False):
        ordered = values if owned else np.array(values)
        ordered.sort()
        last = _changes(ordered)
        self.different = last.size
        self.minimum, self.size = float(ordered[0]), ordered.size
        self._values, self._cells = _compact(ordered, last), np.concatenate([np.zeros(1, last.dtype), last + 1])
        self._centre = sum(float((values * counts).sum()) for _, values, counts in self._stretches()) / self.size
        self._anchor = self._anchors()
        # Where each group ends, as a position among the different values; every value is a group as a rule.
        self._ends = None
        if groups is not None and self.different > groups:
            number = self._cells[:-1].astype(np.int64) * groups // self.size
            self._ends = np.append(0, np.append(np.flatnonzero(np.diff(number)) + 1, self.different))

    def _stretches(self):
        """(start, values, how often each occurs) of the different values, a stretch at a time."""
        for start in range(0, self.different, STRETCH):
            yield (start, self._values[start:start + STRETCH].astype(float),
                   np.diff(self._cells[start:start + STRETCH + 1]))

    def _anchors(self):
        """(sum, sum of squares) of the values before every STEP-th different value, about their mean."""
        found = np.zeros((2, -(-self.different // STEP) + 1))
        for start, values, counts in self._stretches():
            distance = values - self._centre
            for row, power in zip(found, (distance, distance ** 2)):
                sums = np.add.reduceat(counts * power, np.arange(0, distance.size, STEP))
                row[start // STEP + 1:start // STEP + 1 + sums.size] = sums
        return np.cumsum(found, axis=1)

    def __len__(self):
        return self.different if self._ends is None else self._ends.size - 1

    def sums(self, places):
        """(3, n) number, sum and sum of squares of the values before the groups ``places``, about the mean of all."""
        places = np.asarray(places, dtype=np.int64)
        found = np.empty((3, places.size))
        for start in range(0, places.size, STRETCH // STEP):
            part = slice(start, start + STRETCH // STEP)
            found[:, part] = self._sums(places[part] if self._ends is None else self._ends[places[part]])
        return found

    def _sums(self, places):
        anchor = places // STEP
        position = (anchor * STEP)[:, np.newaxis] + np.arange(STEP)
        inside = position < places[:, np.newaxis]
        position = np.minimum(position, self.different - 1)
        counts = np.where(inside, self._cells[position + 1] - self._cells[position], 0)
        distance = self._values[position].astype(float) - self._centre
        return np.stack([self._cells[places].astype(float), self._anchor[0, anchor] + (counts * distance).sum(axis=1),
                         self._anchor[1, anchor] + (counts * distance ** 2).sum(axis=1)])

    def limits(self, ends):
        """Limits of the classes that end before the groups ``ends``."""
        ends = np.asarray(ends, dtype=np.int64)
        ends = ends if self._ends is None else self._ends[ends]
        return np.concatenate([[self.minimum], self._values[ends - 1].astype(float)])

    def upto(self, limits):
        """(3, n) sums of the values up to each limit, as :meth:`sums`."""
        limits = np.asarray(limits, dtype=float)
        nearest = limits.astype(self._values.dtype)
        # A limit between two numbers of single precision is the lower one: values are of that precision too.
        nearest = np.where(nearest > limits, np.nextafter(nearest, nearest.dtype.type(-np.inf)), nearest)
        return self._sums(np.searchsorted(self._values, nearest, side='right'))

    def quantiles(self, shares):
        """Quantiles of the values by linear interpolation between two of them, as numpy's default."""
        place = np.asarray(shares, dtype=float) * (self.size - 1)
        lower = np.floor(place).astype(np.int64)
        one, other = (self._at(np.minimum(rank, self.size - 1)) for rank in (lower, lower + 1))
        return one + (other - one) * (place - lower)

    def _at(self, ranks):
        """Values at positions of the sorted values with their repeats."""
        place = np.searchsorted(self._cells, ranks.astype(self._cells.dtype), side='right') - 1
        return self._values[place].astype(float)


def _changes(ordered):
    """Positions of the last of every run of equal values, in the smallest integers that hold them."""
    kind = np.uint32 if ordered.size < 2 ** 32 - 1 else np.int64
    found = []
    for start in range(0, ordered.size - 1, STRETCH):
        part = ordered[start:start + STRETCH + 1]
        found.append((np.flatnonzero(part[1:] != part[:-1]) + start).astype(kind))
    return np.concatenate([*found, np.array([ordered.size - 1], kind)])


def _compact(ordered, last):
    """The values at ascending positions, moved to the front of the array they are in."""
    if last.size < ordered.size:
        for start in range(0, last.size, STRETCH):
            ordered[start:start + STRETCH][:last.size - start] = ordered[last[start:start + STRETCH]]
    return ordered[:last.size]


def deviation(first, end):
    """Squared deviation from their mean of the values between two places, from the :meth:`Ordered.sums` up to each; 0
    where there are none between them."""
    count, total, square = end - first
    full = count > 0
    return np.where(full, np.maximum(square - total * total / np.where(full, count, 1.0), 0.0), 0.0)


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
        return np.array([n]), float(deviation(*(ordered.sums([place]) for place in (0, n)))[0])
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
    first, last = ordered.sums([0]), ordered.sums([n])
    bound = best * (1 + SLACK) + SLACK * float(deviation(first, last)[0])
    starts, ends = ([ordered.sums(places) for places in side] for side in zip(*cells))
    before = [deviation(first, starts[0])]
    for end, start in zip(ends, starts[1:]):
        before.append(_least(before[-1], end, start, np.full(start.shape[1], end.shape[1]))[0])
    # The same from the right, on the mirrored axis.
    after = [deviation(ends[-1], last)]
    for end, start in zip(ends[-2::-1], starts[:0:-1]):
        after.append(_least(after[-1][::-1], -start[:, ::-1], -end[:, ::-1],
                            np.full(end.shape[1], start.shape[1]))[0][::-1])
    kept = []
    for (start, end), one, other in zip(cells, before, after[::-1]):
        fine = one + other <= bound
        kept.append((start[fine], end[fine]))
    return kept


def _through(ordered, places, n):
    """The best ends among ``places`` (a sorted array per class but the last), and their deviation."""
    places = [*places, np.array([n])]
    sums = [ordered.sums(each) for each in places]
    cost, starts = deviation(ordered.sums([0]), sums[0]), []
    for position, (ends, following) in enumerate(zip(places, places[1:])):
        cost, start = _least(cost, *sums[position:position + 2], np.searchsorted(ends, following))
        starts.append(start)
    found, position = [n], 0
    for ends, start in zip(places[-2::-1], starts[::-1]):
        position = start[position]
        found.append(int(ends[position]))
    return np.array(found[::-1]), float(cost[-1])


def _least(before, columns, rows, usable):
    """Per row the least of before[column] + deviation from column to row, and the first column that has it.

    The best column never moves left from one row to the next, so that the middle row of a stretch confines both its
    halves; all stretches of a level are searched in one go.

    Parameters
    ----------
    before : cost up to each column
    columns, rows : (3, n) sums up to the ascending places where a class begins, and where it ends
    usable : how many columns, from the first on, each row may take; rows without any cost infinitely much
    """
    cost, best = np.full(rows.shape[1], np.inf), np.zeros(rows.shape[1], np.int64)
    lowest = int(np.searchsorted(usable, 1))
    low, high = np.array([lowest]), np.array([rows.shape[1] - 1])
    first, last = np.array([0]), np.array([columns.shape[1] - 1])
    while low.size and low[0] <= high[0]:
        middle = (low + high) // 2
        lengths = np.minimum(last, usable[middle] - 1) - first + 1
        offsets = np.cumsum(lengths) - lengths
        stretch = np.repeat(np.arange(low.size), lengths)
        candidate = np.arange(stretch.size) - (offsets - first)[stretch]
        total = before[candidate] + deviation(columns[:, candidate], rows[:, middle[stretch]])
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
