"""The steps of the shipped models; see modelling for how a step is read."""

from modelling import NEEDED, Expression, Input, Step

SERVICES = ('food', 'carbon', 'water', 'soil', 'recreation')


def inputs(model, *wanted):
    """Adds the named inputs to a model; one definition each, so that all models describe them alike."""
    from ecorestore.algorithms import parameters as p
    defined = {
        'LANDCOVER': lambda: p.raster('LANDCOVER', 'Land cover', 'Class codes of the shipped tables: 1 cropland, '
                                      '2 forest, 3 shrub, 4 grassland, 5 water, 6 snow and ice, 7 barren, 8 built-up, '
                                      '9 wetland. All rasters share its grid.'),
        'DEM': lambda: p.raster('DEM', 'Elevation', 'Metres above sea level.'),
        'PRECIPITATION': lambda: p.raster('PRECIPITATION', 'Annual precipitation', 'Millimetres per year.'),
        'TEMPERATURE': lambda: p.raster('TEMPERATURE', 'Mean temperature', 'Annual mean, degrees Celsius.'),
        'ET0': lambda: p.raster('ET0', 'Reference evapotranspiration', 'Millimetres per year.'),
        'NDVI': lambda: p.raster('NDVI', 'NDVI', 'Annual maximum or growing season, -1 to 1.'),
        'NPP': lambda: p.raster('NPP', 'Net primary production', 'kg C per square metre and year.'),
        'SAND': lambda: p.raster('SAND', 'Sand', 'Percent of the topsoil.'),
        'SILT': lambda: p.raster('SILT', 'Silt', 'Percent of the topsoil.'),
        'CLAY': lambda: p.raster('CLAY', 'Clay', 'Percent of the topsoil.'),
        'ORGANIC_CARBON': lambda: p.raster('ORGANIC_CARBON', 'Soil organic carbon', 'Percent of the topsoil.'),
        'SOIL_DEPTH': lambda: p.raster('SOIL_DEPTH', 'Soil depth', 'Depth to the root restricting layer, mm.'),
        'PAWC': lambda: p.raster('PAWC', 'Plant available water content', 'Share of the soil volume, 0 to 1.'),
        'POPULATION': lambda: p.raster('POPULATION', 'Population', 'Persons per cell.'),
        'NIGHTLIGHT': lambda: p.raster('NIGHTLIGHT', 'Night lights', 'Radiance, nW per square cm and sr.'),
        'ROADS': lambda: p.vector('ROADS', 'Roads', 'Lines; corridors that cross them become nodes.', 'line',
                                  optional=True),
        'UNITS': lambda: p.vector('UNITS', 'Administrative units', 'Polygons with unit_code (six digits), unit_name, '
                                  'parent_code and the statistics grain_t (t per year), co2_t (t CO2 per year), '
                                  'revenue_wan and expenditure_wan (10,000 CNY per year).', 'polygon'),
        'HABITAT_CLASSES': lambda: p.text('HABITAT_CLASSES', 'Habitat classes', 'Land-cover codes that are habitat, '
                                          'separated by commas.', '2,9'),
        'MIN_AREA': lambda: p.number('MIN_AREA', 'Smallest source (ha)', 'Smaller patches are not sources.', 200,
                                     minimum=0),
        'EDGE': lambda: p.number('EDGE', 'Edge width (m)', 'Habitat closer than this to other land is edge, not core; '
                                 'sources grow from core.', 0, minimum=0),
        'FILL_HOLES': lambda: p.number('FILL_HOLES', 'Fill holes up to (ha)', 'Clearings inside a source up to this '
                                       'area become part of it; 0 fills none.', 10, minimum=0),
        'BUDGET': lambda: p.number('BUDGET', 'Provincial budget (10,000 CNY)', 'Provincial restoration funds.',
                                   20000, minimum=0),
        'SOCIAL': lambda: p.number('SOCIAL', 'Social capital (10,000 CNY)', 'Funds that PPP projects can raise.',
                                   8000, minimum=0),
        'SUPPLY_DEMAND': lambda: p.vector('SUPPLY_DEMAND', 'Units with supply and demand', 'Polygons with fields such '
                                          'as water_supply and water_demand, as Supply-demand ratio writes them, for '
                                          'the compensation, which is left out without them.', 'polygon',
                                          optional=True),
        'SOURCES': lambda: p.vector('SOURCES', 'Ecological sources', 'Polygons with source_id.', 'polygon'),
        'CORRIDORS': lambda: p.vector('CORRIDORS', 'Corridors', 'Polygons of the corridors. Give these or the links, '
                                      'not both.', 'polygon', optional=True),
        'LINKS': lambda: p.vector('LINKS', 'Links', 'Least-cost paths, widened by the half width, where there are no '
                                  'polygons of the corridors.', 'line', optional=True),
        'BUFFER': lambda: p.number('BUFFER', 'Half width of the links (m)', 'On either side.', 500, minimum=1),
        'PINCH_POINTS': lambda: p.vector('PINCH_POINTS', 'Pinch points', 'Polygons.', 'polygon', optional=True),
        'BARRIERS': lambda: p.vector('BARRIERS', 'Barriers', 'Polygons; the first of them by rank become elements.',
                                     'polygon', optional=True),
        'MOST_BARRIERS': lambda: p.integer('MOST_BARRIERS', 'Most barriers', 'So many barriers become elements.', 50,
                                           minimum=1),
        'NODES': lambda: p.vector('NODES', 'Ecological nodes', 'Points; those of a pinch point or barrier that is '
                                  'given as polygon count once.', 'point', optional=True),
        'DAMAGE': lambda: p.field('DAMAGE', 'Damage field', 'Degradation that every unit causes, for its share of '
                                  'duty, such as soil_demand, the soil erosion that Soil demand measures.', 'UNITS',
                                  optional=True),
        'BENEFIT': lambda: p.field('BENEFIT', 'Benefit field', 'What every unit gains from restoration, by default its '
                                   'people; not used where the units lack it.', 'UNITS', 'pop', optional=True),
        'WEIGHTING': lambda: p.choice('WEIGHTING', 'Weighting', 'How the weights of the priority come about.',
                                      ('equal', 'manual', 'ahp', 'entropy', 'critic', 'combined'), 'combined'),
        'PRIORITY_TABLE': lambda: p.table('PRIORITY_TABLE', 'Indicators of the priority', 'Indicator table; empty for '
                                          'the shipped one.', optional=True, advanced=True),
        'PRIORITY_JUDGEMENTS': lambda: p.table('PRIORITY_JUDGEMENTS', 'Judgements of the criteria', 'Pairwise '
                                               'judgements of the criteria of the priority; empty for the shipped '
                                               'ones.', optional=True, advanced=True),
        'ELEMENT_COSTS': lambda: p.table('ELEMENT_COSTS', 'Elements and costs', 'Task and cost per hectare of core, '
                                         'corridor and node; empty for the shipped table.', optional=True,
                                         advanced=True),
        'LEVEL_SHARES': lambda: p.table('LEVEL_SHARES', 'Shares of the levels', 'What province, city and county carry '
                                        'by the scope of a collaborative unit; empty for the shipped table.',
                                        optional=True, advanced=True),
        'PRICES': lambda: p.table('PRICES', 'Services and prices', 'Services of the compensation with their price; '
                                  'empty for the shipped table.', optional=True, advanced=True),
        'RELIEF': lambda: p.raster('DEM', 'Elevation', 'Metres above sea level; tells which units lie downstream of '
                                   'which, for the services that flow with the water. Empty: they flow anywhere.',
                                   optional=True),
        'REGIONS': lambda: p.table('REGIONS', 'Shares of regions', 'Least and largest share of the provincial budget '
                                   'of every city, by its parent_code; empty for none.', optional=True, advanced=True),
        # The defaults of these two are those of the tool: the command line hands on only what it is given.
        'FUNDS': lambda: p.number('BUDGET', 'Provincial budget (10,000 CNY)', 'Provincial restoration funds; empty for '
                                  '60 % of the sum of the gaps.', minimum=0, optional=True),
        'OTHER_FUNDS': lambda: p.number('SOCIAL', 'Social capital (10,000 CNY)', 'Funds that PPP projects can raise.',
                                        0, minimum=0),
        'RESISTANCE_FACTORS': lambda: p.table('RESISTANCE_FACTORS', 'Resistance scores', 'Scores of the resistance '
                                              'factors; empty for the shipped table.', optional=True, advanced=True),
        'JUDGEMENTS': lambda: p.table('JUDGEMENTS', 'AHP matrix of the resistance factors', 'Pairwise judgements; '
                                      'empty for the shipped ones.', optional=True, advanced=True),
        'RULES': lambda: p.table('RULES', 'Zone rules', 'Matching type and resilience level to zone and strategy; '
                                 'empty for the six zones of the Beijing-Tianjin-Hebei paper.', optional=True,
                                 advanced=True),
        'PROVENANCE': lambda: p.table('PROVENANCE', 'Provenance of the inputs', 'Table with layer, file, status (real, '
                                      'semi-synthetic, assumed, synthetic), source and note; shown in the report.',
                                      optional=True),
        'TITLE': lambda: p.text('TITLE', 'Title', 'Title of the report and the map.', 'Ecological restoration plan'),
        'LANGUAGE': lambda: p.choice('LANGUAGE', 'Language', 'Language of the report and the map: auto, en or zh.',
                                     ('auto', 'en', 'zh'), 'auto'),
    }
    for name in wanted:
        model.input(defined[name]())


