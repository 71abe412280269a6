"""The findings of a quality check as table columns and as a page."""

from __future__ import annotations

from html import escape

from ..core.errors import TableError
from ..core.prepare.findings import SEVERITIES, by_layer, count_of
from ..i18n import mark, tr
from .report import CSS, FONT

SEVERITY_WORDS = {'error': mark('error'), 'warning': mark('warning'), 'note': mark('note')}
COLOURS = {'error': '#c8443c', 'warning': '#e39a2d', 'note': '#6b9ac4'}


def finding_columns(findings, sources=None):
    """Columns of the findings table, its sentences in the user's language.

    Parameters
    ----------
    findings : list of Finding in the order in which they are to be worked through
    sources : dict of layer name -> (kind, where it is stored)
    """
    known = [(sources or {}).get(f.layer, ('', '')) for f in findings]
    return {'number': list(range(1, len(findings) + 1)), 'layer': [f.layer for f in findings],
            'kind': [kind for kind, _ in known], 'check': [f.check for f in findings],
            'severity': [f.severity for f in findings], 'place': [f.place for f in findings],
            'count': [int(f.count) for f in findings], 'message': [_say(f.message) for f in findings],
            'fix': [_say(f.fix) for f in findings], 'source': [source for _, source in known],
            'done': [False] * len(findings)}


def check_page(findings, checked):
    """HTML without scripts or network.

    Parameters
    ----------
    findings : list of Finding, layer by layer
    checked : names of all layers that were looked at
    """
    title = tr('Quality check of the inputs')
    errors, warnings = count_of(findings, 'error'), count_of(findings, 'warning')
    verdict = (tr('The data cannot be used as they are.') if errors else
               tr('The data can be used; look at the warnings first.') if warnings else
               tr('No problems were found.'))
    cards = ''.join(f'<div class="card"><b>{count_of(findings, severity)}</b>'
                    f'<span>{escape(tr(SEVERITY_WORDS[severity]))}</span></div>' for severity in SEVERITIES)
    layers = list(dict.fromkeys(f.layer for f in findings))
    sections = ''.join(_section(layer, [(number, f) for number, f in enumerate(findings, start=1) if f.layer == layer])
                       for layer in layers)
    clean = [name for name in checked if name not in layers]
    if clean:
        sections += f'<p>{escape(tr("Without findings: {names}.", names=", ".join(clean)))}</p>\n'
    return ('<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
            f'<title>{escape(title)}</title><style>{CSS.replace("FONT", FONT)}</style></head>\n<body>\n'
            f'<h1>{escape(title)}</h1>\n<p>{escape(verdict)}</p>\n<div class="cards">{cards}</div>\n{sections}'
            f'<p class="soft">{escape(tr("Layers checked: {names}.", names=", ".join(checked) or "-"))}</p>\n'
            '</body></html>\n')


def _section(layer, numbered):
    """The findings of one layer under its name."""
    header = ''.join(f'<th>{escape(text)}</th>' for text in (
        '#', tr('Severity'), tr('Check'), tr('Place'), tr('Number'), tr('Finding'), tr('What to do')))
    rows = ''.join(
        f'<tr><td>{number}</td><td><span class="key" style="background:{COLOURS[f.severity]}"></span>'
        f'{escape(tr(SEVERITY_WORDS[f.severity]))}</td>'
        + ''.join(f'<td>{escape(str(text))}</td>' for text in (
            f.check, f.place, f.count, _say(f.message), _say(f.fix))) + '</tr>' for number, f in numbered)
    return (f'<h2>{escape(layer)}</h2>\n<table><thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table>\n')


def _say(words):
    return tr(words.template, **words.values) if words.template else ''


def tell_findings(job, findings, name, check_only):
    """Writes the findings of an import; the files stay where it is refused.

    Raises
    ------
    TableError : one of them is an error, and the import is to be done
    """
    errors = count_of(findings, 'error')
    job.write_table('FINDINGS', finding_columns(by_layer(findings)))
    if job.given('REPORT'):
        job.write_text('REPORT', check_page(by_layer(findings), [name]))
    if not errors:
        return
    if check_only:
        job.warn(tr('{errors} errors: an import would be refused.', errors=errors))
        return
    first = next(finding for finding in findings if finding.severity == 'error')
    raise TableError('{name} does not meet the data standard: {errors} errors, nothing was imported. The first: '
                     '{message} (row {place}). Run with Check only for the whole list.', name=name, errors=errors,
                     message=tr(first.message.template, **first.message.values), place=first.place or '-')
