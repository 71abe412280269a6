"""Habitat quality and degradation as in InVEST: what threats around a cell do to the habitat in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..checks import check_not_empty, check_positive, check_range, never, silent, stop_if
from ..errors import ParameterError, TableError
from ..grid import check_same_shape
from ..lookup import class_values
from ..strips import CELLS_AT_ONCE, strips
from .threat_influence import INFLUENCES, pieces

DECAYS = ('linear', 'exponential')
METHODS = tuple(INFLUENCES)
SPELLINGS = {'lin': 'linear', '线性': 'linear', 'exp': 'exponential', '指数': 'exponential'}
SCALING = 2.5


@dataclass(frozen=True)
class Threat:
    """One row of the threat table.

    Attributes
    ----------
    name : of the threat
    max_distance : metres it reaches
    weight : against the other threats, 0 or more
    decay : 'linear' or 'exponential'
    """

    name: str
    max_distance: float
    weight: float
    decay: str


@dataclass(frozen=True)
class ThreatEffect:
    """What one threat does.

    Attributes
    ----------
    name : of the threat
    cells : cells that hold the threat
    reached : habitat cells within its reach
    nearest : metres from the nearest habitat cell to the threat; 0 where some are reached, NaN without any threat,
        infinite without any habitat
    mean_degradation : mean over the known cells
    share : of the degradation by all threats, 0 to 1
    """

    name: str
    cells: int
    reached: int
    nearest: float
    mean_degradation: float
    share: float


@dataclass(frozen=True)
class HabitatQuality:
    """Quality, and what lowers it.

    Attributes
    ----------
    quality : (rows, cols) float array, 0 to 1, NaN outside
    degradation : (rows, cols) float array, 0 to 1, NaN outside
    by_threat : (threats, rows, cols) float32 array that sums to ``degradation``, or None where not asked for
    half_saturation : k that was used
    effects : a ThreatEffect per threat
    """

    quality: np.ndarray
    degradation: np.ndarray
    by_threat: np.ndarray | None
    half_saturation: float
    effects: tuple[ThreatEffect, ...]


def checked_threat(name, max_distance, weight, decay) -> Threat:
    """A row of the threat table as Threat.

    Raises
    ------
    TableError : a reach that is not above 0, a negative weight, an unknown decay; names the threat
    """
    decay = str(decay or '').strip().lower()
    decay = SPELLINGS.get(decay, decay)
    if not (np.isfinite(max_distance) and max_distance > 0):
        raise TableError('Threat {name}: max_dist is {value}; give the metres the threat reaches, above 0.', name=name,
                         value=f'{max_distance:g}')
    if not (np.isfinite(weight) and weight >= 0):
        raise TableError('Threat {name}: the weight is {value}; it must be 0 or more.', name=name, value=f'{weight:g}')
    if decay not in DECAYS:
        raise TableError('Threat {name}: decay is "{value}"; it must be linear or exponential.', name=name, value=decay)
    return Threat(str(name), float(max_distance), float(weight), decay)


def match_rasters(threats, spellings, rasters):
    """Which raster belongs to which threat: by name, or in the order of the table where no name fits.

    Parameters
    ----------
    threats : names of the threats
    spellings : per threat the other names its raster may have, such as that of its file
    rasters : names of the rasters

    Returns
    -------
    list with the position of the raster of every threat, None where there is none

    Raises
    ------
    ParameterError : a raster that fits no threat, or two that fit one
    """
    keys = [{_key(name), *map(_key, more)} - {''} for name, more in zip(threats, spellings)]
    owners = [next((number for number, known in enumerate(keys) if _key(raster) in known), None) for raster in rasters]
    if all(owner is None for owner in owners) and len(rasters) == len(threats):
        return list(range(len(threats)))
    strange = [raster for raster, owner in zip(rasters, owners) if owner is None]
    if strange:
        raise ParameterError('These threat rasters fit no threat of the table: {rasters}. The threats are {threats}. '
                             'Name the layers like the threats, or give one raster per threat in their order.',
                             rasters=', '.join(strange), threats=', '.join(threats))
    twice = sorted({threats[owner] for owner in owners if owners.count(owner) > 1})
    if twice:
        raise ParameterError('More than one raster was given for the threat {names}; keep one for each.',
                             names=', '.join(twice))
    return [owners.index(number) if number in owners else None for number in range(len(threats))]


def habitat_quality(habitat, sensitivities, threats, intensities, cell_width, cell_height, half_saturation=0.05,
                    access=None, method='nearest', by_threat=False, scaling=SCALING, progress=silent,
                    cancelled=never) -> HabitatQuality:
    """Habitat quality from habitat suitability and threats.

    Degradation D = sum over threats of (w / sum w) x influence x access x sensitivity;
    quality Q = H x (1 - D^z / (D^z + k^z)).

    Parameters
    ----------
    habitat : (rows, cols) float array H, 0 (no habitat) to 1, NaN outside
    sensitivities : (threats, rows, cols) float array, 0 to 1, NaN outside
    threats : list of Threat
    intensities : list of (rows, cols) float arrays, 0 to 1, NaN counts as 0
    cell_width, cell_height : metres
    half_saturation : k, the degradation that halves the quality; None takes half of the largest degradation
    access : (rows, cols) float array, 0 (fully protected) to 1 (open to every threat), NaN counts as 1
    method : 'nearest' (InVEST) or 'kernel', see :func:`kernel_influence`
    by_threat : whether the degradation by each threat is wanted
    scaling : z

    Raises
    ------
    ValueRangeError : habitat, sensitivity, access or intensity outside 0 to 1
    EmptyInputError, GridMismatchError, ParameterError

    Source: Sharp et al. 2016, InVEST User Guide; Terrado et al. 2016, doi:10.1016/j.scitotenv.2015.03.064
    """
    habitat = np.asarray(habitat, dtype=float)
    _check_inputs(habitat, ~np.isnan(habitat), sensitivities, threats, intensities, access, method)
    run = HabitatRun(lambda top, bottom: [layer[top:bottom] for layer in (habitat, *sensitivities)], habitat.shape,
                     threats, intensities, cell_width, cell_height, access, method)
    degradation = np.empty(habitat.shape)
    kept = np.empty((len(threats),) + habitat.shape, np.float32) if by_threat else None
    for start, stop, found, own in run.strips(by_threat, progress, cancelled):
        degradation[start:stop] = found
        if kept is not None:
            kept[:, start:stop] = own
    half_saturation = run.half_saturation(half_saturation)
    quality = quality_of(habitat, degradation, half_saturation, scaling)
    progress(1.0)
    return HabitatQuality(quality, degradation, kept, half_saturation, run.effects())


class HabitatRun:
    """Degradation strip by strip, so that of large rasters little need be in memory at once.

    Parameters
    ----------
    land : called with the first row and the row after the last; the habitat of these rows and their sensitivity to
        each threat, float arrays, NaN outside
    shape : (rows, cols)
    intensities : list of (rows, cols) arrays; flags will do for the method nearest
    others as in :func:`habitat_quality`, checked already
    """

    def __init__(self, land: Callable, shape, threats, intensities, cell_width, cell_height, access=None,
                 method='nearest'):
        if not sum(threat.weight for threat in threats) > 0:
            raise ParameterError('The weights of all {count} threats are 0; give at least one a positive weight.',
                                 count=len(threats))
        self.largest = 0.0
        self._land, self._shape, self._threats, self._access = land, shape, threats, access
        self._sources = [INFLUENCES[method](intensity, threat, cell_width, cell_height)
                         for threat, intensity in zip(threats, intensities)]
        total = sum(threat.weight for threat in threats)
        self._weights = [threat.weight / total for threat in threats]
        self._known, self._living = 0, 0
        self._reached, self._sums = [0] * len(threats), [0.0] * len(threats)

    def strips(self, by_threat=False, progress=silent, cancelled=never, cells_at_once=CELLS_AT_ONCE):
        """Yields start, stop, degradation of these rows, and the float32 share of each threat in it or None."""
        for start, stop in strips(self._shape, max(source.reach for source in self._sources), cells_at_once):
            progress(start / self._shape[0])
            for source in self._sources:
                stop_if(cancelled)
                source.prepare(start, stop)
            size = stop - start, self._shape[1]
            degradation = np.empty(size)
            kept = np.empty((len(self._sources), *size), np.float32) if by_threat else None
            for top, bottom in pieces(start, stop, size[1]):
                rows = slice(top - start, bottom - start)
                degradation[rows] = self._degrade(top, bottom, None if kept is None else kept[:, rows])
            yield start, stop, degradation, kept

    def _degrade(self, top, bottom, kept):
        """Degradation of rows that fit the processor's cache."""
        habitat, *sensitivities = self._land(top, bottom)
        unknown = np.isnan(habitat)
        whole, living = not unknown.any(), habitat > 0
        open_land = None
        if self._access is not None:
            open_land = self._access[top:bottom]
            open_land = np.where(np.isnan(open_land), 1.0, open_land)
        self._known += habitat.size - (0 if whole else int(np.count_nonzero(unknown)))
        self._living += int(np.count_nonzero(living))
        degradation = np.where(unknown, np.nan, 0.0)
        for number, (source, sensitivity) in enumerate(zip(self._sources, sensitivities)):
            influence = source.rows(top, bottom)
            if influence is None:
                influence = np.zeros(habitat.shape)
            self._reached[number] += int(np.count_nonzero(living & (influence > 0)))
            own = self._weights[number] * influence * sensitivity
            own = own if open_land is None else own * open_land
            self._sums[number] += float(own.sum() if whole else own[~unknown].sum())
            degradation += own
            if kept is not None:
                kept[number] = own if whole else np.where(unknown, np.nan, own)
        self.largest = float(np.fmax(self.largest, np.fmax.reduce(degradation, axis=None)))
        return degradation

    def half_saturation(self, wanted) -> float:
        """k: what is wanted, or half of the largest degradation where that is None, once all strips are done."""
        value = (self.largest / 2 or 0.05) if wanted is None else float(wanted)
        check_positive('half saturation', np.array([value]))
        return value

    def quality(self, start, degradation, half_saturation, scaling=SCALING) -> np.ndarray:
        """Quality of the rows from ``start``, from their degradation; see :func:`quality_of`."""
        quality = np.empty(degradation.shape)
        for top, bottom in pieces(start, start + len(degradation), self._shape[1]):
            rows = slice(top - start, bottom - start)
            quality[rows] = quality_of(self._land(top, bottom)[0], degradation[rows], half_saturation, scaling)
        return quality

    def effects(self):
        """A ThreatEffect per threat, once all strips are done."""
        means = [total / self._known for total in self._sums]
        together = sum(means)
        return tuple(ThreatEffect(threat.name, source.cells, reached, self._nearest(source, reached), mean,
                                  mean / together if together > 0 else 0.0)
                     for threat, source, reached, mean in zip(self._threats, self._sources, self._reached, means))

    def _nearest(self, source, reached):
        """Metres from the nearest habitat to a threat."""
        if not source.cells:
            return np.nan
        if not self._living:
            return np.inf
        if reached:
            return 0.0
        distances = source.distances()
        return min(float(np.min(distances[top:bottom], where=self._land(top, bottom)[0] > 0, initial=np.inf))
                   for top, bottom in pieces(0, *self._shape))


