"""Costs along a climate gradient against r.walk of GRASS, cell by cell. Needs GRASS on the machine."""

import shutil
import subprocess

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.network.climate import gradient_graph
from ecorestore.ecorestore_plugin.core.network.cost_distance import cost_distance

SCRIPT = '''set -e
r.in.gdal -o input={folder}/friction.asc output=friction
r.in.gdal -o input={folder}/climate.asc output=climate
g.region raster=friction
r.walk elevation=climate friction=friction output=walk start_coordinates=50,3950 slope_factor=1 lambda=1 \\
  walk_coeff=1,{rising},-{falling},-{falling}
r.out.gdal -c input=walk output={folder}/walk.asc format=AAIGrid type=Float64 createopt=DECIMAL_PRECISION=6
'''


def write(path, values):
    header = f'ncols {values.shape[1]}\nnrows {values.shape[0]}\nxllcorner 0\nyllcorner 0\ncellsize 100\n'
    np.savetxt(path, values, '%.4f', header=header.strip(), comments='')


@pytest.mark.skipif(shutil.which('grass') is None, reason='needs GRASS')
@pytest.mark.parametrize(('falling', 'rising'), [(500, 500), (300, 900)])
def test_r_walk_with_the_climate_as_elevation(tmp_path, falling, rising):
    rng = np.random.default_rng(1)
    friction = rng.integers(1, 30, (40, 40)).astype(float)
    climate = np.round(np.cumsum(rng.normal(0, 1, (40, 40)), axis=1), 2)
    write(tmp_path / 'friction.asc', friction)
    write(tmp_path / 'climate.asc', climate)
    script = tmp_path / 'walk.sh'
    script.write_text(SCRIPT.format(folder=tmp_path, falling=falling, rising=rising), encoding='ascii')
    done = subprocess.run(['grass', '--tmp-location', 'XY', '--exec', 'bash', str(script)], capture_output=True,
                          text=True, timeout=120)
    if done.returncode:
        pytest.fail(done.stderr[-1000:])
    lines = (tmp_path / 'walk.asc').read_text(encoding='ascii').splitlines()
    expected = np.array([line.split() for line in lines if not line[0].isalpha()], dtype=float)
    graph = gradient_graph(friction, climate, Grid((40, 40), (0, 100, 0, 4000, 0, -100)), falling, rising)
    found = cost_distance(graph, np.array([0])).reshape(40, 40)
    # GRASS adds up in single precision.
    assert found == pytest.approx(expected, rel=1e-6, abs=0.01)
