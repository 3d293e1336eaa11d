# verdict: passed
# style: Box-Muller from two uniform arrays, fans from a dictionary
import numpy as np


def kaiming_normal(shape, rng, a=0.0, mode="fan_in"):
    if len(shape) < 2:
        raise ValueError("shape is too short: %r" % (shape,))
    r = int(np.prod(shape[2:], dtype=np.int64))
    fans = {"fan_in": shape[1] * r, "fan_out": shape[0] * r}
    if mode not in fans:
        raise ValueError("mode must be fan_in or fan_out, not %r" % (mode,))
    radius = np.sqrt(-2.0 * np.log1p(-rng.random(shape)))
    angle = 2.0 * np.pi * rng.random(shape)
    sigma = np.sqrt(2.0 / ((1.0 + a**2) * fans[mode]))
    return sigma * radius * np.cos(angle)
