"""The findings of a quality check as table columns and as a page."""

from __future__ import annotations

from html import escape

from ..core.prepare.findings import SEVERITIES, count_of
from ..i18n import mark, tr
from .report import CSS, FONT

SEVERITY_WORDS = {'error': mark('error'), 'warning': mark('warning'), 'note': mark('note')}
COLOURS = {'error': '#c8443c', 'warning': '#e39a2d', 'note': '#6b9ac4'}


def finding_columns(findings):
    """Columns of the findings table, its sentences in the user's language."""
    return {'layer': [f.layer for f in findings], 'check': [f.check for f in findings],
            'severity': [f.severity for f in findings], 'place': [f.place for f in findings],
            'count': [int(f.count) for f in findings], 'message': [_say(f.message) for f in findings],
            'fix': [_say(f.fix) for f in findings]}


def check_page(findings, checked):
    """HTML without scripts or network.

    Parameters
    ----------
    findings : list of Finding, worst first
    checked : names of all layers that were looked at
    """
    title = tr('Quality check of the inputs')
    errors, warnings = count_of(findings, 'error'), count_of(findings, 'warning')
    verdict = (tr('The data cannot be used as they are.') if errors else
               tr('The data can be used; look at the warnings first.') if warnings else
               tr('No problems were found.'))
    cards = ''.join(f'<div class="card"><b>{count_of(findings, severity)}</b>'
                    f'<span>{escape(tr(SEVERITY_WORDS[severity]))}</span></div>' for severity in SEVERITIES)
    header = ''.join(f'<th>{escape(text)}</th>' for text in (
        tr('Severity'), tr('Layer'), tr('Check'), tr('Place'), tr('Number'), tr('Finding'), tr('What to do')))
    rows = ''.join(
        f'<tr><td><span class="key" style="background:{COLOURS[f.severity]}"></span>'
        f'{escape(tr(SEVERITY_WORDS[f.severity]))}</td>'
        + ''.join(f'<td>{escape(str(text))}</td>' for text in (
            f.layer, f.check, f.place, f.count, _say(f.message), _say(f.fix))) + '</tr>' for f in findings)
    table = f'<table><thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table>' if findings else ''
    return ('<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
            f'<title>{escape(title)}</title><style>{CSS.replace("FONT", FONT)}</style></head>\n<body>\n'
            f'<h1>{escape(title)}</h1>\n<p>{escape(verdict)}</p>\n<div class="cards">{cards}</div>\n{table}\n'
            f'<p class="soft">{escape(tr("Layers checked: {names}.", names=", ".join(checked) or "-"))}</p>\n'
            '</body></html>\n')


def _say(words):
    return tr(words.template, **words.values) if words.template else ''