PATTERN = ('LANDCOVER', 'DEM', 'NDVI', 'NIGHTLIGHT', 'ROADS', 'UNITS', 'HABITAT_CLASSES', 'MIN_AREA', 'EDGE',
           'FILL_HOLES', 'RESISTANCE_FACTORS', 'JUDGEMENTS')
ELEMENTS = ('SOURCES', 'CORRIDORS', 'PINCH_POINTS', 'BARRIERS', 'NODES')
# Fields of the shipped indicator table of the priority that administrative units may have.
JOINED = ('pop', 'cesdr', 'habitat_quality', 'dpc', 'centrality', 'erosion_excess', 'trend', 'slope', 'drought',
          'tenure', 'cost_wan_ha')
ZONING = ('LANDCOVER', 'DEM', 'PRECIPITATION', 'TEMPERATURE', 'ET0', 'NDVI', 'NPP', 'SAND', 'SILT', 'CLAY',
          'ORGANIC_CARBON', 'SOIL_DEPTH', 'PAWC', 'POPULATION', 'NIGHTLIGHT', 'UNITS', 'RULES')


def _resistance_and_sources(model):
    """Adds the steps to both, and returns them."""
    model.step('slope', 'native:slope', {'INPUT': Input('DEM'), 'Z_FACTOR': 1})
    model.step('weights', 'ecorestore:ahpweights', {'MATRIX': Input('JUDGEMENTS')})
    model.step('surface', 'ecorestore:resistancesurface', {
        'FACTORS': [Input('LANDCOVER'), Input('DEM'), Step('slope', 'OUTPUT'), Input('NDVI'), Input('NIGHTLIGHT')],
        'NAMES': 'landcover,elevation,slope,ndvi,nightlight', 'TABLE': Input('RESISTANCE_FACTORS'),
        'WEIGHTS': Step('weights', 'WEIGHTS')}, {'RESISTANCE': ('RESISTANCE', 'Resistance')})
    model.step('patches', 'ecorestore:sourcepatches', {
        'HABITAT': Input('LANDCOVER'), 'CLASSES': Input('HABITAT_CLASSES'), 'MIN_AREA': Input('MIN_AREA'),
        'EDGE': Input('EDGE'), 'FILL_HOLES': Input('FILL_HOLES')}, {'SOURCES': ('SOURCES', 'Ecological sources')})
    return Step('surface', 'RESISTANCE'), Step('patches', 'SOURCES')


