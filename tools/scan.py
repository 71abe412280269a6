"""Runs the checks of the plugin repository on the built zip: bandit at every severity and detect-secrets.

Ends with 1 on any finding. Run by `make scan`, which builds the zip first.
"""

import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FORBIDDEN = {'.so', '.dll', '.pyd', '.dylib', '.sh', '.bat', '.exe', '.pyc'}


def newest_zip():
    """The zip that was built last."""
    found = sorted((ROOT / 'build').glob('ecorestore-*.zip'), key=lambda path: path.stat().st_mtime)
    if not found:
        sys.exit('scan: no zip in build/; run make package')
    return found[-1]


def bandit(folder):
    """Findings of bandit as lines; what it could not read counts too."""
    run = subprocess.run([sys.executable, '-m', 'bandit', '-r', '.', '-f', 'json', '-q'], cwd=folder,
                         capture_output=True, text=True)
    report = parsed(run)
    lines = [f'{found["filename"]}:{found["line_number"]} {found["test_id"]} {found["issue_severity"]} '
             f'{found["issue_text"]}' for found in report['results']]
    return lines + [f'{error["filename"]} {error["reason"]}' for error in report['errors']]


def secrets(folder):
    """Findings of detect-secrets as lines."""
    run = subprocess.run([sys.executable, '-m', 'detect_secrets', 'scan', '--all-files', '.'], cwd=folder,
                         capture_output=True, text=True)
    return [f'{name}:{found["line_number"]} {found["type"]}'
            for name, listed in parsed(run)['results'].items() for found in listed]


def forbidden(folder):
    """Files the repository flags by their kind."""
    return [f'{path.relative_to(folder)} must not be shipped' for path in sorted(folder.rglob('*'))
            if path.suffix in FORBIDDEN or path.name in ('__pycache__', '.git', '__MACOSX', 'tests')]


def parsed(run):
    """The JSON a scanner printed; a scanner that did not run is no clean result."""
    try:
        return json.loads(run.stdout)
    except json.JSONDecodeError:
        sys.exit(f'scan: {" ".join(run.args)} failed:\n{run.stdout}{run.stderr}')


def scan(archive):
    """All findings in a zip as lines."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(folder)
        folder = Path(folder)
        return bandit(folder) + secrets(folder) + forbidden(folder)


if __name__ == '__main__':
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else newest_zip()
    findings = scan(target)
    print('\n'.join([*findings, f'{target.name}: {len(findings)} findings']))
    sys.exit(1 if findings else 0)
