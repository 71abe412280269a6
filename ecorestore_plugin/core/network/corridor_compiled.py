"""Bounded searches and corridors on rasters; imported in workers only, never in QGIS.

Rasters come as one-dimensional views in reading order, with a frame of cells that cannot be crossed, so that no step
leaves them. What a search has not touched is 0 in its arrays: memory that nobody has written to costs nothing.
"""

import numba
import numpy as np

compiled = numba.njit(nogil=True, cache=True, error_model='numpy')
SEED = -1.0  # stands for a cost of 0, since 0 stands for cells that have not been seen
FRONT = 1


@compiled
def raise_slack(cells, costs, most, slack):
    """Lets the costs of a source rise to what is left of ``most`` after the costs from a partner."""
    for index in range(cells.size):
        left = most - costs[index]
        if left > slack[cells[index]]:
            slack[cells[index]] = left


@compiled
def _enter(cell, bucket, head, after, before):
    """Puts a cell first in a bucket."""
    onward = head[bucket]
    before[cell], after[cell] = FRONT, onward
    if onward > 0:
        before[onward - 1] = cell + 2
    head[bucket] = cell + 1


@compiled
def _leave(cell, bucket, head, after, before):
    """Takes a cell out of its bucket."""
    onward, previous = after[cell], before[cell]
    if previous == FRONT:
        head[bucket] = onward
    else:
        after[previous - 2] = onward
    if onward > 0:
        before[onward - 1] = previous
    before[cell] = 0


@compiled
def _most(upper, reach):
    limit = -np.inf
    for place in range(upper.size):
        if upper[place] > limit:
            limit = upper[place]
    return limit + reach


@compiled
def search_source(resistance, nearest, slack, labels, seeds, places, upper, reach, tolerance, offsets, half, width,
                  head, cost, after, before):
    """Costs from one source, where a way over the cell can still matter to one of its partners.

    A cell matters to a partner that has been searched when the cost is at most ``slack``, and to another one when the
    cost and the cost to the nearest of all sources together stay within the bound of that link and the reach.

    Parameters
    ----------
    nearest : cost to the nearest of all sources
    labels : number of the source on a cell, 0 or less where there is none
    places : position of each source number among the partners not searched before, -1 for all others
    upper : their bounds; lowered to the costs found
    width : of a bucket, no more than the cheapest step for every cell to be taken once
    head : first cell + 1 of each bucket; a power of two many, more than dearest step / width + 2
    cost, after, before : arrays of zeros; ``cost`` receives the costs

    Returns
    -------
    the lowest and the highest cell reached, and the largest cost plus cost to the nearest source that was followed
    """
    inverse, mask = 1.0 / width, head.size - 1
    limit = _most(upper, reach) * tolerance
    lowest, highest = seeds[0], seeds[seeds.size - 1]
    waiting, current = 0, 0
    for seed in seeds:
        cost[seed] = SEED
        _enter(seed, current & mask, head, after, before)
        waiting += 1
    while waiting > 0:
        bucket = current & mask
        while head[bucket] > 0:
            here = np.int64(head[bucket]) - 1
            _leave(here, bucket, head, after, before)
            waiting -= 1
            key = cost[here] if cost[here] > 0 else 0.0
            if key > slack[here] and key + nearest[here] > limit:
                continue
            label = labels[here]
            if label > 0 and places[label] >= 0 and key < upper[places[label]]:
                upper[places[label]] = key
                limit = _most(upper, reach) * tolerance
            own = resistance[here]
            for step in range(half.size):
                there = here + offsets[step]
                offer = key + (own + resistance[there]) * half[step]
                known = cost[there]
                if known == 0:
                    if not (offer <= slack[there] or offer + nearest[there] <= limit):
                        continue
                    lowest, highest = min(lowest, there), max(highest, there)
                elif not offer < known:
                    continue
                cost[there] = offer
                goal = int(offer * inverse) & mask
                if before[there] == 0:
                    waiting += 1
                else:
                    old = int(known * inverse) & mask
                    if old == goal:
                        continue
                    _leave(there, old, head, after, before)
                _enter(there, goal, head, after, before)
        current += 1
    return lowest, highest, limit


@compiled
def trace(resistance, cost, cell, offsets, half, path):
    """Writes the cheapest way from a cell back to a seed, both included, as far as ``path`` has room.

    Returns its length, 0 where a step vanishes in the sum.
    """
    count = 0
    while True:
        if count < path.size:
            path[count] = cell
        count += 1
        if cost[cell] == SEED:
            return count
        best, place = np.inf, -1
        for step in range(half.size):
            there = cell + offsets[step]
            value = cost[there]
            if value == 0 or not value < cost[cell]:
                continue
            value = (0.0 if value == SEED else value) + (resistance[cell] + resistance[there]) * half[step]
            if value < best:
                best, place = value, there
        if place < 0:
            return 0
        cell = place


@compiled
def reached_cells(cost, nearest, slack, lowest, highest, limit, cells, costs):
    """Writes the cells that matter to a partner, in reading order, and their costs, as far as there is room.

    Returns how many there are.
    """
    count = 0
    for cell in range(lowest, highest + 1):
        value = cost[cell]
        if value != 0 and (value <= slack[cell] or value + nearest[cell] <= limit):
            if count < cells.size:
                cells[count] = cell
                costs[count] = max(value, 0.0)
            count += 1
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
