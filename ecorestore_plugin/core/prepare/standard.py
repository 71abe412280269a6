"""The data standard: what a layer of a given name should hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from ..errors import TableError

KINDS = ('class', 'continuous', 'amount', 'density')
COLUMNS = ('layer', 'hints', 'kind', 'unit', 'minimum', 'maximum')


@dataclass(frozen=True)
class Rule:
    """The standard of one layer.

    Attributes
    ----------
    layer : standard name
    hints : words that tell the layer from a file name, lower case
    kind : class, continuous, amount (sums count, such as persons per cell) or density (per area)
    unit : '' where there is none
    minimum, maximum : NaN where unlimited
    """

    layer: str
    hints: tuple[str, ...]
    kind: str
    unit: str
    minimum: float
    maximum: float


def rules_from(columns):
    """Rules from the columns of the standard's table.

    Parameters
    ----------
    columns : dict of column name -> list of texts, with layer, hints (separated by semicolons), kind, unit, minimum,
        maximum

    Raises
    ------
    TableError : a missing column, an unknown kind or a limit that is no number
    """
    missing = [name for name in COLUMNS if name not in columns]
    if missing:
        raise TableError('The data standard lacks the columns {columns}.', columns=', '.join(missing))
    rules = []
    for layer, hints, kind, unit, low, high in zip(*(columns[name] for name in COLUMNS)):
        if kind not in KINDS:
            raise TableError('The data standard gives layer {layer} the kind "{kind}"; use one of {kinds}.',
                             layer=layer, kind=kind, kinds=', '.join(KINDS))
        words = tuple(word.strip().lower() for word in f'{layer};{hints or ""}'.split(';') if word.strip())
        rules.append(Rule(layer, words, kind, unit or '', _limit(layer, low), _limit(layer, high)))
    return rules


def _limit(layer, text):
    if text is None or text == '':
        return np.nan
    try:
        return float(text)
    except (TypeError, ValueError):
        raise TableError('The data standard limits layer {layer} to "{limit}", which is no number.',
                         layer=layer, limit=text) from None


def rule_for(name, rules):
    """The rule whose longest hint occurs in a layer name, or None.

    Latin hints must stand alone (dem is not found in demand), Chinese ones may stand anywhere.
    """
    name = name.lower()
    best, length = None, 0
    for rule in rules:
        for hint in rule.hints:
            pattern = re.escape(hint).replace('_', '[_ .-]?')
            if hint.isascii():
                pattern = f'(?<![a-z]){pattern}(?![a-z])'
            if len(hint) > length and re.search(pattern, name):
                best, length = rule, len(hint)
    return best


def kind_of(name, integer, distinct, rules):
    """How a raster is to be resampled: by the standard if its name is known, else by its values.

    Parameters
    ----------
    integer : whether it stores integers
    distinct : number of different values, at least as far as 256
    """
    rule = rule_for(name, rules)
    if rule is not None:
        return rule.kind
    return 'class' if integer and distinct <= 64 else 'continuous'
