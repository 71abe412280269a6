"""A QGIS without a window and with our provider, for repository scripts."""

import importlib.util
import os
import sys
from contextlib import contextmanager
from pathlib import Path

# The order of attributes in files that Qt writes follows its hash seed, which is read once.
os.environ.setdefault('QT_HASH_SEED', '0')

ROOT = Path(__file__).resolve().parent.parent


def register_package():
    """Makes this checkout importable as ``ecorestore``, the name it has when installed."""
    if 'ecorestore' not in sys.modules:
        spec = importlib.util.spec_from_file_location('ecorestore', ROOT / '__init__.py',
                                                      submodule_search_locations=[str(ROOT)])
        module = importlib.util.module_from_spec(spec)
        sys.modules['ecorestore'] = module
        spec.loader.exec_module(module)


@contextmanager
def provider_in_qgis(language='en_US'):
    """Yields the registered provider inside a running QgsApplication whose interface language is ``language``."""
    os.environ.setdefault('QT_QPA_PLATFORM', 'offscreen')
    from qgis.analysis import QgsNativeAlgorithms
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QCoreApplication, QLocale
    application = QgsApplication([], False)
    application.initQgis()
    QgsApplication.processingRegistry().addProvider(QgsNativeAlgorithms())
    register_package()
    from ecorestore.ecorestore_plugin.i18n import load_translator
    from ecorestore.ecorestore_plugin.provider import EcoRestoreProvider
    translator = load_translator(QLocale(language))
    if translator is not None:
        QCoreApplication.installTranslator(translator)
    provider = EcoRestoreProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    try:
        yield provider
    finally:
        QgsApplication.processingRegistry().removeProvider(provider)
        application.exitQgis()