def security_pattern(make):
    model = make('security_pattern', 'Ecological security pattern: resistance from weighted factors, sources from '
                 'habitat, cumulative resistance, corridors, current flow, pinch points, barriers and strategic nodes. '
                 'After Peng 2025, section 2.1.')
    inputs(model, *PATTERN)
    resistance, sources = _resistance_and_sources(model)
    model.step('cumulative', 'ecorestore:cumulativeresistance', {'RESISTANCE': resistance, 'SOURCES': sources},
               {'COST': ('CUMULATIVE_RESISTANCE', 'Minimum cumulative resistance')})
    model.step('network', 'ecorestore:corridors', {'RESISTANCE': resistance, 'SOURCES': sources}, {
        'LINKS': ('LINKS', 'Links'), 'MOSAIC': ('MOSAIC', 'Corridor mosaic'), 'CORRIDORS': ('CORRIDORS', 'Corridors')})
    model.step('current', 'ecorestore:currentflow', {'RESISTANCE': resistance, 'SOURCES': sources},
               {'CURRENT': ('CURRENT', 'Cumulative current')})
    model.step('pinch', 'ecorestore:pinchpoints', {
        'RESISTANCE': resistance, 'SOURCES': sources, 'LINKS': Step('network', 'LINKS'),
        'CORRIDORS': Step('network', 'CORRIDORS')}, {
        'CURRENT': ('PINCH_CURRENT', 'Current in corridors'), 'PINCH_POINTS': ('PINCH_POINTS', 'Pinch points')})
    model.step('barriers', 'ecorestore:barriers', {
        'RESISTANCE': resistance, 'SOURCES': sources, 'LINKS': Step('network', 'LINKS'),
        'CORRIDORS': Step('network', 'CORRIDORS'), 'LANDCOVER': Input('LANDCOVER')}, {
        'IMPROVEMENT': ('IMPROVEMENT', 'Improvement score'), 'BARRIERS': ('BARRIERS', 'Barriers')})
    model.step('nodes', 'ecorestore:ecologicalnodes', {
        'PINCH_POINTS': Step('pinch', 'PINCH_POINTS'), 'BARRIERS': Step('barriers', 'BARRIERS'),
        'MOST_BARRIERS': 50, 'LINKS': Step('network', 'LINKS'), 'SOURCES': sources, 'ROADS': Input('ROADS'),
        'UNITS': Input('UNITS')}, {'NODES': ('NODES', 'Ecological nodes')})
    return model


