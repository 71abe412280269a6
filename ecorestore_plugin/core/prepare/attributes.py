"""Checks of vector layers and tables: administrative codes, parents, empty fields, spoilt text."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from .findings import Finding, Words

SIX_DIGITS = re.compile(r'[0-9]{6}')
SPOILT = re.compile('\ufffd|锟斤拷|烫烫|[ÃÂ][\u0080-\u00bf]')
HIGH_PAIRS = re.compile('(?:[\u00a1-\u00fe]{2})+')
CHINESE = re.compile('[\u4e00-\u9fff]')
ISO_DATE = re.compile(r'\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?')
MANDATORY = ('unit_name', 'pop')
STATISTICS = ('pop', 'grain_t', 'gdp_wan', 'co2_t', 'revenue_wan', 'expenditure_wan')


def check_unit_codes(name, codes, ids):
    """Codes of administrative units: present, six digits, unique.

    Parameters
    ----------
    codes : texts, None or '' where missing
    ids : what to call each feature

    Returns
    -------
    list of Finding
    """
    findings = []
    empty = [i for i, code in enumerate(codes) if not code]
    if empty:
        findings.append(_features(name, 'unit_code', 'error', empty, ids, Words('Units without a code.'),
                                  Words('Fill in the six-digit code.')))
    findings += check_code_form(name, codes, ids)
    counts = Counter(code for code in codes if code)
    double = [i for i, code in enumerate(codes) if code and counts[code] > 1]
    if double:
        listed = ', '.join(f'{code} ({count})' for code, count in counts.items() if count > 1)
        findings.append(_features(name, 'unit_code', 'error', double, ids, Words(
            'Codes that occur more than once: {codes}.', codes=listed),
            Words('Dissolve the parts of a unit into one feature or renumber them.')))
    return findings


def check_code_form(name, codes, ids, check='unit_code'):
    """Codes that are there but not six digits, as a list of Finding."""
    odd = [i for i, code in enumerate(codes) if code and not SIX_DIGITS.fullmatch(code)]
    if not odd:
        return []
    return [_features(name, check, 'error', odd, ids, Words(
        'Codes that are not six digits, the first is "{code}".', code=codes[odd[0]]),
        Words('Use the six-digit administrative code, stored as text so that leading zeros stay.'))]


def check_parents(name, codes, parents, ids):
    """The parent's code carries the unit's province (two digits) and city (four digits) prefix.

    A parent may be written with six digits (430100), four (4301) or two (43).

    Returns
    -------
    list of Finding
    """
    empty = [i for i, parent in enumerate(parents) if not parent]
    findings = []
    if empty:
        findings.append(_features(name, 'parent_code', 'error', empty, ids, Words('Units without a parent code.'),
                                  Words('Fill in the code of the prefecture.')))
    wrong = [i for i, (code, parent) in enumerate(zip(codes, parents))
             if code and parent and not _is_parent(parent, code)]
    if wrong:
        findings.append(_features(name, 'parent_code', 'error', wrong, ids, Words(
            'Parents that do not fit the unit, the first is {parent} for {code}.', parent=parents[wrong[0]],
            code=codes[wrong[0]]),
            Words('The parent of a county begins with the same four digits, that of a city with the same two.')))
    return findings


def _is_parent(parent, code):
    prefix = re.sub(r'(00)+$', '', parent) if len(parent) == 6 else parent
    return len(prefix) in (2, 4) and code.startswith(prefix)


def check_fields(name, columns, ids, mandatory=MANDATORY, statistics=STATISTICS):
    """Empty mandatory fields, negative statistics and text that lost its encoding.

    Parameters
    ----------
    columns : dict of field -> values
    mandatory : fields that must be filled where the layer has them
    statistics : fields that hold no negative value where the layer has them

    Returns
    -------
    list of Finding
    """
    findings = []
    for field, values in columns.items():
        empty = [i for i, value in enumerate(values) if value is None or value == '']
        if field.lower() in mandatory and empty:
            findings.append(_features(name, 'fields', 'error', empty, ids,
                                      Words('Field {field} is empty.', field=field), Words('Fill it in.')))
        negative = [i for i, value in enumerate(values) if isinstance(value, (int, float)) and value < 0]
        if negative and field.lower() in statistics:
            findings.append(_features(name, 'fields', 'error', negative, ids, Words(
                'Field {field} holds negative values.', field=field), Words('Correct the statistics.')))
        findings += check_spoilt_text(name, {field: values}, ids)
        dates = [i for i, value in enumerate(values) if isinstance(value, str) and value and _is_date(field)
                 and not ISO_DATE.fullmatch(value)]
        if dates:
            findings.append(_features(name, 'fields', 'warning', dates, ids, Words(
                'Dates in field {field} are not written as in ISO 8601, the first is "{value}".', field=field,
                value=values[dates[0]]), Words('Write them as 2024-05-31, or as 2024 where only the year is known.')))
    return findings


def check_spoilt_text(name, columns, ids):
    """Text that was read in a wrong encoding, as a list of Finding."""
    findings = []
    for field, values in columns.items():
        spoilt = [i for i, value in enumerate(values) if isinstance(value, str) and is_spoilt(value)]
        if spoilt:
            findings.append(_features(name, 'fields', 'warning', spoilt, ids, Words(
                'Text in field {field} is unreadable, the first is "{value}".', field=field, value=values[spoilt[0]]),
                Words('Open the layer with its right encoding (UTF-8 or GB18030) and save it as GeoPackage.')))
    return findings


def _is_date(field):
    return re.search('(^|_)date($|_)|日期', field.lower()) is not None


def is_spoilt(text):
    """Whether a text was read in a wrong encoding: lost characters, GBK read as Latin, UTF-8 read as Latin or GBK."""
    if SPOILT.search(text):
        return True
    pairs = HIGH_PAIRS.findall(text)
    if pairs and any(CHINESE.search(_reread(part, 'latin-1', 'gb18030')) for part in pairs):
        return True
    # Chinese written in GBK hardly ever happens to be sound UTF-8 of Chinese as well.
    return CHINESE.search(text) is not None and len(CHINESE.findall(_reread(text, 'gb18030', 'utf-8'))) > 1


def _reread(text, written, meant):
    """The text in another encoding, '' where that makes none; its last sign may be cut."""
    try:
        return codecs.getincrementaldecoder(meant)().decode(text.encode(written))
    except (UnicodeEncodeError, UnicodeDecodeError):
        return ''


def _features(name, check, severity, positions, ids, message, fix):
    return Finding(name, check, severity, message, fix, str(ids[positions[0]]), len(positions))
