"""Charts are well-formed SVG, drawn to scale, and safe whatever the names hold."""

import math
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from ecorestore.ecorestore_plugin.qgis_io import charts

NASTY = '<b onload="x">&"\'县'
SVG = '{http://www.w3.org/2000/svg}'


def widths(svg, colour):
    return [float(rect.get('width')) for rect in ET.fromstring(svg).iter(f'{SVG}rect') if rect.get('fill') == colour]


@pytest.mark.parametrize('value, text', [
    (0, '0'), (-0.0, '0'), (12, '12'), (1234.4, '1,234'), (0.12345, '0.123'), (12.34, '12.3'), (-0.000409, '-0.000409'),
    (99999999, '99,999,999'), (6.8296e9, '6.83×10⁹'), (2.64e8, '264×10⁶'), (float('nan'), '–'), (None, '–'),
    (1e-12, '0')])
def test_number(value, text):
    assert charts.number(value) == text


def test_text_width_counts_chinese_letters_double():
    assert charts.text_width('县', 10) == 10
    assert charts.text_width('a', 10) == pytest.approx(5.6)


def test_shortened():
    assert charts.shortened('Stonebridge', 10, 1000) == 'Stonebridge'
    short = charts.shortened('Stonebridge', 10, 40)
    assert short.endswith('…') and charts.text_width(short, 10) <= 40


def test_nice_ticks_cover_the_range_in_round_steps():
    ticks = charts.nice_ticks(-2.3, 2.3, 6)
    assert ticks[0] <= -2.3 and ticks[-1] >= 2.3 and 0 in ticks
    assert charts.nice_ticks(0, 100, 5) == [0, 20, 40, 60, 80, 100]
    assert len(charts.nice_ticks(3, 3)) > 1


def test_bars_are_to_scale():
    svg = charts.bar_chart('t', [('a', 10.0, '#112233'), ('b', 5.0, '#112233')])
    long, short = widths(svg, '#112233')
    assert short == pytest.approx(long / 2, abs=0.1)


def test_stacked_bars_add_up():
    svg = charts.stacked_bars('t', [('a', [1.0, 3.0, 0.0]), ('b', [2.0, 2.0, 4.0])],
                              [('x', '#000001'), ('y', '#000002'), ('z', '#000003')])
    first, second, third = (widths(svg, colour)[1:] for colour in ('#000001', '#000002', '#000003'))
    assert first[1] == pytest.approx(2 * first[0], abs=0.2)
    assert second[0] == pytest.approx(3 * first[0], abs=0.2)
    assert len(third) == 1


def test_every_service_has_its_own_scale():
    svg = charts.supply_demand_bars('t', [('food', 1e6, 5e5, 't'), ('soil', 4.0, 8.0, 't')], ('S', 'D'))
    supply, demand = widths(svg, '#41a068')[1:], widths(svg, '#7761ac')[1:]
    assert supply[0] == pytest.approx(demand[1], abs=0.2)
    assert demand[0] == pytest.approx(supply[0] / 2, abs=0.2)


def test_quadrants_put_points_where_they_belong():
    svg = charts.quadrant_chart('t', [(1.0, 1.0, 'I', 'p'), (-1.0, -1.0, 'III', 'q')], ('x', 'y'), 'abcd',
                                {'I': '#000001', 'III': '#000003'})
    circles = {circle.get('fill'): circle for circle in ET.fromstring(svg).iter(f'{SVG}circle')}
    assert float(circles['#000001'].get('cx')) > float(circles['#000003'].get('cx'))
    assert float(circles['#000001'].get('cy')) < float(circles['#000003'].get('cy'))


def test_names_of_points_do_not_overlap():
    svg = charts.quadrant_chart('t', [(0.0, 0.5, 'I', f'unit {i}') for i in range(50)], ('x', 'y'), 'abcd', {})
    named = [text for text in ET.fromstring(svg).iter(f'{SVG}text') if (text.text or '').startswith('unit')]
    assert len(named) == 1
    # A name that would lie on another point is left out.
    row = [(-0.9 + 0.1 * i, 0.5, 'I', f'unit {i}') for i in range(8)]
    svg = charts.quadrant_chart('t', row, ('x', 'y'), 'abcd', {})
    assert [text.text for text in ET.fromstring(svg).iter(f'{SVG}text') if 'unit' in (text.text or '')] == ['unit 7']


