"""What legends show: numbers of raster and vector styles alike, and colours for what a style does not know."""

from __future__ import annotations

import numpy as np
from qgis.PyQt.QtGui import QColor

SPARE_COLOURS = ('#4477aa', '#ee6677', '#228833', '#ccbb44', '#66ccee', '#aa3377', '#999933', '#882255', '#44aa99',
                 '#bb7733', '#6699cc', '#bbbbbb')


def spare_colour(position):
    return QColor(SPARE_COLOURS[position % len(SPARE_COLOURS)])


def decimals_for(stops):
    """Decimals that keep neighbouring legend values apart."""
    steps = np.diff(np.unique(np.asarray(stops, dtype=float)))
    step = float(np.median(steps)) if len(steps) else 1.0
    return int(np.clip(np.ceil(-np.log10(step)) + 1 if step > 0 else 0, 0, 6))


def number_label(value, decimals):
    """A number with thousands separated and without trailing zeros."""
    text = f'{value:,.{decimals}f}'
    text = text.rstrip('0').rstrip('.') if '.' in text else text
    return '0' if text == '-0' else text
