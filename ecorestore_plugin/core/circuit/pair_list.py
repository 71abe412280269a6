"""Which pairs of sources to run, as Circuitscape's files say it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import TableError


@dataclass(frozen=True)
class PairList:
    """Pairs named in a file.

    Attributes
    ----------
    pairs : set of (id, id), from the source of a row to that of a column
    named : ids the file speaks of
    include : whether the pairs are those to run, or those to leave out
    """

    pairs: frozenset
    named: frozenset
    include: bool

    def kept(self, ids) -> list:
        """The ids that take part: those the file names where it includes, all where it excludes."""
        return [key for key in ids if not self.include or key in self.named]

    def wanted(self, ids) -> np.ndarray:
        """(n, n) bool, whether to run the pair of a row and a column."""
        listed = np.array([[(one, other) in self.pairs for other in ids] for one in ids], dtype=bool)
        wanted = listed.reshape(len(ids), len(ids)) == self.include
        np.fill_diagonal(wanted, False)
        return wanted

    def unordered(self, ids) -> list:
        """(id, id) pairs to run, each once, the earlier in ``ids`` first."""
        ids = list(ids)
        return [(ids[i], ids[j]) for i, j in np.argwhere(np.triu(self.wanted(ids)))]


def read_pair_list(text, name='pairs') -> PairList:
    """A file of pairs of whole-number ids, in either form of Circuitscape.

    ``mode include`` or ``mode exclude`` and then two ids per line; or ``min x``, ``max y`` and then a square matrix of
    values, its first row and column the ids: pairs whose value lies between the two are run.

    Raises
    ------
    TableError : the text has neither form; names the line
    """
    lines = [line.split() for line in text.lstrip('\ufeff').splitlines() if line.split()]
    first = [word.lower() for word in lines[0]] if lines else []
    if len(first) == 2 and first[0] == 'mode' and first[1] in ('include', 'exclude'):
        rows = _numbers(lines[1:], 2, 2, name)
        ends = [(int(one), int(other)) for one, other in rows]
        return PairList(frozenset(ends + [(other, one) for one, other in ends]),
                        frozenset(key for pair in ends for key in pair), first[1] == 'include')
    if len(first) == 2 and first[0] == 'min' and len(lines) > 2 and lines[1][0].lower() == 'max':
        (low,), (high,) = _numbers([lines[0][1:], lines[1][1:]], 1, 1, name)
        rows = np.array(_numbers(lines[2:], len(lines) - 2, 3, name))
        ids = rows[0, 1:].astype(int).tolist()
        return PairList(frozenset((one, other) for one, values in zip(rows[1:, 0].astype(int).tolist(), rows[1:, 1:])
                                  for other, value in zip(ids, values) if low <= value <= high),
                        frozenset(ids), True)
    raise TableError('{name} is no list of pairs: it begins with neither "mode include", "mode exclude" nor "min".',
                     name=name)


def _numbers(lines, columns, start, name):
    """Rows of floats, all as long as ``columns``."""
    rows = []
    for number, words in enumerate(lines, start=start):
        try:
            row = [float(word) for word in words]
        except ValueError:
            row = []
        if len(row) != columns:
            raise TableError('{name}, line {line}: {count} numbers are expected, but it says "{text}".', name=name,
                             line=number, count=columns, text=' '.join(words)[:60])
        rows.append(row)
    return rows
