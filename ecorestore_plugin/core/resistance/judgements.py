"""Pairwise judgements as people write them: fractions as text, half a matrix, factors in any order."""

from __future__ import annotations

import numpy as np

from ..errors import ParameterError, TableError


def judgement_value(text) -> float:
    """A judgement as number: '3', '0.33' or '1/3'; NaN where empty.

    Raises
    ------
    TableError : neither a number nor a fraction
    """
    if text is None or str(text).strip() == '':
        return np.nan
    above, slash, below = str(text).strip().partition('/')
    try:
        return float(above) / float(below) if slash else float(above)
    except (ValueError, ZeroDivisionError):
        raise TableError('The judgement "{text}" is neither a number nor a fraction such as 1/3.',
                         text=str(text)) from None


def judgement_matrix(rows, columns, cells) -> np.ndarray:
    """A complete matrix in the order of ``rows``.

    Parameters
    ----------
    rows, columns : factor names; the same names, the columns in any order
    cells : list per row of judgements per column, numbers or text; an empty cell takes the inverse of its mirror,
        and an empty diagonal 1

    Returns
    -------
    (n, n) float array; NaN where a judgement and its mirror are both missing

    Raises
    ------
    TableError : a name that is missing or double among rows or columns, or an unreadable judgement
    """
    for names in (rows, columns):
        twice = sorted({name for name in names if list(names).count(name) > 1})
        if twice:
            raise TableError('The pairwise comparison table names {name} more than once.', name=twice[0])
    apart = sorted(set(rows) ^ set(columns))
    if apart:
        raise TableError('The pairwise comparison table must name the same factors in its rows and columns; '
                         '{names} stand only in one of them.', names=', '.join(apart[:10]))
    order = [list(columns).index(name) for name in rows]
    matrix = np.array([[judgement_value(row[position]) for position in order] for row in cells], dtype=float)
    matrix = matrix.reshape(len(rows), len(rows))
    np.fill_diagonal(matrix, np.where(np.isnan(np.diag(matrix)), 1.0, np.diag(matrix)))
    with np.errstate(divide='ignore', invalid='ignore'):
        return np.where(np.isnan(matrix), 1.0 / matrix.T, matrix)


def judgements_from_text(text) -> list:
    """Rows of judgements from '1 3 5; 1/3 1 2; 1/5 1/2 1'; commas or blanks between values.

    Raises
    ------
    ParameterError : rows of different length, or not as many rows as columns
    """
    rows = [row.replace(',', ' ').split() for row in text.replace('\n', ';').replace('；', ';').split(';')]
    rows = [row for row in rows if row]
    if not rows or any(len(row) != len(rows) for row in rows):
        raise ParameterError('The judgements must form a square: {rows} rows, with {lengths} values in them.',
                             rows=len(rows), lengths=', '.join(str(len(row)) for row in rows) or '0')
    return rows
