"""Zone rules, resilience levels and areas; the shipped rule table against the study it comes from."""

import csv

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.errors import (
    DuplicateCodeError,
    EmptyInputError,
    MissingCodeError,
    ParameterError,
    TableError,
    ValueRangeError,
)
from ecorestore.ecorestore_plugin.core.grid import Grid
from ecorestore.ecorestore_plugin.core.resilience.indicators import INDICATORS, ROAD_DENSITY
from ecorestore.ecorestore_plugin.core.resilience.weighting import (
    perspectives_of,
    read_indicators,
    read_judgements,
)
from ecorestore.ecorestore_plugin.core.weights import ahp_weights
from ecorestore.ecorestore_plugin.core.zoning.levels import level_numbers, resilience_levels
from ecorestore.ecorestore_plugin.core.zoning.zones import (
    NearestTally,
    absent_rules,
    assign_zones,
    levels_of,
    nearest_known,
    read_rules,
    read_types,
    zone_areas,
)
from ecorestore.ecorestore_plugin.paths import TABLES


def shipped(name):
    with (TABLES / name).open(encoding='utf-8') as file:
        return list(csv.DictReader(file))


@pytest.fixture
def rules():
    return read_rules(shipped('restoration_zone_rules.csv'))


def test_shipped_rules_are_the_six_zones_and_two_defaults(rules):
    codes = {key: rule.code for key, rule in rules.items()}
    assert codes == {('I', 'high'): 'I-1', ('I', 'low'): 'I-2', ('II', 'low'): 'II-1', ('II', 'high'): 'II-2',
                     ('III', 'low'): 'III-1', ('III', 'high'): 'III-2', ('IV', 'high'): 'IV-1', ('IV', 'low'): 'IV-2'}
    own = [row['code'] for row in shipped('restoration_zone_rules.csv') if 'proposal (' in row['provenance']]
    assert own == ['I-2', 'IV-2']
    assert 'green and blue corridors' in rules['II', 'low'].strategy
    assert '河网' in rules['II', 'high'].strategy_zh
    assert len({rule.color for rule in rules.values()}) == 8
    assert sorted(rule.priority for rule in rules.values()) == list(range(1, 9))


def test_rules_are_checked():
    rows = shipped('restoration_zone_rules.csv')
    with pytest.raises(TableError, match='lacks rules for 1 combinations of type and resilience: II high'):
        read_rules([row for row in rows if row['code'] != 'II-2'], 'rules')
    with pytest.raises(DuplicateCodeError, match='has a rule already'):
        read_rules([*rows, {**rows[0], 'code': 'X'}])
    with pytest.raises(DuplicateCodeError, match='I-1 occurs twice'):
        read_rules([rows[0], {**rows[1], 'code': 'I-1'}])
    for change, message in (({'strategy': ' '}, 'strategy is empty'), ({'type': 'V'}, 'is no combination'),
                            ({'resilience': 'middling'}, 'is no combination'), ({'color': 'red'}, 'must look like'),
                            ({'priority': 'soon'}, 'is no number'), ({'code': None}, 'code is empty')):
        with pytest.raises(TableError, match=message):
            read_rules([{**rows[0], **change}])


def test_rules_fill_in_what_may_be_left_out():
    rows = [{key: row[key] for key in ('type', 'resilience', 'code', 'name_en', 'strategy')}
            for row in shipped('restoration_zone_rules.csv')]
    rows[0]['resilience'] = '高'
    rule = read_rules(rows)['I', 'high']
    assert rule.name_zh == rule.name and rule.strategy_zh == rule.strategy and rule.color.startswith('#')


def test_types_in_other_spellings():
    assert read_types(['I', ' ii', 3, 4.0, 'HH', 'ls-hd', 'Ⅲ'], list('abcdefg')) == [
        'I', 'II', 'III', 'IV', 'I', 'II', 'III']
    with pytest.raises(MissingCodeError, match=r'2 units have no matching type.*110102 \(\), 110103 \(V\)'):
        read_types(['I', None, 'V'], ['110101', '110102', '110103'])


def test_levels():
    values = [0.1, 0.2, 0.3, 0.9]
    assert resilience_levels(values).names == ['low', 'low', 'low', 'high']
    assert resilience_levels(values).threshold == pytest.approx(0.375)
    assert resilience_levels(values, 'median').names == ['low', 'low', 'high', 'high']
    assert resilience_levels(values, 'jenks2').names == ['low', 'low', 'low', 'high']
    assert resilience_levels(values, 'value', 0.2).names == ['low', 'high', 'high', 'high']


