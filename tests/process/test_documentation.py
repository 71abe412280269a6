"""The commands of the documentation do what the page says, on the plan of a small sample area."""

import re
import subprocess
import sys
from pathlib import Path

import plan
import pytest
from osgeo import gdal, ogr
from plan_checks import unit_codes
from qgis_run import ROOT, executable

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'qgis'))

from database import running_server  # noqa: E402

PAGES = ('shared_data.md', 'shared_data.zh-CN.md')
MONITORING = ('monitoring.md', 'monitoring.zh-CN.md')
TUTORIALS = ('tutorial.md', 'tutorial.zh-CN.md')


def commands(page):
    """The bash blocks of a page, one after the other."""
    return '\n'.join(re.findall(r'```bash\n(.*?)```', (ROOT / 'docs' / page).read_text(encoding='utf-8'), re.S))


def office_commands(page):
    """The commands on a server, which a page shows with the prompt before them."""
    return '\n'.join(line[2:] for line in (ROOT / 'docs' / page).read_text(encoding='utf-8').splitlines()
                     if line.startswith('$ qgis_process'))


@pytest.mark.parametrize('pages, read, count', [
    (PAGES, commands, 13), (PAGES, office_commands, 12), (MONITORING, commands, 8), (TUTORIALS, commands, 7)])
def test_both_languages_run_the_same_commands(pages, read, count):
    one, other = map(read, pages)
    assert one == other and one.count('qgis_process run') == count


def test_the_tutorial_runs_as_printed(qgis, tmp_path):
    """Sample area to report, map and atlas, by nothing but the commands of the page."""
    follow(commands(TUTORIALS[0]), tmp_path, qgis.environment)
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
    environment = dict(qgis.environment, PLAN=str(made / 'plan.gpkg'), CRS='EPSG:4547', COUNTY=county,
                       DEM=str(plan.inputs(sample)['DEM']))
    follow(commands(PAGES[0]), here, environment)
    return here, county, environment


def follow(script, here, environment):
    done = subprocess.run(['bash', '-c', f'set -e\nqgis_process() {{ {executable()} "$@"; }}\n{script}'], cwd=here,
                          env=environment, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout + done.stderr


def rows(path, layer=None):
    dataset = ogr.Open(str(path))
    source = dataset.GetLayerByName(layer) if layer else dataset.GetLayer(0)
    return [feature.items() for feature in source]


def test_a_county_sees_its_own_row(followed):
    here, county, _ = followed
    assert [row['unit_code'] for row in rows(here / 'county.gpkg')] == [county]


def test_duties_add_up_to_the_levels(followed):
    here, *_ = followed
    duties, levels = rows(here / 'duties.csv'), rows(here / 'levels.csv')
    paid = sum(float(row['cost_wan']) for row in duties)
    assert paid > 0 and sum(float(row['amount_wan']) for row in levels) == pytest.approx(paid)
    assert paid == pytest.approx(sum(row['need_wan'] for row in rows(here / 'summary.gpkg')))


def test_the_limits_say_what_holds_the_plan_back(followed):
    prices = {row['constraint']: float(row['shadow_price']) for row in rows(followed[0] / 'limits.csv')}
    assert prices['budget'] > 0 and prices['gap'] > 0


def test_accounts_add_up_to_what_the_province_adds(followed):
    here, *_ = followed
    total = next(row for row in rows(here / 'balance.csv') if row['service'] == 'total')
    assert sum(row['net_wan'] for row in rows(here / 'accounts.gpkg')) == pytest.approx(float(total['provincial_wan']))


def test_the_store_holds_what_was_imported(followed):
    here, *_ = followed
    assert len(rows(here / 'store.gpkg', 'store_imports')) == 6
    assert len(rows(here / 'store.gpkg', 'collaborative_units')) == len(rows(here / 'units.gpkg'))
    assert (here / 'store.qgz').stat().st_size > 1000 and (here / 'standard.html').stat().st_size > 1000


def test_a_county_sees_its_own_row_on_a_server(followed):
    """The same data in a running PostgreSQL: the login decides, not the query."""
    here, county, environment = followed
    profile = Path(environment['QGIS_CUSTOM_CONFIG_PATH']) / 'profiles' / 'default' / 'QGIS' / 'QGIS3.ini'
    with running_server() as server:
        if server is None:
            pytest.skip('no PostgreSQL server is installed')
        for name, user in (('keeper', 'keeper'), ('province', 'province_office'), ('county', 'county_office')):
            server.remember_in(profile, user, name)
        follow(office_commands(PAGES[0]), here, environment)
        audited = server.ask("SELECT person, count(*) FROM ecorestore.audit WHERE layer = 'funding' GROUP BY person")
    every = rows(here / 'funding.gpkg')
    assert len(rows(here / 'province_sees.gpkg')) == len(every) > 1
    assert [row['unit_code'] for row in rows(here / 'county_sees.gpkg')] == [county]
    mine = {row['cu_id'] for row in rows(here / 'duties.csv') if row['unit_code'] == county}
    assert {str(row['cu_id']) for row in rows(here / 'county_duties.gpkg')} == mine and mine
    assert audited == [('province_office', len(every))]
    assert (here / 'office.qgz').stat().st_size > 1000


def test_monitoring_from_two_dates_to_a_grade(qgis, sample, tmp_path):
    follow(commands(MONITORING[0]), tmp_path, dict(qgis.environment, SAMPLE=str(sample)))
    found = {row['indicator']: row for row in rows(tmp_path / 'whole.gpkg')}
    assert found['vegetation cover of core patches']['n_treated'] == found['vegetation cover of core patches'][
        'n_control'] > 100
    # 820 to 1450 in ten years; 196 of 200 samples.
    assert found['ecological product value realised']['annual'] == pytest.approx(100 * ((1450 / 820) ** 0.1 - 1))
    assert found['safe drinking water']['value'] == pytest.approx(98)
    details = {row['indicator']: row for row in rows(tmp_path / 'details.csv')}
    assert float(details['safe drinking water']['fulfilment']) == pytest.approx(1)
    cover = found['vegetation cover of core patches']['value']
    assert float(details['vegetation cover of core patches']['fulfilment']) == pytest.approx(100 * cover / 85)
    assert 'svg' in (tmp_path / 'evaluation.html').read_text(encoding='utf-8')
