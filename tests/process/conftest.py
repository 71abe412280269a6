"""qgis_process as a planner or a script calls it, with this checkout as the plugin."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / 'tools'))


@pytest.fixture(scope='session')
def qgis(tmp_path_factory):
    from qgis_run import Qgis
    return Qgis(tmp_path_factory.mktemp('qgis'))


@pytest.fixture(scope='session')
def sample(qgis, tmp_path_factory):
    """A small synthetic study area in a folder whose name is neither ASCII nor free of spaces and dots."""
    folder = tmp_path_factory.mktemp('样本') / '测试 数据.v1'
    qgis.run('ecorestore:sampledata', FOLDER=folder, ROWS=160, COLUMNS=160)
    return folder
