"""Techniques and teams: by hand and against trying every assignment."""

from itertools import product

import numpy as np
import pytest

from ecorestore.ecorestore_plugin.core.collaboration.technology import (
    Need,
    Technique,
    assign_teams,
    best_techniques,
    range_fit,
    suitability,
    unsolved,
)
from ecorestore.ecorestore_plugin.core.errors import EmptyInputError, ParameterError, ValueRangeError

NAN = float('nan')


def test_fit_of_a_range():
    assert [range_fit(value, 5, 25) for value in (5, 25, 27.5, 30, 2.5, 60)] == [1, 1, 0.5, 0, 0.5, 0]
    assert range_fit(NAN, 5, 25) == range_fit(3, NAN, NAN) == 1
    assert range_fit(350, 400, NAN) == pytest.approx(0.5) and range_fit(9000, 400, NAN) == 1
    with pytest.raises(ParameterError, match='from 9 to 3'):
        range_fit(1, 9, 3)


def test_suitability_by_hand():
    terraces = Technique('terraces', frozenset(['erosion']), frozenset(), {'slope': (5, 25)}, 3.0)
    forest = Technique('forest', frozenset(['erosion', 'low cover']), frozenset(['core']), {}, 1.0)
    needs = [Need(frozenset(['erosion', 'low cover']), frozenset(['node']), {'slope': 27.5}),
             Need(frozenset(['erosion']), frozenset(), {'slope': 40.0}), Need(frozenset(['mining']), frozenset(), {})]
    scores = suitability(needs, [terraces, forest])
    assert scores.tolist() == [[0.25, 0.5], [0, 1], [0, 0]]
    assert best_techniques(scores, 1) == [[1], [1], []]
    assert best_techniques(scores) == [[1, 0], [1], []]
    assert unsolved(needs, [terraces, forest], scores) == [[], [], ['mining']]


def test_teams_are_worth_as_much_as_any_assignment():
    draw = np.random.default_rng(2)
    for _ in range(10):
        skill = np.round(draw.random((4, 3)), 2) * (draw.random((4, 3)) < 0.7)
        importance, capacity, distance = draw.random(4), draw.integers(0, 3, 3), draw.random((4, 3)) * 100
        worth = skill * importance[:, None] * (1 - 0.1 * distance / distance.max()) * (distance <= 70)
        best = max(sum(worth[row, team] for row, team in enumerate(plan) if team < 3)
                   for plan in product(range(4), repeat=4) if all(plan.count(team) <= capacity[team]
                                                                  for team in range(3)))
        found = assign_teams(skill, importance, capacity, distance, reach=70)
        assert found.worth.sum() == pytest.approx(best)
        assert (np.bincount(found.team, minlength=3) <= capacity).all() and len(set(found.unit)) == len(found.unit)
        assert sorted([*found.unit, *found.open]) == list(range(4))


def test_teams_that_cannot_be_assigned():
    nobody = assign_teams([[0.0]], [1.0], [5])
    assert nobody.open.tolist() == [0]
    with pytest.raises(EmptyInputError):
        assign_teams(np.zeros((0, 2)), [], [1, 1])
    with pytest.raises(ParameterError):
        assign_teams([[1.0]], [1.0, 1.0], [1])
    with pytest.raises(ValueRangeError, match='capacity'):
        assign_teams([[1.0]], [1.0], [-1])
