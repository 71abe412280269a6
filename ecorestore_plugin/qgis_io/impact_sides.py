"""The treated and the control cells of a comparison: polygons of the user, or controls matched to the treated."""

from __future__ import annotations

import numpy as np

from ..core.errors import EmptyInputError
from ..core.monitoring.matched_controls import (
    IMBALANCE,
    StratifiedDraw,
    standardised_difference,
    strata_of,
)
from ..core.monitoring.moments import Moments
from ..i18n import tr
from .row_blocks import UnitRows, layers_of, row_blocks, rows_of

TREATED, CONTROL = 1, 2


class PolygonSides:
    """Cells of treated and of control polygons; ``read`` gives them in blocks of rows."""

    def __init__(self, treated, control, spacing):
        self._treated, self._control, self._spacing = treated, control, spacing
        self.overlap = 0

    def read(self, start, stop):
        """(treated, control) bool arrays; cells in both are in neither and counted."""
        treated, control = (rows.read(start, stop) > 0 for rows in (self._treated, self._control))
        kept = lattice(self._treated.grid, start, treated.shape, self._spacing)
        both = treated & control & kept
        self.overlap += int(both.sum())
        return treated & kept & ~both, control & kept & ~both


class MatchedSides:
    """Treated cells and the controls drawn for them.

    Parameters
    ----------
    marks : (rows, cols) of the whole grid, 1 treated, 2 control, 0 neither
    """

    overlap = 0

    def __init__(self, marks):
        self.marks = marks

    def read(self, start, stop):
        """(treated, control) bool arrays."""
        marks = self.marks[start:stop]
        return marks == TREATED, marks == CONTROL


def lattice(grid, start, shape, spacing):
    """bool array: cells of a block from row ``start`` that lie about ``spacing`` metres apart; all for 0."""
    if not spacing:
        return np.ones(shape, bool)
    down, across = (max(1, int(round(spacing / size))) for size in (grid.cell_height, grid.cell_width))
    kept = np.zeros(shape, bool)
    kept[(-start) % down::down, ::across] = True
    return kept


def impact_sides(job, grid):
    """PolygonSides or MatchedSides by the parameters of the run, None without treated places or controls."""
    matched = job.given('MATCH_CLASSES') or job.given('MATCH_VALUES')
    if not job.given('TREATED') or not (matched or job.given('CONTROL')):
        return None
    places = job.features('TREATED', ('polygon',), grid)
    treated = UnitRows(places.geometries, grid)
    control = job.features('CONTROL', ('polygon',), grid)
    control = None if control is None else UnitRows(control.geometries, grid)
    if not matched:
        return PolygonSides(treated, control, job.number('SPACING'))
    distance = job.number('MATCH_BUFFER')
    near = UnitRows([geometry.buffer(distance, 8) for geometry in places.geometries], grid) if distance else treated
    return _Matching(job, treated, control, near).run()