def corridor_ranking(make):
    model = make('corridor_ranking', 'Sources, the network of corridors between them, and which corridors come first: '
                 'resistance from weighted factors, sources from habitat, corridors, gravity model, network indices '
                 'and linkage priority.')
    inputs(model, *(name for name in PATTERN if name not in ('ROADS', 'UNITS')))
    resistance, sources = _resistance_and_sources(model)
    model.step('network', 'ecorestore:corridors', {
        'RESISTANCE': resistance, 'SOURCES': sources, 'LANDCOVER': Input('LANDCOVER')}, {
        'MOSAIC': ('MOSAIC', 'Corridor mosaic'), 'CORRIDORS': ('CORRIDORS', 'Corridors'),
        'PAIR_TABLE': ('PAIR_TABLE', 'Pair table')})
    model.step('gravity', 'ecorestore:gravityimportance', {
        'SOURCES': sources, 'LINKS': Step('network', 'LINKS'), 'RESISTANCE': resistance, 'BREAKS': 'logarithm'})
    model.step('indices', 'ecorestore:networkindices', {
        'SOURCES': sources, 'LINKS': Step('gravity', 'OUTPUT')}, {
        'PATCHES': ('CENTRALITY', 'Sources with centrality'), 'INDICES': ('INDICES', 'Indices of the network')})
    model.step('priority', 'ecorestore:linkagepriority', {
        'RESISTANCE': resistance, 'SOURCES': sources, 'LINKS': Step('indices', 'OUTPUT')}, {
        'OUTPUT': ('RANKED_LINKS', 'Links by priority'), 'BLENDED': ('BLENDED', 'Blended priority'),
        'CORES': ('CORES', 'Sources by value')})
    return model


