"""What a check found: sentences with values, so that they can be translated and counted."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import EcoRestoreError

SEVERITIES = ('error', 'warning', 'note')


class Words(EcoRestoreError):  # noqa: N818, never raised
    """A sentence of a finding; reported, never raised. ``Words('template {n}', n=3)``."""


NOTHING = Words('')


@dataclass(frozen=True)
class Finding:
    """One problem of one layer.

    Attributes
    ----------
    layer : name of the layer or table
    check : what was checked: crs, grid, nodata, range, codes, geometry, unit_code, parent_code, fields, encoding,
        readable, expected
    severity : error (a tool will refuse or give wrong results), warning (look at it), note (good to know)
    message, fix : Words
    place : first cell or feature
    count : cells or features concerned
    """

    layer: str
    check: str
    severity: str
    message: Words
    fix: Words = NOTHING
    place: str = ''
    count: int = 1


def by_layer(findings):
    """Layer by layer, the worst layers first, errors before warnings before notes in each."""
    worst, place = {}, {}
    for finding in findings:
        rank = SEVERITIES.index(finding.severity)
        worst[finding.layer] = min(worst.get(finding.layer, rank), rank)
        place.setdefault(finding.layer, len(place))
    return sorted(findings, key=lambda finding: (worst[finding.layer], place[finding.layer],
                                                 SEVERITIES.index(finding.severity)))


def count_of(findings, severity):
    return sum(finding.severity == severity for finding in findings)
