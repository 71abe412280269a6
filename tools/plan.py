"""What the demonstration hands to the model full_plan, and where the results go. Standard library only."""

FILES = ('plan.gpkg', 'report.html', 'report.zh.html', 'map.pdf', 'map.png', 'map.zh.pdf', 'map.zh.png',
         'atlas.pdf', 'headlines.json', 'run_record.json', 'ratio.html', 'matching.html', 'resilience.html',
         'zones.html')

# Model output -> raster file. Vectors become layers of plan.gpkg.
RASTERS = {'pattern:RESISTANCE': 'resistance', 'pattern:CUMULATIVE_RESISTANCE': 'cumulative_resistance',
           'pattern:MOSAIC': 'corridor_mosaic', 'pattern:CURRENT': 'current', 'pattern:PINCH_CURRENT': 'pinch_current',
           'pattern:IMPROVEMENT': 'improvement',
           'zoning:EROSION': 'erosion', 'zoning:INDICATORS': 'resilience_indicators', 'zoning:RESILIENCE': 'resilience',
           'zoning:RESILIENCE_CLASSES': 'resilience_classes', 'zoning:PERSPECTIVES': 'resilience_perspectives'}
VECTORS = {'pattern:SOURCES': 'sources', 'pattern:LINKS': 'links', 'pattern:CORRIDORS': 'corridors',
           'pattern:PINCH_POINTS': 'pinch_points', 'pattern:BARRIERS': 'barriers',
           'pattern:NODES': 'nodes', 'zoning:ZONES': 'zones',
           'units:COLLABORATIVE_UNITS': 'collaborative_units', 'units:UNIT_SUMMARY': 'unit_summary',
           'ranking:PRIORITY': 'priority', 'accounts:COMPENSATION': 'compensation',
           'units:COMPENSATION_FLOWS': 'compensation_flows', 'funding:FUNDING': 'funding',
           'zoning:COORDINATION': 'coordination', 'zoning:ZONE_STATISTICS': 'zone_statistics'}
TABLES = {'duties:DUTIES': 'duties', 'levels:LEVEL_TOTALS': 'level_totals',
          'zoning:CLASS_AREAS': 'class_areas', 'zoning:ZONE_AREAS': 'zone_areas',
          'zoning:WEIGHT_TABLE': 'resilience_weights', 'zoning:TRADEOFFS': 'service_tradeoffs',
          'zoning:ZONE_LANDCOVER': 'zone_landcover', 'zoning:ZONES_BY_UNIT': 'zones_by_unit'}
REPORTS = {'zoning:RATIO_REPORT': 'ratio', 'zoning:MATCHING_REPORT': 'matching',
           'zoning:RESILIENCE_REPORT': 'resilience', 'zoning:ZONE_REPORT': 'zones'}

# What a planner would set for the study area; sizes go with cell size and landscape.
TITLES = {'': ('Restoration plan of the synthetic sample area', '合成示例区生态修复规划'),
          'hunan': ('Restoration plan of Hunan (demonstration)', '湖南省生态修复规划（演示）'),
          'bth': ('Restoration plan of Beijing-Tianjin-Hebei (demonstration)', '京津冀生态修复规划（演示）')}
SETTINGS = {'': {'MIN_AREA': 200, 'EDGE': 0, 'FILL_HOLES': 20, 'BUDGET': 1200, 'SOCIAL': 400},
            'hunan': {'MIN_AREA': 15000, 'EDGE': 2500, 'FILL_HOLES': 0, 'BUDGET': 300000, 'SOCIAL': 100000},
            'bth': {'MIN_AREA': 8000, 'EDGE': 1000, 'FILL_HOLES': 0, 'BUDGET': 200000, 'SOCIAL': 80000}}
