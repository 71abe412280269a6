"""A PostgreSQL cluster of the tests' own, in a temporary folder, on a socket only, run by an unprivileged user."""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

PORT = '54329'


def binaries():
    """The folder of the newest server that is installed, or None."""
    found = sorted(Path('/usr/lib/postgresql').glob('*/bin/initdb'), key=lambda path: float(path.parts[4]))
    return found[-1].parent if found else None


class Cluster:
    """Start with ``with``; ``dsn(user)`` connects as a role, 'keeper' is its superuser."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.bin = binaries()

    def __enter__(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:
            shutil.chown(self.folder, 'postgres', 'postgres')
        self._run('initdb', '-D', self.folder / 'data', '-U', 'keeper', '-A', 'trust', '-E', 'UTF8', '--no-sync',
                  '--locale=C.UTF-8')
        # Durability costs time and guards nothing in a test.
        options = f"-k {self.folder} -p {PORT} -c listen_addresses='' -c fsync=off -c full_page_writes=off"
        self._run('pg_ctl', '-D', self.folder / 'data', '-l', self.folder / 'log', '-w', '-o', options, 'start')
        self._run('createdb', '-h', self.folder, '-p', PORT, '-U', 'keeper', 'restoration')
        return self

    def __exit__(self, *problem):
        self._run('pg_ctl', '-D', self.folder / 'data', '-m', 'immediate', 'stop')

    def _run(self, program, *arguments):
        command = [str(self.bin / program), *map(str, arguments)]
        if os.geteuid() == 0:
            command = ['runuser', '-u', 'postgres', '--', *command]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, cwd='/')
        if done.returncode:
            raise RuntimeError(f'{program}: {done.stdout} {done.stderr}')

    def ask(self, query, values=(), user='keeper'):
        """Runs a statement; the rows it gives, if any."""
        import psycopg2
        connection = psycopg2.connect(self.dsn(user))
        try:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(query, values)
                return cursor.fetchall() if cursor.description else []
        finally:
            connection.close()

    def remember(self, user, database='restoration'):
        """Keeps a connection as a person would in QGIS; returns its name."""
        name = f'tests {user}' if database == 'restoration' else f'tests {user} {database}'
        from qgis.core import QgsProviderRegistry
        metadata = QgsProviderRegistry.instance().providerMetadata('postgres')
        metadata.saveConnection(metadata.createConnection(self.dsn(user, database), {'saveUsername': True}), name)
        return name

    def remember_in(self, settings, user, name=''):
        """Writes the same into the settings file of a profile."""
        from qgis.PyQt.QtCore import QSettings
        store = QSettings(str(settings), QSettings.Format.IniFormat)
        for key, value in {'host': self.folder, 'port': PORT, 'database': 'restoration', 'username': user,
                           'saveUsername': 'true'}.items():
            store.setValue(f'PostgreSQL/connections/{name or "tests " + user}/{key}', str(value))
        store.sync()

    def dsn(self, user='keeper', database='restoration'):
        return f"host='{self.folder}' port={PORT} dbname={database} user={user}"


@contextmanager
def running_server():
    """A Cluster in a folder of its own, removed afterwards; None where no server is installed."""
    if binaries() is None:
        yield None
        return
    # In /tmp itself: the path of a socket must be short.
    folder = tempfile.mkdtemp(prefix='er', dir='/tmp')
    try:
        with Cluster(folder) as running:
            yield running
    finally:
        shutil.rmtree(folder, ignore_errors=True)
