# verdict: wrong
# mistake: for a negative output sum the stable branch gives e^z without the division by 1 + e^z.
import math

import numpy as np


def backward_221(x, y, params):
    z1 = params["weight1"] @ x + params["bias1"]
    e = np.exp(-np.abs(z1))
    a1 = np.where(z1 >= 0, 1, e) / (1 + e)
    z2 = float(params["weight2"] @ a1 + params["bias2"])
    out = 1 / (1 + math.exp(-z2)) if z2 > 0 else math.exp(z2)
    d2 = (out - y) * out * (1 - out)
    d1 = (d2 * params["weight2"] * a1 * (1 - a1)).astype(x.dtype)
    return {"weight1": np.outer(d1, x), "bias1": d1, "weight2": (d2 * a1).astype(x.dtype), "bias2": d2}
