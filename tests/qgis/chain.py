"""The smallest sensible parameters of every tool on the sample area, in the order in which the tools feed each other.

Only required parameters are given; where a tool needs one of several optional inputs, that one.
"""

from pathlib import Path

from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingParameterDefinition, QgsProject

DATA = Path(__file__).resolve().parent.parent / 'data'
OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


NEED_SERVER = ('grantaccess',)


def prepare_server(server):
    """A store on the server, and a role that can become a member."""
    from ecorestore.ecorestore_plugin.datastore.postgis import create_store
    from ecorestore.ecorestore_plugin.datastore.standard import read_standard
    create_store(server.dsn(), read_standard(), 4547)
    server.ask('DROP ROLE IF EXISTS county_office')
    server.ask('CREATE ROLE county_office LOGIN')


def destinations(tool, folder, given=()):
    """A file for every required output, and for the optional ones in ``given``."""
    found = {}
    for definition in tool.destinationParameterDefinitions():
        if definition.flags() & OPTIONAL and definition.name() not in given:
            continue
        ending = {'rasterDestination': '.tif', 'sink': '.gpkg', 'folderDestination': ''}.get(definition.type())
        if ending is None:
            ending = '.' + definition.defaultFileExtension()
        found[definition.name()] = str(folder / f'{tool.name()}_{definition.name()}{ending}')
    return found


def run(tool, parameters, feedback=None):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    sound, message = tool.checkParameterValues(parameters, context)
    if not sound:
        raise QgsProcessingException(message)
    return tool.run(parameters, context, feedback, {}, False)[0]


