"""Tool: resistance from habitat suitability."""

import numpy as np

from ...ecorestore_plugin.core.resistance.transform import METHODS, suitability_from_values, transformed_resistance
from ..base import Tool, mark, tr
from ..parameters import choice, flag, number, number_output, raster, raster_output


class TransformResistance(Tool):
    tool_id = 'transformresistance'
    stage = 'resistance'
    label = mark('Resistance from habitat suitability')
    summary = mark('Turns suitability, or any other measure, into resistance along a curve.')
    help = mark(
        'Turns habitat suitability s from 0 (unsuitable) to 1 (ideal) into resistance from max to min:\n\n'
        'negative_exponential: R = max - (max - min) (1 - exp(-c s)) / (1 - exp(-c)). Resistance stays low until '
        'habitat is poor, as tracked animals often show; c = 0.25 is nearly linear, 8 strongly curved.\n\n'
        'linear: R = max - (max - min) s.\n\n'
        'inverse: R = min / s, at most max; conductance is proportional to suitability.\n\n'
        'power: R = max - (max - min) s^p; p below 1 falls at once, p above 1 only in good habitat.\n\n'
        'habitat_suitability: R = min where s reaches the habitat threshold T, else max (min / max)^(s / T); with '
        'min 1 and max 1000 this is the form exp(ln(0.001) s / T) x 1000 common with species distribution models.\n\n'
        'Other measures, such as habitat quality from 0 to 100 or a distance in metres, become suitability by the '
        'values that stand for 0 and 1; the first may be the larger one. Values beyond them are an error unless they '
        'are to be clipped. Resistance has no unit; nodata stays nodata.\n\n'
        'Source: Keeley, Beier & Gagnon 2016, doi:10.1007/s10980-016-0387-5.')
    keywords = mark('resistance, habitat suitability, habitat quality, negative exponential, transform, curve, '
                    'species distribution model')

    def declare(self):
        yield raster('SUITABILITY', tr('Habitat suitability'),
                     tr('0 unsuitable to 1 ideal, or another measure with its ends given below; in a projected system '
                        'in metres.'))
        yield choice('METHOD', tr('Transform'),
                     tr('The curve from suitability to resistance; the default keeps resistance low until habitat is '
                        'poor.'), METHODS, default='negative_exponential')
        yield number('MAXIMUM', tr('Largest resistance'),
                     tr('Resistance where suitability is 0, no unit.'), default=100, minimum=1)
        yield number('SHAPE', tr('Shape c'), tr('Of the negative exponential: 0.25 nearly linear, 8 strongly curved.'),
                     default=8, minimum=0.0001, maximum=500, advanced=True)
        yield number('EXPONENT', tr('Exponent p'), tr('Of the power transform; 1 is linear.'), default=2,
                     minimum=0.0001, advanced=True)
        yield number('THRESHOLD', tr('Habitat threshold T'),
                     tr('Of habitat_suitability: from this suitability on, a cell is habitat and has the smallest '
                        'resistance. Such as the threshold of the species distribution model.'), default=0.5,
                     minimum=0.0001, maximum=1, advanced=True)
        yield number('MINIMUM', tr('Smallest resistance'),
                     tr('Resistance where suitability is 1, above 0, no unit.'), default=1, minimum=0.000001,
                     advanced=True)
        yield number('UNSUITABLE', tr('Value of suitability 0'),
                     tr('Value of the raster that is unsuitable; may be larger than the ideal one.'), default=0,
                     advanced=True)
        yield number('IDEAL', tr('Value of suitability 1'), tr('Value of the raster that is ideal.'), default=1,
                     advanced=True)
        yield flag('CLIP', tr('Clip values beyond'),
                   tr('Values beyond these two count as 0 or 1 instead of being an error.'), advanced=True)
        yield raster_output('RESISTANCE', tr('Resistance'), tr('From the smallest to the largest resistance, no unit.'))
        yield number_output('MEAN_RESISTANCE', tr('Mean resistance'))

    def compute(self, job):
        values, grid = job.raster('SUITABILITY')
        suitability, clipped = suitability_from_values(values, job.number('UNSUITABLE'), job.number('IDEAL'),
                                                       job.flag('CLIP'))
        if clipped:
            job.warn(tr('{count} values beyond the ends were clipped.', count=clipped))
        resistance = transformed_resistance(job.choice('METHOD'), suitability, job.number('MAXIMUM'),
                                            job.number('SHAPE'), job.number('EXPONENT'), job.number('THRESHOLD'),
                                            job.number('MINIMUM'))
        job.write_raster('RESISTANCE', resistance, grid, description='resistance', style='resistance')
        job.set_number('MEAN_RESISTANCE', float(np.nanmean(resistance)))
