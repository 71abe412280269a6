"""Runs the cases of an Omniscape test folder and compares them with its expected results.

The folder holds ``input/`` and ``output_verify/`` as in Omniscape.jl ``test/``; paths inside the .ini files are
relative to it. A case is every .ini of ``input/``; its expected results lie in ``output_verify/<project_name>/``.
Without them a case only has to run, or, where Omniscape refuses its options or values, has to be refused.

Compared is as Omniscape's tests compare: 2-norm of the difference over that of what is expected, nodata being the
number -9999 on both sides; the same over the cells with data is told beside it. Omniscape's own maps hold the error of
its iterative solver (some 1e-6 of the cells' values, by way of its correction of artefacts).
"""

from __future__ import annotations

import configparser
import math
from pathlib import Path

import numpy as np
from osgeo import gdal

from ecorestore.ecorestore_plugin.core.circuit.graph import checked_conductance, conductance_from_resistance
from ecorestore.ecorestore_plugin.core.circuit.omni import omnidirectional
from ecorestore.ecorestore_plugin.core.circuit.omni_classes import normalised_current
from ecorestore.ecorestore_plugin.core.circuit.omni_conditions import COMPARISONS, Condition
from ecorestore.ecorestore_plugin.core.circuit.omni_targets import (
    checked_strength,
    checked_window,
    strength_from_resistance,
)
from ecorestore.ecorestore_plugin.core.errors import ValueRangeError

TOLERANCE = {'double': 1e-6, 'single': 1e-4}
NODATA = -9999.0
MAPS = ('cum_currmap', 'flow_potential', 'normalized_cum_currmap', 'classified_resistance')
FLAGS = {'resistance_is_conductance': False, 'source_from_resistance': False, 'mask_nodata': True,
         'correct_artifacts': True, 'connect_four_neighbors_only': False, 'reclassify_resistance': False,
         'conditional': False}
WORDS = {'resistance_file': '', 'source_file': '', 'reclass_table': '', 'project_name': '', 'compare_to_future': 'none',
         'comparison1': 'within', 'comparison2': 'within', 'precision': 'double', 'solver': 'cg+amg'} | {
             f'condition{number}{kind}_file': '' for number in '12' for kind in ('', '_future')}
NUMBERS = {'radius': math.nan, 'buffer': 0.0, 'block_size': 1, 'source_threshold': 0.0, 'r_cutoff': math.inf,
           'n_conditions': 1} | {f'condition{number}_{side}': sign * math.inf for number in '12'
                                 for side, sign in (('lower', -1), ('upper', 1))}
# How Omniscape computes and what it writes; the maps do not depend on it.
IGNORED = {'calc_flow_potential', 'calc_normalized_current', 'write_raw_currmap', 'write_as_tif', 'parallelize',
           'parallel_batch_size', 'suppress_cs_messages', 'write_reclassified_resistance', 'cholmod_batch_size',
           'allow_different_projections'}
SOLVERS = ('cg+amg', 'cholmod')


class RefusedError(Exception):
    """Options or values that Omniscape refuses too."""


def run_omniscape(folder):
    """[(case, 'passed' | 'failed' | 'skipped', what was compared and the largest difference)]."""
    folder = Path(folder)
    results = []
    for path in sorted((folder / 'input').glob('*.ini')):
        try:
            results.append((path.stem, *_run(folder, path)))
        except RefusedError as reason:
            results.append((path.stem, 'passed', f'refused: {reason}'))
        except Exception as error:  # noqa: BLE001, a case that breaks is a result, the others still run
            results.append((path.stem, 'failed', f'{type(error).__name__}: {error}'))
    return results


def _run(folder, path):
    settings, notes = read_settings(path)
    found, limit = maps_of(folder, settings)
    if path.stem.startswith('bad'):
        return 'failed', 'it ran, though its options should be refused'
    expected = expected_folder(folder, settings['project_name'])
    status, message = ('skipped', 'ran; no expected results') if expected is None else compared(
        expected, found, TOLERANCE.get(settings['precision'], TOLERANCE['double']), limit)
    return status, '; '.join([message, *notes])


