"""The cases of Omniscape, and the harness that runs a folder of them."""

import shutil

import numpy as np
import pytest

gdal = pytest.importorskip('osgeo.gdal')

from ecorestore.tests.conformance.omniscape_cases import (  # noqa: E402
    differences,
    expected_folder,
    maps_of,
    read_raster,
    read_settings,
    reclassified,
    run_omniscape,
)

COMPARED = {'config', 'config3', 'config_32bit', 'config_reclass'}
REFUSED = {'bad_compare_to_future', 'bad_comparison1', 'bad_comparison2', 'bad_config', 'bad_n_conditions', 'config7',
           'no_source_provided'}


@pytest.fixture(scope='module')
def folder(shared):
    folder = shared / 'conformance' / 'omniscape'
    if not folder.is_dir():
        pytest.skip('needs shared/conformance/omniscape')
    return folder


@pytest.fixture(scope='module')
def results(folder):
    return {case: (status, message) for case, status, message in run_omniscape(folder)}


def test_no_case_fails(results):
    assert {case for case, (status, _) in results.items() if status == 'failed'} == set()
    assert {case for case, (status, message) in results.items()
            if status == 'passed' and not message.startswith('refused')} >= COMPARED


def test_what_omniscape_refuses_is_refused(results):
    assert {case for case, (_, message) in results.items() if message.startswith('refused')} == REFUSED
    assert '2 values are zero' in results['config7'][1]


def test_what_is_ignored_is_said(results):
    assert 'ignored: bar, foo' in results['config3'][1]
    assert 'no such solver: wrong_solver_name' in results['config'][1]


def test_conditions_on_future_layers_equal_to_the_present(folder):
    """The future layers of these cases are the present ones, so that all give one map."""
    maps = [maps_of(folder, read_settings(folder / 'input' / f'config4{which}.ini')[0])[0] for which in 'abc']
    for other in maps[1:]:
        np.testing.assert_array_equal(other['cum_currmap'], maps[0]['cum_currmap'])


def test_current_within_the_conditions_is_less(folder):
    settings, _ = read_settings(folder / 'input' / 'config4a.ini')
    with_conditions, _ = maps_of(folder, settings)
    without, _ = maps_of(folder, {**settings, 'conditional': False})
    assert np.nansum(with_conditions['cum_currmap']) < 0.5 * np.nansum(without['cum_currmap'])


# The harness itself.

def test_harness_fails_what_differs(folder, tmp_path):
    for part in ('input', 'output_verify'):
        shutil.copytree(folder / part, tmp_path / part)
    path = tmp_path / 'output_verify' / 'test_reclass' / 'cum_currmap.asc'
    path.chmod(0o644)
    words = path.read_text().split()
    words[-1] = '9.5'
    path.write_text('\n'.join([' '.join(words[start:start + 2]) for start in range(0, 12, 2)] + [' '.join(words[12:])]))
    for stem in ('bad_config', 'config2', 'config3', 'config5'):
        (tmp_path / 'input' / f'{stem}.ini').chmod(0o644)
    (tmp_path / 'input' / 'bad_config.ini').write_text((folder / 'input' / 'config2.ini').read_text())
    (tmp_path / 'input' / 'config5.ini').write_text((folder / 'input' / 'config2.ini').read_text().replace(
        'resistance.asc', 'nothing.asc'))
    found = {case: (status, message) for case, status, message in run_omniscape(tmp_path)}
    assert found['config_reclass'][0] == 'failed' and found['bad_config'][0] == 'failed'
    assert found['config5'][0] == 'failed' and found['config2'][0] == 'skipped'


def test_differences_count_nodata_as_omniscape_does():
    expected, own = np.array([np.nan, 3.0, 4.0]), np.array([np.nan, 3.0, 4.5])
    with_nodata, on_data = differences(expected, own)
    assert on_data == pytest.approx(0.1) and with_nodata == pytest.approx(0.5 / 9999, rel=1e-3)
    assert differences(expected, np.array([1.0, 3.0, 4.0]))[0] == pytest.approx(1.0, rel=1e-3)


def test_reclassification(tmp_path):
    table = tmp_path / 'reclass.txt'
    table.write_text('1 3\n3 7\n5 "missing"\n')
    found = reclassified(np.array([1.0, 3.0, 5.0, 8.0]), table)
    np.testing.assert_array_equal(found, [3.0, 7.0, np.nan, 8.0])


def test_variants_share_expected_results(tmp_path):
    for name in ('test1', 'test4', 'test4b'):
        (tmp_path / 'output_verify' / name).mkdir(parents=True)
    names = [expected_folder(tmp_path, project) for project in ('test1_32bit', 'test4a', 'test4b', 'test9')]
    assert [path and path.name for path in names] == ['test1', 'test4', 'test4b', None]


def test_rasters_keep_all_digits(folder):
    values = read_raster(folder / 'input' / 'resistance.asc')
    assert values[0, 0] == 0.29243631 and np.isnan(values).sum() == 2
