"""Bounded searches and corridors on rasters; imported in workers only, never in QGIS.

Cells are numbered in reading order, with a frame of cells that cannot be crossed, so that no step leaves the raster.
A search wanders over a large raster with a front too long for the processor's cache. What it needs of a cell therefore
lies together in ``field``, 32 bytes per cell: resistance and cost in double precision, slack and cost to the nearest
source in single precision (``singles`` is the same memory), and the cells before and after it in a bucket, counted from
1, as integers (``links`` is the same memory). A cost of 0 stands for a cell that has not been seen. ``touched`` marks
the blocks of cells in which costs or slack have been written.

What only some lines share is written out in each: a first run waits for the compiler.
"""

import numba
import numpy as np

compiled = numba.njit(nogil=True, cache=True, error_model='numpy')
SEED = -1.0  # stands for a cost of 0
WIDE, SINGLES = 4, 8  # numbers per cell
COST = 1  # its place among the doubles; the resistance comes first
SLACK, NEAREST, AFTER, BEFORE = 4, 5, 6, 7  # places among the singles
FRONT = -1
BLOCK = 6  # a block of cells is two to the power of this long
UP = 1 + 1.5e-7  # rounding to single precision never tightens a bound


@compiled
def raise_slack(cells, costs, most, singles, touched):
    """Lets the costs of a source rise to what is left of ``most`` after the costs from a partner."""
    for index in range(cells.size):
        left = (most - costs[index]) * UP
        if left > 0:
            place = SINGLES * np.int64(cells[index]) + SLACK
            if left > singles[place]:
                singles[place] = left
                touched[cells[index] >> BLOCK] = True


@compiled
def search_source(field, singles, links, touched, labels, seeds, places, upper, reach, tolerance, offsets, half, width,
                  head):
    """Costs from one source, where a way over the cell can still matter to one of its partners.

    A cell matters to a partner that has been searched when the cost is at most its slack, and to another one when the
    cost and the cost to the nearest of all sources together stay within the bound of that link and the reach.

    Parameters
    ----------
    field, singles, links : the same memory, see above
    labels : number of the source on a cell, 0 or less where there is none
    places : position of each source number among the partners not searched before, -1 for all others
    upper : their bounds; lowered to the costs found
    width : of a bucket, no more than the cheapest step for every cell to be taken once
    head : 0 for each bucket; a power of two many, more than dearest step / width + 2

    Returns
    -------
    how many cells have been seen
    """
    inverse, mask = 1.0 / width, head.size - 1
    waiting, current, onward, limit, lowered = 0, 0, np.int32(0), -np.inf, upper.size > 0
    for seed in seeds:
        place = SINGLES * seed
        field[WIDE * seed + COST] = SEED
        links[place + AFTER], links[place + BEFORE] = onward, FRONT
        if onward > 0:
            links[SINGLES * np.int64(onward - 1) + BEFORE] = seed + 1
        onward = np.int32(seed + 1)
        touched[seed >> BLOCK] = True
        waiting += 1
    head[0] = onward
    seen = waiting
    while waiting > 0:
        if lowered:
            most, lowered = -np.inf, False
            for partner in range(upper.size):
                if upper[partner] > most:
                    most = upper[partner]
            limit = (most + reach) * tolerance
        bucket = current & mask
        while head[bucket] > 0:
            here = np.int64(head[bucket]) - 1
            place = SINGLES * here
            onward = links[place + AFTER]
            head[bucket] = onward
            if onward > 0:
                links[SINGLES * np.int64(onward - 1) + BEFORE] = FRONT
            links[place + BEFORE] = 0
            waiting -= 1
            key = max(field[WIDE * here + COST], 0.0)
            nearest = singles[place + NEAREST]
            if key > singles[place + SLACK] and key + nearest > limit:
                continue
            if nearest == 0:
                label = labels[here]
                if label > 0 and places[label] >= 0 and key < upper[places[label]]:
                    upper[places[label]] = key
                    lowered = True
            own = field[WIDE * here]
            for step in range(half.size):
                there = here + offsets[step]
                offer = key + (own + field[WIDE * there]) * half[step]
                known = field[WIDE * there + COST]
                place = SINGLES * there
                if known == 0:
                    if not (offer <= singles[place + SLACK] or offer + singles[place + NEAREST] <= limit):
                        continue
                    touched[there >> BLOCK] = True
                    seen += 1
                elif not offer < known:
                    continue
                field[WIDE * there + COST] = offer
                goal, previous = int(offer * inverse) & mask, links[place + BEFORE]
                if previous == 0:
                    waiting += 1
                else:  # out of the bucket of its old cost
                    old = int(known * inverse) & mask
                    if old == goal:
                        continue
                    onward = links[place + AFTER]
                    if previous == FRONT:
                        head[old] = onward
                    else:
                        links[SINGLES * np.int64(previous - 1) + AFTER] = onward
                    if onward > 0:
                        links[SINGLES * np.int64(onward - 1) + BEFORE] = previous
                onward = head[goal]
                links[place + AFTER], links[place + BEFORE] = onward, FRONT
                if onward > 0:
                    links[SINGLES * np.int64(onward - 1) + BEFORE] = there + 1
                head[goal] = there + 1
        current += 1
    return seen


@compiled
def trace(field, cell, offsets, half, path):
    """Writes the cheapest way from a cell back to a seed, both included, as far as ``path`` has room.

    Returns its length, 0 where a step vanishes in the sum.
    """
    count = 0
    while True:
        if count < path.size:
            path[count] = cell
        count += 1
        own = field[WIDE * cell + COST]
        if own == SEED:
            return count
        best, place = np.inf, -1
        for step in range(half.size):
            there = cell + offsets[step]
            value = field[WIDE * there + COST]
            if value == 0 or not value < own:
                continue
            value = max(value, 0.0) + (field[WIDE * cell] + field[WIDE * there]) * half[step]
            if value < best:
                best, place = value, there
        if place < 0:
            return 0
        cell = place


@compiled
def take_reached(field, singles, touched, limit, cells, costs):
    """Writes the cells that matter to a partner, in reading order, and their costs; forgets all costs and slack.

    Returns how many there are.
    """
    count, most = 0, field.size // WIDE
    for block in range(touched.size):
        if not touched[block]:
            continue
        touched[block] = False
        for cell in range(block << BLOCK, min((block + 1) << BLOCK, most)):
            value, place = field[WIDE * cell + COST], SINGLES * cell
            if value != 0:
                if value <= singles[place + SLACK] or value + singles[place + NEAREST] <= limit:
                    cells[count], costs[count] = cell, max(value, 0.0)
                    count += 1
                field[WIDE * cell + COST] = 0.0
            singles[place + SLACK] = 0.0
    return count


@compiled
def corridor_cells(first_cells, first_costs, second_cells, second_costs, distance, most, cells, values):
    """Writes the cells that two sources reached, and how much more than the best path the best path there costs.

    Returns how many there are.
    """
    one, other, count = 0, 0, 0
    while one < first_cells.size and other < second_cells.size:
        if first_cells[one] < second_cells[other]:
            one += 1
        elif first_cells[one] > second_cells[other]:
            other += 1
        else:
            value = first_costs[one] + second_costs[other] - distance
            if value <= most:
                cells[count] = first_cells[one]
                values[count] = max(value, 0.0)
                count += 1
            one += 1
            other += 1
    return count