@pytest.mark.parametrize('method', ['mean', 'median', 'jenks2'])
def test_levels_of_equal_units_are_high(method):
    assert resilience_levels([0.3] * 7, method).high.all()
    assert resilience_levels([0.7], method).high.all()


def test_levels_say_what_is_wrong():
    with pytest.raises(EmptyInputError, match='unknown in 1 of 2 units'):
        resilience_levels([0.1, np.nan])
    with pytest.raises(EmptyInputError):
        resilience_levels([])
    with pytest.raises(ParameterError, match='threshold'):
        resilience_levels([0.1], 'value')
    with pytest.raises(ParameterError, match='no way'):
        resilience_levels([0.1], 'magic')


def test_zones_and_their_areas(rules):
    assigned = assign_zones(['I', 'II', 'I', 'II'], ['high', 'low', 'high', 'high'], rules)
    assert [rule.code for rule in assigned] == ['I-1', 'II-1', 'I-1', 'II-2']
    found = [(rule.code, units, area, share) for rule, units, area, share in zone_areas(assigned, [1, 2, 3, 4], rules)]
    assert found == [('I-1', 2, 4, 0.4), ('II-1', 1, 2, 0.2), ('II-2', 1, 4, 0.4)]
    assert [rule.code for rule in absent_rules(assigned, rules)] == ['I-2', 'III-1', 'III-2', 'IV-1', 'IV-2']


def test_nearest_known_cell():
    grid = Grid((2, 3), (0.0, 10.0, 0.0, 40.0, 0.0, -20.0))
    values = np.array([[1, np.nan, 3], [np.nan, np.nan, 6.0]])
    found = nearest_known(values, grid, [5, 16, 500, 15], [30, 30, -100, 30])
    assert found.values.tolist() == [1, 3, 6, 1]
    assert found.distance[:2] == pytest.approx([0, 9])
    with pytest.raises(EmptyInputError):
        nearest_known(np.full((2, 2), np.nan), grid, [1], [1])


def test_nearest_cell_block_by_block():
    draw = np.random.default_rng(8)
    grid = Grid((9, 7), (0.0, 10.0, 0.0, 90.0, 0.0, -10.0))
    values = np.where(draw.random((9, 7)) < 0.7, np.nan, draw.random((9, 7)))
    values[3:5] = np.nan
    x, y = draw.uniform(-20, 90, 15), draw.uniform(-20, 110, 15)
    tally = NearestTally(x, y)
    for start in (0, 3, 5):
        stop = {0: 3, 3: 5, 5: 9}[start]
        tally.add(values[start:stop], grid.part(start, 0, (stop - start, 7)))
    found, whole = tally.result(), nearest_known(values, grid, x, y)
    assert found.values.tolist() == whole.values.tolist() and found.distance == pytest.approx(whole.distance)


def table_of(words, **more):
    """A complete rule table of the four types and the levels ``words``."""
    return [{'type': kind, 'resilience': word, 'code': f'{kind}{word}', 'name_en': 'n', 'strategy': 's',
             **{key: values[i] for key, values in more.items()}}
            for kind in ('I', 'II', 'III', 'IV') for i, word in enumerate(words)]


@pytest.mark.parametrize('words, expected', [
    (['high', 'medium', 'low'], ('low', 'medium', 'high')), (['3', '1', '2'], ('1', '2', '3')),
    (['高', '中', '低'], ('low', '中', 'high')), ([5.0, 4, 3, 2, 1], ('1', '2', '3', '4', '5')),
    (['very high', 'High', 'moderate', 'LOW', 'very_low'], ('very low', 'low', 'moderate', 'high', 'very high'))])
def test_rules_of_any_number_of_levels(words, expected):
    rules = read_rules(table_of(words))
    assert levels_of(rules) == expected and len(rules) == 4 * len(words)


def test_levels_with_words_and_ranks_of_their_own():
    assert levels_of(read_rules(table_of(['robust', 'fragile', 'middling'], level_rank=['3', '1', 2]))) == (
        'fragile', 'middling', 'robust')


def test_rules_of_levels_are_checked():
    rows = table_of(['1', '2', '3'])
    with pytest.raises(TableError, match='lacks rules for 2 combinations of type and resilience: II 3, IV 1'):
        read_rules([row for row in rows if row['code'] not in ('II3', 'IV1')], 'rules')
    with pytest.raises(TableError, match='must be 1 .lowest. to the number of levels; these are 1, 2, 4'):
        read_rules(table_of(['1', '2', '4']))
    with pytest.raises(TableError, match='only the level medium'):
        read_rules(table_of(['medium']))
    with pytest.raises(TableError, match='lacks rules for 4 combinations.*I low'):
        read_rules(table_of(['high']))
    with pytest.raises(TableError, match='each its own .medium, moderate'):
        read_rules(table_of(['medium', 'moderate', 'low']))
    rows = table_of(['a', 'b'], level_rank=[1, 2])
    with pytest.raises(TableError, match='the level a has the ranks 1, 5'):
        read_rules([*rows[:-2], {**rows[-2], 'level_rank': 5}, rows[-1]])
    with pytest.raises(TableError, match='the level_rank "x" is no number'):
        read_rules(table_of(['a', 'b'], level_rank=['x', 2]))


