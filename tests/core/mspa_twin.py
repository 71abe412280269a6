"""A morphological spatial pattern analysis on sets of cells, slow and by the book; the twin of core.sources.mspa.

Cells are (row, column) tuples. Nothing here is shared with what it checks.
"""

import math
from collections import deque
from itertools import product

import numpy as np

AROUND4 = [(-1, 0), (0, -1), (1, 0), (0, 1)]
AROUND8 = AROUND4 + [(-1, -1), (-1, 1), (1, -1), (1, 1)]
READING = [(0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (1, -1), (-1, 1), (1, 1)]


def around(connectivity):
    return AROUND8 if connectivity == 8 else AROUND4


def plus(cell, step):
    return cell[0] + step[0], cell[1] + step[1]


def near(one, cells, distance):
    """Those cells of ``one`` that have a cell of ``cells`` within the distance."""
    reach = int(distance)
    disc = [(r, c) for r, c in product(range(-reach, reach + 1), repeat=2) if math.hypot(r, c) <= distance]
    return {cell for cell in one if any(plus(cell, step) in cells for step in disc)}


def components(cells, connectivity):
    left, parts = set(cells), []
    for start in sorted(cells):
        if start not in left:
            continue
        left.discard(start)
        part, queue = {start}, [start]
        while queue:
            cell = queue.pop()
            for step in around(connectivity):
                other = plus(cell, step)
                if other in left:
                    left.discard(other)
                    part.add(other)
                    queue.append(other)
        parts.append(part)
    return parts


class Image:
    def __init__(self, rows, columns):
        self.rows, self.columns = rows, columns
        self.all = set(product(range(rows), range(columns)))

    def rim(self, cells, width):
        return {(r, c) for r, c in cells
                if r < width or c < width or r >= self.rows - width or c >= self.columns - width}

    def filled(self, cells, connectivity):
        """The cells with their holes; ``connectivity`` is that of the rest."""
        rest = components(self.all - cells, connectivity)
        return cells.union(*(part for part in rest if not self.rim(part, 1)))


def twin(pattern, connectivity, width, intext):
    reach = width + 0.98
    frame = int(1.5 * reach / math.sqrt(2) + 0.5) + 1
    rows, columns = pattern.shape
    image = Image(rows + 2 * frame, columns + 2 * frame)
    inner = {(r + frame, c + frame): int(pattern[r, c]) for r, c in product(range(rows), range(columns))}
    wanted = {cell for cell, code in inner.items() if code == 2}
    data = {cell for cell, code in inner.items() if code}

    def completed(distance):
        missing = image.all - data
        return wanted | (near(missing, wanted, distance) & near(missing, data, distance))

    some = completed(math.sqrt(2))
    openings = image.filled(some, 12 - connectivity) - some
    some = completed(reach)
    foreground = {cell for cell in image.all if nearest(cell, inner, frame, rows, columns) in some}
    bits = classify(image, foreground, reach, connectivity)
    codes = np.zeros((image.rows, image.columns), int)
    for cell in foreground:
        codes[cell] = 1
    for bit, cells in bits.items():
        for cell in cells:
            codes[cell] |= bit
    if intext:
        holes = image.filled(bits[16], 12 - connectivity) - bits[16]
        for cell in image.filled(holes, 12 - connectivity):
            codes[cell] += 100
        for cell in openings - holes:
            codes[cell] = max(codes[cell], 220)
    codes = codes[frame:-frame, frame:-frame]
    codes[pattern == 0] = 129
    if width == 1:
        codes[codes == 2] = 0
    return codes


def nearest(cell, inner, frame, rows, columns):
    """The cell of the image that a cell of the frame repeats; None in the corners."""
    row = min(max(cell[0], frame), frame + rows - 1)
    column = min(max(cell[1], frame), frame + columns - 1)
    return None if row != cell[0] and column != cell[1] else (row, column)


def classify(image, foreground, reach, connectivity):
    """{bit: cells} of one image without missing cells."""
    core = foreground - near(foreground, image.all - foreground, reach)
    islet = set().union(*(part for part in components(foreground, connectivity) if not part & core))
    if not core:
        return {2: set(), 4: set(), 8: islet, 16: core, 32: set(), 64: set()}
    opening = core | near(image.all, core, reach)
    edge, left = set(), core
    while left:
        full = image.filled(left, 12 - connectivity)
        edge |= near(image.all - full, full, reach)
        left = left - (full - image.filled(full - left, connectivity))
    edge -= core
    perforation = opening - core - edge
    residue = foreground - core - islet - edge - perforation
    core = core - image.rim(core, 2)
    skeleton = thin((opening | residue) - image.rim(image.all, 2), core, connectivity)
    room = (opening - core) | residue
    connectors = spread(skeleton - core, room, reach - math.sqrt(2))
    bridges = linking(image, connectors, core, opening, connectivity)
    return {2: edge, 4: perforation, 8: islet, 16: core, 32: bridges, 64: connectors - bridges}


def thin(cells, anchors, connectivity):
    cells, candidates = set(cells), set(cells)
    while True:
        free = {cell for around in candidates for cell in [around] + [plus(around, step) for step in READING]
                if cell in cells and cell not in anchors and simple(cell, cells, connectivity)}
        gone = {cell for cell in candidates & free if independent(cell, cells, free, connectivity)}
        if not gone:
            return cells
        cells -= gone
        candidates = {plus(cell, step) for cell in gone for step in READING} & cells


def simple(cell, cells, connectivity):
    """Deleting the cell changes no connection in its neighbourhood."""
    ring = {plus(cell, step) for step in AROUND8}
    sides = {plus(cell, step) for step in AROUND4}
    here, there = components(ring & cells, connectivity), components(ring - cells, 12 - connectivity)
    if connectivity == 8:
        there = [part for part in there if part & sides]
    else:
        here = [part for part in here if part & sides]
    return len(here) == 1 and len(there) == 1


def independent(cell, cells, free, connectivity):
    """Whether the cell may go together with its free neighbours."""
    rivals = [plus(cell, step) for step in READING if plus(cell, step) in free]
    for rival in rivals:
        if not simple(cell, cells - {rival}, connectivity):
            return connectivity == 4 and corner_of_square(cell, rival, cells, free, rivals)
    return not clump(cell, cells, rivals)


def corner_of_square(cell, rival, cells, free, rivals):
    """Four free cells in a square at a corner of something larger may go although each needs another."""
    row, column = rival[0] - cell[0], rival[1] - cell[1]
    beside = {plus(cell, (row, 0)), plus(cell, (0, column))}
    if 0 in (row, column) or not beside <= free or sum(plus(cell, step) in cells for step in AROUND4) != 2:
        return False
    counts = [sum(plus(other, step) in cells for step in AROUND4)
              for other in rivals if abs(other[0] - cell[0]) + abs(other[1] - cell[1]) == 1]
    return any(count != 2 for count in counts)


def clump(cell, cells, rivals):
    """Whether the cell and its rivals are three or four mutual neighbours that touch nothing else."""
    if len(rivals) not in (2, 3):
        return False
    last = rivals[-1]
    both = [other for other in cells if other not in (cell, last)
            and max(abs(other[0] - cell[0]), abs(other[1] - cell[1])) == 1
            and max(abs(other[0] - last[0]), abs(other[1] - last[1])) == 1]
    if len(both) != len(rivals) - 1:
        return False
    if len(both) == 2 and max(abs(both[0][0] - both[1][0]), abs(both[0][1] - both[1][1])) != 1:
        return False
    return all(sum(plus(other, step) in cells for step in AROUND8) == len(rivals) for other in rivals)


def spread(seeds, room, distance):
    """Cells of the room within a distance along the room: straight where it can be seen, else round a corner."""
    if distance < 1:
        return set(seeds)
    step = dict.fromkeys(seeds, (0, 0))
    before = dict.fromkeys(seeds, np.float32(0))
    queued, queue = set(seeds), []
    for cell in sorted(seeds):
        for side in AROUND4:
            if plus(cell, side) in room and plus(cell, side) not in queued:
                queued.add(plus(cell, side))
                queue.append(plus(cell, side))
    while queue:
        least = np.float32(np.inf)
        for cell in queue:
            if cell not in step:
                step[cell], before[cell], way = measure(cell, step, before, room)
                least = min(least, way)
        following = []
        for cell in queue:
            if math.hypot(*step[cell]) + float(before[cell]) > float(least):
                following.append(cell)
                continue
            for side in AROUND4:
                other = plus(cell, side)
                if other in room and other not in queued:
                    queued.add(other)
                    following.append(other)
        queue = following
    return {cell for cell in step if np.float32(math.hypot(*step[cell])) + before[cell] <= distance}


def measure(cell, step, before, room):
    best = (None, None, np.float32(np.inf))
    for side in AROUND4:
        other = plus(cell, side)
        if other not in step:
            continue
        corner = other[0] - step[other][0], other[1] - step[other][1]
        if sees(corner, cell, room):
            way = np.float32(math.hypot(cell[0] - corner[0], cell[1] - corner[1]) + float(before[other]))
            offer = ((cell[0] - corner[0], cell[1] - corner[1]), before[other], way)
        else:
            way = np.float32(math.hypot(*step[other]) + float(before[other]) + 1)
            offer = ((-side[0], -side[1]), np.float32(way - np.float32(1)), way)
        if way < best[2]:
            best = offer
    return best


def sees(corner, cell, room):
    """Whether the cells of the straight line are in the room; half-way points turn away from the long axis."""
    row, column = cell[0] - corner[0], cell[1] - corner[1]
    long = max(abs(row), abs(column))
    for part in range(1, long + 1):
        short = math.floor(min(abs(row), abs(column)) * part / long + 0.5)
        if abs(row) > abs(column):
            point = corner[0] + math.copysign(part, row), corner[1] + math.copysign(short, column)
        else:
            point = corner[0] + math.copysign(short, row), corner[1] + math.copysign(part, column)
        if (int(point[0]), int(point[1])) not in room:
            return False
    return True


def linking(image, connectors, core, opening, connectivity):
    """Connectors that meet more than one core."""
    number = {cell: index for index, part in enumerate(components(core, connectivity)) for cell in part}
    room = (opening | connectors) - core - image.rim(image.all, 1)
    queue = deque()
    for steps in (AROUND4, AROUND8[4:] if connectivity == 8 else []):
        for cell in sorted(core):
            take(cell, steps, number, room, queue)
    while queue:
        take(queue.popleft(), around(connectivity), number, room, queue)
    inside = connectors - image.rim(image.all, 1)
    return set().union(*(part for part in components(inside, connectivity)
                         if len({number.get(cell) for cell in part}) > 1))


def take(cell, steps, number, room, queue):
    for step in steps:
        other = plus(cell, step)
        if other in room and other not in number:
            number[other] = number[cell]
            queue.append(other)
