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
    check : what was checked: crs, grid, nodata, range, codes, geometry, unit_code, parent_code, fields, readable
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


def by_severity(findings):
    """Errors first, then warnings, then notes; otherwise as found."""
    return sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))


def count_of(findings, severity):
    return sum(finding.severity == severity for finding in findings)