@pytest.mark.parametrize('svg', [
    charts.bar_chart(NASTY, [(NASTY, 1.0, NASTY)], NASTY),
    charts.bar_chart('empty', []),
    charts.bar_chart('zero', [('a', 0.0, '#fff')]),
    charts.stacked_bars(NASTY, [(NASTY, [1.0])], [(NASTY, NASTY)], NASTY),
    charts.stacked_bars('empty', [], []),
    charts.supply_demand_bars(NASTY, [(NASTY, 0.0, 0.0, NASTY)], (NASTY, NASTY)),
    charts.quadrant_chart(NASTY, [(0.5, -0.5, NASTY, NASTY)], (NASTY, NASTY), [NASTY] * 4, {NASTY: NASTY}),
    charts.quadrant_chart('empty', [], ('x', 'y'), 'abcd', {}),
    charts.radar_chart(NASTY, [NASTY] * 3, [(NASTY, [0.1, float('nan'), 2.0], NASTY)]),
    charts.radar_chart('empty', ['a', 'b', 'c'], []),
    charts.paired_bars(NASTY, [(NASTY, 1.0, float('nan'))], (NASTY, NASTY), (NASTY, NASTY), NASTY),
    charts.paired_bars('empty', [], ('a', 'b'))])
def test_everything_is_escaped(svg):
    root = ET.fromstring(svg)
    assert root.tag == f'{SVG}svg'
    assert not list(root.iter(f'{SVG}b')) and '<b ' not in svg
    assert not [element for element in root.iter() if 'onload' in element.attrib]


def test_radar_is_to_scale():
    svg = charts.radar_chart('t', ['a', 'b', 'c', 'd'], [('one', [1.0, 0.5, 0.0, 0.5], '#123456')])
    outlines = [[tuple(map(float, pair.split(','))) for pair in shape.get('points').split()]
                for shape in ET.fromstring(svg).iter(f'{SVG}polygon')]
    ring, drawn = outlines[3], outlines[4]
    centre = (ring[0][0], ring[1][1])
    assert drawn[0] == ring[0] and drawn[2] == pytest.approx(centre, abs=0.11)
    assert drawn[1][0] - centre[0] == pytest.approx((ring[1][0] - centre[0]) / 2, abs=0.11)
    assert drawn[3][0] - centre[0] == pytest.approx((ring[3][0] - centre[0]) / 2, abs=0.11)


def test_pairs_share_a_scale():
    svg = charts.paired_bars('t', [('a', 10.0, 5.0), ('b', 2.5, 0.0)], ('s', 'd'), ('#aaaaaa', '#bbbbbb'))
    one, other = widths(svg, '#aaaaaa')[1:], widths(svg, '#bbbbbb')[1:]
    assert one[0] == pytest.approx(4 * one[1], rel=0.01) == pytest.approx(2 * other[0], rel=0.01)


def test_needs_no_qgis():
    code = ('import importlib.util, sys\n'
            'spec = importlib.util.spec_from_file_location("charts", sys.argv[1])\n'
            'module = importlib.util.module_from_spec(spec); spec.loader.exec_module(module)\n'
            'sys.exit(any(name.split(".")[0] in ("qgis", "osgeo", "numpy") for name in sys.modules))')
    done = subprocess.run([sys.executable, '-S', '-c', code, str(Path(charts.__file__))], check=False)
    assert done.returncode == 0


@pytest.mark.parametrize('values, shown', [
    ([0.8, 0.5, 0.2], ['0.8', '0.5', '0.2']),
    ([0.123, -0.0751, None], ['0.123', '-0.075', '–']),
    ([1, 2, 20], ['1', '2', '20']),
    ([7886.4, 0.2, 0.0, -0.2], ['7,886', '< 1', '0', '> -1']),
    ([158.0, 1.84], ['158.0', '1.8']),
    ([0.0, math.nan], ['0', '–']),
    ([-0.0004, 1.0], ['> -1', '1']),
    ([], []),
])
def test_columns_have_one_number_of_decimals(values, shown):
    """Counted by hand: three digits of the largest number, zeros that all have in common dropped."""
    assert charts.number_column(values) == shown


def test_an_outlier_leaves_room_for_the_others():
    """One unit at 7 on one axis: the other axis keeps the range of its own values."""
    points = [(0.5, 7.0, 'I', 'far')] + [(x / 10 - 1, 0.1, 'II', f'u{x}') for x in range(20)]
    svg = charts.quadrant_chart('t', points, ('x', 'y'), 'abcd', {})
    across = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', svg)]
    assert max(across) - min(across) > 0.7 * (620 - 48 - 12)
    assert all(48 < x < 608 for x in across)