def supply_demand_zoning(make):
    model = make('supply_demand_zoning', 'Supply and demand of five ecosystem services, supply-demand ratio and '
                 'matching types, resilience from 15 indicators, restoration zones with strategies. After Meng et al. '
                 '2023.')
    inputs(model, *ZONING)
    soil = {key: Input(key) for key in ('SAND', 'SILT', 'CLAY', 'ORGANIC_CARBON')}
    land = {'LANDCOVER': Input('LANDCOVER'), 'NDVI': Input('NDVI')}
    people = {'POPULATION': Input('POPULATION')}
    units = {'UNITS': Input('UNITS')}
    step = model.step
    step('food_supply', 'ecorestore:foodsupply', {**land, **units})
    step('carbon_supply', 'ecorestore:carbonfixation', {'NPP': Input('NPP')})
    step('water_supply', 'ecorestore:wateryield', {key: Input(key) for key in (
        'PRECIPITATION', 'ET0', 'PAWC', 'SOIL_DEPTH', 'LANDCOVER')})
    step('soil_supply', 'ecorestore:soilconservation', {
        **land, **soil, 'DEM': Input('DEM'), 'PRECIPITATION': Input('PRECIPITATION')},
        {'EROSION': ('EROSION', 'Soil erosion')})
    step('recreation_supply', 'ecorestore:recreationsupply', land)
    step('food_demand', 'ecorestore:fooddemand', people)
    step('carbon_demand', 'ecorestore:carbondemand', {**people, **units, 'METHOD': 'statistics'})
    step('water_demand', 'ecorestore:waterdemand', people)
    step('soil_demand', 'ecorestore:soildemand', {'EROSION': Step('soil_supply', 'EROSION')})
    step('recreation_demand', 'ecorestore:recreationdemand', people)
    step('ratio', 'ecorestore:supplydemandratio', {
        'SUPPLY': [Step(f'{name}_supply', 'OUTPUT') for name in SERVICES],
        'DEMAND': [Step(f'{name}_demand', 'OUTPUT') for name in SERVICES], **units},
        {'CLASS_AREAS': ('CLASS_AREAS', 'Supply-demand classes'), 'REPORT': ('RATIO_REPORT', 'Report of the ratios')})
    step('tradeoffs', 'ecorestore:servicetradeoffs', {
        'RASTERS': [Step(f'{name}_supply', 'OUTPUT') for name in SERVICES], 'NAMES': ','.join(SERVICES)},
        {'PAIRS': ('TRADEOFFS', 'Trade-offs of the services')})
    step('matching', 'ecorestore:supplydemandmatching', {'UNITS': Step('ratio', 'OUTPUT')},
         {'REPORT': ('MATCHING_REPORT', 'Report of the matching types')})
    step('coordination', 'ecorestore:couplingcoordination', {'UNITS': Step('matching', 'OUTPUT')},
         {'OUTPUT': ('COORDINATION', 'Coordination of supply and demand')})
    step('indicators', 'ecorestore:resilienceindicators', {
        **land, **soil, **people, **{key: Input(key) for key in (
            'DEM', 'PRECIPITATION', 'TEMPERATURE', 'ET0', 'SOIL_DEPTH', 'NIGHTLIGHT')}},
        {'INDICATORS': ('INDICATORS', 'Resilience indicators')})
    step('resilience', 'ecorestore:resilienceindex', {'INDICATORS': Step('indicators', 'INDICATORS')}, {
        'RESILIENCE': ('RESILIENCE', 'Resilience'), 'WEIGHT_TABLE': ('WEIGHT_TABLE', 'Resilience weights'),
        'PERSPECTIVES': ('PERSPECTIVES', 'Resilience per perspective'),
        'REPORT': ('RESILIENCE_REPORT', 'Report of the resilience')})
    step('classes', 'ecorestore:classify', {'INPUT': Step('resilience', 'RESILIENCE'), 'METHOD': 'jenks',
                                            'CLASSES': 5}, {'OUTPUT': ('RESILIENCE_CLASSES', 'Resilience classes')})
    step('zones', 'ecorestore:restorationzones', {
        'UNITS': Step('matching', 'OUTPUT'), 'RESILIENCE': Step('resilience', 'RESILIENCE'), 'RULES': Input('RULES')},
        {'ZONES': ('ZONES', 'Restoration zones'), 'ZONE_AREAS': ('ZONE_AREAS', 'Areas of the zones')})
    step('statistics', 'ecorestore:zonestatistics', {
        'ZONES': Step('zones', 'ZONES'), 'RASTERS': [Step('resilience', 'RESILIENCE'), Step('soil_supply', 'EROSION')],
        'RASTER_NAMES': 'resilience,erosion', 'CLASS_RASTERS': [Input('LANDCOVER')], 'CLASS_NAMES': 'landcover',
        **units}, {
        'OUTPUT': ('ZONE_STATISTICS', 'Statistics of zones'), 'CLASS_AREAS': ('ZONE_LANDCOVER', 'Land cover by zone'),
        'CROSS_TABLE': ('ZONES_BY_UNIT', 'Zones by unit'), 'REPORT': ('ZONE_REPORT', 'Report of the zones')})
    return model


