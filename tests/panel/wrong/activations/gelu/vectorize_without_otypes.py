# verdict: raised
# mistake: np.vectorize without otypes cannot guess the type of an array without elements and raises there.
# told: fails_for_no_elements
import math

import numpy as np

_erf = np.vectorize(math.erf)


def gelu(x, approximate="none"):
    if approximate == "none":
        phi = 0.5 * (1.0 + _erf(x / math.sqrt(2.0)))
    elif approximate == "tanh":
        phi = 0.5 * (1.0 + np.tanh(math.sqrt(2.0 / math.pi) * (x + 0.044715 * x**3)))
    else:
        raise ValueError("approximate has to be 'none' or 'tanh'")
    return np.asarray(x * phi).astype(x.dtype)
