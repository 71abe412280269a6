"""The commands of the documentation do what the page says, on the plan of a small sample area."""

import re
import subprocess

import plan
import pytest
from osgeo import gdal, ogr
from plan_checks import unit_codes
from qgis_run import ROOT, executable

PAGES = ('shared_data.md', 'shared_data.zh-CN.md')
TUTORIALS = ('tutorial.md', 'tutorial.zh-CN.md')


def commands(page):
    """The bash blocks of a page, one after the other."""
    return '\n'.join(re.findall(r'```bash\n(.*?)```', (ROOT / 'docs' / page).read_text(encoding='utf-8'), re.S))


@pytest.mark.parametrize('pages, count', [(PAGES, 13), (TUTORIALS, 7)])
def test_both_languages_run_the_same_commands(pages, count):
    one, other = map(commands, pages)
    assert one == other and one.count('qgis_process run') == count


def test_the_tutorial_runs_as_printed(qgis, tmp_path):
    """Sample area to report, map and atlas, by nothing but the commands of the page."""
    script = f'set -e\nqgis_process() {{ {executable()} "$@"; }}\n{commands(TUTORIALS[0])}'
    done = subprocess.run(['bash', '-c', script], cwd=tmp_path, env=qgis.environment, capture_output=True, text=True,
                          timeout=1200)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    report = (tmp_path / 'report.html').read_text(encoding='utf-8')
    units = sorted(unit_codes(tmp_path / 'sample'))
    assert all(f'<td>{code}</td>' in report for code in units)
    pages = gdal.Open(str(tmp_path / 'atlas.pdf')).GetMetadata('SUBDATASETS')
    assert len(pages) == 2 * len(units)
    assert (tmp_path / 'map.pdf').stat().st_size > 10000


@pytest.fixture(scope='module')
def followed(qgis, sample, tmp_path_factory):
    """The folder in which the commands ran."""
    made, here = tmp_path_factory.mktemp('计划'), tmp_path_factory.mktemp('共享')
    (made / 'rasters').mkdir()
    qgis.run('ecorestore:full_plan', **{**plan.inputs(sample), 'MIN_AREA': 100, 'BUDGET': 2000, 'SOCIAL': 500},
             **plan.outputs(made))
    county = sorted(unit_codes(sample))[0]
    script = f'set -e\nqgis_process() {{ {executable()} "$@"; }}\n{commands(PAGES[0])}'
    environment = dict(qgis.environment, PLAN=str(made / 'plan.gpkg'), CRS='EPSG:4547', COUNTY=county)
    done = subprocess.run(['bash', '-c', script], cwd=here, env=environment, capture_output=True, text=True,
                          timeout=900)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return here, county


def rows(path, layer=None):
    dataset = ogr.Open(str(path))
    source = dataset.GetLayerByName(layer) if layer else dataset.GetLayer(0)
    return [feature.items() for feature in source]


def test_a_county_sees_its_own_row(followed):
    here, county = followed
    assert [row['unit_code'] for row in rows(here / 'county.gpkg')] == [county]


def test_duties_add_up_to_the_levels(followed):
    here, _ = followed
    duties, levels = rows(here / 'duties.csv'), rows(here / 'levels.csv')
    paid = sum(float(row['cost_wan']) for row in duties)
    assert paid > 0 and sum(float(row['amount_wan']) for row in levels) == pytest.approx(paid)


def test_accounts_add_up_to_what_the_province_adds(followed):
    here, _ = followed
    total = next(row for row in rows(here / 'balance.csv') if row['service'] == 'total')
    assert sum(row['net_wan'] for row in rows(here / 'accounts.gpkg')) == pytest.approx(float(total['provincial_wan']))


def test_the_store_holds_what_was_imported(followed):
    here, _ = followed
    assert len(rows(here / 'store.gpkg', 'store_imports')) == 6
    assert len(rows(here / 'store.gpkg', 'collaborative_units')) == len(rows(here / 'units.gpkg'))
    assert (here / 'store.qgz').stat().st_size > 1000 and (here / 'standard.html').stat().st_size > 1000
