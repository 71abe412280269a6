"""Cost distance on the real land of Hunan, 500 m: GRASS r.cost and scikit-image, cell by cell.

GRASS has to be on the machine; scikit-image is asked in the benchmark environment (`make bench` builds it).
"""

import os
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.engine import LocalEngine
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.network.cost_distance import cumulative_resistance

gdal = pytest.importorskip('osgeo.gdal')
ROOT = Path(__file__).resolve().parent.parent.parent
# Scores by land-cover class, of the order of magnitude of the shipped table.
SCORES = {1: 40.0, 2: 1.0, 3: 5.0, 4: 20.0, 5: 60.0, 6: 80.0, 7: 70.0, 8: 100.0, 9: 10.0}
SOURCES = 25
GRASS = '''set -e
r.in.bin -d input={folder}/resistance.bin output=resistance bytes=8 anull=-9999 {bounds} --quiet
r.in.bin input={folder}/sources.bin output=sources bytes=4 anull=0 {bounds} --quiet
g.region raster=resistance
r.cost input=resistance start_raster=sources output=cost nearest=nearest --quiet
r.out.bin input=cost output={folder}/cost.bin bytes=8 null=-9999 --quiet
r.out.bin -i input=nearest output={folder}/nearest.bin bytes=4 null=0 --quiet
'''
SKIMAGE = '''import sys
import numpy as np
from skimage.graph import MCP_Geometric
resistance, sources = np.load(sys.argv[1] + '/resistance.npy'), np.load(sys.argv[1] + '/sources.npy')
cost, _ = MCP_Geometric(np.where(np.isnan(resistance), -1, resistance)).find_costs(np.argwhere(sources > 0).tolist())
np.save(sys.argv[1] + '/skimage.npy', cost)
'''


@pytest.fixture(scope='module')
def hunan(shared):
    """(resistance, sources, grid, our CumulativeResistance)"""
    from scipy import ndimage
    folder = shared / 'data' / 'hunan' / 'semisynthetic'
    if not (folder / 'landcover_500m.tif').is_file():
        pytest.skip('needs shared/data/hunan')
    classes, heights = (gdal.Open(str(folder / f'{name}_500m.tif')).ReadAsArray() for name in ('landcover', 'dem'))
    known = np.isin(classes, list(SCORES)) & (heights > -1000)
    resistance = np.full(classes.shape, np.nan)
    resistance[known] = np.vectorize(SCORES.get)(classes[known]) * (1 + np.maximum(heights[known], 0) / 1000)
    blocks, count = ndimage.label(ndimage.binary_erosion(known & (classes == 2), iterations=5))
    largest = 1 + np.argsort(-np.bincount(blocks.ravel(), minlength=count + 1)[1:], kind='stable')[:SOURCES]
    sources = np.zeros(classes.shape, np.int32)
    for number, block in enumerate(largest, start=1):
        sources[blocks == block] = number
    grid = Grid(classes.shape, (0.0, 500.0, 0.0, 0.0, 0.0, -500.0))
    return resistance, sources, grid, cumulative_resistance(resistance, sources, grid, engine=LocalEngine(1))


def assert_same_costs(expected, found):
    reached = np.isfinite(found)
    assert reached.sum() > 500_000 and np.array_equal(np.isfinite(expected), reached)
    assert np.abs(expected[reached] - found[reached]).max() <= 1e-9 * found[reached].max()


@pytest.mark.skipif(shutil.which('grass') is None, reason='needs GRASS (apt install grass-core)')
def test_grass_r_cost(hunan, tmp_path):
    resistance, sources, grid, found = hunan
    rows, columns = grid.shape
    np.where(np.isnan(resistance), -9999, resistance).tofile(tmp_path / 'resistance.bin')
    sources.tofile(tmp_path / 'sources.bin')
    script = tmp_path / 'run.sh'
    script.write_text(GRASS.format(
        folder=tmp_path, bounds=f'north={rows} south=0 east={columns} west=0 rows={rows} cols={columns}'))
    done = subprocess.run(['grass', '--tmp-location', 'XY', '--exec', 'bash', str(script)], capture_output=True,
                          text=True, timeout=300)
    if done.returncode:
        pytest.fail(done.stderr[-1000:])
    cost = np.fromfile(tmp_path / 'cost.bin').reshape(grid.shape)
    assert_same_costs(np.where(cost < 0, np.inf, cost) * grid.cell_width, np.nan_to_num(found.cost, nan=np.inf))
    nearest = np.fromfile(tmp_path / 'nearest.bin', np.int32).reshape(grid.shape)
    # Where two sources are equally near, the two may differ.
    assert np.count_nonzero(nearest != found.allocation) <= 1e-4 * np.count_nonzero(found.allocation)


def test_scikit_image(hunan, tmp_path):
    resistance, sources, grid, found = hunan
    python = Path(os.environ.get('ECORESTORE_BENCH', ROOT / '.bench')) / 'bin' / 'python'
    if not python.exists():
        pytest.skip('needs the benchmark environment with scikit-image (make bench)')
    np.save(tmp_path / 'resistance.npy', resistance)
    np.save(tmp_path / 'sources.npy', sources)
    done = subprocess.run([str(python), '-c', SKIMAGE, str(tmp_path)], capture_output=True, text=True, timeout=300)
    if done.returncode:
        pytest.fail(done.stderr[-1000:])
    assert_same_costs(np.load(tmp_path / 'skimage.npy') * grid.cell_width, np.nan_to_num(found.cost, nan=np.inf))
