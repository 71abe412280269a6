"""The tool for omnidirectional connectivity."""

import numpy as np
import pytest
from conftest import Feedback
from qgis.core import QgsProcessingException, QgsRasterLayer

from ecorestore.ecorestore_plugin.qgis_io.styles import apply_style

OUTPUTS = dict.fromkeys(('CURRENT', 'POTENTIAL', 'NORMALISED', 'CLASSES'), 'TEMPORARY_OUTPUT')


@pytest.fixture
def omni(run_tool, make_raster):
    def run(resistance, feedback=None, cell=100.0, height=None, **parameters):
        path = make_raster('resistance', resistance, cell, height=height)
        return run_tool('omnidirectional', feedback, RESISTANCE=path, **{'RADIUS': 300.0, **OUTPUTS, **parameters})
    return run


def ridge():
    """Open land parted by a wall with one gap."""
    resistance = np.ones((21, 21))
    resistance[:, 9:12] = 1000.0
    resistance[10, 9:12] = 1.0
    return resistance


def test_three_cells_by_hand(omni):
    """Targets left, middle, right receive 1 A each: 1 1 0 + 1/2 1 1/2 + 0 1 1."""
    run = omni(np.ones((1, 3)), RADIUS=100)
    np.testing.assert_allclose(run.array('CURRENT'), [[1.5, 3.0, 1.5]], rtol=1e-6)
    np.testing.assert_allclose(run.array('NORMALISED'), 1.0, rtol=1e-6)
    assert run.array('CLASSES').tolist() == [[2, 2, 2]]
    assert (run['WINDOWS'], run['FAILED'], run['CHANNELISED']) == (3, 0, 0)


def test_a_gap_channelises(omni):
    run = omni(ridge(), RADIUS=900)
    normalised, classes = run.array('NORMALISED'), run.array('CLASSES')
    assert classes[10, 10] == 4 and normalised[10, 10] == normalised.max() > 1.7
    assert (classes[[3, 17], 10] == 1).all() and classes[3, 3] == 2
    assert run['CHANNELISED'] > 0 and any('channelised' in text for text in run.feedback.said)


