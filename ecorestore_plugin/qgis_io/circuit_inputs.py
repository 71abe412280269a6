"""What the tools of circuit theory read: the conducting raster, its short circuits, sources, and pairs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ..core.checks import check_not_empty
from ..core.circuit.graph import cells_by_id, checked_conductance, conductance_from_resistance
from ..core.circuit.pair_list import read_pair_list
from ..core.circuit.sound_inputs import check_source_count, check_source_raster, settle_zeros
from ..core.errors import EmptyInputError, TableError
from ..core.network.adjacency import edge_distances
from ..i18n import tr
from .corridor_tables import read_pairs
from .shapes import cells_of_polygon
from .sources import Sources, read_sources


@dataclass
class Circuit:
    """The raster as a circuit: ``options`` are those of core.circuit.graph.build_graph."""

    values: np.ndarray
    conductance: np.ndarray
    grid: object
    options: dict
    notes: list = field(default_factory=list)

    @property
    def nodes(self):
        return int((self.conductance > 0).sum())


@dataclass
class Focal:
    """Sources with the cells they cover; ``sources`` holds the geometries where they came from a layer."""

    name: str
    cells: dict
    sources: Sources | None = None
    raster: np.ndarray | None = None
    strengths: dict | None = None

    @property
    def ids(self):
        return list(self.cells)

    def distances(self, pairs, grid):
        """Straight distances in metres between the edges of pairs of positions."""
        numbers = np.asarray(pairs, dtype=np.int64).reshape(-1, 2) + 1
        if self.sources is not None:
            return self.sources.edge_distances(numbers)
        return edge_distances(self.raster, numbers, grid)


def read_circuit(job):
    """The raster of RESISTANCE with everything that changes which cells conduct; says what it does.

    Raises
    ------
    ValueRangeError, EmptyInputError, ParameterError
    """
    values, grid = job.raster('RESISTANCE')
    neighbours, average = int(job.choice('NEIGHBOURS')), job.choice('CONNECTION')
    regions, circuit = [], Circuit(values, None, grid, {
        'neighbours': neighbours, 'average': average, 'cell': (grid.cell_width, grid.cell_height)})
    name = job.reference[0]
    if job.choice('INPUT_IS') == 'resistance':
        how = job.choice('ZERO_RESISTANCE')
        settled, regions, changed = settle_zeros(values, how, job.number('MIN_RESISTANCE'), neighbours, average, name)
        circuit.conductance = conductance_from_resistance(settled, name)
        if changed and how == 'minimum':
            _note(job, circuit, tr('{count} cells with a low resistance were raised to {minimum}.', count=changed,
                                   minimum=f'{np.nanmin(settled):g}'))
        elif changed:
            _note(job, circuit, tr('{count} cells with resistance 0 form {regions} short-circuit regions.',
                                   count=changed, regions=len(regions)))
    else:
        circuit.conductance = checked_conductance(values, name)
    _apply_mask(job, circuit)
    regions += _read_regions(job, circuit)
    circuit.options['regions'] = regions
    _note(job, circuit, tr('{neighbours} neighbours, average of {average} between cells', neighbours=neighbours,
                           average=average))
    return circuit


def _note(job, circuit, text):
    circuit.notes.append(text)
    job.say(text)


def _apply_mask(job, circuit):
    mask, _ = job.raster('MASK')
    if mask is None:
        return
    inside = np.nan_to_num(mask) > 0
    before = circuit.nodes
    circuit.conductance = np.where(inside, circuit.conductance, 0.0)
    check_not_empty(job.label('MASK'), circuit.conductance > 0)
    _note(job, circuit, tr('The mask leaves {count} of {total} cells.', count=circuit.nodes, total=before))


def _read_regions(job, circuit):
    """Flat cell indices of every short-circuit region that conducts somewhere."""
    shapes = job.features('REGIONS', ('polygon',), circuit.grid)
    regions = [] if shapes is None else [cells_of_polygon(shape, circuit.grid) for shape in shapes.geometries]
    classes = job.classes('REGION_RASTER')
    if classes is not None:
        regions += cells_by_id(np.where(classes.valid, classes.codes, 0)).values()
    conducts = circuit.conductance.ravel() > 0
    found = [cells for cells in regions if len(cells) and conducts[cells].any()]
    if len(found) < len(regions):
        job.warn(tr('{count} short-circuit regions cover no cell that conducts and are left out.',
                    count=len(regions) - len(found)))
    if found:
        _note(job, circuit, tr('{count} short-circuit regions.', count=len(found)))
    return found


# Sources.

def read_focal(job, circuit):
    """The sources of SOURCES or SOURCE_RASTER.

    Raises
    ------
    CapacityError, ParameterError, ValueRangeError : these are no sources; see core.circuit.sound_inputs
    EmptyInputError, GeometryError, TableError
    """
    if job.given('SOURCE_RASTER'):
        return _from_raster(job, circuit)
    _check_count(job)
    sources = read_sources(job, 'SOURCES', 'SOURCE_ID', circuit.grid, circuit.values)
    cells = cells_by_id(sources.cells, circuit.conductance > 0)
    found = {key: cells.get(number, np.zeros(0, int)) for number, key in enumerate(sources.ids, start=1)}
    _share_cells(job, circuit, sources, found)
    return Focal(job.label('SOURCES'), found, sources, sources.cells, _strengths(job, found))


def _from_raster(job, circuit):
    values, _ = job.raster('SOURCE_RASTER')
    name = job.label('SOURCE_RASTER')
    check_source_raster(name, values, circuit.conductance > 0)
    ids = np.nan_to_num(values).astype(np.int64)
    cells = cells_by_id(ids, circuit.conductance > 0)
    lost = int(((ids > 0) & ~(circuit.conductance > 0)).sum())
    if lost:
        job.warn(tr('{name}: {count} source cells have no resistance and are left out.', name=name, count=lost))
    numbers = np.zeros(ids.shape, np.int32)
    numbers[ids > 0] = np.searchsorted(list(cells), ids[ids > 0]) + 1
    return Focal(name, cells, None, numbers, _strengths(job, cells))


def _check_count(job):
    """Refuses twelve million points before they are read."""
    source = job.tool.parameterAsSource(job.parameters, 'SOURCES', job.context)
    if source is None or source.featureCount() <= 0:
        return
    index = source.fields().lookupField(job.field('SOURCE_ID') or '')
    count = source.featureCount() if index < 0 else len(source.uniqueValues(index))
    check_source_count(f'{job.label("SOURCES")} ({source.sourceName()})', count)


def _share_cells(job, circuit, sources, found):
    """Sources whose every cell went to another one share it: both are one node then."""
    conducts = circuit.conductance.ravel() > 0
    owner = sources.cells.ravel()
    shared = []
    for number, key in enumerate(sources.ids, start=1):
        if len(found[key]) or (owner == number).any():
            continue
        cells = cells_of_polygon(sources.geometry_of(number), circuit.grid)
        cells = cells[conducts[cells] & (owner[cells] > 0)]
        if len(cells):
            found[key] = cells[:1]
            shared.append(f'{key} = {sources.id_of(owner[cells[0]])}')
    if shared:
        job.warn(tr('{count} sources lie in the same cell as another one and are one node with it, so no current flows '
                    'between them: {sources}. Remove duplicates or use smaller cells.', count=len(shared),
                    sources=', '.join(shared[:10]) + (' …' if len(shared) > 10 else '')))


def _strengths(job, cells):
    """Ampere per source from the field STRENGTH or the table STRENGTHS, or None."""
    given = {}
    if job.given('SOURCES') and job.field('STRENGTH'):
        layer = job.features('SOURCES')
        key = job.field('SOURCE_ID')
        ids = layer.texts(key) if layer.has(key) else [str(number + 1) for number in range(len(layer))]
        given = dict(zip(ids, layer.numbers(job.field('STRENGTH'), missing=False).tolist()))
    table = job.table('STRENGTHS', required=('source_id', 'strength'))
    if table is not None:
        given.update(zip(table.texts('source_id'), table.numbers('strength', missing=False).tolist()))
    if not given:
        return None
    known = {str(key): key for key in cells}
    unknown = sorted(set(given) - set(known))
    if unknown:
        job.warn(tr('Strengths are given for {count} ids that no source has: {ids}.', count=len(unknown),
                    ids=', '.join(unknown[:10]) + (' …' if len(unknown) > 10 else '')))
    found = {known[key]: value for key, value in given.items() if key in known}
    if not any(found.get(key, 1.0) > 0 for key in cells):
        raise EmptyInputError('The strengths of all {count} sources are 0, so no current flows. Check the field or '
                              'table of strengths.', count=len(cells))
    return found


# Pairs.

def read_wanted(job, focal, grid):
    """(n, n) bool, which pairs to run, or None for all of them.

    Raises
    ------
    EmptyInputError : no pair is left
    TableError, ParameterError
    """
    ids = focal.ids
    wanted = ~np.eye(len(ids), dtype=bool)
    if job.given('PAIRS'):
        wanted &= _listed(job, ids) == (job.choice('PAIRS_MODE') == 'include')
    if job.given('PAIRS_FILE'):
        wanted &= _from_file(job, ids)
    low, high = job.number('MIN_DISTANCE'), job.number('MAX_DISTANCE')
    if low is not None or high is not None:
        pairs = np.argwhere(np.triu(wanted | wanted.T))
        distance = focal.distances(pairs, grid)
        far = pairs[(distance < (low or 0.0)) | (distance > (np.inf if high is None else high))]
        wanted[far[:, 0], far[:, 1]] = wanted[far[:, 1], far[:, 0]] = False
    if wanted.sum() == len(ids) * (len(ids) - 1):
        return None
    pairs = int(np.triu(wanted | wanted.T).sum())
    if not pairs and len(ids) > 1:
        raise EmptyInputError('The lists of pairs and the distances leave none of the {count} pairs of sources. Widen '
                              'them.', count=len(ids) * (len(ids) - 1) // 2)
    job.say(tr('{count} of {total} pairs of sources are run.', count=pairs, total=len(ids) * (len(ids) - 1) // 2))
    return wanted


class _Ids:
    """Ids as read_pairs wants them."""

    def __init__(self, ids):
        self.ids = ids


def _listed(job, ids):
    found = np.zeros((len(ids),) * 2, bool)
    one, other = np.array(read_pairs(job, 'PAIRS', _Ids(ids))).T - 1
    found[one, other] = found[other, one] = True
    return found


def _from_file(job, ids):
    path = Path(job.file('PAIRS_FILE'))
    job.inputs['PAIRS_FILE'] = str(path)
    try:
        text = path.read_text(encoding='utf-8-sig')
    except UnicodeDecodeError as error:
        raise TableError('{name} is no text file in UTF-8.', name=path.name) from error
    listed = read_pair_list(text, path.name)
    numbers = [int(key) if str(key).lstrip('-').isdigit() else None for key in ids]
    unknown = sorted(listed.named - set(numbers))
    if unknown:
        job.warn(tr('{name} names {count} ids that no source has: {ids}.', name=path.name, count=len(unknown),
                    ids=', '.join(map(str, unknown[:10])) + (' …' if len(unknown) > 10 else '')))
    kept = set(listed.kept(numbers))
    used = np.array([number in kept for number in numbers])
    return listed.wanted(numbers) & used[:, None] & used[None]


# Sources and grounds of any strength.

def read_electrodes(job, circuit):
    """(ampere into each cell, resistance or conductance to ground), NaN where there is none.

    Raises
    ------
    EmptyInputError, TableError, GeometryError
    """
    found = []
    for raster, layer, key in (('SOURCE_RASTER', 'SOURCES', 'SOURCE_AMPERE'),
                               ('GROUND_RASTER', 'GROUNDS', 'GROUND_VALUE')):
        values, _ = job.raster(raster)
        values = np.full(circuit.grid.shape, np.nan) if values is None else values
        if job.given(layer):
            _burn(job, circuit, layer, key, values, spread=layer == 'SOURCES')
        name = job.label(raster if job.given(raster) else layer)
        lost = int((~np.isnan(values) & ((values != 0) | (layer == 'GROUNDS')) & ~(circuit.conductance > 0)).sum())
        if lost:
            job.warn(tr('{name}: {count} cells lie on nodata of the resistance and are left out.', name=name,
                        count=lost))
        found.append(values)
    return found


def _burn(job, circuit, layer, key, values, spread):
    """Adds features to an array: their ampere spread over the cells, or their value in each cell."""
    features = job.features(layer, ('polygon', 'line', 'point'), circuit.grid)
    direct = 0.0 if job.choice('GROUNDS_ARE') == 'resistance' else np.inf
    amounts = np.full(len(features), 1.0 if spread else direct)
    if job.field(key):
        amounts = features.numbers(job.field(key), missing=False)
    outside = []
    flat = values.ravel()
    conducts = circuit.conductance.ravel() > 0
    for shape, amount, number in zip(features.geometries, amounts, features.ids):
        cells = cells_of_polygon(shape, circuit.grid)
        # Of a feature half on nodata, the whole strength goes to the other half.
        cells = cells[conducts[cells]] if conducts[cells].any() else cells
        if not len(cells):
            outside.append(number)
        elif spread:
            flat[cells] = np.nan_to_num(flat[cells]) + amount / len(cells)
        else:
            flat[cells] = amount
    if outside:
        job.warn(tr('{name}: {count} features lie outside the raster and are left out, first {first}.',
                    name=features.name, count=len(outside), first=outside[0]))
