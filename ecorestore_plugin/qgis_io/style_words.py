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
    mark('High among high (HH)'), mark('Low among low (LL)'), mark('High among low (HL)'),
    mark('Low among high (LH)'), mark('Not significant'), mark('No neighbour'), mark('No data'),
    mark('Extreme imbalance'), mark('Serious imbalance'), mark('Moderate imbalance'), mark('Mild imbalance'),
    mark('Near imbalance'), mark('Barely coordinated'), mark('Primary coordination'),
    mark('Intermediate coordination'), mark('Good coordination'), mark('Quality coordination'),
    mark('County leads'), mark('City leads'), mark('Province leads'),
    mark('Pinch point'), mark('Barrier'), mark('Corridor crossing'), mark('Road break'),
    mark('Core'), mark('Islet'), mark('Perforation'), mark('Edge'), mark('Loop'), mark('Loop in edge'),
    mark('Loop in perforation'), mark('Bridge'), mark('Bridge in edge'), mark('Bridge in perforation'), mark('Branch'),
    mark('Core, inside'), mark('Islet, inside'), mark('Perforation, inside'), mark('Edge, inside'),
    mark('Loop, inside'), mark('Loop in edge, inside'), mark('Loop in perforation, inside'), mark('Bridge, inside'),
    mark('Bridge in edge, inside'), mark('Bridge in perforation, inside'), mark('Branch, inside'),
    mark('Core opening'), mark('Border opening'), mark('Background'),
    mark('Falling'), mark('No trend'), mark('Rising'),
    mark('Core zone'), mark('Buffer zone'), mark('Transition zone'), mark('Marginal zone'), mark('Outer zone'),
    mark('Slight'), mark('Light'), mark('Moderate'), mark('Strong'), mark('Very strong'), mark('Severe'),
    mark('Lowest security'), mark('Low security'), mark('Medium security'), mark('High security'),
    mark('Highest security'),
    mark('Poor'), mark('Fair'), mark('Good'), mark('Excellent'), mark('Treated'), mark('Control'),
    mark('Impeded'), mark('Diffuse'), mark('Intensified'), mark('Channelised'),
]

