# verdict: wrong
# mistake: Results are remembered by x alone, so the same x with other parameters gives the old values.
import numpy as np
from scipy.special import expit

_memo = {}


def forward_221(x, params):
    key = (x.dtype.str, x.tobytes())
    if key not in _memo:
        z1 = params["weight1"] @ x + params["bias1"]
        a1 = expit(z1)
        z2 = params["weight2"] @ a1 + params["bias2"]
        _memo[key] = (z1, a1, z2, expit(z2))
    z1, a1, z2, y_hat = _memo[key]
    return {"z1": z1.copy(), "a1": a1.copy(), "z2": z2, "y_hat": y_hat}
