"""Habitat quality and degradation as in InVEST: what threats around a cell do to the habitat in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_not_empty, check_positive, check_range, never, part_of, silent, stop_if
from ..errors import ParameterError, TableError
from ..grid import check_same_shape
from ..lookup import class_values

DECAYS = ('linear', 'exponential')
METHODS = ('nearest', 'kernel')
SPELLINGS = {'lin': 'linear', '线性': 'linear', 'exp': 'exponential', '指数': 'exponential'}
STEEPNESS = 2.99
SCALING = 2.5
CELLS_AT_ONCE = 2_000_000
NOISE = 1e-12


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


def decay_of(distance, max_distance, decay) -> np.ndarray:
    """Influence left at a distance: 1 - d / dmax, or exp(-2.99 d / dmax); 0 beyond dmax.

    Parameters
    ----------
    distance : array, metres, 0 or more
    """
    share = np.asarray(distance, dtype=float) / max_distance
    left = np.maximum(1.0 - share, 0.0) if decay == 'linear' else np.exp(-STEEPNESS * share)
    # Cell sizes with decimals must not push a cell at just the distance out of reach.
    return np.where(share > 1.0 + 1e-12, 0.0, left)


def nearest_influence(intensity, threat, cell_width, cell_height, progress=silent, cancelled=never,
                      cells_at_once=CELLS_AT_ONCE) -> np.ndarray:
    """Influence of the nearest cell with the threat, whatever its intensity, as InVEST computes it since 3.13.

    Parameters
    ----------
    intensity : (rows, cols) float array; every cell above 0 holds the threat, NaN does not
    threat : Threat
    cell_width, cell_height : metres
    cells_at_once : strips of about that many cells are taken in turn, which changes nothing in the result

    Returns
    -------
    (rows, cols) float array, 0 to 1

    Source: InVEST Habitat Quality 3.20; the guide's sum over all threat cells is not what its code does
    """
    from scipy import ndimage
    present = np.nan_to_num(intensity) > 0

    def influence(part):
        distance = ndimage.distance_transform_edt(~part, sampling=(cell_height, cell_width))
        return decay_of(distance, threat.max_distance, threat.decay)
    return _by_strips(influence, present, threat.max_distance / cell_height, cells_at_once, progress, cancelled)


def kernel_influence(intensity, threat, cell_width, cell_height, progress=silent, cancelled=never,
                     cells_at_once=CELLS_AT_ONCE) -> np.ndarray:
    """Mean intensity around each cell, weighted by the decay with distance; land beyond the raster holds no threat.

    Other than the nearest threat it tells a dense city from a single house and a weak threat from a strong one.
    Values are far lower: 1 means threat of full intensity everywhere within reach.

    Parameters
    ----------
    intensity : (rows, cols) float array, 0 to 1, NaN counts as 0; others as in :func:`nearest_influence`

    Returns
    -------
    (rows, cols) float array, 0 to 1

    Source: Sharp et al. 2016, InVEST User Guide (equation of the total threat level)
    """
    from scipy import signal
    reach = [int(threat.max_distance / side + 1e-9) for side in (cell_height, cell_width)]
    # Farther than the raster is long there is nothing to weigh, but the kernel's sum still counts it.
    kernel = _kernel(threat, reach, cell_width, cell_height)
    total = kernel.sum()
    rows, columns = np.shape(intensity)
    cut = [max(0, size - side) for size, side in zip(reach, (rows, columns))]
    kernel = kernel[cut[0]:kernel.shape[0] - cut[0], cut[1]:kernel.shape[1] - cut[1]] / total

    def influence(part):
        mean = signal.oaconvolve(part, kernel, mode='same')
        # The Fourier transform leaves traces where there is no threat.
        return np.where(mean > NOISE, np.minimum(mean, 1.0), 0.0)
    return _by_strips(influence, np.nan_to_num(intensity), reach[0], cells_at_once, progress, cancelled)


def _kernel(threat, reach, cell_width, cell_height):
    down = np.arange(-reach[0], reach[0] + 1) * cell_height
    across = np.arange(-reach[1], reach[1] + 1) * cell_width
    return decay_of(np.hypot(down[:, None], across[None, :]), threat.max_distance, threat.decay)


def _by_strips(work, array, reach, cells_at_once, progress, cancelled):
    """``work`` on strips of rows with the rows within reach around them; 0 where those hold nothing."""
    rows, columns = array.shape
    reach = int(min(np.ceil(reach), rows))
    height = max(1, min(rows, max(cells_at_once // max(columns, 1), 2 * reach)))
    found = np.zeros(array.shape)
    for top in range(0, rows, height):
        stop_if(cancelled)
        progress(top / rows)
        first, last = max(0, top - reach), min(rows, top + height + reach)
        part = array[first:last]
        if part.any():
            found[top:top + height] = work(part)[top - first:top - first + height]
    return found


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
    valid = ~np.isnan(habitat)
    _check_inputs(habitat, valid, sensitivities, threats, intensities, access, method)
    open_land = 1.0 if access is None else np.where(np.isnan(access), 1.0, access)
    weights = np.array([threat.weight for threat in threats])
    influence_of = nearest_influence if method == 'nearest' else kernel_influence
    degradation = np.where(valid, 0.0, np.nan)
    kept = np.empty((len(threats),) + habitat.shape, np.float32) if by_threat else None
    effects = []
    for number, (threat, intensity) in enumerate(zip(threats, intensities)):
        stop_if(cancelled)
        progress(number / len(threats), 'Threat {name}', name=threat.name)
        part = part_of(progress, number / len(threats), (number + 1) / len(threats))
        influence = influence_of(intensity, threat, cell_width, cell_height, part, cancelled)
        own = weights[number] / weights.sum() * influence * sensitivities[number] * open_land
        effects.append(_effect(threat, intensity, influence, own, habitat, valid, cell_width, cell_height))
        degradation += own
        if kept is not None:
            kept[number] = np.where(valid, own, np.nan)
    if half_saturation is None:
        half_saturation = float(np.nanmax(degradation)) / 2 or 0.05
    check_positive('half saturation', np.array([half_saturation]))
    quality = quality_of(habitat, degradation, half_saturation, scaling)
    progress(1.0)
    return HabitatQuality(quality, degradation, kept, float(half_saturation), _with_shares(effects))


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
    if not sum(threat.weight for threat in threats) > 0:
        raise ParameterError('The weights of all {count} threats are 0; give at least one a positive weight.',
                             count=len(threats))
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


def _effect(threat, intensity, influence, own, habitat, valid, cell_width, cell_height):
    present = np.nan_to_num(intensity) > 0
    living = valid & (habitat > 0)
    reached = int(np.count_nonzero(living & (influence > 0)))
    nearest = 0.0
    if not present.any():
        nearest = np.nan
    elif not living.any():
        nearest = np.inf
    elif not reached:
        from scipy import ndimage
        nearest = float(ndimage.distance_transform_edt(~present, sampling=(cell_height, cell_width))[living].min())
    return ThreatEffect(threat.name, int(present.sum()), reached, nearest, float(own[valid].mean()), 0.0)


def _with_shares(effects):
    total = sum(effect.mean_degradation for effect in effects)
    return tuple(ThreatEffect(effect.name, effect.cells, effect.reached, effect.nearest, effect.mean_degradation,
                              effect.mean_degradation / total if total > 0 else 0.0) for effect in effects)


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
