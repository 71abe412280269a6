"""Sample data, alignment and checks as a user runs them."""

import csv
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsRasterLayer, QgsVectorLayer

from ecorestore.ecorestore_plugin.core.sample.catalogue import LAYERS, RASTERS
from ecorestore.ecorestore_plugin.qgis_io.raster import grid_of, read_band

CRS = 'EPSG:32650'
SMALL = {'ROWS': 130, 'COLUMNS': 140, 'CELL': 250.0}


@pytest.fixture
def sample(run_tool, tmp_path):
    folder = tmp_path / '示例 数据'
    return folder, run_tool('sampledata', FOLDER=str(folder), **SMALL)


# sampledata

def test_the_sample_folder_is_complete_and_labelled(sample):
    folder, run = sample
    assert {path.name for path in folder.iterdir()} == {f'{name}.tif' for name in RASTERS} | {
        'sample.gpkg', 'provenance.csv', 'README.txt'}
    assert run['COUNTIES'] == 24
    grids = {}
    for name in RASTERS:
        layer = QgsRasterLayer(str(folder / f'{name}.tif'), name)
        grids[name] = grid_of(layer, name)
        assert 'SYNTHETIC sample' in layer.bandName(1)
        assert np.isfinite(read_band(layer)).sum() == run['LAND_CELLS']
        assert layer.crs().authid() == 'EPSG:4547'
    assert all(not grids['dem'].difference(grid) for grid in grids.values())
    with open(folder / 'provenance.csv', encoding='utf-8', newline='') as source:
        rows = list(csv.DictReader(source))
    assert {row['layer'] for row in rows} == set(RASTERS) | set(LAYERS)
    assert {row['status'] for row in rows} == {'synthetic'}
    assert 'SYNTHETIC' in (folder / 'README.txt').read_text(encoding='utf-8')


def test_the_sample_layers_are_valid_and_cover_the_rasters(sample):
    folder, run = sample
    units = QgsVectorLayer(f'{folder}/sample.gpkg|layername=units', 'units', 'ogr')
    assert units.featureCount() == 24 and units.crs().authid() == 'EPSG:4547'
    assert all(feature.geometry().isGeosValid() for feature in units.getFeatures())
    area = sum(feature.geometry().area() for feature in units.getFeatures())
    assert area == pytest.approx(run['LAND_CELLS'] * 250.0 ** 2, rel=0.01)
    assert 'SYNTHETIC' in units.metadata().abstract() or 'SYNTHETIC' in units.dataComment()
    for name in ('roads', 'rivers', 'towns'):
        layer = QgsVectorLayer(f'{folder}/sample.gpkg|layername={name}', name, 'ogr')
        assert layer.isValid() and layer.featureCount() > 0
        assert all(feature.geometry().isGeosValid() for feature in layer.getFeatures())


def test_a_cancelled_sample_leaves_nothing(run_tool, tmp_path):
    folder = tmp_path / 'cancelled'
    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda value: feedback.cancel() if value >= 20 else None)
    run_tool('sampledata', feedback=feedback, FOLDER=str(folder), **SMALL)
    assert not folder.exists()
