# verdict: passed
# style: plain loops over Python floats, math.exp with both signs handled
import math

import numpy as np


def squash(z):
    if z < 0:
        return 1.0 - squash(-z) if z > -1 else math.exp(z) / (1.0 + math.exp(z))
    return 1.0 / (1.0 + math.exp(-z))


def forward_221(x, params):
    z1 = []
    for j in range(2):
        total = float(params["bias1"][j])
        for k in range(2):
            total += float(params["weight1"][j, k]) * float(x[k])
        z1.append(total)
    a1 = [squash(z) for z in z1]
    z2 = float(params["bias2"])
    for w, a in zip(params["weight2"], a1):
        z2 += float(w) * a
    return {
        "y_hat": squash(z2),
        "z2": z2,
        "a1": np.array(a1, dtype=x.dtype),
        "z1": np.array(z1, dtype=x.dtype),
    }
