"""Runs the cases of a Circuitscape test folder and compares them with its expected results.

The folder holds ``input/`` and ``output_verify/`` as in Circuitscape.jl ``test/``; paths inside the .ini files are
relative to it. A case is every .ini below ``input/`` that has expected results. What a case asks for in its .ini is
compared, with the tolerances of that suite: resistances 1e-3 each, maps and lists 1e-6 summed squared differences.

Where Circuitscape departs from what its modes promise (all-to-one with pairs left out, log-transformed sums, conflicts
of sources and grounds), the compatible behaviour is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ecorestore.ecorestore_plugin.core.circuit.advanced import (
    advanced_current,
    advanced_on_graph,
    ground_conductance,
)
from ecorestore.ecorestore_plugin.core.circuit.focal import SourceCurrent, focal_current, focal_on_graph
from ecorestore.ecorestore_plugin.core.circuit.pairwise import pairwise_current, pairwise_on_graph
from ecorestore.tests.conformance.circuitscape_inputs import (
    flag,
    natural,
    read_network_case,
    read_raster,
    read_raster_case,
    read_settings,
)

RESISTANCE_TOLERANCE = 1e-3
MAP_TOLERANCE = 1e-6


def run_circuitscape(folder):
    """[(case, 'passed' | 'failed', what was compared and the largest difference)]."""
    folder = Path(folder)
    results = []
    for path in sorted((folder / 'input').rglob('*.ini'), key=natural):
        expected = Expected(folder / 'output_verify', path.stem)
        if not expected.exists():
            continue
        try:
            results.append((path.stem, *compared(run_case(folder, path), expected)))
        except Exception as error:  # noqa: BLE001, a case that breaks is a result, the others still run
            results.append((path.stem, 'failed', f'{type(error).__name__}: {error}'))
    return results


@dataclass
class Outcome:
    """What a case asks for.

    Attributes
    ----------
    resistances : dict (id, id) or (id,) -> value
    maps : dict name without ending -> (rows, cols) array, NaN for no node
    lists : dict name -> dict key -> value, of a network
    hidden : cells the case wants as nodata in maps of 'cur' and 'volt'
    """

    resistances: dict
    maps: dict
    lists: dict
    hidden: dict


def run_case(folder, path):
    """Runs one .ini.

    Raises
    ------
    ValueError : its mode is unknown
    """
    settings = read_settings(path)
    settings.setdefault('scenario', 'pairwise')
    run = {('raster', 'pairwise'): raster_pairwise, ('raster', 'one-to-all'): raster_focal,
           ('raster', 'all-to-one'): raster_focal, ('raster', 'advanced'): raster_advanced,
           ('network', 'pairwise'): network_pairwise, ('network', 'one-to-all'): network_focal,
           ('network', 'all-to-one'): network_focal, ('network', 'advanced'): network_advanced}
    kind = settings.get('data_type') or 'raster', settings['scenario']
    if kind not in run:
        raise ValueError(f'unknown mode {kind}')
    read = read_raster_case if kind[0] == 'raster' else read_network_case
    outcome = Outcome({}, {}, {}, {})
    run[kind](read(folder, settings), settings, outcome)
    return outcome


# Raster modes.

class Wishes:
    """Which maps an .ini asks for, and the maps that come in one after the other."""

    def __init__(self, case, settings, outcome):
        self.settings, self.outcome = settings, outcome
        self.currents, self.voltages = flag(settings, 'write_cur_maps'), flag(settings, 'write_volt_maps')
        self.single = self.currents and not flag(settings, 'write_cum_cur_map_only')
        self.maximum = self.currents and flag(settings, 'write_max_cur_maps')
        self.log = flag(settings, 'log_transform_maps')
        self.logs = []
        unknown = case.conductance <= 0
        outcome.hidden.update(
            cur=unknown & flag(settings, 'set_null_currents_to_nodata'),
            volt=unknown & flag(settings, 'set_null_voltages_to_nodata'))

    def transformed(self, array):
        """The common logarithm where the case asks for it."""
        if not self.log:
            return array
        return np.log10(array, out=np.full(array.shape, np.nan), where=array > 0)

    def take(self, name, run):
        """The maps of one pair, source or circuit."""
        if self.single:
            self.outcome.maps['curmap' + name] = self.transformed(run.current)
        if self.voltages:
            self.outcome.maps['voltmap' + name] = run.voltage
        if self.log:
            self.logs.append(self.transformed(run.current))

    def sums(self, result, sum_of_logs):
        """The cumulative and the maximum map; Circuitscape adds up logarithms in pairwise mode."""
        if self.currents:
            total = self.transformed(result.current)
            if self.log and sum_of_logs and self.logs:
                total = np.nansum(self.logs, axis=0)
            self.outcome.maps['cum_curmap'] = total
        if self.maximum:
            self.outcome.maps['max_curmap'] = self.transformed(result.maximum)


def raster_pairwise(case, settings, outcome):
    wishes = Wishes(case, settings, outcome)
    exact = any(len(cells) > 1 for cells in case.focal.values())
    pairs = None if case.pairs is None else case.pairs.unordered(case.focal)
    result = pairwise_current(
        case.conductance, case.focal, regions=case.regions, pairs=pairs, maximum=wishes.maximum, exact_regions=exact,
        allow_missing=True, sink=lambda one, other, pair: wishes.take(f'_{one}_{other}', pair), **case.options)
    outcome.resistances.update(_matrix(result))
    wishes.sums(result, True)


def _matrix(result):
    return {(one, other): float(result.resistance[i, j]) for i, one in enumerate(result.ids)
            for j, other in enumerate(result.ids)}


def raster_focal(case, settings, outcome):
    wishes = Wishes(case, settings, outcome)
    wanted = None if case.pairs is None else case.pairs.wanted(case.focal)
    result = focal_current(
        case.conductance, case.focal, settings['scenario'], case.strengths, wanted, regions=case.regions,
        maximum=wishes.maximum, exact_regions=True, compatible=True, allow_missing=True,
        sink=lambda key, turn: wishes.take(f'_{key}', turn), **case.options)
    outcome.resistances.update({(key,): float(value) for key, value in zip(result.ids, result.resistance)})
    nothing = np.zeros(case.conductance.shape)
    for key, value in zip(result.ids, result.resistance):
        if value < 0 and f'curmap_{key}' not in outcome.maps:
            # Circuitscape writes maps without any current for sources that have no partner.
            wishes.take(f'_{key}', SourceCurrent(value, nothing, nothing, nothing))
    wishes.sums(result, False)


def raster_advanced(case, settings, outcome):
    wishes = Wishes(case, settings, outcome)
    wishes.single = wishes.currents
    wishes.take('', advanced_current(
        case.conductance, case.sources, case.grounds, regions=case.regions, compatible=True,
        **_ground_options(settings), **case.options))


def _ground_options(settings):
    policy = settings.get('remove_src_or_gnd', 'keepall')
    return {'grounds_are': 'resistance' if flag(settings, 'ground_file_is_resistances') else 'conductance',
            'policy': policy if policy in ('rmvsrc', 'rmvgnd', 'rmvall') else 'keepall',
            'unit_currents': flag(settings, 'use_unit_currents'),
            'direct_grounds': flag(settings, 'use_direct_grounds')}


# Network modes.

def _list_run(network, settings, outcome, name, run):
    """The lists of one pair, source or circuit, and of a sum where it has no voltage."""
    graph, ids = network.graph, network.ids.tolist()
    if flag(settings, 'write_cur_maps'):
        outcome.lists['node_currents' + name] = dict(zip(ids, run.current.tolist()))
        branches = {}
        for one, other, value in zip(network.ids[graph.u].tolist(), network.ids[graph.v].tolist(),
                                     run.branches.tolist()):
            key = min(one, other), max(one, other)
            branches[key] = branches.get(key, 0.0) + value
        outcome.lists['branch_currents' + name] = branches
    if flag(settings, 'write_volt_maps') and hasattr(run, 'voltage'):
        outcome.lists['voltages' + name] = dict(zip(ids, run.voltage.tolist()))


def network_pairwise(case, settings, outcome):
    pairs = None if case.pairs is None else case.pairs.unordered(case.focal)
    result = pairwise_on_graph(
        case.network.graph, case.focal, pairs, branches=True,
        sink=lambda one, other, pair: _list_run(case.network, settings, outcome, f'_{one}_{other}', pair))
    outcome.resistances.update(_matrix(result))
    _list_run(case.network, settings, outcome, '_cum', result)


def network_focal(case, settings, outcome):
    wanted = None if case.pairs is None else case.pairs.wanted(case.focal)
    result = focal_on_graph(
        case.network.graph, case.focal, settings['scenario'], wanted=wanted, branches=True,
        sink=lambda key, turn: _list_run(case.network, settings, outcome, f'_{key}', turn))
    outcome.resistances.update({(key,): float(value) for key, value in zip(result.ids, result.resistance)})
    _list_run(case.network, settings, outcome, '_cum', result)


def network_advanced(case, settings, outcome):
    options = _ground_options(settings)
    ids, amperes = case.sources
    source = case.network.on_nodes(ids, (amperes != 0).astype(float) if options['unit_currents'] else amperes)
    ids, grounds = case.grounds
    leak = case.network.on_nodes(ids, ground_conductance(grounds, options['grounds_are'], options['direct_grounds']))
    _list_run(case.network, settings, outcome, '', advanced_on_graph(
        case.network.graph, source, leak, options['policy'], compatible=True))


# Expected results.

@dataclass(frozen=True)
class Expected:
    """The expected files of a case."""

    folder: Path
    case: str

    def exists(self):
        return any(path.suffix != '.ini' for path in self.folder.glob(f'{self.case}_*'))

    def file(self, name, endings=('',)):
        paths = [self.folder / f'{self.case}_{name}{ending}' for ending in endings]
        return next((path for path in paths if path.exists()), None)


class Comparison:
    """Collects what was compared."""

    def __init__(self):
        self.resistances = []
        self.maps = []
        self.lists = []
        self.problems = []
        self.notes = []

    def add_map(self, name, path, array, hidden):
        expected = read_raster(path).values
        if expected.shape != array.shape:
            self.problems.append(f'{name}: {array.shape} cells instead of {expected.shape}')
            return
        apart = np.nan_to_num(array) - np.nan_to_num(expected)
        self._add(self.maps, name, float((apart[~hidden] ** 2).sum()))

    def add_list(self, name, path, found):
        expected = {}
        for *key, value in np.loadtxt(path, ndmin=2):
            key = tuple(int(number) for number in key)
            expected[key[0] if len(key) == 1 else (min(key), max(key))] = value
        missing = sorted(set(expected) - set(found))
        if missing:
            self.problems.append(f'{name}: {missing[:5]} are missing')
        # Circuitscape lists the nodes and edges of the connected part only; elsewhere there is nothing.
        self._add(self.lists, name, sum((value - expected.get(key, 0.0)) ** 2 for key, value in found.items()))

    def _add(self, differences, name, difference):
        differences.append(difference)
        if not difference < MAP_TOLERANCE:
            self.problems.append(f'{name}: summed squared difference {difference:.1e}')

    def add_resistance(self, name, difference):
        self.resistances.append(difference)
        if not difference <= RESISTANCE_TOLERANCE:
            self.problems.append(f'{name}: resistance differs by {difference:.1e}')

    def verdict(self):
        if self.problems:
            return 'failed', '; '.join(self.problems[:10])
        if not self.resistances and not self.maps and not self.lists:
            return 'failed', 'nothing to compare was found'
        parts = []
        if self.resistances:
            parts.append(f'{len(self.resistances)} resistances, largest difference {max(self.resistances):.1e}')
        for what, differences in (('maps', self.maps), ('lists', self.lists)):
            if differences:
                parts.append(f'{len(differences)} {what}, largest summed squared difference {max(differences):.1e}')
        return 'passed', '; '.join(parts + self.notes)


def compared(outcome, expected):
    """('passed' | 'failed', message) of a case."""
    comparison = Comparison()
    _compare_resistances(outcome.resistances, expected, comparison)
    for name, array in outcome.maps.items():
        path = expected.file(name, ('.asc', '.asc.gz', '.tif', '.tif.gz'))
        if path is not None:
            comparison.add_map(name, path, array, outcome.hidden['volt' if 'volt' in name else 'cur'])
    for name, values in outcome.lists.items():
        path = expected.file(name, ('.txt',))
        if path is not None:
            comparison.add_list(name, path, values)
    return comparison.verdict()


def _compare_resistances(found, expected, comparison):
    known = {}
    path = expected.file('resistances.out')
    if path is not None:
        table = np.loadtxt(path, ndmin=2)
        if found and len(next(iter(found))) == 1:
            known = {(int(key),): value for key, value in table}
        else:
            ids = table[0, 1:].astype(int).tolist()
            known = {(one, other): table[i + 1, j + 1] for i, one in enumerate(ids) for j, other in enumerate(ids)}
        strange = {key for name in set(known) ^ set(found) for key in name}
        if strange:
            comparison.problems.append(f'sources {sorted(strange)} are on one side only')
            return
    path = expected.file('resistances_3columns.out')
    if path is not None:
        rows = {(int(one), int(other)): value for one, other, value in np.loadtxt(path, ndmin=2)}
        if all(abs(known.get(pair, value) - value) <= RESISTANCE_TOLERANCE for pair, value in rows.items()):
            known = {**rows, **known}
        else:
            comparison.notes.append('the three-column list contradicts the matrix beside it and was left out')
    for key, value in known.items():
        name = '-'.join(map(str, key))
        if key in found:
            comparison.add_resistance(name, abs(found[key] - value))
        else:
            comparison.problems.append(f'{name}: no such sources')
