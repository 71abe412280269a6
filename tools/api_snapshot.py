"""Writes tests/data/api_snapshot.json: ids, parameters and outputs that saved models rely on.

Run with the test environment after a deliberate addition and review the difference before committing it.
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / 'tests'), str(ROOT / 'tools')]

from headless import provider_in_qgis  # noqa: E402


def main():
    with provider_in_qgis() as provider:
        import importlib.util
        spec = importlib.util.spec_from_file_location('sweep', ROOT / 'tests' / 'qgis' / 'test_provider.py')
        sweep = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sweep)
        text = json.dumps(sweep.api(provider), indent=1, sort_keys=True)
    (ROOT / 'tests' / 'data' / 'api_snapshot.json').write_text(text + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
