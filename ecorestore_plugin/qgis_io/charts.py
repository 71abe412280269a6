"""Charts as inline SVG: plain strings, no library, no network; everything that comes from data is escaped."""

from __future__ import annotations

import math
import unicodedata
from html import escape

FONT = "system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif"
SUPERSCRIPT = str.maketrans('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹')
INK, SOFT, LINE = '#263238', '#6b7780', '#d5dbdf'
PAIR = 26  # height of a row of two bars


def number(value, digits=3):
    """A number for people: about ``digits`` significant digits, thousands separated, powers of ten from 10^8 on, '–'
    where unknown."""
    if value is None or not math.isfinite(value):
        return '–'
    value = float(value)
    size = abs(value)
    if size >= 1e8:
        power = 3 * int(math.log10(size) // 3)
        return f'{number(value / 10 ** power, digits)}×10{str(power).translate(SUPERSCRIPT)}'
    if size >= 10 ** (digits - 1):
        text = f'{value:,.0f}'
    elif size == 0:
        text = '0'
    else:
        decimals = max(0, min(6, digits - 1 - math.floor(math.log10(size))))
        text = f'{value:.{decimals}f}'
        text = text.rstrip('0').rstrip('.') if '.' in text else text
    return '0' if text == '-0' else text


def number_column(values, digits=3):
    """The numbers of a table column with the same decimals, as many as its largest one needs; '–' where unknown, and
    what is not 0 but too small to show is said to be below the last place."""
    known = [abs(float(value)) for value in values if value is not None and math.isfinite(value)]
    top = max(known, default=0.0)
    if top >= 1e8 or top == 0:
        return [number(value, digits) for value in values]
    decimals = max(0, min(6, digits - 1 - math.floor(math.log10(top))))
    if decimals == 0 and top < 1000 and min(value for value in known if value) < 10:
        decimals = 1
    while decimals and all(f'{value:.{decimals}f}'[-1] == '0' for value in known):
        decimals -= 1
    least = 10.0 ** -decimals
    texts = []
    for value in values:
        if value is None or not math.isfinite(value):
            texts.append('–')
        elif 0 < abs(value) < least / 2:
            texts.append(f'< {least:.{decimals}f}' if value > 0 else f'> -{least:.{decimals}f}')
        else:
            text = f'{float(value):,.{decimals}f}'
            texts.append(text[1:] if text.startswith('-') and not float(text.replace(',', '')) else text)
    return texts


def text_width(text, size):
    """About how wide a text is set at a font size; Chinese characters take a full square."""
    wide = sum(unicodedata.east_asian_width(letter) in 'WF' for letter in text)
    return size * (wide + 0.56 * (len(text) - wide))


def shortened(text, size, room):
    """The text, cut with an ellipsis where it is wider than ``room``."""
    if text_width(text, size) <= room:
        return text
    while text and text_width(text + '…', size) > room:
        text = text[:-1]
    return text + '…'


def nice_ticks(low, high, wanted=5):
    """Round values that span [low, high], both ends covered."""
    if not high > low:
        high = low + (abs(low) or 1.0)
    raw = (high - low) / max(wanted, 1)
    power = 10.0 ** math.floor(math.log10(raw))
    step = next((power * factor for factor in (1, 2, 2.5, 5, 10) if raw <= power * factor * (1 + 1e-9)), 10 * power)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [index * step for index in range(first, last + 1)]


def bar_chart(title, rows, unit='', width=640):
    """Horizontal bars.

    Parameters
    ----------
    rows : list of (label, value, colour); values are 0 or more
    """
    room = label_room([label for label, _, _ in rows], width)
    top = max([value for _, value, _ in rows] + [0]) or 1.0
    scale = (width - room - 110) / top
    parts = []
    for index, (label, value, colour) in enumerate(rows):
        y = 8 + index * 26
        parts.append(_text(room - 8, y + 14, shortened(label, 12, room - 12), anchor='end'))
        parts.append(_rect(room, y, max(value * scale, 0.5), 18, colour))
        parts.append(_text(room + value * scale + 6, y + 14, f'{number(value)} {unit}'.strip(), colour=SOFT))
    return _svg(title, width, 16 + 26 * len(rows), parts)


def stacked_bars(title, rows, series, unit='', width=720):
    """Horizontal bars made of parts, with a legend above.

    Parameters
    ----------
    rows : list of (label, [value per series])
    series : list of (name, colour)
    """
    room = label_room([label for label, _ in rows], width)
    top = max([sum(values) for _, values in rows] + [0]) or 1.0
    scale = (width - room - 110) / top
    parts, offset = _legend(series, room, width)
    for index, (label, values) in enumerate(rows):
        y, x = offset + index * 22, room
        parts.append(_text(room - 8, y + 12, shortened(label, 12, room - 12), anchor='end'))
        for value, (_, colour) in zip(values, series):
            if value > 0:
                parts.append(_rect(x, y, value * scale, 15, colour))
                x += value * scale
        parts.append(_text(x + 6, y + 12, f'{number(sum(values))} {unit}'.strip(), colour=SOFT, size=11))
    return _svg(title, width, offset + 8 + 22 * len(rows), parts)


def supply_demand_bars(title, rows, names, width=720):
    """Supply and demand of several services; every service has its own unit and is drawn on its own scale.

    Parameters
    ----------
    rows : list of (label, supply, demand, unit)
    names : (word for supply, word for demand)
    """
    colours = ('#41a068', '#7761ac')
    room = label_room([label for label, *_ in rows], width)
    parts, offset = _legend(list(zip(names, colours)), room, width)
    for index, (label, supply, demand, unit) in enumerate(rows):
        y = offset + index * 46
        scale = (width - room - 170) / (max(supply, demand) or 1.0)
        parts.append(_text(room - 8, y + 20, shortened(label, 12, room - 12), anchor='end', weight='600'))
        for line, (value, colour) in enumerate(zip((supply, demand), colours)):
            parts.append(_rect(room, y + line * 17, max(value * scale, 0.5), 15, colour))
            parts.append(_text(room + value * scale + 6, y + line * 17 + 12, f'{number(value)} {unit}', colour=SOFT,
                               size=11))
    return _svg(title, width, offset + 46 * len(rows), parts)


def quadrant_chart(title, points, axes, corners, colours, width=620):
    """A scatter plot with its origin in the middle of four quadrants.

    Parameters
    ----------
    points : list of (x, y, group, label); group is a key of ``colours``
    axes : (name of x, name of y)
    corners : names of the quadrants: upper right, upper left, lower left, lower right
    colours : dict group -> colour
    """
    height, margin = int(width * 0.78), 48
    # Each axis has the range of its own values, both signs shown: one outlier would press the rest into a corner.
    (left, right), (low, high) = (_reach([point[axis] for point in points]) for axis in (0, 1))
    parts = [_rect(margin, 12, width - margin - 12, height - margin - 12, '#ffffff', LINE)]

    def across(value):
        return margin + (value - left) / (right - left) * (width - margin - 12)

    def down(value):
        return 12 + (high - value) / (high - low) * (height - margin - 12)

    for tick in [tick for tick in nice_ticks(left, right, 6) if left <= tick <= right]:
        parts.append(_line(across(tick), 12, across(tick), height - margin, SOFT if tick == 0 else LINE,
                           1.4 if tick == 0 else 0.5))
        parts.append(_text(across(tick), height - margin + 16, number(tick), SOFT, 11, 'middle'))
    for tick in [tick for tick in nice_ticks(low, high, 6) if low <= tick <= high]:
        parts.append(_line(margin, down(tick), width - 12, down(tick), SOFT if tick == 0 else LINE,
                           1.4 if tick == 0 else 0.5))
        parts.append(_text(margin - 6, down(tick) + 4, number(tick), SOFT, 11, 'end'))
    places = ((width - 20, 30, 'end'), (margin + 8, 30, 'start'), (margin + 8, height - margin - 10, 'start'),
              (width - 20, height - margin - 10, 'end'))
    parts += [_text(x, y, name, SOFT, 12, anchor, '600') for name, (x, y, anchor) in zip(corners, places)]
    for x, y, group, label in points:
        colour = escape(colours.get(group, SOFT))
        parts.append(f'<circle cx="{across(x):.1f}" cy="{down(y):.1f}" r="4.2" fill="{colour}" '
                     f'fill-opacity="0.85" stroke="#ffffff" stroke-width="0.7"><title>{escape(str(label))}</title>'
                     '</circle>')
    taken = [_box_of(name, 12, *place) for name, place in zip(corners, places)]
    taken += [(across(x) - 4, down(y) - 4, across(x) + 4, down(y) + 4) for x, y, *_ in points]
    parts += _names_of_extremes(points, across, down, width, taken)
    parts.append(_text((margin + width) / 2, height - 8, axes[0], INK, 12, 'middle'))
    parts.append(f'<g transform="translate(13 {(height - margin) / 2:.0f}) rotate(-90)">'
                 f'{_text(0, 0, axes[1], INK, 12, "middle")}</g>')
    return _svg(title, width, height, parts)


def _reach(values):
    """The range of an axis that shows all values and a quarter as much on the other side of 0, at least 0.5; a fifth
    more, so that no point lies under the names of the corners."""
    low, high = min([0.0, *values]), max([0.0, *values])
    least = max(0.25 * max(high, -low), 0.5)
    return 1.2 * min(low, -least), 1.2 * max(high, least)


def radar_chart(title, axes, series, width=720, top=1.0):
    """A polygon per series over axes that start in one point.

    Parameters
    ----------
    axes : three or more names
    series : list of (name, [value per axis, 0 to ``top``, NaN where unknown], colour)
    """
    parts, offset = _legend([(name, colour) for name, _, colour in series], 12, width)
    radius = 0.25 * width
    across, down = width / 2, offset + radius + 26
    turns = [2 * math.pi * index / len(axes) for index in range(len(axes))]

    def place(turn, share):
        return across + radius * share * math.sin(turn), down - radius * share * math.cos(turn)

    def outline(shares):
        return ' '.join('{:.1f},{:.1f}'.format(*place(turn, share)) for turn, share in zip(turns, shares))

    for ring in (0.25, 0.5, 0.75, 1.0):
        parts.append(f'<polygon points="{outline([ring] * len(axes))}" fill="none" stroke="{LINE}"/>')
        parts.append(_text(across + 3, down - radius * ring + 11, number(ring * top), SOFT, 10))
    for turn, name in zip(turns, axes):
        x, y = place(turn, 1.0)
        parts.append(_line(across, down, x, y, LINE, 0.8))
        side = math.sin(turn)
        anchor = 'middle' if abs(side) < 0.2 else 'start' if side > 0 else 'end'
        x, y = place(turn, 1.07)
        room = (width - x if anchor == 'start' else x if anchor == 'end' else width) - 4
        parts.append(_text(x, y + 4 - 4 * math.cos(turn), shortened(name, 12, room), anchor=anchor))
    # Many filled shapes on top of each other hide one another.
    filled = 0.12 if len(series) < 3 else 0
    for name, values, colour in series:
        shares = [min(max(value / top, 0.0), 1.0) if math.isfinite(value) else 0.0 for value in values]
        words = ', '.join(f'{axis} {number(value)}' for axis, value in zip(axes, values))
        parts.append(f'<polygon points="{outline(shares)}" fill="{escape(colour)}" fill-opacity="{filled}" '
                     f'stroke="{escape(colour)}" stroke-width="2"><title>{escape(name + ": " + words)}</title>'
                     '</polygon>')
    return _svg(title, width, down + radius + 34, parts)


def paired_bars(title, rows, names, colours=('#41a068', '#7761ac'), unit='', width=720):
    """Two bars per row on one scale, such as supply and demand of every unit.

    Parameters
    ----------
    rows : list of (label, value, value); 0 or more, NaN where unknown
    names : of the two values
    """
    room = label_room([label for label, *_ in rows], width)
    top = max([value for _, *pair in rows for value in pair if math.isfinite(value)] + [0]) or 1.0
    scale = (width - room - 90) / top
    parts, offset = _legend(list(zip(names, colours)), room, width)
    for index, (label, *pair) in enumerate(rows):
        y = offset + index * PAIR
        parts.append(_text(room - 8, y + 14, shortened(label, 11, room - 12), anchor='end', size=11))
        for line, (value, colour) in enumerate(zip(pair, colours)):
            value = value if math.isfinite(value) else 0.0
            parts.append(_rect(room, y + line * 11, max(value * scale, 0.5), 10, colour))
            parts.append(_text(room + value * scale + 5, y + line * 11 + 8.5, f'{number(value)} {unit}'.strip(),
                               colour=SOFT, size=9))
    return _svg(title, width, offset + 8 + PAIR * len(rows), parts)


def _box_of(text, size, x, y, anchor):
    """(left, top, right, bottom) of a text."""
    wide = text_width(text, size)
    left = x - wide if anchor == 'end' else x
    return left, y - size, left + wide, y + 3


def _names_of_extremes(points, across, down, width, taken, most=14):
    """Names beside the points farthest from the origin, as many as find room beside the boxes taken already."""
    taken, parts = list(taken), []
    for x, y, _, label in sorted(points, key=lambda point: (-math.hypot(point[0], point[1]), str(point[3])))[:60]:
        wide = text_width(str(label), 10)
        left = across(x) + 7 if across(x) + 9 + wide < width - 12 else across(x) - 7 - wide
        box = (left, down(y) - 6, left + wide, down(y) + 6)
        if len(parts) < most and not any(_meet(box, other) for other in taken):
            taken.append(box)
            parts.append(_text(left, down(y) + 3.5, str(label), INK, 10))
    return parts


def _meet(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def label_room(labels, width):
    """Room for labels left of bars: what the longest needs, at most half of the width."""
    return min(max([text_width(label, 12) for label in labels] + [40]) + 14, 0.5 * width)


def _legend(series, left, width):
    """Legend boxes in as many lines as needed, and where the drawing below begins."""
    parts, x, y = [], left, 4
    for name, colour in series:
        wide = text_width(name, 12) + 34
        if x + wide > width and x > left:
            x, y = left, y + 20
        parts += [_rect(x, y, 12, 12, colour), _text(x + 17, y + 10.5, name, size=12)]
        x += wide
    return parts, y + 26


def _rect(x, y, width, height, colour, stroke=''):
    edge = f' stroke="{escape(stroke)}"' if stroke else ''
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{escape(colour)}"{edge}/>'


def _line(x1, y1, x2, y2, colour, width):
    return (f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{escape(colour)}" '
            f'stroke-width="{width:g}"/>')


def _text(x, y, text, colour=INK, size=12, anchor='start', weight=''):
    bold = f' font-weight="{weight}"' if weight else ''
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{escape(colour)}" text-anchor="{anchor}"{bold}>'
            f'{escape(str(text))}</text>')


def _svg(title, width, height, parts):
    name = escape(title)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
            f'height="{height:.0f}" role="img" aria-label="{name}" font-family="{escape(FONT)}"><title>{name}</title>'
            f'{"".join(parts)}</svg>')