def steps(folder, made):
    """{tool id: parameters} with inputs from the sample folder and from ``made``: {'tool id': results}."""
    def raster(name):
        return str(folder / f'{name}.tif')

    def out(tool, name='OUTPUT'):
        return made.get(tool, {}).get(name, '')

    units = str(folder / 'sample.gpkg') + '|layername=units'
    land = {'LANDCOVER': raster('landcover_2020')}
    supply = ['foodsupply', 'carbonfixation', 'wateryield', 'soilconservation', 'recreationsupply']
    demand = ['fooddemand', 'carbondemand', 'waterdemand', 'soildemand', 'recreationdemand']
    yield 'sampledata', {'ROWS': 130, 'COLUMNS': 130}
    yield 'alignrasters', {'RASTERS': [raster('dem'), raster('landcover_2020')], 'TEMPLATE': raster('dem')}
    yield 'checkinputs', {'RASTERS': [raster('dem'), raster('landcover_2020')], 'VECTORS': [units]}
    yield 'vegetationcover', {'NDVI': raster('ndvi_2020')}
    yield 'diversitywindow', land
    yield 'terrainindicators', {'DEM': raster('dem')}
    yield 'landcoverresistance', land
    yield 'ahpweights', {}
    yield 'objectiveweights', {'RASTERS': [raster('dem'), raster('ndvi_2020')]}
    yield 'transformresistance', {'SUITABILITY': raster('ndvi_2020'), 'CLIP': True}
    yield 'resistancesurface', {'FACTORS': [raster('landcover_2020'), raster('ndvi_2020')], 'NAMES': 'landcover,ndvi',
                                'MANUAL_WEIGHTS': '0.6,0.4'}
    yield 'habitatquality', land
    yield 'importance', {'FACTORS': [out('habitatquality', 'QUALITY'), raster('npp')], 'NAMES': 'habitat_quality,npp'}
    yield 'mspa', {'INPUT': raster('landcover_2020'), 'FOREGROUND': '2,9'}
    yield 'sourcepatches', {'HABITAT': raster('landcover_2020'), 'CLASSES': '2,9', 'MIN_AREA': 100}
    network = {'RESISTANCE': out('resistancesurface', 'RESISTANCE'), 'SOURCES': out('sourcepatches', 'SOURCES')}
    yield 'patchconnectivity', {'SOURCES': network['SOURCES']}
    yield 'cumulativeresistance', network
    yield 'securitylevels', {'COST': out('cumulativeresistance', 'COST')}
    yield 'leastcostpaths', network
    yield 'corridors', network
    yield 'currentflow', network
    yield 'omnidirectional', {'RESISTANCE': network['RESISTANCE'], 'RADIUS': 2000, 'BLOCK_SIZE': 7}
    yield 'currentflowadvanced', {**network, 'GROUNDS': str(folder / 'sample.gpkg') + '|layername=roads'}
    network = {**network, 'LINKS': out('corridors', 'LINKS'), 'CORRIDORS': out('corridors', 'CORRIDORS')}
    yield 'pinchpoints', network
    yield 'barriers', {**network, 'MAX_RADIUS': 250}
    yield 'ecologicalnodes', {'PINCH_POINTS': out('pinchpoints', 'PINCH_POINTS'), 'LINKS': network['LINKS']}
    joined = {'SOURCES': network['SOURCES'], 'LINKS': network['LINKS']}
    yield 'gravityimportance', joined
    yield 'networkindices', joined
    yield 'linkagepriority', {**joined, 'RESISTANCE': network['RESISTANCE']}
    yield 'climatecorridors', {'RESISTANCE': network['RESISTANCE'], 'SOURCES': network['SOURCES'],
                               'CLIMATE': raster('temperature'), 'THRESHOLD': 0.1, 'MIN_EUCLIDEAN': 0}
    yield 'steppingstones', {'SOURCES': network['SOURCES']}
    ndvi = {**land, 'NDVI': raster('ndvi_2020')}
    yield 'foodsupply', {**ndvi, 'UNITS': units}
    yield 'carbonfixation', {'NPP': raster('npp')}
    yield 'wateryield', {**land, **{name.upper(): raster(name) for name in ('precipitation', 'et0', 'pawc',
                                                                           'soil_depth')}}
    yield 'soilconservation', {**ndvi, 'DEM': raster('dem'), 'PRECIPITATION': raster('precipitation'),
                               **{name.upper(): raster(name) for name in ('sand', 'silt', 'clay', 'organic_carbon')},
                               'EROSION': 'TEMPORARY_OUTPUT'}
    yield 'recreationsupply', ndvi
    yield 'carbonstorage', land
    yield 'rainfallerosivity', {'PRECIPITATION': raster('precipitation')}
    yield 'soilerodibility', {**{name.upper(): raster(name) for name in ('sand', 'silt', 'clay')},
                              'ORGANIC': raster('organic_carbon')}
    yield 'slopelengthfactor', {'DEM': raster('dem')}
    yield 'vegetationfactor', ndvi
    yield 'servicevalue', land
    yield 'waterconservation', {**land, 'YIELD': raster('precipitation'), 'DEM': raster('dem'), **{
        name.upper(): raster(name) for name in ('soil_depth', 'sand', 'clay')}}
    people = {'POPULATION': raster('population')}
    yield 'fooddemand', people
    yield 'carbondemand', people
    yield 'waterdemand', people
    yield 'soildemand', {'EROSION': out('soilconservation', 'EROSION')}
    yield 'recreationdemand', people
    yield 'compositedemand', {**people, **land, 'GDP': raster('population')}
    yield 'supplydemandratio', {'SUPPLY': [out(tool) for tool in supply], 'DEMAND': [out(tool) for tool in demand],
                                'UNITS': units}
    yield 'supplydemandmatching', {'UNITS': out('supplydemandratio')}
    yield 'couplingcoordination', {'UNITS': out('supplydemandmatching'), 'OUTPUT': 'TEMPORARY_OUTPUT'}
    yield 'spatialclusters', {'UNITS': out('supplydemandmatching'), 'FIELD': 'supply_index'}
    yield 'servicetradeoffs', {'RASTERS': [out('carbonfixation'), out('wateryield')], 'NAMES': 'carbon,water'}
    yield 'resilienceindicators', {**ndvi, **people, 'DEM': raster('dem'), 'ALLOW_MISSING': True}
    yield 'resilienceindex', {'INDICATORS': out('resilienceindicators', 'INDICATORS')}
    yield 'classify', {'INPUT': out('resilienceindex', 'RESILIENCE')}
    yield 'restorationzones', {'UNITS': out('supplydemandmatching'), 'RESILIENCE': out('resilienceindex', 'RESILIENCE')}
    yield 'zonestatistics', {'ZONES': out('restorationzones', 'ZONES')}
    yield 'collaborativeunits', {'UNITS': out('restorationzones', 'ZONES'), 'SOURCES': network['SOURCES'],
                                 'CORRIDORS': network['CORRIDORS'], 'SUMMARY': 'TEMPORARY_OUTPUT',
                                 'PIECES': 'TEMPORARY_OUTPUT'}
    yield 'fundingallocation', {'UNITS': out('collaborativeunits', 'SUMMARY')}
    yield 'restorationpriority', {'UNITS': out('collaborativeunits', 'SUMMARY')}
    yield 'responsibilities', {'PIECES': out('collaborativeunits', 'PIECES')}
    yield 'ecologicalcompensation', {'UNITS': out('supplydemandratio')}
    yield 'projectselection', {'PROJECTS': out('collaborativeunits'), 'PROJECT_ID': 'cu_id', 'BENEFIT': 'area_ha',
                               'COSTS': ['area_ha'], 'BUDGETS': '2000,1000'}
    yield 'technologymatching', {'UNITS': str(DATA / 'needs.geojson')}
    yield 'trend', {'TABLE': str(DATA / 'series.csv'), 'FIELDS': [f'ndvi_{year}' for year in range(2015, 2023)],
                    'OUTPUT': 'TEMPORARY_OUTPUT'}
    yield 'monitoringindicators', {'BEFORE': [raster('ndvi_2010')], 'AFTER': [raster('ndvi_2020')]}
    # Stand-ins for an image: soil water for wetness, bareness for dryness, air for the surface.
    yield 'remotesensingindex', {'NDVI': raster('ndvi_2020'), 'WET': raster('pawc'), 'NDBSI': out('vegetationfactor'),
                                 'LST': raster('temperature')}
    yield 'costbenefit', {'TABLE': str(DATA / 'cash_flows.csv')}
    yield 'survey', {'ANSWERS': str(DATA / 'answers.csv'), 'QUESTIONS': ['water', 'forest'],
                     'OUTPUT': 'TEMPORARY_OUTPUT'}
    yield 'evaluation', {'TABLE': str(DATA / 'indicators.csv')}
    yield 'createdatastore', {'CRS': 'EPSG:32650', 'STORE': 'TEMPORARY_OUTPUT'}
    yield 'importdata', {'STORE': out('createdatastore', 'STORE'), 'INPUT': units}
    yield 'querydata', {'STORE': out('createdatastore', 'STORE')}
    yield 'grantaccess', {'CONNECTION': 'tests keeper', 'MEMBER': 'county_office', 'UNIT': '430101'}
    yield 'feedback', {'FEEDBACK': str(DATA / 'feedback.geojson'), 'UNITS': units}
    yield 'planreport', {'ZONES': out('restorationzones', 'ZONES')}
    yield 'planmap', {'ZONES': out('restorationzones', 'ZONES')}
