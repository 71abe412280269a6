"""Compares cost surfaces, allocation, links and corridor mosaic with those of another system.

A case is a folder (the given one or any below it) with ``resistance.tif``, ``sources.tif`` and any of the expected
``cost.tif``, ``allocation.tif``, ``links.csv`` (from, to, lcd) and ``nlcc_mosaic.tif``. Nobody says how the other
system counts: in map units, or as GRASS in widths of a cell, with eight neighbours or four. The way that fits is
taken, and named. Links and mosaic come from ``least_cost_network``, what the tool Ecological corridors calls.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ecorestore.ecorestore_plugin.core.engine import LocalEngine
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.network.adjacency import adjacent_pairs, all_pairs, candidate_pairs
from ecorestore.ecorestore_plugin.core.network.corridors import normalised_least_cost_corridor
from ecorestore.ecorestore_plugin.core.network.cost_distance import cumulative_resistance
from ecorestore.ecorestore_plugin.core.network.network import NetworkRules, least_cost_network
from ecorestore.tests.conformance.cost_inputs import EXPECTED, case_folders, files_of, read_case

SMALL = 500_000  # cells; more are searched in a worker
SHARE = 1e-6  # part of a distance in a table that may be lost


def run_cost(folder):
    """[(case, 'passed' | 'failed' | 'skipped', what was compared and the largest difference)]."""
    return [(path.name if path == folder else path.relative_to(folder).as_posix(), *_run(files_of(path)))
            for path in case_folders(folder)]


def _run(files):
    missing = [name for name in ('resistance', 'sources') if name not in files]
    if missing:
        return 'skipped', f'no {" and no ".join(missing)}.tif'
    if not set(EXPECTED) & set(files):
        return 'skipped', 'nothing is expected: no cost.tif, allocation.tif, links.csv or nlcc_mosaic.tif'
    try:
        case = read_case(files)
        way, found = _compared(case)
    except Exception as error:  # noqa: BLE001, a case that breaks is a result, the others still run
        return 'failed', f'{type(error).__name__}: {error}'
    absent = [name for name in EXPECTED if name not in case.expected]
    texts = [way.words, *(verdict.text for verdict in found), *case.notes]
    texts += [f'not expected: {", ".join(absent)}'] if absent else []
    return 'passed' if all(verdict.good for verdict in found) else 'failed', '; '.join(texts)


@dataclass(frozen=True)
class Verdict:
    """What was compared, and how many cells or links are not as expected."""

    text: str
    wrong: int

    @property
    def good(self):
        return not self.wrong


class Way:
    """How the other system may count, and what we find when we count so.

    Parameters
    ----------
    grid : the case's grid, or one of cells of 1 x 1
    unit : metres per unit of cost
    """

    def __init__(self, case, words, grid, unit, neighbours):
        self.words = words + ('' if neighbours == 8 else ', 4 neighbours')
        self.case, self.grid, self.unit, self.neighbours = case, grid, unit, neighbours
        self.engine = LocalEngine(1) if case.resistance.size > SMALL else None
        self._all, self._single, self._networks = None, {}, {}

    @property
    def everything(self):
        """CumulativeResistance of all sources, costs in units of the other system."""
        if self._all is None:
            self._all = self._search(self.case.sources)
        return self._all

    def cost_from(self, number):
        """(rows, columns) cost from one source."""
        if number not in self._single:
            self._single[number] = self._search(np.where(self.case.sources == number, number, 0)).cost / self.unit
        return self._single[number]

    def _search(self, sources):
        return cumulative_resistance(self.case.resistance, sources, self.grid, None, self.neighbours,
                                     engine=self.engine)

    def network(self, pairs, cutoff):
        """(pair -> least-cost distance, mosaic) of pairs of source numbers; kept, since distances come from it too."""
        if (pairs, cutoff) not in self._networks:
            self._networks[pairs, cutoff] = self._link(pairs, cutoff)
        return self._networks[pairs, cutoff]

    def _link(self, pairs, cutoff):
        """As the tool does; with 4 neighbours, which it does not offer, from the surfaces of single sources."""
        if self.neighbours == 8:
            network = least_cost_network(
                self.case.resistance, self.case.sources, self.grid, NetworkRules(pairs=pairs, third_source='keep'),
                cutoff * self.unit, engine=self.engine)
            return ({(link.first, link.second): link.cost / self.unit for link in network.links},
                    network.mosaic / self.unit)
        distances, mosaic = {}, np.full(self.case.sources.shape, np.nan)
        for first, second in pairs:
            forth, back = self.cost_from(first), self.cost_from(second)
            distance = np.where(self.case.sources == second, forth, np.inf)
            distance = float(np.nanmin(np.where(np.isnan(distance), np.inf, distance)))
            if np.isfinite(distance):
                distances[first, second] = distance
                mosaic = np.fmin(mosaic, normalised_least_cost_corridor(forth, back, distance))
        return distances, np.where(mosaic <= cutoff, mosaic, np.nan)


def _ways(case):
    width, height = case.grid.cell_width, case.grid.cell_height
    for neighbours in (8, 4):
        yield Way(case, 'costs in map units', case.grid, 1.0, neighbours)
        if width != 1:
            yield Way(case, f'costs in widths of a cell ({width:g} m)', case.grid, width, neighbours)
        if height != width:
            yield Way(case, f'costs in heights of a cell ({height:g} m)', case.grid, height, neighbours)
            square = Grid(case.grid.shape, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0))
            yield Way(case, 'costs in cells taken as squares of 1 x 1', square, 1.0, neighbours)


def _compared(case):
    """The first way in which everything agrees, else the one that comes nearest, and the verdicts."""
    first, *others = [compare for name, compare in COMPARED.items() if name in case.expected]
    best, least = None, (np.inf, np.inf)
    for way in _ways(case):
        found = [first(case, way)]
        if found[0].good:
            found += [compare(case, way) for compare in others]
        wrong = found[0].wrong, sum(verdict.wrong for verdict in found)
        if wrong < least:
            best, least = (way, found), wrong
        if not any(wrong):
            break
    way, found = best
    return way, found if found[0].good else found + [compare(case, way) for compare in others]


def _differences(name, found, expected, largest, may_end):
    """Verdict on the cells both know and on those only one knows.

    Parameters
    ----------
    found : (rows, columns) float, NaN where there is nothing
    expected : Expected
    largest : what the other system added up before it may have lost digits
    may_end : whether it may have left out what is larger than a limit
    """
    known, here = np.isfinite(expected.values), np.isfinite(found)
    if not known.any():
        return Verdict(f'{name}: no value is expected anywhere', 1)
    both = known & here
    apart = np.where(both, np.abs(found - expected.values), 0.0)
    exact = expected.share * (np.where(known, expected.values, 0.0) + largest)
    rounding, words = expected.rounding, ''
    if rounding == 1 and (apart <= 0.5 + exact).all():
        rounding = 0.5
    cut_off = rounding == 1 and (found >= expected.values - exact)[both].all()
    if rounding == 1 and not cut_off:
        rounding = 0.5
    if rounding and (apart > exact).any():
        words = ', whole numbers cut off' if cut_off else f', rounded to {2 * rounding:g}'
    allowed = exact + rounding
    worst = np.unravel_index(np.argmax(apart / np.maximum(allowed, 1e-300)), apart.shape)
    text = (f'{name}: {int(both.sum())} cells, largest difference {apart.max(initial=0):.3g} (values up to '
            f'{np.nanmax(np.where(both, expected.values, 0), initial=0):.6g}{words})')
    wrong = int((apart > allowed).sum())
    if wrong:
        text += (f', {wrong} cells differ, most at row {worst[0]}, column {worst[1]}: {found[worst]:.8g}, expected '
                 f'{expected.values[worst]:.8g}')
    # Where the expected values end: at a largest cost, or at the cutoff of corridors.
    end = np.nanmax(expected.values, initial=0)
    beyond = here & ~known & (found >= end - expected.share * end - rounding) & may_end
    added, missing = int((here & ~known & ~beyond).sum()), int((known & ~here).sum())
    text += ', what is larger was left out there' if beyond.any() else ''
    for count, what in ((missing, 'missing'), (added, 'too many')):
        text += f', {count} cells {what}' if count else ''
    return Verdict(text, wrong + missing + added)


def _without(values, places):
    return np.where(places, np.nan, values)


def _compare_cost(case, way):
    expected = case.expected['cost']
    known = np.isfinite(expected.values)
    found = way.everything.cost / way.unit
    # Other systems may say 0 in a source that covers cells without resistance, and nothing, or nodata 0, in sources.
    outside = case.covered & np.isnan(case.resistance) & (expected.values == 0)
    silent = (case.sources > 0) & ~known
    # A largest cost ends the allocation too.
    zones = case.expected.get('allocation')
    may_end = zones is None or not (np.isfinite(zones.values) & ~known & ~silent).any()
    free = known & (expected.values == 0) & ~case.covered
    expected = replace(expected, values=_without(expected.values, outside | free))
    verdict = _differences('cost', _without(found, silent), expected, 0.0, may_end)
    parts = [verdict.text]
    for cells, words in ((outside, 'source cells without resistance'), (silent, 'source cells without a value'),
                         (free, 'cells with 0 outside sources taken as nodata')):
        parts += [f'{int(cells.sum())} {words}'] if cells.any() else []
    return Verdict(', '.join(parts), verdict.wrong)


def _compare_allocation(case, way):
    """Cells may go to another source only where both are equally near."""
    expected, found = case.expected['allocation'].values, way.everything
    cost = found.cost / way.unit
    ends = case.expected.get('cost')
    share, rounding = (ends.share, ends.rounding) if ends else (SHARE, 0.0)
    known = np.isfinite(expected)
    if not known.any():
        return Verdict('allocation: no source is expected anywhere', 1)
    beyond = ~known & ((cost > np.nanmax(ends.values, initial=0) * (1 - share) - rounding) if ends else False)
    silent = ~known & (case.sources > 0)
    ours = np.array([0, *case.ids])[found.allocation]
    differ = known & (expected != ours) & ~(case.covered & np.isnan(case.resistance))
    ties = np.zeros(differ.shape, bool)
    for number, key in enumerate(case.ids, start=1):
        cells = differ & (expected == key)
        if cells.any():
            ties |= cells & (np.abs(way.cost_from(number) - cost) <= share * cost)
    wrong = differ & ~ties | (found.allocation > 0) & ~known & ~beyond & ~silent
    text = f'allocation: {int(known.sum())} cells, {int(ties.sum())} ties'
    if wrong.any():
        row, column = np.argwhere(wrong)[0]
        text += (f', {int(wrong.sum())} cells differ, first at row {row}, column {column}: {ours[row, column]}, '
                 f'expected {expected[row, column]:g}')
    return Verdict(text, int(wrong.sum()))


def _compare_links(case, way):
    """Distances of the listed pairs; those without a path have none here either."""
    place = {key: number for number, key in enumerate(case.ids, start=1)}
    links = [link for link in case.expected['links'] if link.first != link.second]
    if not links:
        return Verdict('links: the table has no row', 1)
    share = case.expected['cost'].share if 'cost' in case.expected else SHARE
    unknown = sorted({key for link in links for key in (link.first, link.second)} - set(place))
    lost = [key for key in unknown if key not in case.lost]
    if lost:
        return Verdict(f'links: no source {", ".join(map(str, lost))}', len(links))
    pairs = _pairs_of(links, place)
    found = way.network(pairs, 0.0)[0] if pairs else {}
    worst, parted, texts = 0.0, 0, []
    for link in links:
        pair = (place.get(link.first, 0), place.get(link.second, 0))
        distance = found.get(pair, np.inf)
        if np.isinf(link.lcd) and np.isinf(distance):
            parted += 1
            continue
        apart = abs(distance - link.lcd)
        worst = max(worst, apart)
        if np.isinf(apart) or apart > share * link.lcd + link.rounding:
            texts.append(f'between {link.first} and {link.second} {distance:.8g}, expected {link.lcd:.8g}')
    text = f'links: {len(links) - parted}, largest difference {worst:.3g}'
    text += f', {parted} without a path' if parted else ''
    near = set(map(tuple, adjacent_pairs(way.everything.allocation).tolist()))
    text += f', {len(near & set(pairs))} of {len(near)} pairs whose zones of least cost touch'
    if texts:
        text += f', {len(texts)} differ: ' + ', '.join(texts[:5]) + (' …' if len(texts) > 5 else '')
    return Verdict(text, len(texts))


def _pairs_of(links, place):
    return tuple(sorted({(place[link.first], place[link.second]) for link in links
                         if link.first in place and link.second in place}))


def _compare_mosaic(case, way):
    """Over the listed links; where these do not fit or are not listed, over neighbours or all pairs."""
    expected = case.expected['nlcc_mosaic']
    place = {key: number for number, key in enumerate(case.ids, start=1)}
    best = None
    for words, pairs in _mosaic_pairs(case, way, place):
        if not pairs:
            continue
        verdict = _mosaic_over(case, way, expected, pairs, words)
        if best is None or verdict.wrong < best.wrong:
            best = verdict
        if best.good:
            break
    return best or Verdict('mosaic: no pair of sources to draw it over', 1)


def _mosaic_pairs(case, way, place):
    """(words, pairs) of the links a mosaic may be drawn over, the likeliest first."""
    if 'links' in case.expected:
        yield 'the listed links', _pairs_of([link for link in case.expected['links'] if link.first != link.second],
                                            place)
    yield 'zones of least cost that touch', _tuples(adjacent_pairs(way.everything.allocation))
    yield 'zones that touch', _tuples(candidate_pairs(case.sources, way.everything.allocation, way.grid))
    yield 'all pairs', _tuples(all_pairs(np.arange(1, len(case.ids) + 1)))


def _tuples(pairs):
    return tuple(map(tuple, pairs.tolist()))


def _mosaic_over(case, way, expected, pairs, words):
    known = np.isfinite(expected.values)
    if not known.any():
        return _differences('mosaic', known * np.nan, expected, 0.0, True)
    distances, _ = way.network(pairs, 0.0)
    largest = max(distances.values(), default=0.0)
    offset = float(np.nanmin(expected.values))
    if offset <= expected.share * largest + expected.rounding:
        offset = 0.0
    cutoff = (float(np.nanmax(expected.values, initial=0.0)) - offset + largest * expected.share) * 1.001
    _, mosaic = way.network(pairs, cutoff + expected.rounding)
    # Systems that cut sources out of the mosaic leave them empty.
    silent = (case.sources > 0) & ~known & np.isfinite(mosaic)
    verdict = _differences(f'mosaic over {words}', _without(mosaic, silent),
                           replace(expected, values=expected.values - offset), largest, True)
    text = verdict.text + (f', offset {offset:g}' if offset else '')
    text += f', {int(silent.sum())} source cells without a value' if silent.any() else ''
    return Verdict(text, verdict.wrong)


COMPARED = {'cost': _compare_cost, 'allocation': _compare_allocation, 'links': _compare_links,
            'nlcc_mosaic': _compare_mosaic}
