"""Tool: layers into the shared store, checked and versioned."""

from ...ecorestore_plugin.core.checks import stop_if
from ...ecorestore_plugin.core.errors import EmptyInputError, TableError
from ...ecorestore_plugin.core.prepare.findings import by_layer, count_of
from ...ecorestore_plugin.datastore.rows import MODES
from ...ecorestore_plugin.datastore.standard import ACCESS, read_standard
from ...ecorestore_plugin.qgis_io.check_report import check_page, finding_columns
from ...ecorestore_plugin.qgis_io.store import (
    prepared,
    read_incoming,
    renamed,
    source_of,
    store_crs,
    with_unit_codes,
)
from ...ecorestore_plugin.qgis_io.store_access import open_store
from ..base import Tool, mark, tr
from ..parameters import (
    choice,
    flag,
    number_output,
    report_output,
    table_output,
    text,
    vector,
)
from ..store_parameters import one_store, store_parameters


class ImportData(Tool):
    tool_id = 'importdata'
    stage = 'data'
    label = mark('Import data')
    summary = mark('Checks a layer or table against the data standard and brings it into the shared store, versioned, '
                   'all or nothing.')
    help = mark(
        'Brings a layer, a table or a CSV into one layer of the store. Every field is checked against the data '
        'standard: type, required, limits, code lists, key without doubles. With one error nothing is imported, and '
        'the findings say what to mend where. Fields that are none of the standard are kept as text beside the row.\n\n'
        'update adds new keys and replaces rows whose content changed; replace also closes rows whose key does not '
        'come again; append takes only keys that are new, which is what series of observations need: give the whole '
        'file every month, and only what is new is read.\n\n'
        'A replaced row is kept with the number of the import that replaced it, and the lineage table says who '
        'imported what from which file (name and SHA-256) when.\n\n'
        'One writer at a time: a second one is told who writes since when. When a connection drops or the program '
        'dies halfway, the store is as it was before.\n\n'
        'Geometries are brought to the coordinate reference system of the store. Rows without a unit code get that of '
        'the unit of the store they lie in.')
    keywords = mark('import, load, data store, quality control, lineage, versions, observations, series, transaction')

    def declare(self):
        layers = list(read_standard().layers)
        yield from store_parameters()
        yield choice('LAYER', tr('Layer of the store'), tr('Which layer of the standard the rows belong to.'), layers,
                     'units')
        yield vector('INPUT', tr('Rows to import'), tr('Layer, table or CSV.'), 'table')
        yield text('FIELDS', tr('Fields to rename'), tr(
            'Pairs theirs=ours, separated by commas, such as NAME=unit_name, XZQDM=unit_code.'), optional=True)
        yield choice('MODE', tr('Mode'), tr('update, replace or append; see the help.'), MODES, 'update')
        yield choice('ACCESS', tr('Open to'), tr('From which level the rows may be seen; standard is what the data '
                                                 'standard says of the layer.'), ('standard', *ACCESS), 'standard')
        yield flag('ASSIGN_UNITS', tr('Find unit codes'), tr('Rows without a unit code get that of the unit they lie '
                                                             'in.'), True)
        yield text('NOTE', tr('Note'), tr('Kept in the lineage.'), optional=True)
        yield flag('CHECK_ONLY', tr('Check only'), tr('Nothing is written; the findings tell what an import would '
                                                      'meet.'), False)
        yield table_output('FINDINGS', tr('Findings'), tr('What the check found, to work through.'), optional=True)
        yield report_output('REPORT', tr('Check report'), tr('The findings as an HTML page.'))
        yield number_output('ERRORS', tr('Number of errors'))
        yield number_output('IMPORT_ID', tr('Number of the import'))
        yield number_output('ADDED', tr('Rows added'))
        yield number_output('CLOSED', tr('Rows replaced or closed'))
        yield number_output('KNOWN', tr('Rows that were there already'))

    def check(self, job):
        return one_store(job)

    def compute(self, job):
        standard = read_standard()
        layer = standard.layer(job.choice('LAYER'))
        with open_store(job, standard, writing=not job.flag('CHECK_ONLY')) as store:
            features = read_incoming(job, 'INPUT', layer, store_crs(store))
            if not len(features):
                raise EmptyInputError('{name} has no features. Choose another layer or check its filter and selection.',
                                      name=features.name)
            columns = renamed(features, job.text('FIELDS'))
            clean, extra, findings = prepared(layer, standard, columns, features.ids, len(features))
            self.findings(job, findings, features.name)
            stop_if(job.cancelled)
            job.set_number('ERRORS', 0)
            done = None
            if not job.flag('CHECK_ONLY'):
                done = self.write(job, store, layer, features, clean, extra)
        for name, key in (('IMPORT_ID', 'number'), ('ADDED', 'added'), ('CLOSED', 'closed'), ('KNOWN', 'known')):
            job.set_number(name, getattr(done, key) if done else None)

    @staticmethod
    def write(job, store, layer, features, clean, extra):
        shapes = None
        if layer.geometry != 'none':
            if job.flag('ASSIGN_UNITS'):
                clean = with_unit_codes(job, store, layer, clean, features.geometries)
            shapes = [bytes(geometry.asWkb()) for geometry in features.geometries]
        source, digest = source_of(job, 'INPUT')
        access = '' if job.choice('ACCESS') == 'standard' else job.choice('ACCESS')
        done = store.import_rows(layer, clean, shapes, extra, job.choice('MODE'), source, digest, job.text('NOTE'),
                                 access, job.cancelled)
        job.say(tr('Import {number}: {added} rows added, {closed} replaced or closed, {known} known already.',
                   number=done.number, added=done.added, closed=done.closed, known=done.known))
        return done

    @staticmethod
    def findings(job, findings, name):
        """Writes the findings; raises where one of them is an error, and the files are kept."""
        errors = count_of(findings, 'error')
        job.write_table('FINDINGS', finding_columns(by_layer(findings)))
        if job.given('REPORT'):
            job.write_text('REPORT', check_page(by_layer(findings), [name]))
        if not errors:
            return
        if job.flag('CHECK_ONLY'):
            job.warn(tr('{errors} errors: an import would be refused.', errors=errors))
            return
        first = next(finding for finding in findings if finding.severity == 'error')
        raise TableError('{name} does not meet the data standard: {errors} errors, nothing was imported. The first: '
                         '{message} (row {place}). Run with Check only for the whole list.', name=name, errors=errors,
                         message=tr(first.message.template, **first.message.values), place=first.place or '-')
