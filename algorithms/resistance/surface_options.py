"""Parameters of the resistance surface beside its factors and weights."""

from ...ecorestore_plugin.core.objective import SAMPLE
from ...ecorestore_plugin.core.resistance.nightlight import FORMS
from ...ecorestore_plugin.core.resistance.weighting import METHODS
from ..base import tr
from ..parameters import choice, integer, number, raster, table, vector


def weighting_options():
    """How the factors are weighed."""
    yield choice('WEIGHT_METHOD', tr('Weighting'),
                 tr('manual: the table or text above, else equal weights. ahp: from the judgements. entropy, '
                    'critic, pca: from the scores of the cells. combined: ahp and entropy by game theory.'),
                 METHODS, default='manual')
    yield table('JUDGEMENTS', tr('Pairwise comparison table'),
                tr('For ahp and combined: first column the factor names, other columns one per factor, as in '
                   'Weights by pairwise comparison. Left empty, the shipped illustrative matrix is used.'),
                optional=True)
    yield integer('SAMPLE', tr('Cells to weigh by'),
                  tr('Most cells that entropy, critic, pca and the correlations are computed from, drawn at random; '
                     '0 takes all.'), SAMPLE, 0, advanced=True)
    yield integer('SEED', tr('Random seed'), tr('Number that draws the cells; the same seed draws the same ones.'),
                  1, 0, 2147483647, advanced=True)


def barrier_options():
    """What hinders movement along lines, and where it may be crossed."""
    yield vector('RIVERS', tr('Rivers'), tr('Lines or polygons of waters that hinder movement.'), optional=True)
    yield number('RIVER_RESISTANCE', tr('Resistance of rivers'),
                 tr('No unit; cells that resist more already keep their value.'), default=100, minimum=0.000001)
    yield vector('CROSSINGS', tr('Crossing structures'),
                 tr('Green bridges, underpasses, tunnels, fords: barrier cells near them keep the resistance of '
                    'the factors. Draw long ones as lines or polygons.'), optional=True)
    yield number('CROSSING_DISTANCE', tr('Crossing distance'),
                 tr('Metres around a crossing structure within which barriers are open; every cell touched '
                    'counts, so the gap is at least one cell wide.'), default=100, minimum=0)


def nightlight_options():
    """Resistance corrected within land-cover classes."""
    yield raster('NIGHTLIGHT', tr('Night light'),
                 tr('Radiance of night lights on the same grid, any unit, for the correction within land-cover '
                    'classes.'), optional=True)
    yield raster('LANDCOVER', tr('Land cover of the night-light correction'),
                 tr('Class codes. Left empty, the first factor scored by class is taken.'), optional=True,
                 advanced=True)
    yield choice('NIGHTLIGHT_FORM', tr('Form of the night-light correction'),
                 tr('ratio: R x NTL / class mean; dark cells fall to the lower limit. one_plus_ratio: '
                    'R x (1 + NTL / class mean); dark cells keep their resistance.'), FORMS, default='ratio',
                 advanced=True)
    yield number('NIGHTLIGHT_MINIMUM', tr('Lower limit after the correction'),
                 tr('Smallest resistance that the night-light correction may give; above 0. 1 is the lowest score '
                    'of the shipped table.'), default=1, minimum=0.000001, advanced=True)
    yield number('NIGHTLIGHT_MAXIMUM', tr('Upper limit after the correction'),
                 tr('Largest resistance that the night-light correction may give. Left empty, there is none.'),
                 optional=True, minimum=0.000001, advanced=True)
