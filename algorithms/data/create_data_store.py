"""Tool: the shared store, its project and the standard behind it."""

from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem

from ...ecorestore_plugin.core.checks import stop_if
from ...ecorestore_plugin.core.errors import CrsError, OutputError, ParameterError
from ...ecorestore_plugin.datastore.geopackage import GeoPackageStore, create_store
from ...ecorestore_plugin.datastore.postgis import create_store as create_postgis
from ...ecorestore_plugin.datastore.standard import read_standard
from ...ecorestore_plugin.i18n import Language
from ...ecorestore_plugin.paths import metadata
from ...ecorestore_plugin.qgis_io.standard_page import standard_page
from ...ecorestore_plugin.qgis_io.store_access import dsn_of, postgis_source
from ...ecorestore_plugin.qgis_io.store_project import file_source, write_project
from ..base import Tool, mark, tr
from ..parameters import choice, connection, crs, file, file_output, number_output, report_output


class CreateDataStore(Tool):
    tool_id = 'createdatastore'
    stage = 'data'
    label = mark('Create data store')
    summary = mark('Makes the shared store by the data standard, with a QGIS project on it, or migrates an older one.')
    help = mark(
        'Makes a GeoPackage with the layers of the data standard: administrative units, watersheds, security pattern, '
        'zones, collaborative units, funding, projects, monitoring sites and observations, stakeholders, '
        'consultations, techniques, experts and public feedback. No server is needed; copy the file to share it, or '
        'put it on a network drive: one writer at a time is let in, readers never wait.\n\n'
        'Every row keeps the import that brought it and the one that replaced it, so that the store can be read as it '
        'was at any import. Nothing is overwritten: what is drawn, changed or deleted by hand, in QGIS or in a field '
        'application, gets a number in the lineage like an import, and the older state of the row stays.\n\n'
        'The project opens the store with styles, forms and value lists. The standard page prints layers, fields, '
        'types, units and code lists from the same definition.\n\n'
        'The coordinate reference system must be projected in metres, such as CGCS2000 / 3-degree zones or an Albers '
        'system; choose one for the whole province.\n\n'
        'With a PostgreSQL connection the store is made on a server (PostgreSQL 15 or newer, PostGIS) in the schema '
        'ecorestore: many people write at once, row-level security lets every member see and write only what its level '
        'and unit code allow, deleting is not possible, and an audit table records who wrote what when. Members are '
        'admitted by Grant access.\n\n'
        'A store of an older version of the standard is migrated in place: missing layers and fields are added and a '
        'backup stays beside it.\n\n'
        'Source: unified data standard and sharing platform, Peng 2025, doi:10.61360/BoniGHSS252018890606.')
    keywords = mark('data store, GeoPackage, data standard, database, sharing, versions, forms, project')

    def declare(self):
        yield crs('CRS', tr('Coordinate reference system'), tr('Projected, in metres. Needed for a new store.'),
                  optional=True)
        yield file_output('STORE', tr('New store'), tr('A GeoPackage that does not exist yet.'),
                          'GeoPackage (*.gpkg)', optional=True)
        yield file('EXISTING', tr('Existing store'), tr('A store to migrate, or to make a project for.'), 'gpkg',
                   optional=True)
        yield connection('CONNECTION', tr('Connection'), tr(
            'A PostgreSQL connection that QGIS keeps, whose role may create roles and extensions: the store is made in '
            'that database, or completed where it is there.'), optional=True)
        yield choice('LANGUAGE', tr('Language'), tr('Of the project and the standard page: auto is the language of '
                                                    'QGIS.'), ('auto', 'en', 'zh'), 'auto')
        yield file_output('PROJECT', tr('QGIS project'), tr('A project with styles, forms and value lists; keep it in '
                                                            'the folder of the store.'),
                          'QGIS (*.qgz *.qgs)', optional=True)
        yield report_output('STANDARD', tr('Data standard'), tr('The standard as a page.'))
        yield number_output('LAYERS', tr('Layers of the store'))

    def check(self, job):
        if sum(job.given(name) for name in ('STORE', 'EXISTING', 'CONNECTION')) != 1:
            return tr('Give a new store, an existing one, or a connection.')
        if not job.given('EXISTING') and not job.given('CRS'):
            return tr('A new store needs a coordinate reference system.')
        return ''

    def compute(self, job):
        stop_if(job.cancelled)
        standard, language = read_standard(), Language({'auto': ''}.get(job.choice('LANGUAGE'), job.choice('LANGUAGE')))
        if job.given('CONNECTION'):
            path = job.connection('CONNECTION')
            provider, source = 'postgres', postgis_source(path) if job.given('PROJECT') else None
            self.on_server(job, standard, path)
        else:
            path = self.made(job, standard) if job.given('STORE') else self.existing(job, standard)
            provider, source = 'ogr', file_source(path)
        if job.given('PROJECT'):
            target = Path(self.parameterAsFileOutput(job.parameters, 'PROJECT', job.context))
            if target.suffix.lower() not in ('.qgz', '.qgs'):
                raise ParameterError('{path}: projects end in .qgz or .qgs.', path=str(target))
            write_project(target, source, provider, standard, language)
            job.results['PROJECT'] = str(target)
        if job.given('STANDARD'):
            job.write_text('STANDARD', standard_page(standard, language))
        job.results['STORE'] = str(path)
        job.set_number('LAYERS', len(standard.layers))

    def made(self, job, standard):
        reference = self.projected(job)
        path = Path(self.parameterAsFileOutput(job.parameters, 'STORE', job.context))
        if path.exists():
            raise OutputError('{path} is there already. Give another name, or import into it.', path=str(path))
        path.parent.mkdir(parents=True, exist_ok=True)
        wkt = reference.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT2_2018)
        create_store(path, standard, wkt, 'EcoRestore ' + metadata('version'))
        job.say(tr('{path}: {layers} layers, {crs}.', path=path.name, layers=len(standard.layers),
                   crs=reference.authid()))
        return path

    def on_server(self, job, standard, name):
        reference = self.projected(job)
        create_postgis(dsn_of(name), standard, reference.postgisSrid(), 'EcoRestore ' + metadata('version'))
        job.say(tr('{path}: {layers} layers, {crs}.', path=name, layers=len(standard.layers), crs=reference.authid()))

    def projected(self, job):
        reference = self.parameterAsCrs(job.parameters, 'CRS', job.context)
        if not reference.isValid() or reference.isGeographic():
            raise CrsError('{crs} is not projected; distances and areas of the store must be in metres. Choose a '
                           'projected system.', crs=reference.authid() or '?')
        return reference

    @staticmethod
    def existing(job, standard):
        path = Path(job.file('EXISTING'))
        with GeoPackageStore(path, standard, writing=True, any_version=True) as store:
            backup = store.migrate()
        if backup is None:
            job.say(tr('{path} has the version of this plugin already.', path=path.name))
        else:
            job.say(tr('{path} was migrated; the backup is {backup}.', path=path.name, backup=backup.name))
        return path
