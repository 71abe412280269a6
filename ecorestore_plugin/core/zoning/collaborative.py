"""Cross-regional collaborative units: which parts of which element belong together across borders, and who leads.

The map overlay cuts security-pattern elements by administrative units into faces; here faces become pieces, slivers
join a neighbour, and the pieces of one element become one unit. An element is one patch, one corridor or one
node. Everything is numbers: faces, pieces and units are rows, adjacency is pairs of rows with the length of their
common border.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import numpy as np

from ..checks import never, stop_if
from ..errors import EmptyInputError, ParameterError

CORE, CORRIDOR, NODE = 'core', 'corridor', 'node'
ELEMENTS = (CORE, CORRIDOR, NODE)
ONE_UNIT, ONE_CITY, SEVERAL_CITIES, SEVERAL_PROVINCES = 'one_unit', 'one_city', 'several_cities', 'several_provinces'


@dataclass(frozen=True)
class Adjacency:
    """Rows that touch.

    Attributes
    ----------
    pairs : (m, 2) integers, the first below the second, each pair once
    lengths : (m,) metres of common border, 0 where they meet in a point only
    """

    pairs: np.ndarray
    lengths: np.ndarray

    def of(self, groups) -> Adjacency:
        """Adjacency between groups of rows; ``groups`` gives the group of every row."""
        groups = np.asarray(groups)
        ends = np.sort(groups[self.pairs], axis=1) if len(self.pairs) else np.zeros((0, 2), np.int64)
        apart = ends[:, 0] != ends[:, 1]
        return adjacency(ends[apart], self.lengths[apart])


def adjacency(pairs, lengths) -> Adjacency:
    """Adjacency from pairs in any order, lengths of repeated pairs added."""
    pairs = np.sort(np.asarray(pairs, dtype=np.int64).reshape(-1, 2), axis=1)
    lengths = np.asarray(lengths, dtype=float).reshape(-1)
    if not len(pairs):
        return Adjacency(pairs, lengths)
    unique, index = np.unique(pairs, axis=0, return_inverse=True)
    return Adjacency(unique, np.bincount(index.reshape(-1), weights=lengths, minlength=len(unique)))


def connected_groups(count, pairs) -> np.ndarray:
    """(count,) group number of every row, groups numbered from 0 by their first row."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    pairs = np.asarray(pairs, dtype=np.int64).reshape(-1, 2)
    if not count:
        return np.zeros(0, np.int64)
    graph = coo_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(count, count))
    groups = connected_components(graph, directed=False)[1]
    _, first = np.unique(groups, return_index=True)
    rank = np.empty(len(first), np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    return rank[groups]


def pieces_of_faces(element, unit, touching: Adjacency) -> np.ndarray:
    """(n,) piece number of every face: faces of one element in one unit that touch, corners included."""
    element, unit = np.asarray(element), np.asarray(unit)
    one, other = touching.pairs[:, 0], touching.pairs[:, 1]
    same = (element[one] == element[other]) & (unit[one] == unit[other])
    return connected_groups(len(element), touching.pairs[same])


def absorb_slivers(area, element, unit, whole, touching: Adjacency, minimum, cancelled=never) -> np.ndarray:
    """Which piece every piece belongs to once slivers have joined a neighbour; nothing is lost.

    A sliver is smaller than ``minimum`` and than half of its element: what a border or another element cut off. A
    small element that is whole is no sliver. Smallest first, it joins the neighbour with the longest common border;
    ties go to a piece of the same element, then to the larger piece. A sliver that touches nothing joins the largest
    other piece of its element, in its own unit if there is one, and stays where it is the only piece.

    Parameters
    ----------
    area : (n,) area of the pieces
    element, unit : (n,) element and unit number of the pieces
    whole : (k,) area of every element before it was cut
    touching : adjacency of the pieces
    minimum : area below which a piece may be a sliver

    Returns
    -------
    (n,) row of the piece that each piece belongs to, its own row where it stays
    """
    area = np.array(area, dtype=float)
    element, whole = np.asarray(element), np.asarray(whole, dtype=float)
    neighbours = [{} for _ in area]
    for (one, other), length in zip(touching.pairs.tolist(), touching.lengths.tolist()):
        neighbours[one][other] = neighbours[other][one] = length
    kin = {}
    for row, number in enumerate(element.tolist()):
        kin.setdefault(number, set()).add(row)
    owner = np.arange(len(area))

    def sliver(row):
        return area[row] < minimum and area[row] < 0.5 * whole[element[row]]

    def best(row):
        if neighbours[row]:
            return max(neighbours[row], key=lambda other: (neighbours[row][other], element[other] == element[row],
                                                           area[other], -other))
        return max(kin[int(element[row])] - {row}, default=None,
                   key=lambda other: (unit[other] == unit[row], area[other], -other))

    waiting = [(area[row], row) for row in range(len(area)) if sliver(row)]
    heapq.heapify(waiting)
    while waiting:
        stop_if(cancelled)
        size, row = heapq.heappop(waiting)
        target = best(row) if owner[row] == row and size == area[row] else None
        if target is None:
            continue
        owner[row] = target
        area[target] += area[row]
        kin[int(element[row])].discard(row)
        _hand_over(neighbours, row, target)
        if sliver(target):
            heapq.heappush(waiting, (area[target], target))
    return _roots(owner)


def _hand_over(neighbours, row, target):
    """The neighbours of ``row`` become those of ``target``."""
    for other, length in neighbours[row].items():
        del neighbours[other][row]
        if other != target:
            joined = neighbours[target].get(other, 0.0) + length
            neighbours[target][other] = neighbours[other][target] = joined
    neighbours[row] = {}


def _roots(owner):
    while True:
        further = owner[owner]
        if (further == owner).all():
            return owner
        owner = further


@dataclass(frozen=True)
class Pieces:
    """Parts of elements in units, slivers already joined.

    Attributes
    ----------
    of_face : (faces,) piece of every face
    element, unit : (n,) what each piece belongs to
    area : (n,) area of the pieces
    touching : adjacency of the pieces
    joined : how many slivers joined a neighbour
    """

    of_face: np.ndarray
    element: np.ndarray
    unit: np.ndarray
    area: np.ndarray
    touching: Adjacency
    joined: int


def join_pieces(element, unit, area, touching: Adjacency, whole, minimum, cancelled=never) -> Pieces:
    """Faces joined to pieces and slivers joined to a neighbour; the areas add up to those of the faces.

    Parameters
    ----------
    element, unit, area : (faces,) of the overlay
    touching : adjacency of the faces
    whole, minimum : see absorb_slivers
    """
    element, unit, area = np.asarray(element), np.asarray(unit), np.asarray(area, dtype=float)
    piece = pieces_of_faces(element, unit, touching)
    count = int(piece.max()) + 1 if piece.size else 0
    first = np.unique(piece, return_index=True)[1]
    sizes = np.bincount(piece, weights=area, minlength=count)
    owner = absorb_slivers(sizes, element[first], unit[first], whole, touching.of(piece), minimum, cancelled)
    kept, index = np.unique(owner, return_inverse=True)
    of_face = index.reshape(-1)[piece]
    return Pieces(of_face, element[first][kept], unit[first][kept],
                  np.bincount(of_face, weights=area, minlength=len(kept)), touching.of(of_face), count - len(kept))


@dataclass(frozen=True)
class Collaboration:
    """Collaborative units, the largest first.

    Attributes
    ----------
    of_piece : (pieces,) collaborative unit of every piece
    element : (n,) element that makes most of each unit
    elements : (n,) number of elements in each unit
    members : n lists of unit rows, the one with the largest part first
    mix : (n, 3) area by what the ground was in the overlay: core, corridor, node
    """

    of_piece: np.ndarray
    element: np.ndarray
    elements: np.ndarray
    members: list
    mix: np.ndarray

    @property
    def area(self) -> np.ndarray:
        return self.mix.sum(axis=1)

    @property
    def crosses(self) -> np.ndarray:
        """(n,) bool: more than one administrative unit takes part."""
        return np.array([len(rows) > 1 for rows in self.members], dtype=bool)


def collaborate(pieces: Pieces, face_kind, face_area, connected=False) -> Collaboration:
    """Collaborative units from pieces: the pieces of one element, whichever administrative units they lie in.

    Real networks often hang together as a whole; a unit per element keeps it a size that somebody can lead. Pieces of
    one element that another element parts, such as a corridor with a pinch point across it, stay together.

    Parameters
    ----------
    face_kind : (faces,) 'core', 'corridor' or 'node' before slivers joined
    face_area : (faces,)
    connected : elements that touch form one unit together

    Raises
    ------
    EmptyInputError : no element lies inside the units
    """
    if not len(pieces.element):
        raise EmptyInputError('No element lies inside the administrative units. Check that the layers show the same '
                              'area.')
    group = _by_size(_grouped(pieces, connected), pieces.area)
    count = int(group.max()) + 1
    # The largest element of every unit comes first in this order.
    pairs, number = np.unique(np.stack([group, pieces.element]), axis=1, return_inverse=True)
    sizes = np.bincount(number.reshape(-1), weights=pieces.area)
    order = np.lexsort((pairs[1], -sizes, pairs[0]))
    first = np.unique(pairs[0][order], return_index=True)[1]
    kind = np.asarray(face_kind)
    mix = [np.bincount(group[pieces.of_face], weights=np.where(kind == name, face_area, 0.0), minlength=count)
           for name in ELEMENTS]
    return Collaboration(group, pairs[1][order][first], np.bincount(pairs[0], minlength=count),
                         _members(pieces, group, count), np.stack(mix, axis=1))


def _grouped(pieces, connected):
    """(pieces,) group number of every piece: its element, or all that is connected by touch or by element."""
    if not connected:
        return np.unique(pieces.element, return_inverse=True)[1].reshape(-1)
    order = np.argsort(pieces.element, kind='stable')
    same = pieces.element[order[1:]] == pieces.element[order[:-1]]
    kin = np.stack([order[:-1][same], order[1:][same]], axis=1)
    return connected_groups(len(pieces.element), np.concatenate([pieces.touching.pairs, kin]))


def _by_size(group, area):
    """Groups numbered anew, the largest first."""
    order = np.argsort(-np.bincount(group, weights=area), kind='stable')
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    return rank[group]


def _members(pieces, group, count):
    """Per group the unit rows of its pieces, the one with the largest part first."""
    pairs, number = np.unique(np.stack([group, pieces.unit]), axis=1, return_inverse=True)
    sizes = np.bincount(number.reshape(-1), weights=pieces.area)
    order = np.lexsort((pairs[1], -sizes, pairs[0]))
    ends = np.searchsorted(pairs[0], np.arange(count + 1))
    rows = pairs[1][order]
    return [rows[start:end].tolist() for start, end in zip(ends[:-1], ends[1:])]


def lead_scope(unit_codes, parent_codes) -> str:
    """How far a collaborative unit reaches: one unit, one city, several cities, or several provinces.

    Parameters
    ----------
    unit_codes : codes of its member units; the first two characters name the province
    parent_codes : code of the city of each member, '' where unknown: then the first four characters of the unit code
    """
    if len(unit_codes) != len(parent_codes):
        raise ParameterError('There are {codes} unit codes and {parents} codes of higher units.',
                             codes=len(unit_codes), parents=len(parent_codes))
    if len(set(unit_codes)) == 1:
        return ONE_UNIT
    if len({province_code(code) for code in unit_codes}) > 1:
        return SEVERAL_PROVINCES
    return ONE_CITY if len(set(city_codes(unit_codes, parent_codes))) == 1 else SEVERAL_CITIES


def city_codes(unit_codes, parent_codes) -> list:
    """The code of the city of every unit; where none is given, that of units with the same first four digits."""
    known = {code[:4]: parent for code, parent in zip(unit_codes, parent_codes) if parent}
    return [parent or known.get(code[:4], code[:4]) for code, parent in zip(unit_codes, parent_codes)]


def province_code(code) -> str:
    """Six-digit code of the province of a unit by the national scheme (GB/T 2260)."""
    return code[:2].ljust(6, '0') if len(code) >= 6 and code[:6].isdigit() else ''


def provincial_elements(kind, area, top) -> np.ndarray:
    """(n,) bool: the ``top`` largest cores and the ``top`` largest corridors, of provincial rank wherever they lie."""
    kind, area = np.asarray(kind), np.asarray(area, dtype=float)
    chosen = np.zeros(len(kind), bool)
    for name in (CORE, CORRIDOR):
        rows = np.flatnonzero(kind == name)
        chosen[rows[np.argsort(-area[rows], kind='stable')[:max(int(top), 0)]]] = True
    return chosen
