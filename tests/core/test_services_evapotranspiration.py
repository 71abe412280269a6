"""ET0: the worked example of FAO-56, the equation in a loop, and temperatures that make no sense."""

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import ParameterError, ValueRangeError
from ecorestore.ecorestore_plugin.core.services.evapotranspiration import (
    DAYS,
    extraterrestrial_radiation,
    middle_day,
    modified_hargreaves,
)


def test_radiation_of_fao_56():
    # Example 8: 3 September (day 246) at 20 degrees south: 32.2 MJ/m2/day.
    assert extraterrestrial_radiation(-20.0, 246) == pytest.approx(32.2, abs=0.05)
    # Table 2.6, 15th of the month: 40 N in January 15.0, in June 41.8; equator in March 38.1.
    assert extraterrestrial_radiation(40.0, middle_day(1)) == pytest.approx(15.0, rel=0.02)
    assert extraterrestrial_radiation(40.0, middle_day(6)) == pytest.approx(41.8, rel=0.02)
    assert extraterrestrial_radiation(0.0, middle_day(3)) == pytest.approx(38.1, rel=0.02)
    assert extraterrestrial_radiation(75.0, middle_day(12)) == pytest.approx(0, abs=1e-9)


def test_equation_in_a_loop():
    rng = np.random.default_rng(1)
    low = rng.uniform(-25, 20, (12, 3))
    high = low + rng.uniform(0, 20, (12, 3))
    rain = rng.uniform(0, 400, (12, 3))
    latitude = np.array([30.0, 38.0, 45.0])
    found = modified_hargreaves(low, high, rain, latitude)
    for cell in range(3):
        total = 0.0
        for month in range(12):
            span = high[month, cell] - low[month, cell] - .0123 * rain[month, cell]
            middle = (high[month, cell] + low[month, cell]) / 2 + 17
            if span > 0 and middle > 0:
                radiation = float(extraterrestrial_radiation(latitude[cell], middle_day(month + 1)))
                total += DAYS[month] * .0013 * .408 * radiation * middle * span ** .76
        assert found[cell] == pytest.approx(total)
    assert sum(DAYS) == 365.25


def test_bad_input():
    low, high, rain = np.full((12, 1), 5.0), np.full((12, 1), 15.0), np.full((12, 1), 50.0)
    with pytest.raises(ValueRangeError, match='swapped'):
        modified_hargreaves(high, low, rain, 35.0)
    with pytest.raises(ValueRangeError, match='temperature'):
        modified_hargreaves(low + 273, high + 273, rain, 35.0)
    with pytest.raises(ParameterError, match='12'):
        modified_hargreaves(low[:6], high[:6], rain[:6], 35.0)
    with pytest.raises(ValueRangeError, match='latitude'):
        modified_hargreaves(low, high, rain, 4_400_000.0)
    rain[3] = np.nan
    assert np.isnan(modified_hargreaves(low, high, rain, np.array([35.0]))).all()
