"""Spatial clusters of one field of units, or of two."""

import numpy as np

from ...ecorestore_plugin.core.matching.moran import LABELS, cluster_classes, global_moran, local_moran
from ...ecorestore_plugin.qgis_io.cluster_report import cluster_page
from ...ecorestore_plugin.qgis_io.contiguity import RULES, neighbours_of
from ..base import Tool, mark, tr
from ..parameters import (
    choice,
    field,
    flag,
    integer,
    number,
    number_output,
    report_output,
    table_output,
    vector,
    vector_output,
)


class SpatialClusters(Tool):
    tool_id = 'spatialclusters'
    stage = 'matching'
    label = mark('Spatial clusters')
    summary = mark('Global and local Moran of a field, or of two: where high or low values stand side by side.')
    help = mark('''Tells whether units with like values stand side by side, in all (global Moran's I) and around each \
unit (local Moran, LISA): HH high among high, LL low among low, HL high among low, LH low among high.

z = (x - mean) / standard deviation (ddof 0). Global I = n / S0 x sum w_ij z_i z_j / sum z_i^2; local I_i = (n - 1) / \
sum z^2 x z_i x sum w_ij z_j. With a second field z_j is that of the second field: a unit's own value against that of \
the other field around it, such as supply against demand (bivariate Moran).

Neighbours: queen (common border or corner), rook (common border), knn (k nearest centroids), distance (centroids \
within a distance, weights equal or falling with it). Weights are row standardised by default. Units without \
neighbours are counted and left out of the local test, or linked to their nearest unit if you say so. Units without a \
value are left out and nobody's neighbours.

Pseudo p-values come from random rearrangements: all units for the global index, all but the unit itself for the \
local one. They are one-sided, (cases at least as extreme + 1) / (permutations + 1), and the same seed gives the same \
values. With many units some clusters are chance; the false discovery rate keeps their share among the clusters below \
the significance.

Source: Moran 1950, doi:10.1093/biomet/37.1-2.17; Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x; Benjamini & \
Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x''')
    keywords = mark("Moran's I, LISA, spatial autocorrelation, cluster, outlier, bivariate, hot spot")

    def declare(self):
        yield vector('UNITS', tr('Units'), tr('Polygons such as counties, with the field that is tested.'), 'polygon')
        yield field('FIELD', tr('Field'), tr(
            'Numeric field whose clusters are wanted. Take densities, not totals, where units differ in size.'),
            'UNITS', numeric=True)
        yield field('FIELD_AROUND', tr('Second field'), tr(
            'For the bivariate test: the field that is looked at in the neighbours. Empty: the same field.'), 'UNITS',
            numeric=True, optional=True)
        yield field('UNIT_CODE', tr('Unit code'), tr('Field with a unique code per unit.'), 'UNITS', 'unit_code',
                    optional=True)
        yield field('UNIT_NAME', tr('Unit name'), tr('Field with the name of the unit; the code where it is missing.'),
                    'UNITS', 'unit_name', optional=True)
        yield choice('NEIGHBOURS', tr('Neighbours'), tr('Who is whose neighbour; see the help.'), RULES, 'queen')
        yield integer('K', tr('Number of nearest'), tr('For knn: how many nearest units are neighbours.'), 6, minimum=1)
        yield number('DISTANCE', tr('Distance (m)'), tr(
            'For distance: how far neighbours may be. Empty: the smallest distance at which every unit has one.'),
            minimum=0, optional=True)
        yield number('POWER', tr('Power of the distance'), tr(
            'For distance: weight = 1 / distance^power. 0 gives all neighbours the same weight.'), 0, minimum=0,
            maximum=5, advanced=True)
        yield number('TOLERANCE', tr('Tolerance of borders (m)'), tr(
            'For queen and rook: gaps up to this width count as a common border, since digitised borders rarely agree '
            'exactly.'), 1, minimum=0, advanced=True)
        yield flag('ROW_STANDARDISED', tr('Row standardised'), tr(
            'The weights of the neighbours of a unit sum to 1, so that units with many neighbours do not count more.'),
            True, advanced=True)
        yield flag('JOIN_ISLANDS', tr('Link units without neighbours'), tr(
            'A unit without a neighbour takes its nearest unit as one. Off: it is counted and left out.'),
            advanced=True)
        yield integer('PERMUTATIONS', tr('Permutations'), tr(
            'Random rearrangements for the pseudo p-values; the smallest p is 1 / (permutations + 1).'), 999,
            minimum=99, maximum=99999)
        yield integer('SEED', tr('Seed'), tr('Start of the random draws; the same seed gives the same p-values.'), 1,
                      minimum=0, advanced=True)
        yield number('SIGNIFICANCE', tr('Significance'), tr('Largest p-value of a cluster.'), 0.05, minimum=0.0001,
                     maximum=0.5)
        yield flag('FALSE_DISCOVERY', tr('False discovery rate'), tr(
            'Lowers the limit so that at most this share of the clusters is expected to be chance.'), advanced=True)
        yield vector_output('OUTPUT', tr('Clusters'), tr(
            'Units with moran_value, moran_z, moran_lag (z around), local_moran, p_value, cluster (HH, LL, HL, LH, ns '
            'not significant, island, none), cluster_label, n_neighbours, and all fields of the input.'), 'polygon')
        yield table_output('STATISTICS', tr('Global statistics'), tr(
            "Moran's I, its expectation, z-scores, p-values, units, islands, neighbours and clusters."))
        yield report_output('REPORT', tr('Report'), tr('Moran scatter plot and statistics as HTML.'))
        yield number_output('MORAN', tr("Moran's I"))
        yield number_output('P_VALUE', tr('Pseudo p-value'))
        yield number_output('ISLANDS', tr('Units without neighbours'))
        yield number_output('CLUSTERS', tr('Units in significant clusters'))

    def compute(self, job):
        units = job.units('UNITS')
        first, second = job.field('FIELD'), job.field('FIELD_AROUND')
        values = units.features.numbers(first)
        around = units.features.numbers(second) if second else None
        known = np.isfinite(values) & (True if around is None else np.isfinite(around))
        if not known.all():
            job.warn(tr('{count} units have no value and are left out: {units}.', count=int((~known).sum()),
                        units=', '.join(units.codes[i] for i in np.flatnonzero(~known)[:10])))
        neighbours, reach = self._neighbours(job, [units.geometries[i] for i in np.flatnonzero(known)])
        kept, other = values[known], None if around is None else around[known]
        count, seed = job.integer('PERMUTATIONS'), job.integer('SEED')
        job.progress(0.4, 'Permutations of {count} units', count=kept.size)
        overall = global_moran(kept, neighbours, other, count, seed, cancelled=job.cancelled)
        local = local_moran(kept, neighbours, other, count, seed, job.progress, job.cancelled)
        clusters = cluster_classes(local, job.number('SIGNIFICANCE'), job.flag('FALSE_DISCOVERY'))
        own = self._columns(values, known, neighbours, local, clusters)
        job.write_vector('OUTPUT', {**units.columns(own), **own}, units.geometries, 'polygon', units.crs, 'clusters')
        rows = self._statistics(overall, neighbours, clusters, known, reach)
        job.write_table('STATISTICS', {'statistic': [key for key, _ in rows], 'value': [value for _, value in rows]})
        self._tell(job, overall, neighbours, clusters)
        names = [units.names[i] for i in np.flatnonzero(known)]
        job.write_text('REPORT', cluster_page(first, second, names, overall, local, clusters, rows))

    @staticmethod
    def _neighbours(job, geometries):
        found, reach = neighbours_of(
            geometries, job.choice('NEIGHBOURS'), job.integer('K'), job.number('DISTANCE'), job.number('POWER'),
            job.number('TOLERANCE'), job.flag('JOIN_ISLANDS'), lambda part, *_, **__: job.progress(0.4 * part),
            job.cancelled)
        if reach:
            job.say(tr('Neighbours lie within {distance} m.', distance=f'{reach:,.0f}'))
        return (found.row_standardised() if job.flag('ROW_STANDARDISED') else found), reach

    @staticmethod
    def _columns(values, known, neighbours, local, clusters):
        def spread(found, fill):
            column = np.full(known.size, fill, dtype=object if isinstance(fill, str) else float)
            column[known] = found
            return column
        names = spread(clusters, 'none').tolist()
        return {'moran_value': values, 'moran_z': spread(local.z, np.nan), 'moran_lag': spread(local.lag, np.nan),
                'local_moran': spread(local.index, np.nan), 'p_value': spread(local.p_values, np.nan),
                'cluster': names, 'cluster_label': [LABELS[name][0] for name in names],
                'cluster_label_zh': [LABELS[name][1] for name in names],
                'n_neighbours': spread(neighbours.counts, 0.0).astype(int)}

    @staticmethod
    def _statistics(overall, neighbours, clusters, known, reach):
        """(name, number) of what there is to know."""
        rows = [('moran_i', overall.index), ('expected_i', overall.expected), ('z_normal', overall.z_normal),
                ('p_normal', overall.p_normal), ('z_permuted', overall.z_permuted), ('p_value', overall.p_value),
                ('units', float(known.sum())), ('units_without_value', float((~known).sum())),
                ('islands', float(neighbours.islands.sum())), ('mean_neighbours', float(neighbours.counts.mean())),
                ('most_neighbours', float(neighbours.counts.max()))]
        if reach:
            rows.append(('distance_m', float(reach)))
        return rows + [(f'units_{name}', float((clusters == name).sum())) for name in ('HH', 'LL', 'HL', 'LH', 'ns')]

    @staticmethod
    def _tell(job, overall, neighbours, clusters):
        islands = int(neighbours.islands.sum())
        if islands:
            job.warn(tr('{count} units have no neighbour and belong to no cluster.', count=islands))
        counts = {name: int((clusters == name).sum()) for name in ('HH', 'LL', 'HL', 'LH')}
        job.say(tr("Moran's I = {index}, pseudo p-value {p}; {clusters} significant units.",
                   index=f'{overall.index:.4f}', p=f'{overall.p_value:.4g}', clusters=', '.join(
                       f'{count} {name}' for name, count in counts.items())))
        job.set_number('MORAN', overall.index)
        job.set_number('P_VALUE', overall.p_value)
        job.set_number('ISLANDS', islands)
        job.set_number('CLUSTERS', sum(counts.values()))