LAYERS = {'LANDCOVER': 'landcover_2020', 'DEM': 'dem', 'PRECIPITATION': 'precipitation', 'TEMPERATURE': 'temperature',
          'ET0': 'et0', 'NDVI': 'ndvi_2020', 'NPP': 'npp', 'SAND': 'sand', 'SILT': 'silt', 'CLAY': 'clay',
          'ORGANIC_CARBON': 'organic_carbon', 'SOIL_DEPTH': 'soil_depth', 'PAWC': 'pawc', 'POPULATION': 'population',
          'NIGHTLIGHT': 'nightlight'}


def inputs(folder, data=''):
    """Parameters of full_plan for a folder that sampledata or real_data.py wrote."""
    found = {name: folder / f'{file}.tif' for name, file in LAYERS.items()}
    found['UNITS'] = f'{folder / "sample.gpkg"}|layername=units'
    found['ROADS'] = f'{folder / "sample.gpkg"}|layername=roads'
    found['PROVENANCE'] = folder / 'provenance.csv'
    found.update(SETTINGS.get(data, SETTINGS['']), HABITAT_CLASSES='2,9', LANGUAGE='en',
                 TITLE=TITLES.get(data, (f'Restoration plan of {data}', ''))[0])
    return found


def outputs(out):
    """Where each result of full_plan goes."""
    found = {name: out / 'rasters' / f'{file}.tif' for name, file in RASTERS.items()}
    found.update({name: f'ogr:dbname=\'{out / "plan.gpkg"}\' table="{layer}" (geom)'
                  for name, layer in VECTORS.items()})
    found.update({name: f'ogr:dbname=\'{out / "plan.gpkg"}\' table="{layer}"' for name, layer in TABLES.items()})
    found.update({name: out / f'{file}.html' for name, file in REPORTS.items()})
    found.update({'report:REPORT': out / 'report.html', 'report:HEADLINES': out / 'headlines.json',
                  'map:MAP_PDF': out / 'map.pdf', 'map:MAP_PNG': out / 'map.png', 'map:MAP_ATLAS': out / 'atlas.pdf'})
    return found


def in_chinese(out, given, data=''):
    """The report and the map once more, in Chinese, from the finished results: [(tool, parameters)]."""
    def layer(name):
        return f'{out / "plan.gpkg"}|layername={name}'

    shown = {'ZONES': layer('zones'), 'SOURCES': layer('sources'), 'LINKS': layer('links'),
             'CORRIDORS': layer('corridors'), 'PINCH_POINTS': layer('pinch_points'),
             'BARRIERS': layer('barriers'), 'NODES': layer('nodes'),
             'COLLABORATIVE': layer('collaborative_units'), 'RESISTANCE': out / 'rasters' / 'resistance.tif',
             'PROVENANCE': given['PROVENANCE'], 'LANGUAGE': 'zh',
             'TITLE': TITLES.get(data, ('', f'{data} 生态修复规划'))[1]}
    report = {'CURRENT': out / 'rasters' / 'current.tif', 'MOSAIC': out / 'rasters' / 'corridor_mosaic.tif',
              'RESILIENCE': out / 'rasters' / 'resilience.tif',
              'PERSPECTIVES': out / 'rasters' / 'resilience_perspectives.tif', 'FUNDING': layer('funding'),
              'PRIORITY': layer('priority'), 'DUTIES': layer('level_totals'), 'COMPENSATION': layer('compensation'),
              'FLOWS': layer('compensation_flows'),
              'WEIGHT_TABLE': layer('resilience_weights'), 'REPORT': out / 'report.zh.html',
              'SETTINGS': '\n'.join(f'{key} = {given[key]}' for key in (
                  'HABITAT_CLASSES', 'MIN_AREA', 'EDGE', 'FILL_HOLES', 'BUDGET', 'SOCIAL'))}
    return [('ecorestore:planreport', {**shown, **report}),
            ('ecorestore:planmap', {**shown, 'DEM': given['DEM'], 'PDF': out / 'map.zh.pdf',
                                    'PNG': out / 'map.zh.png'})]
