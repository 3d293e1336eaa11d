# verdict: wrong
# mistake: Angles are cached by first position and length, so other positions with the same start get stale angles.
import numpy as np

_cache = {}


def _angles(positions, E, base):
    slot = (int(positions[0]), len(positions), E, base)
    if slot not in _cache:
        rate = float(base) ** (-np.arange(0, E, 2) / E)
        angle = np.outer(positions, rate)
        _cache[slot] = np.cos(angle), np.sin(angle)
    return _cache[slot]


def rope(x, positions, base=10000.0):
    E = x.shape[-1]
    if E % 2:
        raise ValueError(f"x has an odd number of features: {E}")
    cos, sin = _angles(positions, E, base)
    y = np.empty_like(x)
    y[..., ::2] = x[..., ::2] * cos - x[..., 1::2] * sin
    y[..., 1::2] = x[..., ::2] * sin + x[..., 1::2] * cos
    return y
