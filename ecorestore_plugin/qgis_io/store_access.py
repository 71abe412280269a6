"""Which store a tool works on: a GeoPackage, or a PostgreSQL connection that QGIS keeps with its authentication."""

from __future__ import annotations

from qgis.core import QgsDataSourceUri, QgsProviderRegistry

from ..core.errors import ParameterError
from ..datastore.geopackage import GeoPackageStore
from ..datastore.postgis import SCHEMA, PostgisStore


def connection_uri(name):
    """The QgsDataSourceUri of a stored PostgreSQL connection.

    Raises
    ------
    ParameterError : there is no such connection; lists those there are
    """
    metadata = QgsProviderRegistry.instance().providerMetadata('postgres')
    if metadata is None:
        raise ParameterError('This QGIS cannot work with PostgreSQL: its provider is missing.')
    known = metadata.connections(False)
    if name not in known:
        raise ParameterError('There is no PostgreSQL connection called {name}. QGIS knows: {known}. Add it in the '
                             'browser, with its user and password in the authentication of QGIS.', name=name,
                             known=', '.join(sorted(known)) or '-')
    return QgsDataSourceUri(known[name].uri())


def dsn_of(name):
    """How to reach a stored connection, with what its authentication holds; for the driver only, never for a log."""
    return connection_uri(name).connectionInfo(True)


def open_store(job, standard, writing=False):
    """The store of the parameters CONNECTION or STORE, not yet entered."""
    connection = job.connection('CONNECTION')
    if connection:
        return PostgisStore(dsn_of(connection), standard, writing)
    return GeoPackageStore(job.file('STORE'), standard, writing)


def postgis_source(name):
    """A callable layer -> URI of its table with the current rows, for QgsVectorLayer of the provider postgres.

    Raises
    ------
    ParameterError : no such connection, or one whose password would stand in the project
    """
    if connection_uri(name).password():
        raise ParameterError('The connection {name} keeps its password in plain text, which would stand in the '
                             'project. Move it into the authentication of QGIS (edit the connection, Authentication, '
                             'Convert to configuration), or leave the project out.', name=name)

    def source(layer):
        uri = connection_uri(name)
        uri.setDataSource(SCHEMA, layer.name, 'geom' if layer.geometry != 'none' else '', '', 'fid')
        return uri.uri(False)
    return source