FIELD_ALIASES = {
    'source_id': mark('Source id'), 'area_ha': mark('Area (ha)'), 'perimeter_m': mark('Perimeter (m)'),
    'shape_index': mark('Shape index'), 'score_mean': mark('Mean score'),
    'core_area_ha': mark('Core habitat (ha)'), 'parts': mark('Number of parts'), 'dpc': mark('dPC (%)'),
    'attribute': mark('Attribute'), 'component': mark('Component'), 'degree': mark('Number of links'),
    'between': mark('Betweenness (pairs)'), 'pc_delta': mark('dPC (%)'), 'pc_intra': mark('dPC, own habitat (%)'),
    'pc_flux': mark('dPC, flux (%)'), 'pc_connector': mark('dPC, connector (%)'),
    'pc_between': mark('BC(PC) (%)'), 'pc_rank': mark('Rank by dPC'), 'iic_delta': mark('dIIC (%)'),
    'iic_intra': mark('dIIC, own habitat (%)'), 'iic_flux': mark('dIIC, flux (%)'),
    'iic_connector': mark('dIIC, connector (%)'), 'iic_between': mark('BC(IIC) (%)'),
    'iic_rank': mark('Rank by dIIC'),
    'link_id': mark('Link'), 'from_id': mark('From source'), 'to_id': mark('To source'),
    'cost': mark('Cost-weighted distance'), 'length_m': mark('Path length (m)'),
    'euclid_m': mark('Straight distance (m)'), 'cost_euclid': mark('Cost per straight metre'),
    'cost_length': mark('Cost per metre of path'), 'third_sources': mark('Sources crossed on the way'),
    'link_type': mark('Kind of link'), 'stepping_stones': mark('Sources on the way'), 'path_id': mark('Path'),
    'bottleneck_m': mark('Narrowest place (m)'), 'bottleneck_x': mark('Narrowest place, x'),
    'bottleneck_y': mark('Narrowest place, y'), 'main_class': mark('Main land cover'),
    'main_share': mark('Share of the main land cover'), 'landcover_mix': mark('Land cover mix'),
    'status': mark('Status'), 'lm_link_type': mark('Link type of Linkage Mapper'),
    'cost_adjacent': mark('Neighbours by cost'), 'euclid_adjacent': mark('Neighbours by straight distance'),
    'level': mark('Level'), 'level_name': mark('Level name'), 'level_name_zh': mark('Level name (Chinese)'),
    'cost_min': mark('Cost from'), 'cost_max': mark('Cost to'), 'share': mark('Share'), 'cells': mark('Cells'),
    'mean_width_m': mark('Mean width (m)'), 'width_m': mark('Width (m)'),
    'pinch_id': mark('Pinch point'), 'current_max': mark('Largest current (A)'),
    'current_mean': mark('Mean current (A)'), 'rank': mark('Rank'),
    'barrier_id': mark('Barrier'), 'improvement': mark('Improvement score'),
    'radius_m': mark('Radius of the window (m)'),
    'gain_total': mark('Gain of all links'), 'gain_per_ha': mark('Gain per hectare'),
    'road_class': mark('Class of the road'), 'road_width_m': mark('Width of the road (m)'),
    'node_id': mark('Node'), 'node_type': mark('Node type'), 'link_ids': mark('Links'),
    'link_count': mark('Number of links'),
    'unit_code': mark('Unit code'), 'unit_name': mark('Unit name'), 'unit_name_zh': mark('Unit name (Chinese)'),
    'parent_code': mark('Code of the higher unit'), 'parent_name': mark('Name of the higher unit'),
    'carbon_storage': mark('Carbon storage (t C)'),
    'carbon_flow': mark('Carbon storage per year of the horizon (t C/yr)'),
    'carbon_alternate': mark('Alternate carbon storage (t C)'), 'carbon_change': mark('Change of carbon storage (t C)'),
    'carbon_npv': mark('Net present value of the change'), 'water_mm': mark('Water yield (mm)'),
    'precipitation_mm': mark('Precipitation (mm)'), 'water_consumption': mark('Water consumption (m3/yr)'),
    'water_conservation': mark('Water conservation (m3/yr)'), 'composite_demand': mark('Composite demand'),
    'built_percent': mark('Built-up land (%)'), 'population_density': mark('Persons per km2'),
    'gdp_density': mark('GDP per km2 (10^4 CNY)'),
    'water_realised': mark('Realised water supply (m3/yr)'), 'soil_erosion': mark('Soil erosion (t/yr)'),
    'service_value': mark('Value of ecosystem services'), 'service_value_2': mark('Value of the second date'),
    'value_change': mark('Change of value'),
    'pop': mark('Population (persons)'), 'grain_t': mark('Grain (t/yr)'), 'gdp_wan': mark('GDP (10^4 CNY)'),
    'co2_t': mark('CO2 emissions (t/yr)'), 'revenue_wan': mark('Revenue (10^4 CNY)'),
    'expenditure_wan': mark('Expenditure (10^4 CNY)'),
    'cesdr': mark('Comprehensive supply-demand ratio'), 'cesdr_class': mark('Class of the supply-demand ratio'),
    'cesdr_label': mark('Supply-demand class'), 'cesdr_label_zh': mark('Supply-demand class (Chinese)'),
    'supply_index': mark('Supply index'), 'demand_index': mark('Demand index'),
    'z_supply': mark('Supply (z-score)'), 'z_demand': mark('Demand (z-score)'), 'match_type': mark('Matching type'),
    'match_label': mark('Name of the matching type'), 'match_label_zh': mark('Name of the matching type (Chinese)'),
    'axis_distance': mark('Distance to the axes'), 'ambiguous': mark('Ambiguous'),
    'moran_value': mark('Tested value'), 'moran_z': mark('Value (z-score)'), 'moran_lag': mark('Around (z-score)'),
    'local_moran': mark("Local Moran's I"), 'p_value': mark('Pseudo p-value'), 'cluster': mark('Cluster'),
    'cluster_label': mark('Name of the cluster'), 'cluster_label_zh': mark('Name of the cluster (Chinese)'),
    'n_neighbours': mark('Number of neighbours'), 'supply_scaled': mark('Supply, scaled'),
    'demand_scaled': mark('Demand, scaled'), 'coupling': mark('Coupling C'), 'ccd': mark('Coordination degree D'),
    'ccd_class': mark('Class of coordination'), 'ccd_label': mark('Coordination'),
    'ccd_label_zh': mark('Coordination (Chinese)'), 'relation': mark('Relation'),
    'relation_zh': mark('Relation (Chinese)'), 'tradeoff_strength': mark('Trade-off strength'),
    'features': mark('Features'), 'main_zone': mark('Main zone'), 'main_zone_share': mark('Share of the main zone'),
    'resilience_mean': mark('Mean resilience'), 'resilience_level': mark('Resilience level'),
    'resilience_note': mark('Note on resilience'), 'purity': mark('Purity'), 'mixed': mark('Mixed'),
    'zone_code': mark('Zone'), 'zone_name': mark('Zone name'), 'zone_name_zh': mark('Zone name (Chinese)'),
    'strategy': mark('Strategy'), 'strategy_zh': mark('Strategy (Chinese)'), 'color': mark('Colour'),
    'cu_id': mark('Collaborative unit'), 'element': mark('Pattern element'), 'element_id': mark('Element id'),
    'task': mark('Task'), 'task_zh': mark('Task (Chinese)'), 'lead_level': mark('Lead level'),
    'lead_code': mark('Code of the lead'), 'lead_name': mark('Lead'), 'scope': mark('Scope'),
    'cross_boundary': mark('Crosses a boundary'), 'n_units': mark('Number of units'),
    'n_cities': mark('Number of cities'), 'n_provinces': mark('Number of provinces'), 'members': mark('Members'),
    'members_zh': mark('Members (Chinese)'), 'member_codes': mark('Codes of the members'),
    'element_mix': mark('Mix of elements'), 'core_ha': mark('Core area (ha)'),
    'corridor_ha': mark('Corridor area (ha)'), 'node_ha': mark('Node area (ha)'),
    'roles': mark('Roles'), 'roles_zh': mark('Roles (Chinese)'),
    'restore_ha': mark('Area to restore (ha)'), 'cross_ha': mark('Cross-boundary area (ha)'),
    'cu_count': mark('Number of collaborative units'), 'need_wan': mark('Need (10^4 CNY)'),
    'own_wan': mark('Own funds (10^4 CNY)'), 'priority': mark('Priority'), 'core_flag': mark('Core unit'),
    'weak_flag': mark('Fiscally weak'), 'weakness': mark('Fiscal weakness'),
    'need': mark('Need'), 'own': mark('Own funds'), 'gap': mark('Gap'), 'provincial': mark('Provincial funds'),
    'social': mark('Social capital'), 'funded': mark('Funded'), 'unmet': mark('Still open'),
    'indicator': mark('Indicator'), 'perspective': mark('Perspective'), 'direction': mark('Direction'),
    'weight': mark('Weight'), 'weight_ahp': mark('AHP weight'), 'weight_entropy': mark('Entropy weight'),
    'weight_critic': mark('CRITIC weight'),
    'mean': mark('Mean'), 'contribution': mark('Contribution'), 'vif': mark('Variance inflation'),
    'factor': mark('Factor'),
    'gravity': mark('Interaction'), 'importance': mark('Class of importance'),
    'mean_cost': mark('Mean cost to other sources'), 'closeness': mark('Closeness'),
    'current_flow': mark('Current-flow centrality (A)'), 'in_tree': mark('In the minimum spanning tree'),
    'permeability': mark('Permeability'), 'cav': mark('Core area value'), 'cav_mean': mark('Mean core area value'),
    'csp': mark('Corridor specific priority'), 'csp_norm': mark('Corridor specific priority, normalised'),
    'kept': mark('On the map'), 'mean_resistance': mark('Mean resistance'),
    'area_perimeter': mark('Area / perimeter (m)'), 'climate_from': mark('Climate at the start'),
    'climate_to': mark('Climate at the end'), 'climate_change': mark('Change of the climate'),
    'candidate': mark('Candidate'), 'worth': mark('Worth'), 'eca': mark('Equivalent connected area'),
    'gain': mark('Gain'), 'own_gain': mark('Gain by its own habitat'), 'gain_percent': mark('Gain (%)'),
    'first_gain': mark('Gain if added alone'),
    'priority_rank': mark('Rank of priority'), 'priority_class': mark('Class of priority'),
    'drivers': mark('Drivers'), 'rank_low': mark('Rank, 5th percentile'), 'rank_high': mark('Rank, 95th percentile'),
    'first_share': mark('Share of draws among the first tenth'),
    'paid_wan': mark('Paid (10^4 CNY)'), 'received_wan': mark('Received (10^4 CNY)'),
    'net_wan': mark('Net position (10^4 CNY)'), 'capacity': mark('Capacity to pay'),
    'value_wan': mark('Value (10^4 CNY)'), 'topped_wan': mark('Provincial top-up (10^4 CNY)'),
    'chosen': mark('Chosen'), 'phase': mark('Phase'),
    'window_row': mark('Row of the target'), 'window_column': mark('Column of the target'),
    'window_x': mark('Target, x'), 'window_y': mark('Target, y'), 'solved': mark('Solved after all'),
    'reason': mark('Reason'),
}
SERVICES = {
    'food': mark('Food'), 'carbon': mark('Carbon fixation'), 'water': mark('Water yield'),
    'soil': mark('Soil conservation'), 'recreation': mark('Recreation'),
}
SERVICE_ALIASES = {
    'supply': mark('{service}: supply'), 'demand': mark('{service}: demand'),
    'esdr': mark('{service}: supply-demand ratio'),
}