def expected_folder(folder, project):
    """Results of the project, or of the one it is a variant of (in single precision, test4a of test4)."""
    for name in (project, project.replace('_32bit', ''), project.rstrip('abc')):
        if name and (folder / 'output_verify' / name).is_dir():
            return folder / 'output_verify' / name
    return None


# Options and inputs.

def read_settings(path):
    """(options with the defaults of Omniscape, notes on what is ignored).

    Raises
    ------
    RefusedError : an option is missing or none of Omniscape's
    """
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.read_string(path.read_text(encoding='utf-8-sig'))
    given = {key: value.strip() for section in parser.sections() for key, value in parser.items(section)}
    settings = {**FLAGS, **WORDS, **NUMBERS}
    for key, value in given.items():
        if key in FLAGS:
            settings[key] = value.lower() in ('true', 't', '1', 'yes')
        elif key in WORDS:
            settings[key] = value
        elif key in NUMBERS:
            settings[key] = float(value)
    notes = []
    unknown = sorted(set(given) - set(settings) - IGNORED)
    if unknown:
        notes.append(f'ignored: {", ".join(unknown)}')
    if settings['solver'] not in SOLVERS:
        notes.append(f'no such solver: {settings["solver"]}')
    _check(settings)
    return settings, notes


def _check(settings):
    for key in ('resistance_file', 'project_name', 'radius'):
        if not settings[key] or settings[key] != settings[key]:
            raise RefusedError(f'{key} is missing')
    if not settings['source_from_resistance'] and not settings['source_file']:
        raise RefusedError('source_file is missing')
    if settings['reclassify_resistance'] and not settings['reclass_table']:
        raise RefusedError('reclass_table is missing')
    if not settings['conditional']:
        return
    count = settings['n_conditions']
    if count not in (1, 2):
        raise RefusedError(f'n_conditions is {count:g}')
    if settings['compare_to_future'] not in ('none', '1', '2', 'both'):
        raise RefusedError(f'compare_to_future is {settings["compare_to_future"]}')
    for number in range(1, int(count) + 1):
        if settings[f'comparison{number}'] not in COMPARISONS:
            raise RefusedError(f'comparison{number} is {settings[f"comparison{number}"]}')
        if not settings[f'condition{number}_file']:
            raise RefusedError(f'condition{number}_file is missing')


def read_raster(path):
    """Values with NaN for nodata, of an ASCII grid (also gzipped) or a GeoTIFF."""
    source = f'/vsigzip/{path}' if path.suffix == '.gz' else str(path)
    dataset = gdal.Open(source)
    if dataset is None:
        raise FileNotFoundError(path)
    band = dataset.GetRasterBand(1)
    values = band.ReadAsArray().astype(float)
    nodata = band.GetNoDataValue()
    if path.suffix in ('.asc', '.gz'):  # GDAL takes short decimals for single precision
        values = _ascii_values(path, values.shape)
    values[values == (NODATA if nodata is None else nodata)] = np.nan
    return values


def _ascii_values(path, shape):
    import gzip
    text = gzip.decompress(path.read_bytes()) if path.suffix == '.gz' else path.read_bytes()
    words = text.decode('utf-8-sig').split()
    return np.array(words[len(words) - shape[0] * shape[1]:], dtype=float).reshape(shape)


def reclassified(values, path):
    """The values of a table ``old new`` replaced, 'missing' being nodata; what the table does not know stays."""
    found = values.copy()
    for line in path.read_text(encoding='utf-8-sig').splitlines():
        words = line.replace('"', ' ').replace("'", ' ').replace(',', ' ').split()
        if len(words) == 2:
            found[values == float(words[0])] = math.nan if words[1] == 'missing' else float(words[1])
    return found