def collaborative_plan(make):
    model = make('collaborative_plan', 'From the security pattern to funded cross-regional restoration units: the '
                 'elements in every administrative unit, who leads, which units come first and how sure that is, who '
                 'carries which share of the cost, who compensates whom, and who gets which funds. After Peng 2025, '
                 'sections 2.3 to 2.5.')
    inputs(model, 'UNITS', 'SUPPLY_DEMAND', *ELEMENTS, 'LINKS', 'BUFFER', 'MOST_BARRIERS', 'FUNDS', 'OTHER_FUNDS',
           'DAMAGE', 'BENEFIT', 'WEIGHTING', 'PRIORITY_TABLE', 'PRIORITY_JUDGEMENTS', 'ELEMENT_COSTS', 'LEVEL_SHARES',
           'PRICES', 'RELIEF', 'REGIONS')
    step, units = model.step, Input('UNITS')
    step('units', 'ecorestore:collaborativeunits', {
        **{key: Input(key) for key in (*ELEMENTS, 'LINKS', 'BUFFER', 'MOST_BARRIERS', 'ELEMENT_COSTS')},
        'UNITS': units}, {
        'OUTPUT': ('COLLABORATIVE_UNITS', 'Cross-regional restoration units'),
        'PIECES': ('UNIT_PARTS', 'Parts of the restoration units', NEEDED),
        'SUMMARY': ('UNIT_SUMMARY', 'Restoration elements by unit', NEEDED)})
    step('indicators', 'native:joinattributestable', {
        'INPUT': Step('units', 'SUMMARY'), 'FIELD': 'unit_code', 'INPUT_2': units, 'FIELD_2': 'unit_code',
        'FIELDS_TO_COPY': list(JOINED), 'METHOD': 1}, about='Indicators that the units bring along')
    step('priority', 'ecorestore:restorationpriority', {
        'UNITS': Step('indicators', 'OUTPUT'), 'TABLE': Input('PRIORITY_TABLE'), 'WEIGHTS': Input('WEIGHTING'),
        'JUDGEMENTS': Input('PRIORITY_JUDGEMENTS')}, {
        'OUTPUT': ('PRIORITY', 'Priority of the units'),
        'WEIGHT_TABLE': ('PRIORITY_WEIGHTS', 'Weights of the priority')})
    step('duties', 'ecorestore:responsibilities', {
        'PIECES': Step('units', 'PIECES'), 'UNITS': units, 'DAMAGE': Input('DAMAGE'), 'BENEFIT': Input('BENEFIT'),
        'LEVEL_SHARES': Input('LEVEL_SHARES'), 'ELEMENT_COSTS': Input('ELEMENT_COSTS')}, {
        'DUTIES': ('DUTIES', 'Duties'), 'LEVEL_TOTALS': ('LEVEL_TOTALS', 'Totals by level')})
    model.condition('compensating', 'Supply and demand are given', '@SUPPLY_DEMAND is not null')
    step('compensation', 'ecorestore:ecologicalcompensation', {
        'UNITS': Input('SUPPLY_DEMAND'), 'TABLE': Input('PRICES'), 'DEM': Input('DEM')}, {
        'OUTPUT': ('COMPENSATION', 'Compensation accounts'), 'FLOWS': ('COMPENSATION_FLOWS', 'Compensation flows'),
        'BALANCE': ('COMPENSATION_BALANCE', 'Balance of the compensation fund')}, only_if='compensating')
    step('fundable', 'native:fieldcalculator', {
        'INPUT': Step('priority', 'OUTPUT'), 'FIELD_NAME': 'priority', 'FIELD_TYPE': 0, 'FIELD_LENGTH': 0,
        'FIELD_PRECISION': 0, 'FORMULA': 'coalesce("priority", 0)'}, about='Units without a rank come last')
    step('funding', 'ecorestore:fundingallocation', {
        'UNITS': Step('fundable', 'OUTPUT'), 'BUDGET': Input('BUDGET'), 'SOCIAL': Input('SOCIAL'),
        'REGIONS': Input('REGIONS')}, {
        'OUTPUT': ('FUNDING', 'Funding'), 'ALTERNATIVES': ('FUNDING_ALTERNATIVES', 'Comparison of funding plans'),
        'BINDING': ('FUNDING_LIMITS', 'Limits that hold the funding back')})
    return model


