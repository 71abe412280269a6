"""Strategic ecological nodes: places where a network is strongest used or easiest broken."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

PINCH_POINT, BARRIER, CROSSING, ROAD_BREAK = 'pinch_point', 'barrier', 'crossing', 'road_break'
# Coordinates of lines that were meant to touch agree to this share of a segment's length.
TOUCH = 1e-9


@dataclass(frozen=True)
class Segments:
    """The straight pieces of lines.

    Attributes
    ----------
    start, end : (n, 2) metres
    line : (n,) which line a piece belongs to
    along : (n,) metres from the beginning of the line to the start of the piece
    """

    start: np.ndarray
    end: np.ndarray
    line: np.ndarray
    along: np.ndarray


@dataclass(frozen=True)
class Places:
    """Points and the lines that meet there.

    Attributes
    ----------
    x, y : (n,) metres
    lines : per point the sorted positions of the lines
    roads : per point the sorted positions of the roads, None where there are none
    """

    x: np.ndarray
    y: np.ndarray
    lines: list
    roads: list | None = None

    def __len__(self):
        return len(self.lines)


def line_crossings(lines, merge=0.0, clear_of_ends=0.0) -> Places:
    """Where different lines cross, touch, join or part.

    Where two lines run together for a while, both ends of the common stretch count, unless it is shorter than
    ``merge``, which makes it one place.

    Parameters
    ----------
    lines : per line a list of parts, each (vertices, 2) in metres
    merge : places nearer to each other become one, metres
    clear_of_ends : places nearer to an end of a line that meets there are left out, metres

    Returns
    -------
    Places, from west to east
    """
    segments = segments_of(lines)
    points, members = [], []
    for (one, other), stretch in sorted(_meetings(segments, segments, merge).items()):
        ends = np.array([end for line in (one, other) for part in lines[line] for end in (part[0], part[-1])])
        for point in stretch:
            if np.hypot(*(ends - point).T).min() > clear_of_ends:
                points.append(point)
                members.append((one, other))
    return merged_places(points, members, merge)


def road_crossings(lines, roads, merge=0.0) -> Places:
    """Where lines meet roads.

    Parameters
    ----------
    lines, roads : per line a list of parts, each (vertices, 2) in metres
    merge : places nearer to each other become one, metres
    """
    points, members, crossed = [], [], []
    for (one, other), stretch in sorted(_meetings(segments_of(lines), segments_of(roads), np.inf).items()):
        points.extend(stretch)
        members.extend((one,) for _ in stretch)
        crossed.extend((other,) for _ in stretch)
    return merged_places(points, members, merge, crossed)


def segments_of(lines) -> Segments:
    """All pieces of positive length."""
    starts, ends, owner, along = [np.zeros((0, 2))], [np.zeros((0, 2))], [np.zeros(0, int)], [np.zeros(0)]
    for number, parts in enumerate(lines):
        walked = 0.0
        for part in parts:
            part = np.asarray(part, dtype=float)
            length = np.hypot(*np.diff(part, axis=0).T)
            real = length > 0
            starts.append(part[:-1][real])
            ends.append(part[1:][real])
            owner.append(np.full(int(real.sum()), number))
            along.append((walked + np.cumsum(length) - length)[real])
            # Parts of one line do not run on into each other.
            walked += float(length.sum()) + 1.0
    return Segments(np.concatenate(starts), np.concatenate(ends), np.concatenate(owner), np.concatenate(along))


def _meetings(first: Segments, second: Segments, merge):
    """dict (line of first, line of second) -> points; for a set with itself each pair of lines once."""
    one, other = _near_pairs(first, second)
    if first is second:
        kept = first.line[one] < first.line[other]
        one, other = one[kept], other[kept]
    hit, low, high = _common_part(first.start[one], first.end[one], second.start[other], second.end[other])
    one, other, low, high = one[hit], other[hit], low[hit], high[hit]
    length = np.hypot(*(first.end[one] - first.start[one]).T)
    low, high = first.along[one] + low * length, first.along[one] + high * length
    found = {}
    order = np.lexsort((low, second.line[other], first.line[one]))
    pairs = np.stack([first.line[one], second.line[other]], axis=1)[order]
    breaks = np.flatnonzero((np.diff(pairs, axis=0) != 0).any(axis=1)) + 1
    for rows in np.split(order, breaks) if len(order) else []:
        line = int(first.line[one[rows[0]]])
        stretches = _joined(low[rows], high[rows], 0.0 if np.isinf(merge) else merge)
        found[line, int(second.line[other[rows[0]]])] = [
            _point_at(first, line, place) for begin, end in stretches
            for place in ([0.5 * (begin + end)] if end - begin <= merge else [begin, end])]
    return found


def _near_pairs(first: Segments, second: Segments):
    """Pairs of pieces whose bounding boxes share a square of a coarse net, each pair once."""
    # With the root mean square as mesh, all pieces together cover at most four squares per piece.
    size = max(float(np.sqrt(np.mean((part.end - part.start) ** 2))) if len(part.line) else 1.0
               for part in (first, second))
    one_cell, one = _squares(first, size)
    other_cell, other = _squares(second, size)
    order = np.argsort(other_cell, kind='stable')
    begin = np.searchsorted(other_cell[order], one_cell, 'left')
    count = np.searchsorted(other_cell[order], one_cell, 'right') - begin
    left = np.repeat(one, count)
    offset = np.arange(len(left)) - np.repeat(np.cumsum(count) - count, count)
    right = other[order][np.repeat(begin, count) + offset]
    boxes = [(np.minimum(part.start, part.end)[index], np.maximum(part.start, part.end)[index])
             for part, index in ((first, left), (second, right))]
    touch = ((boxes[0][0] <= boxes[1][1]) & (boxes[1][0] <= boxes[0][1])).all(axis=1)
    pairs = np.unique(np.stack([left[touch], right[touch]], axis=1), axis=0)
    return pairs[:, 0], pairs[:, 1]


def _squares(segments: Segments, size):
    """(square, piece) for every square of the net that a piece's bounding box covers."""
    low = np.floor(np.minimum(segments.start, segments.end) / size).astype(np.int64)
    high = np.floor(np.maximum(segments.start, segments.end) / size).astype(np.int64)
    wide, tall = (high - low + 1).T
    piece = np.repeat(np.arange(len(low)), wide * tall)
    offset = np.arange(len(piece)) - np.repeat(np.cumsum(wide * tall) - wide * tall, wide * tall)
    column = low[piece, 0] + offset % wide[piece]
    row = low[piece, 1] + offset // wide[piece]
    return column * (1 << 31) + row, piece


