"""What an input folder holds: file names, units and what each layer means.

The sample area and prepared real data sets use the same names, so that one model runs on either.
"""

from __future__ import annotations

RASTERS = {
    'landcover_2010': ('', 'land cover 2010, CLCD codes: 1 cropland 2 forest 3 shrub 4 grassland 5 water 6 snow and '
                           'ice 7 barren 8 impervious 9 wetland'),
    'landcover_2020': ('', 'land cover 2020, CLCD codes: 1 cropland 2 forest 3 shrub 4 grassland 5 water 6 snow and '
                           'ice 7 barren 8 impervious 9 wetland'),
    'dem': ('m', 'elevation'),
    'precipitation': ('mm/yr', 'annual precipitation'),
    'temperature': ('degC', 'annual mean temperature'),
    'et0': ('mm/yr', 'annual reference evapotranspiration'),
    'ndvi_2010': ('', 'NDVI 2010, annual maximum'),
    'ndvi_2020': ('', 'NDVI 2020, annual maximum'),
    'npp': ('kg C/m2/yr', 'net primary productivity'),
    'sand': ('%', 'sand in topsoil'),
    'silt': ('%', 'silt in topsoil'),
    'clay': ('%', 'clay in topsoil'),
    'organic_carbon': ('%', 'organic carbon in topsoil'),
    'soil_depth': ('mm', 'depth to a root restricting layer'),
    'pawc': ('share of volume', 'plant available water content'),
    'population': ('persons per cell', 'population'),
    'nightlight': ('nW/cm2/sr', 'night-time light radiance'),
}

LAYERS = {
    'units': 'counties with yearly statistics: pop (persons), grain_t (t), gdp_wan, revenue_wan, expenditure_wan '
             '(10^4 CNY), co2_t (t CO2)',
    'roads': 'roads: class primary, secondary or local',
    'rivers': 'rivers with Strahler order and upstream area (km2)',
    'towns': 'towns: level prefecture, county or town, pop (persons)',
}

GEOPACKAGE = 'sample.gpkg'

# Fields of the vector layers; a type is str, int or float.
FIELDS = {
    'units': {'unit_code': str, 'unit_name': str, 'unit_name_zh': str, 'parent_code': str, 'parent_name': str,
              'parent_name_zh': str, 'pop': int, 'grain_t': int, 'gdp_wan': int, 'co2_t': int, 'revenue_wan': int,
              'expenditure_wan': int},
    'roads': {'road_id': int, 'class': str},
    'rivers': {'river_id': int, 'strahler': int, 'upstream_km2': float, 'name': str, 'name_zh': str},
    'towns': {'town_id': int, 'name': str, 'name_zh': str, 'level': str, 'pop': int, 'unit_code': str},
}

README = """EcoRestore input folder: SYNTHETIC sample area
==============================================
Made by the tool "Sample study area" (sampledata) with seed {seed}, {rows} x {columns} cells of {cell} m.
Nothing in it describes a real place. Terrain, land cover, people, statistics and names are invented; the unit codes
begin with 99, which no province uses. The coordinates ({crs}) only serve to have metres.
For learning and testing. Do not publish results on it as findings.

EcoRestore 输入数据文件夹：合成示例区
==============================================
由“示例研究区”工具（sampledata）生成，随机种子 {seed}，{rows} × {columns} 个像元，像元大小 {cell} 米。
内容均为虚构，不对应任何真实地区。地形、土地覆被、人口、统计数据和地名均由程序生成；行政代码以 99 开头，
不属于任何省份。坐标系（{crs}）仅用于提供米制单位。
仅供学习和测试，不得作为实际研究结论发布。

Layers / 图层
{layers}
"""


def provenance_rows(status, source, notes=None, rasters=RASTERS, layers=LAYERS):
    """Rows of provenance.csv for a folder whose layers all have one status.

    Returns
    -------
    list of dicts with layer, file, status, source, note
    """
    notes = notes or {}
    rows = [{'layer': name, 'file': f'{name}.tif', 'status': status, 'source': source,
             'note': notes.get(name, text + (f' ({unit})' if unit else ''))} for name, (unit, text) in rasters.items()]
    return rows + [{'layer': name, 'file': GEOPACKAGE, 'status': status, 'source': source,
                    'note': notes.get(name, text)} for name, text in layers.items()]
