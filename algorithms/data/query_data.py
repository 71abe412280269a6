"""Tool: rows and statistics out of the shared store."""

from pathlib import Path

from ...ecorestore_plugin.core.checks import stop_if
from ...ecorestore_plugin.core.errors import EmptyInputError, OutputError
from ...ecorestore_plugin.datastore.standard import ACCESS, read_standard
from ...ecorestore_plugin.paths import metadata
from ...ecorestore_plugin.qgis_io.joint_queries import species_against_corridors, water_against_projects
from ...ecorestore_plugin.qgis_io.store import (
    date_of,
    in_period,
    seat_prefix,
    statistics,
    store_crs,
    visible,
    write_rows,
)
from ...ecorestore_plugin.qgis_io.store_access import open_store
from ...ecorestore_plugin.qgis_io.store_part import write_part
from ..base import Tool, mark, tr
from ..parameters import choice, extent, file_output, integer, number_output, table_output, text, vector_output
from ..store_parameters import one_store, store_parameters

QUESTIONS = ('water_projects', 'species_corridors')


class QueryData(Tool):
    tool_id = 'querydata'
    stage = 'data'
    label = mark('Query data')
    summary = mark('Rows of the shared store by unit, period, place and version, as a level of government may see '
                   'them, with statistics.')
    help = mark(
        'Takes rows out of one layer of the store:\n\n'
        'by unit: a code and everything below it; 430000 or 43 is a province, 430100 or 4301 a city;\n'
        'by period: the date field of the layer, both ends included;\n'
        'by place: rows whose geometry touches a box;\n'
        'by version: as the store was after an import; empty is now.\n\n'
        'Level is whose eyes the rows are seen with: a county sees what is public, and what is open to counties in '
        'its own part; a city and a province see more; the public only what is public. In a file everybody who can '
        'open it can read all of it: hand out query results, not the file, where that matters, or use a server. On a '
        'server the login decides what is seen, whatever level is chosen here.\n\n'
        'Statistics are, per unit (and variable, for observations), the number of rows and for each number its sum, '
        'mean, smallest and largest value.\n\n'
        'By theme: the part of the store is a store of its own with what is found in all layers of a theme. A county '
        'gets it, works on it with its project, and hands it back.')
    keywords = mark('query, data store, export, statistics, access level, period, version, history')

    def declare(self):
        yield from store_parameters()
        yield choice('LAYER', tr('Layer of the store'), tr('Which layer to read.'), list(read_standard().layers),
                     'units')
        yield text('UNIT', tr('Unit code'), tr('A province, city or county; empty for all.'), optional=True)
        yield choice('LEVEL', tr('Level'), tr('Whose eyes the rows are seen with.'), ACCESS, 'province')
        yield text('SINCE', tr('Since'), tr('First date, such as 2023 or 2023-05-01.'), optional=True)
        yield text('UNTIL', tr('Until'), tr('Last date, included.'), optional=True)
        yield extent('EXTENT', tr('Extent'), tr('Box that rows must touch.'), optional=True)
        yield choice('QUESTION', tr('Joint question'), tr('What the joint query asks; values flagged doubtful, bad or '
                                                          'missing do not count.'), QUESTIONS, 'water_projects',
                     advanced=True)
        yield integer('VERSION', tr('Version'), tr('Number of an import; empty for now.'), minimum=1, optional=True,
                      advanced=True)
        yield vector_output('OUTPUT', tr('Rows'), tr('The rows with the fields of the standard, access, extra (other '
                                                     'fields as text) and version_from (the import that brought '
                                                     'them).'))
        yield table_output('STATISTICS', tr('Statistics'), tr(
            'Per unit: rows, and sum, mean, minimum and maximum of the numbers.'), optional=True)
        yield table_output('LINEAGE', tr('Lineage'), tr('The imports of the layer: who, when, from which file, how '
                                                        'many rows.'), optional=True)
        yield table_output('JOINT', tr('Joint query'), tr(
            'The answer to the joint question: water_projects gives per project and variable the values at water sites '
            'of its watershed (steps 0) and of those its water flows into (steps 1 and more, by the layer watersheds), '
            'before the start and after the end, with their difference and p; species_corridors gives per corridor '
            'sites, records, species and the last record.'), optional=True)
        yield choice('THEME', tr('Theme'), tr('Which layers go into the part of the store.'),
                     ('all', *read_standard().themes), 'all', advanced=True)
        yield file_output('PART', tr('Part of the store'), tr(
            'A new store with what is found in all layers of the theme, to hand out. The period counts for layers with '
            'a date. What comes back is imported layer by layer; only what was changed becomes new.'),
            'GeoPackage (*.gpkg)', optional=True)
        yield number_output('COUNT', tr('Rows found'))

    def check(self, job):
        return one_store(job)

    def compute(self, job):
        stop_if(job.cancelled)
        standard = read_standard()
        layer = standard.layer(job.choice('LAYER'))
        prefix = seat_prefix(job.text('UNIT'))
        since, until = date_of(job, 'SINCE'), date_of(job, 'UNTIL')
        if job.choice('LEVEL') in ('city', 'county') and not prefix:
            raise EmptyInputError('A city or a county sees its own part: give its unit code.')
        part, layers = self.part(job, standard)

        def wanted(layer, values):
            return ((values.get('unit_code') or '').startswith(prefix) and visible(values, job.choice('LEVEL'), prefix)
                    and (not layer.time or in_period(values.get(layer.time), since, until)))
        with open_store(job, standard) as store:
            crs, box = store_crs(store), None
            if job.given('EXTENT'):
                found = self.parameterAsExtent(job.parameters, 'EXTENT', job.context, crs)
                box = (found.xMinimum(), found.yMinimum(), found.xMaximum(), found.yMaximum())
            rows, shapes = [], []
            for values, shape in store.rows(layer, job.integer('VERSION'), box):
                stop_if(job.cancelled)
                if wanted(layer, values) and in_period(values.get(layer.time), since, until):
                    rows.append(values)
                    shapes.append(shape)
            if part:
                counts = write_part(part, store, standard, layers, wanted, job.integer('VERSION'), box,
                                    'EcoRestore ' + metadata('version'), job.cancelled)
                job.results['PART'] = part
                job.say(tr('{path}: {rows} rows in {layers} layers.', path=Path(part).name, rows=sum(counts.values()),
                           layers=sum(count > 0 for count in counts.values())))
            if job.given('JOINT'):
                self.join(job, store, standard, prefix)
            lineage = [row for row in store.imports() if row['layer'] == layer.name]
        write_rows(job, 'OUTPUT', layer, rows, shapes, crs)
        job.write_table('STATISTICS', statistics(layer, rows))
        keys = ('import_id', 'mode', 'time', 'person', 'source', 'sha256', 'rows_given', 'rows_added', 'rows_closed',
                'note')
        job.write_table('LINEAGE', {key: [row[key] for row in lineage] for key in keys})
        job.say(tr('{count} rows found.', count=len(rows)))
        job.set_number('COUNT', len(rows))

    def part(self, job, standard):
        """(path of the part of the store that is asked for or '', the layers it takes)."""
        theme = job.choice('THEME')
        layers = [layer for layer in standard.layers.values() if theme in ('all', layer.theme)]
        path = self.parameterAsFileOutput(job.parameters, 'PART', job.context) if job.given('PART') else ''
        if path and Path(path).exists():
            raise OutputError('{path} is there already. Give another name, or import into it.', path=path)
        return path, layers

    @staticmethod
    def join(job, store, standard, prefix):
        def rows_of(name):
            return [(values, shape) for values, shape in store.rows(standard.layer(name), job.integer('VERSION'))
                    if visible(values, job.choice('LEVEL'), prefix)]
        if job.choice('QUESTION') == 'water_projects':
            job.write_table('JOINT', water_against_projects(rows_of))
        else:
            job.write_table('JOINT', species_against_corridors(rows_of, job.cancelled))
