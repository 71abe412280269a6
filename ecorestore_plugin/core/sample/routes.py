"""Travel over terrain: nearest towns, roads between them, and smooth lines to draw them with."""

from __future__ import annotations

import numpy as np

from .drainage import neighbour_pairs


def travel_graph(cost):
    """Sparse graph of steps between 8-neighbours; a step costs the mean of its two cells times its length in cells."""
    from scipy.sparse import coo_matrix
    first, second, diagonal = neighbour_pairs(cost.shape)
    flat = np.ravel(cost).astype(float)
    weight = 0.5 * (flat[first] + flat[second]) * np.where(diagonal, np.sqrt(2.0), 1.0)
    return coo_matrix((weight, (first, second)), shape=(flat.size, flat.size)).tocsr()


def nearest_seed(cost, seeds, offsets):
    """Which seed reaches each cell first, and when.

    Parameters
    ----------
    cost : (rows, cols) float array, travel cost per cell
    seeds : list of arrays of flat cell indices, one per seed
    offsets : head start each seed lacks, same unit as the accumulated cost

    Returns
    -------
    (index of the seed (rows, cols), accumulated cost (rows, cols), predecessor of each cell, flat, -1 at seeds)
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import dijkstra
    count, number = cost.size, len(seeds)
    steps = travel_graph(cost).tocoo()
    sizes = [len(cells) for cells in seeds]
    start = np.repeat(np.arange(number), sizes) + count
    head = 1.0 + np.repeat(np.asarray(offsets, dtype=float), sizes)
    row = np.concatenate([steps.row, steps.col, np.full(number, count + number), start])
    column = np.concatenate([steps.col, steps.row, np.arange(number) + count, np.concatenate(seeds)])
    data = np.concatenate([steps.data, steps.data, np.full(number, 1.0), head])
    size = count + number + 1
    graph = coo_matrix((data, (row, column)), shape=(size, size)).tocsr()
    distance, before = dijkstra(graph, directed=True, indices=count + number, return_predecessors=True)
    owner = _owners(before.astype(np.int64), count, number)
    back = np.where(before[:count] >= count, -1, before[:count])
    return owner.reshape(cost.shape), (distance[:count] - 2.0).reshape(cost.shape), back


def _owners(before, count, number):
    """The seed at the root of each cell's path."""
    jump = before.copy()
    jump[count:] = np.arange(count, count + number + 1)
    while True:
        further = jump[jump]
        if np.array_equal(further, jump):
            return jump[:count] - count
        jump = further


def town_links(places, extra=0.45):
    """Pairs of places to join by road: the shortest tree and the most useful shortcuts.

    Parameters
    ----------
    places : (n, 2) coordinates
    extra : shortcuts as a share of n

    Returns
    -------
    list of (i, j), i < j
    """
    from scipy.sparse.csgraph import minimum_spanning_tree, shortest_path
    from scipy.spatial.distance import cdist
    gaps = cdist(places, places)
    tree = minimum_spanning_tree(gaps).toarray()
    linked = np.maximum(tree, tree.T)
    for _ in range(int(round(extra * len(places)))):
        detour = shortest_path(linked, directed=False) / np.where(gaps > 0, gaps, np.inf)
        detour[(linked > 0) | (gaps > np.quantile(gaps, 0.35))] = 0.0
        i, j = np.unravel_index(int(np.argmax(detour)), gaps.shape)
        if detour[i, j] < 1.5:
            break
        linked[i, j] = linked[j, i] = gaps[i, j]
    return [(int(i), int(j)) for i, j in np.argwhere(np.triu(linked) > 0)]


def least_cost_routes(cost, cells, links):
    """Least-cost path of every link, each following roads already built.

    Parameters
    ----------
    cost : (rows, cols) float array
    cells : flat index of each place
    links : pairs of places

    Returns
    -------
    list of flat cell arrays, in the order of ``links``
    """
    from scipy.sparse.csgraph import dijkstra
    built = np.array(cost, dtype=float)
    routes = []
    for i, j in links:
        window = _window(cost.shape, cells[i], cells[j])
        local = travel_graph(built[window])
        width = window[1].stop - window[1].start
        start, end = (_local(cell, cost.shape[1], window, width) for cell in (cells[i], cells[j]))
        _, before = dijkstra(local, directed=False, indices=start, return_predecessors=True)
        path = [end]
        while path[-1] != start:
            path.append(int(before[path[-1]]))
        rows, columns = np.divmod(np.array(path[::-1]), width)
        path = (rows + window[0].start) * cost.shape[1] + columns + window[1].start
        built.ravel()[path] = np.minimum(built.ravel()[path], 0.35)
        routes.append(path)
    return routes


def _window(shape, first, second):
    """The box around two cells with half their distance to spare."""
    rows, columns = np.divmod(np.array([first, second]), shape[1])
    margin = 6 + int(0.5 * max(np.ptp(rows), np.ptp(columns)))
    return (slice(max(0, rows.min() - margin), min(shape[0], rows.max() + margin + 1)),
            slice(max(0, columns.min() - margin), min(shape[1], columns.max() + margin + 1)))


def _local(cell, columns, window, width):
    row, column = divmod(int(cell), columns)
    return (row - window[0].start) * width + column - window[1].start


def without_overlap(routes):
    """The routes cut where they run along an earlier one; what remains starts and ends on it."""
    taken, pieces = set(), []
    for number, route in enumerate(routes):
        piece = [route[0]]
        for before, cell in zip(route[:-1], route[1:]):
            step = (min(before, cell), max(before, cell))
            if step in taken:
                if len(piece) > 1:
                    pieces.append((number, np.array(piece)))
                piece = [cell]
                continue
            taken.add(step)
            piece.append(cell)
        if len(piece) > 1:
            pieces.append((number, np.array(piece)))
    return pieces


def smooth_line(points, rounds=3):
    """The line with its corners rounded; its ends stay."""
    points = np.array(points, dtype=float)
    for _ in range(rounds):
        if len(points) > 2:
            points[1:-1] = 0.25 * points[:-2] + 0.5 * points[1:-1] + 0.25 * points[2:]
    return points