class _Matching:
    """Reads the matching layers three times: what the treated cells are like, how many are like them, the draw."""

    def __init__(self, job, treated, candidates, near):
        self._job, self._treated, self._candidates, self._near = job, treated, candidates, near
        self.names, values = layers_of(job, 'MATCH_VALUES')
        self._sources = {'classes': rows_of(job, 'MATCH_CLASSES', classes=True), 'values': values}
        self._spacing = job.number('SPACING')

    def run(self):
        job = self._job
        self.strata = strata_of(*self._treated_places(), job.integer('MATCH_COUNT'))
        groups = [Moments(len(self.names)) for _ in range(3)]  # treated, candidates, controls
        counts = np.zeros((2, len(self.strata)), np.int64)
        for block, treated, free in self._blocks(0.05, 0.1, 'Places like the treated among {count} cells'):
            strata = self._numbers(block)
            for position, side in enumerate((treated, free)):
                side = side & (strata >= 0)
                counts[position] += np.bincount(strata[side], minlength=len(self.strata))
                groups[position].add(self._values(block, side))
        draw = StratifiedDraw(*counts, job.number('MATCH_RATIO'), job.integer('SEED'))
        grid = self._treated.grid
        marks = np.zeros(grid.shape, np.uint8)
        for block, treated, free in self._blocks(0.1, 0.15, 'Controls drawn among {count} cells'):
            strata = self._numbers(block)
            control = draw.take(free, strata)
            # A treated place without any candidate like it has nothing to be compared with.
            treated &= (strata >= 0) & (draw.wanted > 0)[np.maximum(strata, 0)]
            marks[block.start:block.stop] = TREATED * treated + CONTROL * control
            groups[2].add(self._values(block, control))
        self._report(counts, draw, groups)
        self._write(marks, grid, counts, draw)
        return MatchedSides(marks)

    def _blocks(self, start, end, text):
        """Yields (block, treated, candidates) where they lie on the lattice."""
        for block in row_blocks(self._job, self._sources, start, end, text):
            treated = self._treated.read(block.start, block.stop) > 0
            kept = lattice(self._treated.grid, block.start, treated.shape, self._spacing)
            free = kept & (self._near.read(block.start, block.stop) == 0)
            if self._candidates is not None:
                free &= self._candidates.read(block.start, block.stop) > 0
            yield block, treated & kept, free & ~treated

    def _treated_places(self):
        """(class codes or None, values) of the treated cells that are known in every layer."""
        codes, values = [], []
        for block, treated, _ in self._blocks(0.0, 0.05, 'Treated places among {count} cells'):
            classes = block['classes']
            known = treated if classes is None else treated & classes.valid
            for value in block['values']:
                known = known & np.isfinite(value)
            if classes is not None:
                codes.append(classes.codes[known])
            values.append(self._values(block, known))
        return np.concatenate(codes) if codes else None, list(np.concatenate(values, axis=1))

    @staticmethod
    def _values(block, chosen):
        return (np.array([value[chosen] for value in block['values']]) if block['values']
                else np.empty((0, int(chosen.sum()))))

    def _numbers(self, block):
        classes = block['classes']
        return self.strata.numbers(None if classes is None else (classes.codes, classes.valid), block['values'])

    def _report(self, counts, draw, groups):
        job, (treated, free) = self._job, counts
        if not draw.wanted.any():
            raise EmptyInputError('No cell outside the treated places is like them in the layers to match. Take fewer '
                                  'classes, a smaller distance, or larger control places.')
        alone, short = int(treated[free == 0].sum()), int((draw.wanted < np.rint(job.number('MATCH_RATIO') * treated))
                                                          .sum())
        job.say(tr('{controls} control cells were matched to {treated} treated cells.', controls=int(draw.wanted.sum()),
                   treated=int(treated.sum()) - alone))
        if alone:
            job.warn(tr('{count} treated cells have no cell like them and are left out.', count=alone))
        if short:
            job.warn(tr('{count} kinds of place have too few candidates; all there are were taken.', count=short))
        for name, before, after in zip(self.names, *(standardised_difference(groups[0], other)
                                                     for other in groups[1:])):
            job.say(tr('{name}: standardised difference {before} before matching, {after} after.', name=name,
                       before=f'{before:.3f}', after=f'{after:.3f}'))
            if abs(after) > IMBALANCE:
                job.warn(tr('{name} still differs between treated and control cells; take more classes.', name=name))

    def _write(self, marks, grid, counts, draw):
        job = self._job
        job.write_raster('CONTROL_CELLS', marks, grid, description=job.label('CONTROL_CELLS'),
                         style='control_cells', nodata=0)
        columns = {'landcover': [], **{f'{name}_{end}': [] for name in self.names for end in ('from', 'to')},
                   'treated': counts[0].tolist(), 'candidates': counts[1].tolist(), 'controls': draw.wanted.tolist()}
        for code, bounds in self.strata.parts():
            columns['landcover'].append(code)
            for name, (low, high) in zip(self.names, bounds):
                columns[f'{name}_from'].append(low)
                columns[f'{name}_to'].append(high)
        used = [row for row, number in enumerate(columns['treated']) if number]
        job.write_table('STRATA', {key: [values[row] for row in used] for key, values in columns.items()})
