"""Report of the statistics of zones."""

from __future__ import annotations

from ..i18n import Language, tr
from .charts import bar_chart
from .pages import heading, html_page, html_table


def statistics_page(first, columns):
    """HTML page with the areas of the zones as bars, and the means and sums of all layers as a table.

    Parameters
    ----------
    first : columns of the zones: the key first, features, area_ha, share, and where known zone_name, zone_name_zh and
        color
    columns : columns of the layers
    """
    title, key = tr('Statistics of zones'), next(iter(first))
    count = len(first[key])
    called = 'zone_name_zh' if Language().code == 'zh' and 'zone_name_zh' in first else 'zone_name'
    names, colours = first.get(called, [''] * count), first.get('color', [''] * count)
    bars = [(f'{zone} {name or ""}'.strip(), float(area), str(colour or '#7aa58a'))
            for zone, name, area, colour in zip(first[key], names, first['area_ha'], colours)]
    shown = {name: values for name, values in columns.items() if not name.endswith(('_std', '_min', '_max'))}
    header = (tr('Zone'), tr('Features'), tr('Area (ha)'), tr('Share'), *shown)
    rows = [(zone, *(float(values[i]) for values in (first['features'], first['area_ha'], first['share'],
                                                     *shown.values()))) for i, zone in enumerate(first[key])]
    return html_page(title, [heading(tr('Area of the zones')), bar_chart(tr('Area of the zones'), bars, 'ha', 720),
                             heading(tr('Layers by zone')), html_table(header, rows)])