def conditions_of(folder, settings):
    if not settings['conditional']:
        return []
    future = {'none': (), 'both': ('1', '2')}.get(settings['compare_to_future'], (settings['compare_to_future'],))

    def layer(name):
        return read_raster(folder / settings[name])
    return [Condition(layer(f'condition{number}_file'),
                      layer(f'condition{number}_future_file') if number in future else None,
                      settings[f'comparison{number}'], settings[f'condition{number}_lower'],
                      settings[f'condition{number}_upper'])
            for number in '12'[:int(settings['n_conditions'])]]


# Computing and comparing.

def maps_of(folder, settings):
    """({name: map}, the most current that can pass anywhere) of a case, as Omniscape makes them."""
    given = read_raster(folder / settings['resistance_file'])
    if settings['reclassify_resistance']:
        given = reclassified(given, folder / settings['reclass_table'])
    try:
        conductance = (checked_conductance if settings['resistance_is_conductance'] else conductance_from_resistance)(
            given)
    except ValueRangeError as error:
        raise RefusedError(error) from error
    strength = _strength(folder, settings, given, conductance)
    window = checked_window(settings['radius'], settings['buffer'], int(settings['block_size']), given.shape)
    found = omnidirectional(conductance, strength, window, 4 if settings['connect_four_neighbors_only'] else 8,
                            conditions=conditions_of(folder, settings), correct=settings['correct_artifacts'],
                            omniscape_edges=True)
    if any(not failure.solved for failure in found.failures):
        raise ArithmeticError(f'{len(found.failures)} windows were not solved: {found.failures[0].reason}')
    maps = {'cum_currmap': found.current, 'flow_potential': found.potential,
            'normalized_cum_currmap': normalised_current(found.current, found.potential)}
    if settings['mask_nodata']:
        maps = {name: np.where(np.isnan(given), np.nan, values) for name, values in maps.items()}
    return {**maps, 'classified_resistance': given}, float(strength.sum())


def _strength(folder, settings, given, conductance):
    if settings['source_from_resistance']:
        with np.errstate(divide='ignore'):
            resistance = 1.0 / given if settings['resistance_is_conductance'] else given
        strength = strength_from_resistance(resistance, settings['r_cutoff'])
    else:
        strength = read_raster(folder / settings['source_file'])
    return checked_strength(strength, conductance, settings['source_threshold'])


def compared(folder, found, tolerance, limit):
    """Status and message for every expected map of a folder."""
    files = [(name, path) for name in MAPS for path in sorted(folder.glob(f'{name}.*')) if path.suffix != '.prj']
    if not files:
        return 'failed', f'{folder.name} holds no expected map'
    worst, parts, noise = 0.0, [], np.zeros(found['cum_currmap'].shape, bool)
    for name, path in files:
        expected, own = read_raster(path), found[name]
        if expected.shape != own.shape:
            return 'failed', f'{name}: {expected.shape} cells are expected, not {own.shape}'
        if name == 'flow_potential':
            noise = expected > limit
        left_out = noise if name in ('flow_potential', 'normalized_cum_currmap') else np.zeros_like(noise)
        difference, on_data = differences(expected[~left_out], own[~left_out])
        worst = max(worst, difference)
        parts.append(f'{name} {difference:.1e} ({on_data:.1e} of data cells'
                     + (f', {left_out.sum()} cells above all {limit:.4g} A that flow left out)' if left_out.any()
                        else ')'))
    return ('passed' if worst <= tolerance else 'failed'), f'relative difference of {"; ".join(parts)}'


def differences(expected, own):
    """2-norm of the difference over that of what is expected, with nodata as -9999, and over data cells alone."""
    def relative(one, other):
        size = np.linalg.norm(one)
        return float(np.linalg.norm(one - other) / (size if size > 0 else 1.0))
    both = np.isfinite(expected) & np.isfinite(own)
    return (relative(np.where(np.isnan(expected), NODATA, expected), np.where(np.isnan(own), NODATA, own)),
            relative(expected[both], own[both]))
