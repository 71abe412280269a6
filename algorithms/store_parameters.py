"""What the tools of the shared store declare alike."""

from .base import tr
from .parameters import connection, file


def store_parameters():
    """Where the store is."""
    yield file('STORE', tr('Store'), tr('A store made by Create data store. Give this or a connection.'), 'gpkg',
               optional=True)
    yield connection('CONNECTION', tr('Connection'), tr(
        'A PostgreSQL connection that QGIS keeps, to a database with the store. User and password belong into the '
        'authentication of QGIS, never into a parameter.'), optional=True)


def one_store(job):
    """What is wrong where not just one of both is given, or ''."""
    if job.given('STORE') == job.given('CONNECTION'):
        return tr('Give a store or a connection, one of them.')
    return ''
