# verdict: raised
# mistake: math.exp(-z) raises OverflowError when z is very negative.
# told: overflows_in_math_exp
from math import exp

import numpy as np


def forward_221(x, params):
    z1 = params["weight1"] @ x + params["bias1"]
    a1 = np.array([1 / (1 + exp(-z)) for z in z1], dtype=x.dtype)
    z2 = params["weight2"] @ a1 + params["bias2"]
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": 1 / (1 + exp(-z2))}
