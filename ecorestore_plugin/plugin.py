"""Where QGIS meets EcoRestore."""

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from .i18n import load_translator, user_locale


class EcoRestorePlugin:
    """Registers the provider; ``iface`` is None under qgis_process and not needed."""

    def __init__(self, iface):
        self.iface = iface
        self.provider = None
        self.translator = load_translator(user_locale())
        if self.translator is not None:
            QCoreApplication.installTranslator(self.translator)

    def initProcessing(self):  # noqa: N802, the name QGIS calls
        """Called by qgis_process instead of initGui."""
        from .provider import EcoRestoreProvider
        self.provider = EcoRestoreProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self):  # noqa: N802
        self.initProcessing()

    def unload(self):
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self.translator is not None:
            QCoreApplication.removeTranslator(self.translator)
            self.translator = None
