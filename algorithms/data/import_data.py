"""Tool: layers into the shared store, checked and versioned."""

from pathlib import Path

from ...ecorestore_plugin.core.checks import stop_if
from ...ecorestore_plugin.core.errors import EmptyInputError
from ...ecorestore_plugin.datastore.rows import MODES
from ...ecorestore_plugin.datastore.standard import ACCESS, read_standard
from ...ecorestore_plugin.qgis_io.check_report import tell_findings
from ...ecorestore_plugin.qgis_io.raster_series import catalogue_rows
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
    rasters,
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
        'standard: type, required, limits, code lists, key without doubles, six-digit codes and their parents; '
        'overlaps, gaps and shares that do not add up to 1 are warnings. With one error nothing is imported, and the '
        'findings say what to mend where. Fields that are none of the standard are kept as text beside the row.\n\n'
        'update adds new keys and replaces rows whose content changed; replace also closes rows whose key does not '
        'come again; append takes only keys that are new, which is what series of observations need: give the whole '
        'file every month, and only what is new is read.\n\n'
        'A replaced row is kept with the number of the import that replaced it, and the lineage table says who '
        'imported what from which file (name and SHA-256) when.\n\n'
        'Series of rasters go into the layer rasters, the catalogue: give the rasters instead of rows. Each is listed '
        'with its date (from the list you give, else from its file name), variable, platform, cell size and quality '
        'flag; the files stay where they are, and one that is listed already is not listed again.\n\n'
        'One writer at a time: a second one is told who writes since when. When a connection drops or the program '
        'dies halfway, the store is as it was before.\n\n'
        'Geometries are brought to the coordinate reference system of the store. Rows without a unit code get that of '
        'the unit of the store they lie in, observations that of their site.')
    keywords = mark('import, load, data store, quality control, lineage, versions, observations, series, transaction')

    def declare(self):
        layers = list(read_standard().layers)
        yield from store_parameters()
        yield choice('LAYER', tr('Layer of the store'), tr('Which layer of the standard the rows belong to.'), layers,
                     'units')
        yield vector('INPUT', tr('Rows to import'), tr('Layer, table or CSV. Give this or rasters.'), 'table',
                     optional=True)
        yield rasters('RASTERS', tr('Rasters for the catalogue'), tr('For the layer rasters: files with dates.'),
                      optional=True)
        yield text('DATES', tr('Dates of the rasters'), tr('One per raster in the same order, separated by commas, '
                                                           'such as 2024-05-31 or 2024. Empty: from the file names.'),
                   optional=True, advanced=True)
        yield text('VARIABLE', tr('Variable of the rasters'), tr('What they show, such as ndvi.'), optional=True,
                   advanced=True)
        codes = read_standard().codes
        yield choice('PLATFORM', tr('Platform of the rasters'), tr('What they were taken with.'),
                     tuple(codes['platform']), 'satellite', advanced=True)
        yield choice('QUALITY', tr('Quality flag of the rasters'), tr('What is known of their quality.'),
                     tuple(codes['quality']), 'unchecked', advanced=True)
        yield text('FIELDS', tr('Fields to rename'), tr(
            'Pairs theirs=ours, separated by commas, such as NAME=unit_name, XZQDM=unit_code.'), optional=True)
        yield choice('MODE', tr('Mode'), tr('update, replace or append; see the help.'), MODES, 'update')
        yield choice('ACCESS', tr('Open to'), tr('From which level the rows may be seen; standard is what the data '
                                                 'standard says of the layer.'), ('standard', *ACCESS), 'standard')
        yield flag('ASSIGN_UNITS', tr('Find unit codes'), tr('Rows without a unit code get that of the unit they lie '
                                                             'in.'), True)
        yield text('UNIT', tr('Unit code of the rest'), tr('Unit code of rows that have none and lie in no unit, as '
                                                           'tables and rasters do: a county needs its own to write '
                                                           'them to a server.'), optional=True, advanced=True)
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
        if job.given('INPUT') == job.given('RASTERS'):
            return tr('Give rows to import or rasters, one of them.')
        if job.given('RASTERS') and job.choice('LAYER') != 'rasters':
            return tr('Rasters go into the layer rasters, not into {layer}.', layer=job.choice('LAYER'))
        if job.given('RASTERS') and not job.text('VARIABLE').strip():
            return tr('Say what the rasters show: give their variable.')
        return one_store(job)

    def compute(self, job):
        standard = read_standard()
        layer = standard.layer(job.choice('LAYER'))
        with open_store(job, standard, writing=not job.flag('CHECK_ONLY')) as store:
            columns, ids, name, geometries = self.incoming(job, layer, store)
            upstream = [values[layer.key[0]] for values, _ in store.rows(layer)] if layer.name == 'watersheds' else ()
            clean, extra, findings = prepared(layer, standard, columns, ids, geometries, upstream)
            tell_findings(job, findings, name, job.flag('CHECK_ONLY'))
            stop_if(job.cancelled)
            job.set_number('ERRORS', 0)
            done = None
            if not job.flag('CHECK_ONLY'):
                done = self.write(job, store, layer, geometries, clean, extra)
        for output, key in (('IMPORT_ID', 'number'), ('ADDED', 'added'), ('CLOSED', 'closed'), ('KNOWN', 'known')):
            job.set_number(output, getattr(done, key) if done else None)

    @staticmethod
    def incoming(job, layer, store):
        """(columns, ids of the rows, name of the input, geometries or None)."""
        if job.given('RASTERS'):
            folder = None if job.connection('CONNECTION') else Path(job.file('STORE')).parent
            columns, ids = catalogue_rows(job, 'RASTERS', job.list('DATES'), job.text('VARIABLE').strip(),
                                          job.choice('PLATFORM'), job.choice('QUALITY'), folder)
            return columns, ids, job.label('RASTERS'), None
        features = read_incoming(job, 'INPUT', layer, store_crs(store))
        if not len(features):
            raise EmptyInputError('{name} has no features. Choose another layer or check its filter and selection.',
                                  name=features.name)
        return (renamed(features, job.text('FIELDS')), features.ids, features.name,
                features.geometries if layer.geometry != 'none' else None)

    @staticmethod
    def write(job, store, layer, geometries, clean, extra):
        if job.flag('ASSIGN_UNITS'):
            clean = with_unit_codes(job, store, layer, clean, geometries, job.text('UNIT').strip())
        shapes = None if geometries is None else [bytes(geometry.asWkb()) for geometry in geometries]
        source, digest = source_of(job, 'INPUT') if job.given('INPUT') else (job.text('VARIABLE').strip(), '')
        access = '' if job.choice('ACCESS') == 'standard' else job.choice('ACCESS')
        mode = 'append' if job.given('RASTERS') and job.choice('MODE') == 'update' else job.choice('MODE')
        done = store.import_rows(layer, clean, shapes, extra, mode, source, digest, job.text('NOTE'), access,
                                 job.cancelled)
        job.say(tr('Import {number}: {added} rows added, {closed} replaced or closed, {known} known already.',
                   number=done.number, added=done.added, closed=done.closed, known=done.known))
        return done
