"""Runs inside a real QGIS window (--code): opens a tool's dialog, runs it, keeps pictures, writes what happened.

Paths come through the environment, since QGIS gives a script no arguments.
"""

import json
import os
import traceback
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QDialogButtonBox, QPushButton, QTabWidget, QWidget
from qgis.utils import iface, loadPlugin, startPlugin

FOLDER = Path(os.environ['ECORESTORE_WINDOW_FOLDER'])
SAMPLE = Path(os.environ['ECORESTORE_WINDOW_SAMPLE'])


class Session:
    """One step after another, each after the window had time to draw."""

    def __init__(self):
        self.found = {}
        self.dialog = None
        self.waited = 0

    def step(self, action, wait=1500):
        def guarded():
            try:
                action()
            except Exception:
                self.found['error'] = traceback.format_exc()
                self.leave()
        QTimer.singleShot(wait, guarded)

    def start(self):
        if QgsApplication.processingRegistry().providerById('ecorestore') is None:
            self.found['loaded'] = loadPlugin('ecorestore') and startPlugin('ecorestore')
        provider = QgsApplication.processingRegistry().providerById('ecorestore')
        self.found['tools'] = len(provider.algorithms())
        self.found['groups'] = sorted({a.group() for a in provider.algorithms()})
        layer = QgsRasterLayer(str(SAMPLE / 'landcover_2020.tif'), 'landcover')
        QgsProject.instance().addMapLayer(layer)
        self.step(self.open)

    def open(self):
        import processing
        self.dialog = processing.createAlgorithmDialog(
            'ecorestore:landcoverresistance',
            {'LANDCOVER': QgsProject.instance().mapLayersByName('landcover')[0].id(),
             'OUTPUT': str(FOLDER / 'resistance.tif')})
        self.dialog.resize(1000, 640)
        self.dialog.show()
        self.found['title'] = self.dialog.windowTitle()
        self.step(self.run, 2500)

    def run(self):
        self.dialog.grab().save(str(FOLDER / 'dialog.png'))
        button = self.dialog.findChild(QDialogButtonBox)
        pressed = [b for b in self.dialog.findChildren(QPushButton) if b.text().replace('&', '') in ('Run', '运行')]
        self.found['buttons'] = [b.text() for b in self.dialog.findChildren(QPushButton)] if not pressed else []
        (pressed[0] if pressed else button.buttons()[0]).click()
        self.step(self.wait, 1000)

    def wait(self):
        self.waited += 1
        loaded = [layer for layer in QgsProject.instance().mapLayers().values() if layer.name() != 'landcover']
        if not loaded and self.waited < 60:
            self.step(self.wait, 1000)
            return
        self.found['layers'] = [layer.name() for layer in loaded]
        self.found['renderer'] = loaded[0].renderer().type() if loaded else ''
        self.step(self.finish, 2000)

    def finish(self):
        self.dialog.grab().save(str(FOLDER / 'log.png'))
        self.dialog.close()
        toolbox = iface.mainWindow().findChild(QWidget, 'ProcessingToolbox')
        if toolbox is not None:
            toolbox.show()
        iface.mainWindow().grab().save(str(FOLDER / 'window.png'))
        self.leave()

    def leave(self):
        (FOLDER / 'found.json').write_text(json.dumps(self.found, ensure_ascii=False), encoding='utf-8')
        QgsProject.instance().clear()
        os._exit(0)


session = Session()
session.step(session.start, 3000)
_ = QTabWidget
