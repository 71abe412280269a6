"""A part of a store as a store of its own: what a county gets, works on, and hands back."""

from __future__ import annotations

import json
from pathlib import Path

from ..core.checks import never, stop_if
from ..datastore.geopackage import GeoPackageStore, create_store


def write_part(path, store, standard, layers, wanted, version=None, box=None, software='', cancelled=never):
    """Writes the rows that are wanted into a new GeoPackage store; nothing half-written stays.

    Parameters
    ----------
    store : an open store of either kind
    layers : layers of the standard to take from; the others are there but empty
    wanted : callable (layer, values) -> bool
    version, box : see GeoPackageStore.rows

    Returns
    -------
    {name of a layer: rows}
    """
    path = Path(path)
    create_store(path, standard, store.crs_wkt(), software)
    counts = {}
    try:
        with GeoPackageStore(path, standard, writing=True) as part:
            for layer in layers:
                stop_if(cancelled)
                groups = {}
                for values, shape in store.rows(layer, version, box):
                    if wanted(layer, values):
                        groups.setdefault(values['access'] or layer.access, []).append((values, shape))
                for access, rows in groups.items():
                    part.import_rows(layer, _columns(layer, rows), _shapes(layer, rows),
                                     [json.loads(values['extra']) if values['extra'] else {} for values, _ in rows],
                                     'append', access=access, cancelled=cancelled)
                counts[layer.name] = sum(map(len, groups.values()))
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return counts


def _columns(layer, rows):
    names = dict.fromkeys([*(one.name for one in layer.fields), 'unit_code'])
    return {name: [values.get(name) for values, _ in rows] for name in names}


def _shapes(layer, rows):
    return None if layer.geometry == 'none' else [shape for _, shape in rows]
