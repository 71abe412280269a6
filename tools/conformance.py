"""Compares with the expected results of another system: `make conformance SUITE=name DIR=folder`.

Prints a line per case with what was compared and the largest difference, and closes with the counts. The exit status
is 1 when a case fails or none was found.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / 'tools'), str(ROOT / 'tests' / 'conformance')]

from headless import register_package  # noqa: E402


def circuitscape(folder):
    from circuitscape_cases import run_circuitscape
    return run_circuitscape(folder)


def cost(folder):
    from cost_cases import run_cost
    return run_cost(folder)


def invest(folder):
    from invest_cases import run_invest
    return run_invest(folder)


def mspa(folder):
    from mspa_cases import run_mspa
    return run_mspa(folder)


def omniscape(folder):
    from omniscape_cases import run_omniscape
    return run_omniscape(folder)


def pysal(folder):
    from pysal_cases import run_pysal
    return run_pysal(folder)


SUITES = {'circuitscape': circuitscape, 'cost': cost, 'invest': invest, 'mspa': mspa, 'omniscape': omniscape,
          'pysal': pysal}


def main(suite, folder):
    if suite not in SUITES:
        raise SystemExit(f'No suite {suite!r} yet; there is: {", ".join(SUITES)}.')
    if not Path(folder).is_dir():
        raise SystemExit(f'{folder!r} is no folder.')
    register_package()
    counts = {'passed': 0, 'failed': 0, 'skipped': 0}
    for case, status, message in SUITES[suite](Path(folder)):
        counts[status] += 1
        print(f'{status:8}{case}: {message}', flush=True)
    print(f'{counts["passed"]} passed, {counts["failed"]} failed, {counts["skipped"]} skipped')
    return 1 if counts['failed'] or not counts['passed'] else 0


if __name__ == '__main__':
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    sys.exit(main(*sys.argv[1:]))
