"""EcoRestore: ecological restoration planning in QGIS.

Nothing is imported here: a compute worker loads this package without QGIS.
"""


def classFactory(iface):  # noqa: N802, the name QGIS calls
    from .ecorestore_plugin.plugin import EcoRestorePlugin
    return EcoRestorePlugin(iface)
