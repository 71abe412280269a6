"""Checks every stage needs, with messages that say what, where, how many and what to do."""

from __future__ import annotations

import numpy as np

from .errors import CancelledError, EmptyInputError, MissingCodeError, ParameterError, ValueRangeError

# Codes that files use for nodata without saying so; no usual land cover legend has them but 0.
LIKE_NODATA = (0, 127, 128, 255, -1, -99, -127, -128, -999, -9999, 32767, -32767, -32768, 65535, 2147483647,
               -2147483648)


def check_range(name, array, minimum=None, maximum=None):
    """Every known value of ``array`` lies in [minimum, maximum]; NaN counts as unknown.

    Raises
    ------
    ValueRangeError : names the count, the first cell (row, column from 0) and its value
    """
    values = np.asarray(array)
    with np.errstate(invalid='ignore'):
        outside = np.isinf(values) if values.dtype.kind == 'f' else np.zeros(values.shape, bool)
        if minimum is not None:
            outside = outside | (values < minimum)
        if maximum is not None:
            outside = outside | (values > maximum)
    if not outside.any():
        return
    first = tuple(int(i) for i in np.argwhere(outside)[0])
    raise ValueRangeError(
        '{name}: {count} values lie outside {minimum} to {maximum}; the first is {value} at {place}. '
        'Correct the layer or mark these cells as nodata.',
        name=name, count=int(outside.sum()), minimum='-∞' if minimum is None else f'{minimum:g}',
        maximum='∞' if maximum is None else f'{maximum:g}', value=f'{values[first]:g}', place=place(first))


def check_positive(name, array):
    """Every known value is finite and above 0.

    Raises
    ------
    ValueRangeError : names the count, the first cell (row, column from 0) and its value
    """
    values = np.asarray(array, dtype=float)
    with np.errstate(invalid='ignore'):
        outside = (values <= 0) | np.isinf(values)
    if not outside.any():
        return
    first = tuple(int(i) for i in np.argwhere(outside)[0])
    raise ValueRangeError(
        '{name}: {count} values are zero, negative or infinite; the first is {value} at {place}. '
        'Give these cells a positive value or mark them as nodata.',
        name=name, count=int(outside.sum()), value=f'{values[first]:g}', place=place(first))


def check_not_empty(name, valid):
    """At least one cell or row is usable.

    Raises
    ------
    EmptyInputError : says how many there are in all
    """
    valid = np.asarray(valid)
    if not valid.any():
        raise EmptyInputError(
            '{name} holds no data: all {count} values are nodata. Choose another layer or check its nodata value.',
            name=name, count=valid.size)


def check_codes(name, codes, known, ignore=()):
    """Every integer code present is in ``known``.

    Parameters
    ----------
    codes : integer array of any shape
    known : the codes of the table
    ignore : codes that stand for nodata

    Raises
    ------
    MissingCodeError : lists up to ten missing codes with their cell counts
    """
    present, counts = np.unique(np.asarray(codes), return_counts=True)
    counted = dict(zip(present.tolist(), counts.tolist()))
    check_code_counts(name, {code: count for code, count in counted.items() if code not in ignore}, known)


def check_code_counts(name, counts, known):
    """:func:`check_codes` of codes that were counted already: ``counts`` is {code: cells}."""
    missing = [(code, counts[code]) for code in sorted(counts) if code not in known]
    if missing:
        listed = ', '.join(f'{code} ({count})' for code, count in missing[:10]) + (' …' if len(missing) > 10 else '')
        likely = [code for code, _ in missing if code in LIKE_NODATA]
        if likely:
            raise MissingCodeError(
                '{name}: {number} codes have no row in the table: code (cells) {listed}. {likely} often stands for '
                'nodata: if so, enter it as an additional nodata value in the transparency properties of the layer, or '
                'in the file. Else add rows.', name=name, number=len(missing), listed=listed,
                likely=', '.join(map(str, likely)))
        raise MissingCodeError(
            '{name}: {number} codes have no row in the table: code (cells) {listed}. '
            'Add rows for them or set them to nodata.', name=name, number=len(missing), listed=listed)


def check_share(name, value, minimum=0.0, maximum=1.0):
    """A single number inside [minimum, maximum].

    Raises
    ------
    ParameterError : names the parameter, its value and the limits
    """
    if not minimum <= value <= maximum:
        raise ParameterError('{name} is {value}; it must lie between {minimum} and {maximum}.',
                             name=name, value=f'{value:g}', minimum=f'{minimum:g}', maximum=f'{maximum:g}')


def place(index) -> str:
    """Where a value stands, in words a person can look up."""
    if len(index) == 2:
        return f'row {index[0]}, column {index[1]}'
    return ', '.join(str(i) for i in index)


def silent(fraction, text='', **values):
    """A progress callable that says nothing."""


def never():
    """A cancelled callable that never asks to stop."""
    return False


def stop_if(cancelled):
    """Raise CancelledError once the user asked to stop."""
    if cancelled():
        raise CancelledError()


def part_of(progress, start, end):
    """A progress callable whose 0 to 1 covers ``start`` to ``end`` of the caller's."""
    def inner(fraction, text='', **values):
        progress(start + (end - start) * fraction, text, **values)
    return inner
