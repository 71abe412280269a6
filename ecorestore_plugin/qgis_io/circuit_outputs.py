"""What the tools of circuit theory write: maps of single runs, matrices of resistance, a page that sums it up."""

from __future__ import annotations

import re
import shutil

import numpy as np

from ..core.circuit.pair import UNCONNECTED
from ..core.engine.memory import readable_bytes
from ..core.errors import CapacityError
from ..i18n import tr
from . import raster as rasters
from .pages import heading, heat_table, html_page, html_table, paragraph

# Fields a GeoPackage table holds at most are 2000; pages and tables beyond this are of no use to anybody.
MOST_COLUMNS = 1000
MOST_ON_PAGE = 40


def as_map(array, logarithm=False, zero_outside=False):
    """A current or voltage map as the user wants it."""
    array = np.asarray(array, dtype=np.float64)
    if logarithm:
        # A cell without current has no logarithm.
        array = np.log10(array, out=np.full(array.shape, np.nan), where=array > 0)
    return np.nan_to_num(array) if zero_outside else array


class RunMaps:
    """Writes the maps of single pairs or sources into a folder as they come.

    Parameters
    ----------
    folder : pathlib.Path
    kinds : 'current', 'voltage' or 'both'
    transform : function of an array, for current
    """

    def __init__(self, folder, grid, ids, kinds, transform):
        self.folder, self.grid, self.kinds, self.transform = folder, grid, kinds, transform
        safe = [re.sub(r'[^\w.-]+', '_', str(key)) for key in ids]
        if len({name.lower() for name in safe}) < len(safe):
            safe = [str(number) for number in range(1, len(safe) + 1)]
        self.names = dict(zip(ids, safe))
        self.count = 0

    def check_space(self, runs):
        """Refuses more maps than the disk holds.

        Raises
        ------
        CapacityError
        """
        needed = runs * (2 if self.kinds == 'both' else 1) * 4 * self.grid.rows * self.grid.columns
        free = shutil.disk_usage(self.folder).free
        if needed > free:
            raise CapacityError('The maps of {runs} runs need up to {needed} on disk, but {free} are free. Run fewer '
                                'pairs, or leave the folder of single maps empty.', runs=runs,
                                needed=readable_bytes(needed), free=readable_bytes(free))

    def take_pair(self, one, other, run):
        self._write(f'{self.names[one]}_{self.names[other]}', run)

    def take_source(self, key, run):
        self._write(self.names[key], run)

    def _write(self, name, run):
        if self.kinds in ('current', 'both'):
            rasters.write_raster(self.folder / f'current_{name}.tif', self.transform(run.current), self.grid, unit='A',
                                 description=tr('Current'))
        if self.kinds in ('voltage', 'both'):
            rasters.write_raster(self.folder / f'voltage_{name}.tif', run.voltage, self.grid, unit='V',
                                 description=tr('Voltage'))
        self.count += 1


def in_metres(values, grid):
    """Effective resistances in cell units as resistance x metres; -1 stays."""
    values = np.asarray(values, dtype=np.float64)
    return np.where(values >= 0, values * np.sqrt(grid.cell_area), UNCONNECTED)


def pair_columns(found, grid, wanted=None):
    """One row per pair that was to run."""
    first, second = np.triu_indices(len(found.ids), 1)
    if wanted is not None:
        kept = (wanted | wanted.T)[first, second]
        first, second = first[kept], second[kept]
    values = found.resistance[first, second]
    return {'from_id': [found.ids[index] for index in first], 'to_id': [found.ids[index] for index in second],
            'effective_resistance': values.tolist(), 'effective_resistance_m': in_metres(values, grid).tolist()}


def source_columns(found, grid, wanted=None):
    """One row per source, of the modes that set one against all others."""
    partners = np.full(len(found.ids), len(found.ids) - 1) if wanted is None else wanted.sum(axis=1)
    return {'source_id': list(found.ids), 'effective_resistance': found.resistance.tolist(),
            'effective_resistance_m': in_metres(found.resistance, grid).tolist(), 'partners': partners.tolist()}


def matrix_columns(found):
    """The matrix of effective resistances: a column source_id, then one per source.

    Raises
    ------
    CapacityError : too many sources for a table
    """
    if len(found.ids) > MOST_COLUMNS:
        raise CapacityError('A matrix of {count} sources has more columns than a table holds ({most}). Take the list '
                            'of effective resistances instead.', count=len(found.ids), most=MOST_COLUMNS)
    return {'source_id': list(found.ids),
            **{f'r_{key}': found.resistance[:, index].tolist() for index, key in enumerate(found.ids)}}


def report_solution(job, circuit, found):
    """Says how well the circuit was solved; the sentences join those of the report."""
    texts = []
    if found.resumed:
        texts.append(tr('{count} potentials were taken from the run folder.', count=found.resumed))
    if found.residual:
        texts.append(tr('Solved; at worst a share of {residual} of the current is missing at the cells.',
                        residual=f'{found.residual:.0e}'))
    for text in texts:
        job.say(text)
    circuit.notes += texts


def report_page(title, notes, facts, found=None, pairs=None):
    """HTML: how the circuit was made, what came out, and the resistances where they fit on a page.

    Parameters
    ----------
    notes : translated sentences
    facts : (translated name, value) rows
    found : PairwiseCurrent for its matrix, or None
    pairs : columns of the pairs that carry no current, or None
    """
    parts = [*map(paragraph, notes), heading(tr('Results')), html_table((tr('Result'), tr('Value')), facts)]
    if pairs is not None and pairs['from_id']:
        parts += [heading(tr('Pairs without current')), paragraph(tr(
            'Nodata separates these sources; their effective resistance is -1.')),
            html_table((tr('From source'), tr('To source')), list(zip(pairs['from_id'], pairs['to_id']))[:200])]
    if found is not None and 1 < len(found.ids) <= MOST_ON_PAGE:
        matrix = np.where(found.resistance >= 0, found.resistance, np.nan)
        scale = float(np.nanmax(matrix)) or 1.0
        parts += [heading(tr('Effective resistance (cell units)')), heat_table(list(found.ids), matrix, scale=scale)]
    return html_page(title, parts)