def _on_request(model, results):
    """Results of the step units that may be left out, although later steps need them.

    Without a place to write to, a result of the model is not made, so what is handed out is a copy: all features that
    'false' does not choose, which is an output that need not be given.
    """
    for name, (output, result, label) in results.items():
        model.step(name, 'native:extractbyexpression', {'INPUT': Step('units', output), 'EXPRESSION': 'false'},
                   {'FAIL_OUTPUT': (result, label)}, about=label)


def _settings_of(model):
    """An expression that lists what was set, for the report: a line per setting, name = value."""
    lines = [f"'{name} = ' || coalesce(to_string(@{name}), '{model.model.parameterDefinition(name).defaultValue()}')"
             for name in ('HABITAT_CLASSES', 'MIN_AREA', 'EDGE', 'FILL_HOLES', 'BUDGET', 'SOCIAL')]
    return Expression(f"array_to_string(array({', '.join(lines)}), '\\n')")


def full_plan(make):
    model = make('full_plan', 'The whole plan: ecological security pattern, supply-demand zones, cross-regional '
                 'restoration units, funding, report and map. Calls the models security_pattern, '
                 'supply_demand_zoning and collaborative_plan.')
    both = list(dict.fromkeys((*PATTERN, *ZONING)))
    inputs(model, *both, 'BUDGET', 'SOCIAL', 'PROVENANCE', 'TITLE', 'LANGUAGE')
    results = {
        'pattern': {'surface:RESISTANCE': ('RESISTANCE', 'Resistance'),
                    'patches:SOURCES': ('SOURCES', 'Ecological sources'),
                    'cumulative:CUMULATIVE_RESISTANCE': ('CUMULATIVE_RESISTANCE', 'Minimum cumulative resistance'),
                    'network:LINKS': ('LINKS', 'Links'), 'network:MOSAIC': ('MOSAIC', 'Corridor mosaic'),
                    'network:CORRIDORS': ('CORRIDORS', 'Corridors'),
                    'current:CURRENT': ('CURRENT', 'Cumulative current'),
                    'pinch:PINCH_CURRENT': ('PINCH_CURRENT', 'Current in corridors'),
                    'pinch:PINCH_POINTS': ('PINCH_POINTS', 'Pinch points'),
                    'barriers:IMPROVEMENT': ('IMPROVEMENT', 'Improvement score'),
                    'barriers:BARRIERS': ('BARRIERS', 'Barriers'),
                    'nodes:NODES': ('NODES', 'Ecological nodes')},
        'zoning': {'soil_supply:EROSION': ('EROSION', 'Soil erosion'),
                   'ratio:CLASS_AREAS': ('CLASS_AREAS', 'Supply-demand classes'),
                   'indicators:INDICATORS': ('INDICATORS', 'Resilience indicators'),
                   'resilience:RESILIENCE': ('RESILIENCE', 'Resilience'),
                   'resilience:WEIGHT_TABLE': ('WEIGHT_TABLE', 'Resilience weights'),
                   'resilience:PERSPECTIVES': ('PERSPECTIVES', 'Resilience per perspective'),
                   'ratio:RATIO_REPORT': ('RATIO_REPORT', 'Report of the ratios'),
                   'matching:MATCHING_REPORT': ('MATCHING_REPORT', 'Report of the matching types'),
                   'resilience:RESILIENCE_REPORT': ('RESILIENCE_REPORT', 'Report of the resilience'),
                   'tradeoffs:TRADEOFFS': ('TRADEOFFS', 'Trade-offs of the services'),
                   'coordination:COORDINATION': ('COORDINATION', 'Coordination of supply and demand'),
                   'statistics:ZONE_STATISTICS': ('ZONE_STATISTICS', 'Statistics of zones'),
                   'statistics:ZONE_LANDCOVER': ('ZONE_LANDCOVER', 'Land cover by zone'),
                   'statistics:ZONES_BY_UNIT': ('ZONES_BY_UNIT', 'Zones by unit'),
                   'statistics:ZONE_REPORT': ('ZONE_REPORT', 'Report of the zones'),
                   'classes:RESILIENCE_CLASSES': ('RESILIENCE_CLASSES', 'Resilience classes'),
                   'zones:ZONES': ('ZONES', 'Restoration zones'),
                   'zones:ZONE_AREAS': ('ZONE_AREAS', 'Areas of the zones')}}
    model.step('pattern', 'ecorestore:security_pattern', {key: Input(key) for key in PATTERN}, results['pattern'])
    model.step('zoning', 'ecorestore:supply_demand_zoning', {key: Input(key) for key in ZONING}, results['zoning'])
    zones = Step('zoning', 'zones:ZONES')
    elements = {'SOURCES': Step('pattern', 'patches:SOURCES'), 'CORRIDORS': Step('pattern', 'network:CORRIDORS'),
                'PINCH_POINTS': Step('pattern', 'pinch:PINCH_POINTS'),
                'BARRIERS': Step('pattern', 'barriers:BARRIERS'), 'NODES': Step('pattern', 'nodes:NODES')}
    money = {key: Input(key) for key in ('BUDGET', 'SOCIAL')}
    model.step('units', 'ecorestore:collaborative_plan', {
        **elements, **money, 'UNITS': zones, 'SUPPLY_DEMAND': zones, 'DAMAGE': 'soil_demand', 'DEM': Input('DEM')}, {
        'units:COLLABORATIVE_UNITS': ('COLLABORATIVE_UNITS', 'Cross-regional restoration units'),
        'units:UNIT_SUMMARY': ('UNIT_SUMMARY', 'Restoration elements by unit', NEEDED),
        'compensation:COMPENSATION_FLOWS': ('COMPENSATION_FLOWS', 'Compensation flows')})
    _on_request(model, {
        'ranking': ('priority:PRIORITY', 'PRIORITY', 'Priority of the units'),
        'duties': ('duties:DUTIES', 'DUTIES', 'Duties'),
        'levels': ('duties:LEVEL_TOTALS', 'LEVEL_TOTALS', 'Totals by level'),
        'accounts': ('compensation:COMPENSATION', 'COMPENSATION', 'Compensation accounts')})
    # The same funds once more: a model names its results by the step they come from, and funding:FUNDING is older than
    # the model above.
    model.step('funding', 'ecorestore:fundingallocation', {'UNITS': Step('units', 'funding:FUNDING'), **money},
               {'OUTPUT': ('FUNDING', 'Funding')})
    shown = {**elements, 'ZONES': zones,
             'LINKS': Step('pattern', 'network:LINKS'), 'COLLABORATIVE': Step('units', 'units:COLLABORATIVE_UNITS'),
             'RESISTANCE': Step('pattern', 'surface:RESISTANCE'), 'TITLE': Input('TITLE'),
             'LANGUAGE': Input('LANGUAGE'), 'PROVENANCE': Input('PROVENANCE')}
    model.step('report', 'ecorestore:planreport', {
        **shown, 'CURRENT': Step('pattern', 'current:CURRENT'), 'MOSAIC': Step('pattern', 'network:MOSAIC'),
        'RESILIENCE': Step('zoning', 'resilience:RESILIENCE'),
        'PERSPECTIVES': Step('zoning', 'resilience:PERSPECTIVES'), 'FUNDING': Step('funding', 'OUTPUT'),
        'PRIORITY': Step('units', 'priority:PRIORITY'), 'DUTIES': Step('units', 'duties:LEVEL_TOTALS'),
        'COMPENSATION': Step('units', 'compensation:COMPENSATION'),
        'FLOWS': Step('units', 'compensation:COMPENSATION_FLOWS'),
        'WEIGHT_TABLE': Step('zoning', 'resilience:WEIGHT_TABLE'), 'SETTINGS': _settings_of(model)},
        {'REPORT': ('REPORT', 'Report'), 'HEADLINES': ('HEADLINES', 'Headline numbers')})
    model.step('map', 'ecorestore:planmap', {
        **shown, 'DEM': Input('DEM'), 'PRIORITY': Step('units', 'priority:PRIORITY'),
        'FUNDING': Step('funding', 'OUTPUT')}, {
        'PDF': ('MAP_PDF', 'Map (PDF)'), 'PNG': ('MAP_PNG', 'Map (PNG)'),
        'ATLAS': ('MAP_ATLAS', 'Atlas with a page per unit (PDF)')})
    return model
