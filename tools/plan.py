"""What the demonstration hands to the model full_plan, and where the results go. Standard library only."""

from pathlib import Path

RASTERS = ('resistance', 'cumulative_resistance', 'corridor_mosaic', 'current', 'pinch_current', 'erosion',
           'resilience_indicators', 'resilience')
VECTORS = ('sources', 'links', 'corridors', 'pinch_points', 'nodes', 'zones', 'zone_areas', 'class_areas',
           'resilience_weights', 'collaborative_units', 'unit_summary', 'funding')
FILES = ('plan.gpkg', 'report.html', 'report.zh.html', 'map.pdf', 'map.png', 'map.zh.pdf', 'map.zh.png',
         'headlines.json', 'run_record.json')