def quality_of(habitat, degradation, half_saturation, scaling=SCALING) -> np.ndarray:
    """Q = H x (1 - D^z / (D^z + k^z)), NaN where either is."""
    harm = np.power(degradation, scaling)
    return habitat * (1.0 - harm / (harm + half_saturation ** scaling))


def _check_inputs(habitat, valid, sensitivities, threats, intensities, access, method):
    if not threats:
        raise ParameterError('There is no threat; habitat quality needs at least one.')
    if method not in METHODS:
        raise ParameterError('There is no method {method}; choose one of {methods}.', method=method,
                             methods=', '.join(METHODS))
    if not len(threats) == len(intensities) == len(sensitivities):
        raise ParameterError('There are {threats} threats, {rasters} threat rasters and {columns} sensitivities; give '
                             'one of each per threat.', threats=len(threats), rasters=len(intensities),
                             columns=len(sensitivities))
    check_not_empty('habitat', valid)
    check_range('habitat', habitat, 0, 1)
    for threat, intensity, sensitivity in zip(threats, intensities, sensitivities):
        check_same_shape(**{'habitat': habitat, threat.name: intensity, f'{threat.name} ': sensitivity})
        check_range(threat.name, intensity, 0, 1)
        check_range(threat.name, sensitivity, 0, 1)
    if access is not None:
        check_same_shape(habitat=habitat, access=access)
        check_range('access', access, 0, 1)