def test_styles_of_flow(omni):
    run = omni(ridge(), RADIUS=900)
    layer = QgsRasterLayer(run['CLASSES'], 'classes')
    assert apply_style(layer, 'flow_classes', 'en')
    assert [item.label for item in layer.renderer().classes()] == ['Impeded', 'Diffuse', 'Intensified', 'Channelised']
    layer = QgsRasterLayer(run['NORMALISED'], 'normalised')
    assert apply_style(layer, 'normalised_current', 'en')
    stops = [item.value for item in layer.renderer().shader().rasterShaderFunction().colorRampItemList()]
    assert stops[0] == 0 and stops[len(stops) // 2] == 1 and stops[-1] == 2


def test_radius_in_metres_on_any_cell(omni):
    """The same landscape in cells of 30 m and a radius of 90 m has the same current."""
    one = omni(ridge(), RADIUS=300).array('CURRENT')
    other = omni(ridge(), cell=30.0, RADIUS=90).array('CURRENT')
    np.testing.assert_allclose(one, other, rtol=1e-6)


def test_cells_that_are_not_square(omni):
    """Twice as high as wide: the window reaches three cells across and one down."""
    resistance = np.ones((5, 9))
    strength_at_end = omni(resistance, cell=100.0, height=200.0, RADIUS=300)
    assert any('2.121 cells' in text for text in strength_at_end.feedback.said)


def test_source_strength_threshold_and_cutoff(omni, make_raster):
    strength = np.zeros((1, 5))
    strength[0, [0, 3]] = (2.0, 1.0)
    path = make_raster('strength', strength)
    run = omni(np.ones((1, 5)), SOURCE_STRENGTH=path)
    # 0 draws 2 A from 3, and 3 draws 1 A from 0.
    np.testing.assert_allclose(run.array('CURRENT'), [[3, 3, 3, 3, 0]], rtol=1e-6)
    with pytest.raises(QgsProcessingException, match='threshold of 5'):
        omni(np.ones((1, 5)), SOURCE_STRENGTH=path, SOURCE_THRESHOLD=5)
    cut = omni(np.array([[1.0, 9.0, 1.0]]), SOURCE_CUTOFF=5, RADIUS=200)
    assert cut['WINDOWS'] == 2
    said = omni(np.ones((1, 5)), SOURCE_STRENGTH=path, SOURCE_CUTOFF=5)
    assert any('no effect' in text for text in said.feedback.warnings)


def test_conductance_is_the_inverse(omni):
    resistance = ridge()
    one = omni(resistance).array('CURRENT')
    np.testing.assert_allclose(omni(1.0 / resistance, INPUT_IS='conductance').array('CURRENT'), one, rtol=1e-5)


def test_conditions(omni, make_raster):
    climate = make_raster('climate', np.array([[10.0, 10.0, 20.0]]))
    future = make_raster('future', np.array([[20.0, 20.0, 10.0]]))
    row = np.ones((1, 3))
    near = omni(row, RADIUS=200, CONDITION_1=climate, LOWER_1=-1, UPPER_1=1)
    np.testing.assert_allclose(near.array('CURRENT'), [[1.0, 1.0, 0.0]], rtol=1e-6)  # half of 1 A each way
    later = omni(row, RADIUS=200, CONDITION_1=climate, FUTURE_1=future, LOWER_1=-1, UPPER_1=1)
    # 0 and 1 draw 1/2 A from 2, which will be as 2 is now; 2 draws 1/2 A from each of them.
    np.testing.assert_allclose(later.array('CURRENT'), [[1.0, 2.0, 2.0]], rtol=1e-6)
    same = omni(row, RADIUS=200, CONDITION_1=climate, COMPARISON_1='equal')
    np.testing.assert_allclose(same.array('CURRENT'), [[1.0, 1.0, 0.0]], rtol=1e-6)
    both = omni(row, RADIUS=200, CONDITION_1=climate, COMPARISON_1='equal', CONDITION_2=future, LOWER_2=100)
    assert both.array('CURRENT').max() == 0
    with pytest.raises(QgsProcessingException, match='needs Condition 2'):
        omni(row, RADIUS=200, FUTURE_2=future)
    with pytest.raises(QgsProcessingException, match='above the upper limit'):
        omni(row, RADIUS=200, CONDITION_1=climate, LOWER_1=2, UPPER_1=1)


def test_nodata_is_masked_or_not(omni):
    resistance = ridge()
    resistance[0, 0] = np.nan
    masked, whole = omni(resistance), omni(resistance, MASK=False)
    assert np.isnan(masked.array('CURRENT')[0, 0]) and np.isnan(masked.array('CLASSES')[0, 0])
    assert whole.array('CURRENT')[0, 0] == 0 and whole.array('POTENTIAL')[0, 0] > 0
    assert whole.array('CLASSES')[0, 0] == 1


def test_block(omni):
    even = omni(ridge(), BLOCK_SIZE=2)
    assert any('from 2 to 3' in text for text in even.feedback.said) and even['WINDOWS'] == 49
    assert omni(ridge(), RADIUS=1000, BLOCK_SIZE=None)['WINDOWS'] == 441
    assert omni(ridge(), RADIUS=2000)['WINDOWS'] == 49  # a tenth of 20 cells, made odd: 3
    assert (omni(ridge(), BLOCK_SIZE=3, CORRECT_ARTEFACTS=False).array('CURRENT') != even.array('CURRENT')).any()


def test_the_table_of_failed_windows(omni, monkeypatch):
    from ecorestore.ecorestore_plugin.core.circuit import omni_tiles
    from ecorestore.ecorestore_plugin.core.errors import SolverError
    real = omni_tiles.direct_voltage

    def broken(edges, reached, given, target):
        if given.shape == (5, 5):
            raise SolverError('singular')
        return real(edges, reached, given, target)
    monkeypatch.setattr(omni_tiles, 'direct_voltage', broken)
    run = omni(np.ones((5, 5)), RADIUS=200, FAILURES='TEMPORARY_OUTPUT')
    rows = run.rows('FAILURES')
    assert [(row['window_row'], row['window_column'], row['solved'], row['reason']) for row in rows] == [
        (2, 2, 0, 'singular')]
    assert (rows[0]['window_x'], rows[0]['window_y']) == (500250.0, 3999750.0)
    assert run['FAILED'] == 1 and any('1 of 25 windows' in text for text in run.feedback.warnings)


def test_no_failed_window(omni):
    assert omni(ridge(), FAILURES='TEMPORARY_OUTPUT').rows('FAILURES') == []


def test_cancel_between_windows(omni):
    assert omni(ridge(), Feedback(cancel_at=0.0)).results == {}


@pytest.mark.parametrize('change, message', [
    ({'RADIUS': 5000}, 'radius of 50 cells is larger than the raster of 21 x 21'),
    ({'RADIUS': 30}, 'radius is 0.3 cells'),
    ({'BLOCK_SIZE': 7}, 'block of 7 x 7 cells is larger than the radius of 3 cells'),
    ({'BLOCK_SIZE': 22, 'RADIUS': 2900}, 'does not fit into the raster of 21 x 21'),
    ({'LIMITS': '1,2'}, 'must be 3 rising numbers'),
    ({'LIMITS': '1,x,2'}, '"x" is no number')])
def test_parameters_that_make_no_sense(omni, change, message):
    with pytest.raises(QgsProcessingException, match=message):
        omni(ridge(), **change)


@pytest.mark.parametrize('value', [0.0, -2.0])
def test_resistance_that_is_no_resistance(omni, value):
    resistance = ridge()
    resistance[4, 6] = value
    with pytest.raises(QgsProcessingException, match='1 values are zero, negative or infinite.*row 4, column 6'):
        omni(resistance)


def test_one_cell(omni):
    with pytest.raises(QgsProcessingException, match='larger than the raster of 1 x 1'):
        omni(np.ones((1, 1)))


def test_sources_that_are_none(omni, make_raster):
    with pytest.raises(QgsProcessingException, match='No cell is a source'):
        omni(ridge(), SOURCE_STRENGTH=make_raster('none', np.zeros((21, 21))))
    with pytest.raises(QgsProcessingException, match='Source strength.*-1 at row 0, column 2'):
        strength = np.ones((21, 21))
        strength[0, 2] = -1
        omni(ridge(), SOURCE_STRENGTH=make_raster('negative', strength))


def test_source_strength_on_another_grid(omni, make_raster):
    with pytest.raises(QgsProcessingException, match='Align rasters'):
        omni(ridge(), SOURCE_STRENGTH=make_raster('aside', np.ones((21, 21)), origin=(500030.0, 4000000.0)))


def test_a_window_wider_than_the_raster_is_told(omni):
    run = omni(ridge(), RADIUS=1500, BLOCK_SIZE=7)
    assert any('wider than the raster' in text for text in run.feedback.warnings)