# The fields a style may classify by when the one in its file is missing; '*_x' is any field with that ending.
STYLE_FIELDS = {
    'links': ('length_m',),
    'supply': ('total_supply', '*_supply', '*_storage', '*_value'),
    'demand': ('total_demand', '*_demand'),
    'cesdr': ('*_esdr', 'esdr'),
    'resilience': ('resilience_mean', 'resilience_index', 'score'),
    'resilience_classes': ('class', '*class'),
    'classes': ('*class',),
    'nodes': ('type', 'node', 'kind'),
    'collaborative_units': ('lead', 'level'),
    'funding': ('coverage', 'funded_share'),
    'zones': ('zone',),
    'matching': ('type', 'matching_type'),
}
STRETCH = {
    'barrier_score': 'quantile', 'current': 'quantile', 'population': 'quantile', 'nightlight': 'quantile',
    'resistance': 'linear',
    'cesdr': 'symmetric', 'corridor_mosaic': 'low', 'supply': 'linear', 'demand': 'quantile',
    'water_flow': 'quantile', 'change': 'symmetric',
    'trend': 'symmetric', 'normalised_current': 'ratio',
}
FIXED_CLASSES = ('cesdr',)
# Ranges that run from losses to gains around 0.
SIGNED = ('compensation',)
# Styles whose legends keep every class where a large raster is only sampled, since rare classes matter.
WHOLE_LEGENDS = ('mspa', 'mspa_edges', 'control_cells')
# Other names under which results ask for a style.
SYNONYMS = {
    'importance': 'continuous', 'allocation': 'classes', 'esdr': 'cesdr',
    'pinch_current': 'current', 'vegetation_cover': 'ndvi', 'unit_totals': 'units',
    'relief': 'slope', 'richness': 'continuous', 'change': 'cesdr', 'voltage': 'continuous',
}
# How the values of a category field may be spelled, per style: lower case -> the value in the style.
SPELLINGS = {
    'matching': {'hh': 'I', '1': 'I', 'ls-hd': 'II', '2': 'II', 'll': 'III', '3': 'III', 'hs-ld': 'IV', '4': 'IV',
                 'i': 'I', 'ii': 'II', 'iii': 'III', 'iv': 'IV'},
    'nodes': {'pinch': 'pinch_point', 'break': 'road_break'},
    'collaborative_units': {'prefecture': 'city', 'municipal': 'city', 'provincial': 'province'},
}


def field_alias(name, language):
    """What a reader calls a field, in the language."""
    if name in FIELD_ALIASES:
        return language.tr(FIELD_ALIASES[name])
    service, _, kind = name.rpartition('_')
    if service in SERVICES and kind in SERVICE_ALIASES:
        return language.tr(SERVICE_ALIASES[kind], service=language.tr(SERVICES[service]))
    return name