def _common_part(a, b, c, d):
    """Whether segments ab and cd share points, and from where to where on ab (0 to 1)."""
    along, across, gap = b - a, d - c, c - a
    cross = _cross(along, across)
    scale = np.hypot(*along.T) * np.hypot(*across.T)
    parallel = np.abs(cross) <= TOUCH * scale
    safe = np.where(parallel, 1.0, cross)
    t, s = _cross(gap, across) / safe, _cross(gap, along) / safe
    inside = (t >= -TOUCH) & (t <= 1 + TOUCH) & (s >= -TOUCH) & (s <= 1 + TOUCH)
    square = (along ** 2).sum(axis=1)
    # Parallel pieces share a stretch where they lie on one line and overlap.
    in_line = np.abs(_cross(gap, along)) <= TOUCH * square + 1e-6 * np.sqrt(square)
    ends = np.stack([(gap * along).sum(axis=1), ((d - a) * along).sum(axis=1)]) / square
    low, high = np.maximum(ends.min(axis=0), 0.0), np.minimum(ends.max(axis=0), 1.0)
    overlap = parallel & in_line & (low <= high + TOUCH)
    point = np.clip(t, 0.0, 1.0)
    return (overlap | (~parallel & inside), np.where(parallel, np.minimum(low, high), point),
            np.where(parallel, np.maximum(low, high), point))


def _cross(one, other):
    return one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]


def _joined(low, high, gap):
    """Intervals sorted by their beginning, those closer than ``gap`` (or touching) made one."""
    stretches = []
    for begin, end in zip(low.tolist(), high.tolist()):
        if stretches and begin <= stretches[-1][1] + gap + 1e-6:
            stretches[-1][1] = max(stretches[-1][1], end)
        else:
            stretches.append([begin, end])
    return stretches


def _point_at(segments: Segments, line, place):
    """Coordinates at a distance from the beginning of a line."""
    own = np.flatnonzero(segments.line == line)
    index = own[max(0, int(np.searchsorted(segments.along[own], place, 'right')) - 1)]
    step = segments.end[index] - segments.start[index]
    length = float(np.hypot(*step))
    return segments.start[index] + min(max((place - segments.along[index]) / length, 0.0), 1.0) * step


def merged_places(points, members, merge, roads=None) -> Places:
    """Points no farther apart than ``merge``, directly or through others, become the one nearest to their middle."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    from scipy.spatial import cKDTree
    if not len(points):
        return Places(np.zeros(0), np.zeros(0), [], None if roads is None else [])
    points = np.asarray(points, dtype=float)
    pairs = cKDTree(points).query_pairs(max(merge, 1e-6), output_type='ndarray')
    joined = coo_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(len(points),) * 2)
    count, group = connected_components(joined, directed=False)
    places = []
    for label in range(count):
        own = np.flatnonzero(group == label)
        distance = np.hypot(*(points[own] - points[own].mean(axis=0)).T)
        # Ties go to the western, then the southern point.
        centre = points[own[np.lexsort((points[own, 1], points[own, 0], np.round(distance, 6)))[0]]]
        places.append((*centre.tolist(), *([] if lists is None else sorted({one for index in own
                                                                            for one in lists[index]})
                                           for lists in (members, roads))))
    places.sort()
    x, y, lines, crossed = zip(*places)
    return Places(np.array(x), np.array(y), list(lines), None if roads is None else list(crossed))


def ranked(lines, weights, sizes=None) -> np.ndarray:
    """Rank of places from 1: more lines first, then the larger size, then the larger sum of weights, then order.

    Parameters
    ----------
    lines : per place the positions of its lines
    weights : (lines,) importance of each line, such as 1 / least-cost distance
    sizes : (places,) float, such as the width of the road that is crossed; NaN counts as 0
    """
    weights = np.asarray(weights, dtype=float)
    totals = np.array([float(weights[own].sum()) for own in lines])
    sizes = np.zeros(len(lines)) if sizes is None else np.nan_to_num(np.asarray(sizes, dtype=float))
    order = np.lexsort((np.arange(len(lines)), -totals, -sizes, np.array([-len(own) for own in lines]))) if len(
        lines) else []
    rank = np.zeros(len(lines), np.int64)
    rank[order] = np.arange(1, len(lines) + 1)
    return rank
