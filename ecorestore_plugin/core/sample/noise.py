"""Random fields with the texture of natural surfaces."""

from __future__ import annotations

import numpy as np


def spectral_noise(shape, rng, exponent=2.0, longest=None, shortest=None):
    """Isotropic Gaussian noise whose power falls as frequency to the minus ``exponent``.

    Parameters
    ----------
    shape : (rows, columns)
    rng : numpy Generator
    exponent : 0 is white noise, about 2 land-cover patches, 3 to 4 terrain
    longest, shortest : wavelengths to keep, in cells; None keeps all

    Returns
    -------
    (rows, columns) float array, mean 0, standard deviation 1

    Source: Turcotte 1997, Fractals and Chaos in Geology and Geophysics (spectral synthesis).
    """
    rows, columns = shape
    padded = (rows + rows // 4 + 8, columns + columns // 4 + 8)
    white = np.fft.rfft2(rng.standard_normal(padded))
    frequency = np.hypot(np.fft.fftfreq(padded[0])[:, None], np.fft.rfftfreq(padded[1])[None, :])
    frequency[0, 0] = 1.0
    gain = frequency ** (-exponent / 2.0)
    gain[0, 0] = 0.0
    if longest is not None:
        gain *= np.minimum(1.0, (frequency * longest) ** (exponent / 2.0 + 1.0))
    if shortest is not None:
        gain *= np.exp(-(frequency * shortest) ** 2)
    field = np.fft.irfft2(white * gain, s=padded)[:rows, :columns]
    spread = field.std()
    return (field - field.mean()) / (spread if spread > 0 else 1.0)


def smoothstep(values, low, high):
    """0 below ``low``, 1 above ``high``, a smooth S between."""
    share = np.clip((np.asarray(values, dtype=float) - low) / (high - low), 0.0, 1.0)
    return share * share * (3.0 - 2.0 * share)


def rank_share(values, valid):
    """Each valid value's rank as a share 0 to 1 (ties by position), NaN elsewhere."""
    share = np.full(values.shape, np.nan)
    known = values[valid]
    order = np.argsort(known, kind='stable')
    ranks = np.empty(known.size)
    ranks[order] = (np.arange(known.size) + 0.5) / max(known.size, 1)
    share[valid] = ranks
    return share
