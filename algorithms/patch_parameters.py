"""Parameters of tools that turn a raster of corridors into ranked patches."""

from .base import tr
from .parameters import choice, integer, number, raster


def threshold(advanced=True):
    """How high a value must be for a patch; the tool declares the quantile itself."""
    yield choice('THRESHOLD', tr('Kind of threshold'), tr(
        'Which cells form patches: quantile, the share given there stays below; natural_breaks, the highest class of '
        'natural breaks (Jenks); mean_sd, mean + so many standard deviations.'),
        ('quantile', 'natural_breaks', 'mean_sd'), 'quantile', advanced=advanced)
    yield integer('CLASSES', tr('Natural breaks'), tr(
        'Number of classes; the highest forms patches. Only for natural_breaks.'), 5, 2, advanced=True)
    yield number('DEVIATIONS', tr('Standard deviations'), tr(
        'How many standard deviations above the mean patches begin. Only for mean_sd.'), 1, advanced=True)


def landcover():
    """Land cover for the mix of every patch."""
    return raster('LANDCOVER', tr('Land cover'), tr(
        'Class raster on the grid of the resistance. Patches then get main_class, main_share and landcover_mix (share '
        'of every class). Empty: they do not.'), optional=True, advanced=True)
