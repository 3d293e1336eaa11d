# verdict: wrong
# mistake: the gradient of weight2 is built from Python floats and is float64 also for float32 arguments.
import numpy as np
from scipy.special import expit


def backward_221(x, y, params):
    a1 = expit(params["weight1"] @ x + params["bias1"])
    out = float(expit(params["weight2"] @ a1 + params["bias2"]))
    d2 = (out - y) * out * (1 - out)
    d1 = d2 * params["weight2"] * a1 * (1 - a1)
    return {
        "weight1": np.outer(d1, x),
        "bias1": d1,
        "weight2": np.array([d2 * float(a) for a in a1]),
        "bias2": d2,
    }
