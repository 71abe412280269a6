"""What people and experts say: satisfaction on a Likert scale with its uncertainty, and how far experts agree."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..checks import check_share
from ..errors import EmptyInputError, ParameterError, ValueRangeError

# Below this many answers a share says little: the interval at 50 % is wider than 36 points.
FEW = 30
# Below this many items the chi-square approximation of Kendall's W is rough.
FEW_ITEMS = 7


@dataclass(frozen=True)
class Satisfaction:
    """Answers to one question.

    Attributes
    ----------
    count : answers
    effective : answers of equal weight that would be as certain (Kish); equals ``count`` without weights
    mean : weighted mean on the scale
    share : weighted share of satisfied answers, 0 to 1
    lower, upper : Wilson limits of the share
    few : fewer than 30 effective answers
    """

    count: int
    effective: float
    mean: float
    share: float
    lower: float
    upper: float

    @property
    def few(self) -> bool:
        return self.effective < FEW


def satisfaction(answers, scale=5, satisfied=4, weights=None, confidence=0.95) -> Satisfaction:
    """Mean and share of the satisfied among Likert answers.

    Parameters
    ----------
    answers : (n,) whole numbers from 1 to ``scale``, NaN where the question was left out
    satisfied : lowest answer that counts as satisfied
    weights : (n,) above 0, such as persons an answer stands for
    confidence : of the limits, 0 to 1

    Raises
    ------
    EmptyInputError, ParameterError, ValueRangeError

    Source: Wilson 1927, doi:10.1080/01621459.1927.10502953; Kish 1965, Survey Sampling (effective size)
    """
    answers = np.asarray(answers, dtype=float)
    weights = np.ones(answers.shape) if weights is None else np.asarray(weights, dtype=float)
    check_share('confidence', confidence, 0.5, 0.9999)
    if not 1 < satisfied <= scale:
        raise ParameterError('Answers from {satisfied} count as satisfied on a scale of 1 to {scale}; choose a number '
                             'from 2 to {scale}.', satisfied=satisfied, scale=scale)
    known = np.isfinite(answers)
    check_answers(answers[known], scale)
    answers, weights = answers[known], weights[known]
    if not answers.size:
        raise EmptyInputError('There is no answer.')
    if not (np.isfinite(weights).all() and (weights > 0).all()):
        raise ValueRangeError('{count} weights of answers are missing, zero or negative.',
                              count=int((~(weights > 0)).sum()))
    total = weights.sum()
    share = float(weights[answers >= satisfied].sum() / total)
    effective = float(total ** 2 / (weights ** 2).sum())
    return Satisfaction(answers.size, effective, float(weights @ answers / total), share,
                        *wilson_interval(share, effective, confidence))


def check_answers(answers, scale):
    """Every answer is a whole number from 1 to ``scale``.

    Raises
    ------
    ValueRangeError : names the count and the first
    """
    wrong = np.flatnonzero((answers != np.round(answers)) | (answers < 1) | (answers > scale))
    if wrong.size:
        raise ValueRangeError('{count} answers are not whole numbers from 1 to {scale}; the first is {value}. Correct '
                              'them, leave them empty, or give the right scale.', count=int(wrong.size), scale=scale,
                              value=f'{answers[wrong[0]]:g}')


def wilson_interval(share, count, confidence=0.95) -> tuple[float, float]:
    """Limits of a share observed in ``count`` answers; they never leave 0..1 and hold at 0 and 1 too."""
    from scipy.special import ndtri
    z = float(ndtri(0.5 + confidence / 2))
    centre = share + z ** 2 / (2 * count)
    half = z * np.sqrt(share * (1 - share) / count + z ** 2 / (4 * count ** 2))
    scale = 1 + z ** 2 / count
    return max(0.0, float((centre - half) / scale)), min(1.0, float((centre + half) / scale))


@dataclass(frozen=True)
class Agreement:
    """How experts scored items.

    Attributes
    ----------
    mean, deviation : (items,) mean and standard deviation (n - 1) of the scores
    variation : (items,) deviation / mean; above 0.25 the experts differ
    concordance : Kendall's W, 0 no agreement to 1 full agreement, corrected for ties
    p : of W by the chi-square approximation; rough below 7 items
    experts, items : how many
    """

    mean: np.ndarray
    deviation: np.ndarray
    variation: np.ndarray
    concordance: float
    p: float
    experts: int
    items: int


def expert_agreement(scores) -> Agreement:
    """Kendall's coefficient of concordance of experts, W = 12 S / (m^2 (n^3 - n) - m sum T), T = sum of t^3 - t.

    Parameters
    ----------
    scores : (experts, items) numbers, complete

    Raises
    ------
    ParameterError : fewer than two experts or items, missing scores

    Source: Kendall & Babington Smith 1939, doi:10.1214/aoms/1177732186
    """
    from scipy.stats import chi2, rankdata
    scores = np.asarray(scores, dtype=float)
    if scores.ndim != 2 or min(scores.shape) < 2:
        raise ParameterError('Agreement needs at least two experts and two items; {experts} and {items} are given.',
                             experts=scores.shape[0], items=scores.shape[1] if scores.ndim == 2 else 0)
    missing = np.argwhere(~np.isfinite(scores))
    if missing.size:
        raise ParameterError('{count} scores are missing, the first of expert {expert} for item {item}. Every expert '
                             'must score every item.', count=len(missing), expert=int(missing[0][0]) + 1,
                             item=int(missing[0][1]) + 1)
    experts, items = scores.shape
    ranks = np.stack([rankdata(row) for row in scores])
    ties = sum(float((counts ** 3 - counts).sum())
               for counts in (np.unique(row, return_counts=True)[1] for row in scores))
    spread = float(((ranks.sum(axis=0) - experts * (items + 1) / 2) ** 2).sum())
    largest = experts ** 2 * (items ** 3 - items) - experts * ties
    agreed = 12 * spread / largest if largest > 0 else float('nan')
    p = float(chi2.sf(experts * (items - 1) * agreed, items - 1)) if np.isfinite(agreed) else float('nan')
    mean, deviation = scores.mean(axis=0), scores.std(axis=0, ddof=1)
    with np.errstate(divide='ignore', invalid='ignore'):
        variation = np.where(mean != 0, deviation / np.abs(mean), np.nan)
    return Agreement(mean, deviation, variation, agreed, p, experts, items)
