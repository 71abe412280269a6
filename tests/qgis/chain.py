"""The smallest sensible parameters of every tool on the sample area, in the order in which the tools feed each other.

Only required parameters are given; where a tool needs one of several optional inputs, that one.
"""

from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingParameterDefinition, QgsProject

OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


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
    network = {**network, 'LINKS': out('corridors', 'LINKS'), 'CORRIDORS': out('corridors', 'CORRIDORS')}
    yield 'pinchpoints', network
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
    people = {'POPULATION': raster('population')}
    yield 'fooddemand', people
    yield 'carbondemand', people
    yield 'waterdemand', people
    yield 'soildemand', {'EROSION': out('soilconservation', 'EROSION')}
    yield 'recreationdemand', people
    yield 'supplydemandratio', {'SUPPLY': [out(tool) for tool in supply], 'DEMAND': [out(tool) for tool in demand],
                                'UNITS': units}
    yield 'supplydemandmatching', {'UNITS': out('supplydemandratio')}
    yield 'resilienceindicators', {**ndvi, **people, 'DEM': raster('dem'), 'ALLOW_MISSING': True}
    yield 'resilienceindex', {'INDICATORS': out('resilienceindicators', 'INDICATORS')}
    yield 'classify', {'INPUT': out('resilienceindex', 'RESILIENCE')}
    yield 'restorationzones', {'UNITS': out('supplydemandmatching'), 'RESILIENCE': out('resilienceindex', 'RESILIENCE')}
    yield 'collaborativeunits', {'UNITS': out('restorationzones', 'ZONES'), 'SOURCES': network['SOURCES'],
                                 'CORRIDORS': network['CORRIDORS'], 'SUMMARY': 'TEMPORARY_OUTPUT'}
    yield 'fundingallocation', {'UNITS': out('collaborativeunits', 'SUMMARY')}
    yield 'planreport', {'ZONES': out('restorationzones', 'ZONES')}
    yield 'planmap', {'ZONES': out('restorationzones', 'ZONES')}
