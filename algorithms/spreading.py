"""Statistics of units spread over their cells in blocks of rows: one pass for the sums, one for the cells."""

import numpy as np

from ..ecorestore_plugin.core.zonal import spread_cells, spread_rates, spread_sums
from ..ecorestore_plugin.i18n import mark
from ..ecorestore_plugin.qgis_io.row_blocks import row_blocks


def spread_over_rows(job, rows, sources, parts, tell):
    """Writes what the cells get of the statistics of their units; the sum of a unit equals its statistics.

    Parameters
    ----------
    rows : ServiceRows that has units
    sources : as for row_blocks
    parts : (totals (n,), weigh) of every statistic; weigh(block) gives the weight of the cells and which are known
    tell : is given the SpreadRates of every part, to warn of what they say
    """
    number = len(rows.units)
    found = [(np.zeros(number, np.int64), np.zeros(number)) for _ in parts]
    for block in row_blocks(job, sources, 0.0, 0.5, mark('Sums per unit of {count} cells')):
        cells = rows.cells(block.start, block.stop)
        for (count, total), (_, weigh) in zip(found, parts):
            more = spread_sums(*_cells(weigh, block, cells), number)
            count += more[0]
            total += more[1]
    rates = [spread_rates(totals, *sums) for (totals, _), sums in zip(parts, found)]
    for each in rates:
        tell(each)
    for block in row_blocks(job, sources, 0.5, 1.0, mark('Amounts of {count} cells')):
        cells = rows.cells(block.start, block.stop)
        amounts = np.array([spread_cells(rate, *_cells(weigh, block, cells)) for rate, (_, weigh) in zip(rates, parts)])
        # A statistic that is missing leaves the others as they are.
        unknown = np.isnan(amounts).all(axis=0)
        rows.write(block.start, np.where(unknown, np.nan, np.nansum(amounts, axis=0)))
    rows.finish()


def _cells(weigh, block, cells):
    """Weight, units and known cells of a block."""
    weight, known = weigh(block)
    return weight, cells, known
