"""Species found before and after, at equal effort too."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import EmptyInputError, ParameterError


@dataclass(frozen=True)
class SpeciesChange:
    """Two lists of records compared.

    Attributes
    ----------
    before, after : species found
    records_before, records_after : records
    equal_before, equal_after : species expected in as many records as the smaller list has
    gained, lost : species of one date only, sorted
    """

    before: int
    after: int
    records_before: int
    records_after: int
    equal_before: float
    equal_after: float
    gained: tuple
    lost: tuple


def species_change(before, after) -> SpeciesChange:
    """Species of two dates; a longer list of records finds more species even where nothing changed.

    Parameters
    ----------
    before, after : name of the species of every record

    Raises
    ------
    EmptyInputError : a date without records
    """
    for date, names in enumerate((before, after), start=1):
        if not len(names):
            raise EmptyInputError('Date {date} has no record of a species. Check the layer and the species field.',
                                  date=date)
    (first, counts), (second, later) = (np.unique(np.asarray(names, dtype=str), return_counts=True)
                                        for names in (before, after))
    size = int(min(counts.sum(), later.sum()))
    return SpeciesChange(len(first), len(second), int(counts.sum()), int(later.sum()), expected_species(counts, size),
                         expected_species(later, size), tuple(np.setdiff1d(second, first).tolist()),
                         tuple(np.setdiff1d(first, second).tolist()))


def expected_species(counts, records) -> float:
    """Species expected in a random sample of ``records`` records: sum of 1 - C(N - N_i, n) / C(N, n).

    Parameters
    ----------
    counts : (species,) records of each species, 1 or more
    records : size of the sample, 1 to the sum of the counts

    Raises
    ------
    ParameterError : a sample larger than the list

    Source: Hurlbert 1971, doi:10.2307/1934145
    """
    from scipy.special import gammaln
    counts = np.asarray(counts, dtype=float)
    total = counts.sum()
    if not 1 <= records <= total:
        raise ParameterError('A sample of {records} records cannot be drawn from {total}.', records=records,
                             total=int(total))
    rest = total - counts
    missed = rest >= records
    chance = np.zeros(counts.shape)
    chance[missed] = np.exp(gammaln(rest[missed] + 1) - gammaln(rest[missed] - records + 1)
                            - gammaln(total + 1) + gammaln(total - records + 1))
    return float((1.0 - chance).sum())
