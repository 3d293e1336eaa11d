# verdict: passed
# style: plain loop over the flat array with math.erfc and math.tanh, result cast back
import math

import numpy as np

ROOT_HALF = math.sqrt(0.5)
SLOPE = math.sqrt(2.0 / math.pi)


def _exact(v):
    # 1 + erf(t) == erfc(-t), without the cancellation for negative t
    return 0.5 * v * math.erfc(-v * ROOT_HALF)


def _by_tanh(v):
    return 0.5 * v * (1.0 + math.tanh(SLOPE * v * (1.0 + 0.044715 * v * v)))


def gelu(x, approximate="none"):
    if approximate == "none":
        rule = _exact
    elif approximate == "tanh":
        rule = _by_tanh
    else:
        raise ValueError(f"approximate must be 'none' or 'tanh', not {approximate!r}")
    x = np.asarray(x)
    result = np.empty(x.size, dtype=x.dtype)
    for i, v in enumerate(x.ravel().tolist()):
        result[i] = rule(v)
    return result.reshape(x.shape)
