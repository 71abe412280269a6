"""The toolbox: every tool of ``algorithms`` and every shipped model."""

import pkgutil
from importlib import import_module

from qgis.core import QgsMessageLog, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .i18n import tr
from .paths import ICONS, MODELS, metadata
from .shipped_model import SHIPPED_MODELS, ShippedModel


def tool_classes():
    """Every tool class, in the order of stages and names."""
    from ..algorithms import base, stages
    package = base.__name__.rpartition('.')[0]
    found = []
    for stage in stages.STAGES:
        folder = import_module(f'{package}.{stage}')
        for module in sorted(pkgutil.iter_modules(folder.__path__), key=lambda item: item.name):
            content = import_module(f'{package}.{stage}.{module.name}')
            found += [value for value in vars(content).values()
                      if isinstance(value, type) and issubclass(value, base.Tool)
                      and value.tool_id and value.__module__ == content.__name__]
    return found


class EcoRestoreProvider(QgsProcessingProvider):
    """Provider ``ecorestore``."""

    def loadAlgorithms(self):  # noqa: N802, names QGIS calls
        for tool in tool_classes():
            self.addAlgorithm(tool())
        for name in SHIPPED_MODELS:
            path = MODELS / f'{name}.model3'
            model = ShippedModel()
            if path.exists() and model.fromFile(str(path)):
                model.translate()
                self.addAlgorithm(model)
            else:
                QgsMessageLog.logMessage(tr('The model {name} could not be loaded.', name=name), 'EcoRestore')

    def id(self):
        return 'ecorestore'

    def name(self):
        return 'EcoRestore'

    def longName(self):  # noqa: N802
        return tr('EcoRestore: ecological restoration planning')

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):  # noqa: N802
        return str(ICONS / 'ecorestore.svg')

    def versionInfo(self):  # noqa: N802
        return metadata('version')

    def supportedOutputRasterLayerExtensions(self):  # noqa: N802
        return ['tif']

    def defaultRasterFileExtension(self, hasCrs=True):  # noqa: N802, N803
        return 'tif'

    def defaultVectorFileExtension(self, hasGeometry=True):  # noqa: N802, N803
        return 'gpkg'
