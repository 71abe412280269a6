"""What styles say: legend labels, field aliases, and how a style finds its field and its values."""

from ..i18n import mark

# Every label that a file in resources/styles shows; a test keeps the two together.
LEGEND_LABELS = [
    mark('Cropland'), mark('Forest'), mark('Shrub'), mark('Grassland'), mark('Water'), mark('Snow and ice'),
    mark('Barren'), mark('Built-up'), mark('Wetland'),
    mark('Lowest'), mark('Low'), mark('Medium'), mark('High'), mark('Highest'),
    mark('I High supply, high demand'), mark('II Low supply, high demand'), mark('III Low supply, low demand'),
    mark('IV High supply, low demand'),
    mark('High deficit'), mark('Medium deficit'), mark('Low deficit'), mark('Balance'), mark('Low surplus'),
    mark('Medium surplus'), mark('High surplus'),
    mark('County leads'), mark('City leads'), mark('Province leads'),
    mark('Pinch point'), mark('Barrier'), mark('Corridor crossing'), mark('Road or river break'),
]

FIELD_ALIASES = {
    'source_id': mark('Source'), 'area_ha': mark('Area (ha)'), 'link_id': mark('Link'), 'from_id': mark('From source'),
    'to_id': mark('To source'), 'cost': mark('Cost-weighted distance'), 'length_m': mark('Path length (m)'),
    'euclid_m': mark('Straight distance (m)'), 'unit_code': mark('Unit code'), 'unit_name': mark('Unit name'),
    'unit_name_zh': mark('Unit name (Chinese)'), 'parent_code': mark('Code of the higher unit'),
    'parent_name': mark('Name of the higher unit'), 'zone_code': mark('Zone'), 'zone_name': mark('Zone name'),
    'zone_name_zh': mark('Zone name (Chinese)'), 'strategy': mark('Strategy'),
    'strategy_zh': mark('Strategy (Chinese)'), 'match_type': mark('Matching type'),
    'cesdr': mark('Comprehensive supply-demand ratio'), 'pop': mark('Population (persons)'),
    'grain_t': mark('Grain (t/yr)'), 'gdp_wan': mark('GDP (10^4 CNY)'), 'co2_t': mark('CO2 emissions (t/yr)'),
    'revenue_wan': mark('Revenue (10^4 CNY)'), 'expenditure_wan': mark('Expenditure (10^4 CNY)'),
    'lead_level': mark('Lead level'), 'node_type': mark('Node type'), 'node_id': mark('Node'), 'rank': mark('Rank'),
    'z_supply': mark('Supply (z-score)'), 'z_demand': mark('Demand (z-score)'),
}
SERVICES = {
    'food': mark('Food'), 'carbon': mark('Carbon'), 'water': mark('Water yield'), 'soil': mark('Soil conservation'),
    'recreation': mark('Recreation'),
}
SERVICE_ALIASES = {
    'supply': mark('{service}: supply'), 'demand': mark('{service}: demand'),
    'esdr': mark('{service}: supply-demand ratio'),
}

# The fields a style may classify by when the one in its file is missing; '*_x' is any field with that ending.
STYLE_FIELDS = {
    'links': ('cost_weighted_m', 'lcd', 'length_m'),
    'supply': ('total_supply', '*_supply'),
    'demand': ('total_demand', '*_demand'),
    'cesdr': ('*_esdr', 'esdr'),
    'resilience': ('resilience_mean', 'resilience_index', 'score', '*resilience'),
    'resilience_classes': ('resilience', 'class'),
    'nodes': ('type', 'node', 'kind'),
    'collaborative_units': ('lead', 'level'),
    'funding': ('fulfilment', 'coverage_share', 'funded_share', 'provincial'),
    'zones': ('zone',),
    'matching': ('type', 'matching_type'),
}
STRETCH = {
    'current': 'quantile', 'population': 'quantile', 'nightlight': 'quantile', 'resistance': 'linear',
    'cesdr': 'symmetric', 'corridor_mosaic': 'low', 'supply': 'linear', 'demand': 'quantile',
}
FIXED_CLASSES = ('cesdr',)
# Other names under which results ask for a style.
SYNONYMS = {
    'importance': 'continuous', 'allocation': 'classes', 'esdr': 'cesdr',
    'pinch_current': 'current', 'vegetation_cover': 'ndvi', 'security_levels': 'classes', 'unit_totals': 'units',
}
# How the values of a category field may be spelled, per style: lower case -> the value in the style.
SPELLINGS = {
    'matching': {'hh': 'I', '1': 'I', 'ls-hd': 'II', '2': 'II', 'll': 'III', '3': 'III', 'hs-ld': 'IV', '4': 'IV',
                 'i': 'I', 'ii': 'II', 'iii': 'III', 'iv': 'IV'},
    'zones': {},
    'nodes': {'pinch point': 'pinch_point', 'pinch': 'pinch_point', 'barrier point': 'barrier',
              'intersection': 'crossing', 'corridor_crossing': 'crossing', 'road_break': 'break',
              'river_break': 'break'},
    'collaborative_units': {'prefecture': 'city', 'municipal': 'city', 'provincial': 'province'},
    'resilience_classes': {'low': '2', 'high': '4'},
}


def field_alias(name, language):
    """What a reader calls a field, in the language."""
    if name in FIELD_ALIASES:
        return language.tr(FIELD_ALIASES[name])
    service, _, kind = name.rpartition('_')
    if service in SERVICES and kind in SERVICE_ALIASES:
        return language.tr(SERVICE_ALIASES[kind], service=language.tr(SERVICES[service]))
    return name
