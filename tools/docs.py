"""Writes one page per tool, in English and Chinese, from the registered provider, so that pages cannot drift.

docs/tools/<tool>.html and docs/tools/zh/<tool>.html, with an index each. Run by `make docs`.
"""

import argparse
import re
import shutil
import subprocess
import sys
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / 'tools'))

from headless import provider_in_qgis  # noqa: E402

PAGE = '''<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>
<style>body{{font:16px/1.5 sans-serif;max-width:52em;margin:2em auto;padding:0 1em;color:#1d2b20}}
table{{border-collapse:collapse;width:100%}}td,th{{border:1px solid #cfd8d0;padding:.4em .6em;text-align:left;
vertical-align:top}}th{{background:#eef4ee}}code,pre{{background:#f3f5f3}}pre{{padding:.8em;overflow:auto}}</style>
</head><body>
{body}
</body></html>
'''


def rows(tr, definitions, optional):
    lines = []
    for d in definitions:
        name = f'<code>{escape(d.name())}</code>'
        default = '' if d.defaultValue() in (None, '') else escape(str(d.defaultValue()))
        if d.type() == 'enum':
            default += ' (' + escape(', '.join(d.options())) + ')'
        kind = escape(d.type()) + (', ' + tr('optional') if d.flags() & optional else '')
        lines.append(f'<tr><td>{name}</td><td>{escape(d.description())}<br>{escape(d.help())}</td><td>{kind}</td>'
                     f'<td>{default}</td></tr>')
    return '\n'.join(lines)


def page(algorithm, tr, optional, lang):
    text = re.sub(r'<h3>.*', '', algorithm.shortHelpString(), flags=re.S)
    inputs = [d for d in algorithm.parameterDefinitions() if not d.isDestination()]
    outputs = [d for d in algorithm.parameterDefinitions() if d.isDestination()]
    numbers = [d for d in algorithm.outputDefinitions() if d.type() == 'outputNumber']
    head = ''.join(f'<th>{escape(tr(word))}</th>' for word in ('Name', 'Meaning', 'Type', 'Default'))
    body = [f'<p><a href="index.html">EcoRestore</a> / {escape(algorithm.group())}</p>',
            f'<h1>{escape(algorithm.displayName())}</h1>', f'<p><code>ecorestore:{algorithm.name()}</code></p>', text,
            f'<h2>{escape(tr("Inputs"))}</h2><table><tr>{head}</tr>{rows(tr, inputs, optional)}</table>',
            f'<h2>{escape(tr("Outputs"))}</h2><table><tr>{head}</tr>{rows(tr, outputs, optional)}</table>']
    if numbers:
        listed = ''.join(f'<li><code>{escape(d.name())}</code> {escape(d.description())}</li>' for d in numbers)
        body.append(f'<ul>{listed}</ul>')
    required = [d for d in algorithm.parameterDefinitions() if not d.flags() & optional and d.defaultValue() is None]
    call = ' '.join(f'--{d.name()}=...' for d in required)
    body.append(f'<h2>{escape(tr("Command line"))}</h2><pre>qgis_process run ecorestore:{algorithm.name()} '
                f'{escape(call)}</pre>')
    return PAGE.format(lang=lang, title=escape(algorithm.displayName()), body='\n'.join(body))


def write(language, folder, lang):
    from qgis.core import QgsProcessingParameterDefinition
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    with provider_in_qgis(language) as provider:
        from ecorestore.algorithms.stages import STAGES
        from ecorestore.ecorestore_plugin.i18n import tr
        folder.mkdir(parents=True, exist_ok=True)
        index = ['<h1>EcoRestore</h1>']
        algorithms = provider.algorithms()
        for stage in [*STAGES, *sorted({a.groupId() for a in algorithms} - set(STAGES))]:
            members = [a for a in algorithms if a.groupId() == stage]
            if not members:
                continue
            index.append(f'<h2>{escape(members[0].group())}</h2><ul>')
            for algorithm in members:
                (folder / f'{algorithm.name()}.html').write_text(page(algorithm, tr, optional, lang), encoding='utf-8')
                index.append(f'<li><a href="{algorithm.name()}.html">{escape(algorithm.displayName())}</a> '
                             f'<code>{algorithm.name()}</code>: {escape(algorithm.shortDescription())}</li>')
            index.append('</ul>')
        (folder / 'index.html').write_text(PAGE.format(lang=lang, title='EcoRestore', body='\n'.join(index)),
                                           encoding='utf-8')
    print(folder, len(algorithms), 'pages')


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument('--out', type=Path, default=ROOT / 'docs' / 'tools', help='folder of the pages')
    options.add_argument('--language', help='only this language, such as zh_CN')
    chosen = options.parse_args()
    if chosen.language:
        chinese = chosen.language.startswith('zh')
        write(chosen.language, chosen.out / 'zh' if chinese else chosen.out, chosen.language[:2])
        return
    if chosen.out == ROOT / 'docs' / 'tools':
        shutil.rmtree(chosen.out, ignore_errors=True)
    # One QGIS per process: its language is set when it starts.
    for code in ('en_US', 'zh_CN'):
        subprocess.run([sys.executable, __file__, '--out', str(chosen.out), '--language', code], check=True)


if __name__ == '__main__':
    main()
