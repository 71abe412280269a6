"""The whole plan on real counties: every county receives a zone, with the shared folder beside the checkout."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / 'tools'), str(ROOT / 'tests' / 'process')]


@pytest.mark.slow
@pytest.mark.parametrize(('region', 'counties'), [('hunan', 122), ('bth', 199)])
def test_all_counties_receive_a_zone(shared, tmp_path, region, counties):
    import plan
    from plan_checks import check_barriers, check_files, check_funding, check_network, check_zones, unit_codes
    done = subprocess.run(['/usr/bin/python3', str(ROOT / 'tools' / 'demo.py'), '--data',
                           str(shared / 'data' / region), '--out', str(tmp_path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    check_files(tmp_path)
    units = unit_codes(tmp_path / 'input')
    assert len(units) == counties
    check_zones(tmp_path, units)
    check_network(tmp_path)
    check_barriers(tmp_path)
    check_funding(tmp_path, plan.SETTINGS[region]['BUDGET'], plan.SETTINGS[region]['SOCIAL'])
    report = (tmp_path / 'report.html').read_text(encoding='utf-8')
    assert all(word in report for word in ('semi-synthetic', 'assumed', 'real'))
    assert 'semi-synthetic' in done.stdout
    if region == 'bth':
        check_against_the_study(tmp_path)


def check_against_the_study(folder):
    """What the published study of the region describes and this data can show; the rest is in docs/examples."""
    from compare_paper import comparisons, read
    found = {(row.topic, row.paper.split()[0]): row.verdict for row in comparisons(*read(folder))}
    assert found['matching types', 'All'] != 'differs' and found['zones', 'Six'] != 'differs'
    alike = (('coverage', 'The'), ('surplus', 'More'), ('demand', 'High'), ('food supply', 'High'),
             ('carbon supply', 'High'), ('recreation supply', 'High'), ('resilience', 'High'), ('resilience', 'Low'))
    assert {found[key] for key in alike} == {'agrees'}