def test_fallbacks(rules):
    assert {rule.code: rule.fallback for rule in rules.values() if rule.fallback} == {'I-2': 'I-1', 'IV-2': 'IV-1'}
    types, levels = ['I', 'I', 'IV', 'II'], ['low', 'high', 'low', 'low']
    assert [rule.code for rule in assign_zones(types, levels, rules)] == ['I-2', 'I-1', 'IV-2', 'II-1']
    assert [rule.code for rule in assign_zones(types, levels, rules, True)] == ['I-1', 'I-1', 'IV-1', 'II-1']
    rows = table_of(['high', 'low'])
    for fallback in ('nowhere', 'Ihigh'):
        with pytest.raises(TableError, match=f'the fallback {fallback} of zone Ihigh must be the code of another'):
            read_rules([{**rows[0], 'fallback_code': fallback}, *rows[1:]])
    with pytest.raises(TableError, match='no fallback itself'):
        read_rules([{**rows[0], 'fallback_code': 'Ilow'}, {**rows[1], 'fallback_code': 'IIlow'}, *rows[2:]])


def test_three_levels_by_hand():
    words, values = ('low', 'medium', 'high'), [1.0, 2, 3, 10, 11, 12, 30, 31, 32]

    def numbers(method, **more):
        return resilience_levels(values, method, words=words, **more).numbers.tolist()
    assert numbers('jenks') == [0, 0, 0, 1, 1, 1, 2, 2, 2]
    assert resilience_levels(values, 'jenks', words=words).limits.tolist() == [10, 30]
    assert numbers('quantile') == [0, 0, 0, 1, 1, 1, 2, 2, 2]
    assert numbers('limits', limits=(3, 31)) == [0, 0, 1, 1, 1, 1, 1, 2, 2]
    found = resilience_levels([1, 3, 2, 3], 'classes', words=words)
    assert found.names == ['low', 'high', 'medium', 'high'] and found.high.tolist() == [False, True, False, True]
    assert np.isnan(found.threshold)
    assert level_numbers([np.nan, 5.0], [3, 7], 3).tolist() == [-1, 1]


def test_levels_that_do_not_fit_the_rules():
    words = ('1', '2', '3')
    for method in ('mean', 'median', 'jenks2', 'value'):
        with pytest.raises(ParameterError, match=f'3 levels of resilience .1, 2, 3., but {method} divides into two'):
            resilience_levels([1, 2, 3], method, 2, words)
    with pytest.raises(ParameterError, match='need 2 limits between them; 1 are'):
        resilience_levels([1, 2, 3], 'limits', words=words, limits=(2,))
    with pytest.raises(ParameterError, match='larger than the one before'):
        resilience_levels([1, 2, 3], 'limits', words=words, limits=(2, 1))
    with pytest.raises(ParameterError, match='only 2 different values'):
        resilience_levels([1, 2, 2], 'jenks', words=words)
    for wrong in (0, 4, 1.5):
        with pytest.raises(ValueRangeError, match=f'1 .lowest. to 3.*1 are not, the first is {wrong}'):
            resilience_levels([1, wrong], 'classes', words=words)


def test_shipped_indicator_table_fits_the_indicators():
    found = read_indicators(shipped('resilience_indicators.csv'))
    assert [row.name for row in found] == [*INDICATORS, ROAD_DENSITY]
    perspectives = perspectives_of(found)
    assert len(perspectives) == 5
    assert [sum(row.perspective == name for row in found[:15]) for name in perspectives] == [3] * 5
    assert [row.name for row in found if row.direction > 0] == [
        'precipitation', 'temperature', 'organic_matter', 'soil_depth', 'vegetation_cover', 'landscape_diversity',
        'ecological_elasticity']
    judged = ahp_weights(read_judgements(shipped('resilience_judgements.csv'), perspectives), perspectives)
    assert judged.acceptable and judged.weights.argmax() == perspectives.index('vegetation_landscape')


def test_shipped_land_cover_table_covers_all_classes():
    rows = shipped('landcover_resilience.csv')
    assert [int(row['code']) for row in rows] == list(range(1, 10))
    assert all(0 <= float(row['elasticity']) <= 1 and float(row['intensity']) in (1, 2, 3, 4) for row in rows)
