"""The main job from input layers to a restoration plan, on the sample study area or on a data folder.

    python tools/demo.py [--data FOLDER] [--out FOLDER]

Runs the shipped model full_plan with qgis_process and leaves in the output folder a GeoPackage with all vector
results and their styles, GeoTIFFs, the report and the map in English and Chinese, and a run record.
"""

import argparse
import csv
import hashlib
import json
import shutil
import subprocess
import sys
import time
from datetime import datetime, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / 'tools'))

import plan  # noqa: E402
from qgis_run import Qgis  # noqa: E402


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument('--data', type=Path, help='a data folder such as ../shared/data/hunan')
    options.add_argument('--out', type=Path, help='where the results go (default: build/demo or build/demo-<data>)')
    chosen = options.parse_args()
    if chosen.data is not None and not chosen.data.is_dir():
        raise SystemExit(f'{chosen.data} is no folder.')
    name = chosen.data.resolve().name if chosen.data else ''
    out = (chosen.out or ROOT / 'build' / ('demo-' + name if name else 'demo')).resolve()
    # Only what an earlier run wrote is removed.
    for old in ('input', 'rasters', *plan.FILES):
        path = out / old
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    (out / 'rasters').mkdir(parents=True, exist_ok=True)

    qgis = Qgis()
    print('1/3 input layers', flush=True)
    if chosen.data:
        subprocess.run([sys.executable, str(ROOT / 'tools' / 'real_data.py'), str(chosen.data), str(out / 'input')],
                       check=True)
    else:
        qgis.run('ecorestore:sampledata', FOLDER=out / 'input')

    print('2/3 full_plan', flush=True)
    started, clock = datetime.now(timezone.utc), time.monotonic()
    inputs = plan.inputs(out / 'input', name)
    outputs = plan.outputs(out)
    answer = qgis.run('ecorestore:full_plan', timeout=7200, **inputs, **outputs)
    seconds = time.monotonic() - clock

    print('3/3 report and map in Chinese', flush=True)
    for tool, parameters in plan.in_chinese(out, inputs, name):
        qgis.run(tool, **parameters)
    write_record(out, started, seconds, inputs, outputs, answer)
    tell(out, seconds)


def write_record(out, started, seconds, inputs, outputs, answer):
    """Everything needed to repeat or audit the plan."""
    def fingerprint(value):
        path = Path(str(value).split('|')[0])
        if not path.is_file():
            return str(value)
        return {'file': str(path), 'sha256': hashlib.sha256(path.read_bytes()).hexdigest()}

    record = {
        'model': 'ecorestore:full_plan', 'started': started.isoformat(timespec='seconds'),
        'seconds': round(seconds, 1),
        'versions': {key: answer[key] for key in answer if key.endswith('_version')},
        'inputs': {key: [fingerprint(item) for item in value] if isinstance(value, list) else fingerprint(value)
                   for key, value in inputs.items()},
        'outputs': {key: str(value) for key, value in outputs.items()},
        'log': answer.get('log', {}),
    }
    (out / 'run_record.json').write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding='utf-8')


def tell(out, seconds):
    """Says what was written, on what data, and the headline numbers."""
    print(f'\nfull_plan took {seconds:.0f} s. Written to {out}:')
    for path in sorted(path for path in out.rglob('*') if path.is_file()):
        if 'input' not in path.relative_to(out).parts and path.suffix not in ('.qml', '.xml'):
            print(f'  {path.relative_to(out)}  {path.stat().st_size / 1e6:.2f} MB')
    with (out / 'input' / 'provenance.csv').open(encoding='utf-8-sig', newline='') as stream:
        counts = {}
        for row in csv.DictReader(stream):
            counts[row['status']] = counts.get(row['status'], 0) + 1
    print('Inputs: ' + ', '.join(f'{count} {status}' for status, count in counts.items()))
    print('Headline numbers:')
    for key, value in json.loads((out / 'headlines.json').read_text(encoding='utf-8')).items():
        print(f'  {key}: {round(value, 2) if isinstance(value, float) else value}')


if __name__ == '__main__':
    main()