@dataclass(frozen=True)
class Rarity:
    """How rare land cover has become.

    Attributes
    ----------
    cells : (rows, cols) float array, 0 (no rarer, or a class the baseline lacks) to below 1, NaN outside
    codes : (n,) classes that occur now
    baseline, now : (n,) cells of each class
    values : (n,) rarity of each class
    """

    cells: np.ndarray
    codes: np.ndarray
    baseline: np.ndarray
    now: np.ndarray
    values: np.ndarray


def rarity(codes, valid, baseline_codes, baseline_valid) -> Rarity:
    """Rarity of every class against a baseline: 1 - now / (baseline + now), in cells; 0 where the baseline lacks it.

    Cells that are unknown in the baseline are left out now too, as InVEST does.

    Parameters
    ----------
    codes, baseline_codes : (rows, cols) integer arrays of land cover now and in the baseline
    valid, baseline_valid : (rows, cols) bool arrays, False where unknown

    Source: InVEST Habitat Quality 3.20 (habitat rarity)
    """
    check_same_shape(landcover=codes, baseline=baseline_codes)
    known = np.asarray(valid) & np.asarray(baseline_valid)
    check_not_empty('baseline', known)
    present, now = np.unique(np.asarray(codes)[known], return_counts=True)
    before = dict(zip(*np.unique(np.asarray(baseline_codes)[baseline_valid], return_counts=True)))
    baseline = np.array([before.get(code, 0) for code in present])
    values = np.where(baseline > 0, 1.0 - now / (baseline + now), 0.0)
    cells = class_values('landcover', codes, known, present, values)
    return Rarity(cells, present, baseline, now, values)


def _key(name):
    return str(name).strip().lower().replace(' ', '_').replace('-', '_')
