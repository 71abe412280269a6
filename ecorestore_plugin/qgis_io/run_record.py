"""What ran, on what, with what: enough to repeat or audit a result."""

import hashlib
import json
import os
import platform
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import Qgis

from ..core.errors import TableError
from ..paths import metadata


def versions():
    """Versions of everything that shapes a result."""
    found = {'ecorestore': metadata('version'), 'qgis': Qgis.QGIS_VERSION, 'gdal': gdal.__version__,
             'numpy': np.__version__, 'python': platform.python_version(), 'platform': platform.platform()}
    try:
        import scipy
        found['scipy'] = scipy.__version__
    except (ImportError, OSError):
        found['scipy'] = None
    return found


def fingerprint(source):
    """SHA-256, size and time of the file behind a layer source, or None where there is none."""
    path = Path(str(source).split('|')[0])
    # Not path.is_file(): the source of a memory layer can be longer than a file name may be.
    if not os.path.isfile(path):
        return None
    digest = hashlib.sha256()
    with path.open('rb') as stream:
        for block in iter(lambda: stream.read(1 << 20), b''):
            digest.update(block)
    return {'file': str(path), 'bytes': path.stat().st_size, 'sha256': digest.hexdigest()}


def write_run_record(path, tool_id, parameters, inputs, results, messages, started):
    """Writes the record as JSON.

    Parameters
    ----------
    inputs : dict parameter name -> layer source
    started : datetime with time zone
    """
    record = {
        'tool': f'ecorestore:{tool_id}',
        'started': started.isoformat(timespec='seconds'),
        'finished': datetime.now(timezone.utc).isoformat(timespec='seconds'),
        'versions': versions(),
        'parameters': parameters,
        'inputs': {name: fingerprint(source) or str(source) for name, source in inputs.items()},
        'results': {name: str(value) for name, value in results.items()},
        'messages': messages,
    }
    Path(path).write_text(json.dumps(record, ensure_ascii=False, indent=2, default=str), encoding='utf-8')


def record_rows(folder):
    """What the run records in a folder tell: (tool, when it started, its settings, versions), the earliest first.

    Parameters
    ----------
    folder : path, or '' for none

    Raises
    ------
    TableError : a file that is no run record
    """
    rows = []
    for path in sorted(Path(folder).glob('*.json')) if folder else ():
        try:
            record = json.loads(path.read_text(encoding='utf-8'))
            layers = {*record['inputs'], *record['results']}
            chosen = {key: value for key, value in record['parameters'].items()
                      if key not in layers and str(value) not in ('None', "''", '')}
            rows.append((str(record['tool']), str(record['started']),
                         '; '.join(f'{key} = {value}' for key, value in chosen.items()),
                         ', '.join(f'{key} {value}' for key, value in record['versions'].items()
                                   if value and key != 'platform')))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise TableError('{path} is no run record of a tool of EcoRestore ({reason}). Leave only run records in '
                             'the folder, or give no folder.', path=str(path), reason=str(error)) from error
    return sorted(rows, key=lambda row: row[1])
