# verdict: wrong
# mistake: The arrays are built from Python floats, so they are float64 even when x is float32.
# told: returns_float64
import math

import numpy as np


def sig(z):
    return 1 / (1 + math.exp(-z)) if z > -700 else 0.0


def backward_221(x, y, params):
    W, b, v, c = params["weight1"], params["bias1"], params["weight2"], params["bias2"]
    a = [sig(float(W[j][0] * x[0] + W[j][1] * x[1] + b[j])) for j in range(2)]
    out = sig(float(v[0] * a[0] + v[1] * a[1] + c))
    d = float((out - y) * out * (1 - out))
    dz = [d * float(v[j]) * a[j] * (1 - a[j]) for j in range(2)]
    return {
        "weight1": np.array([[dz[j] * float(x[k]) for k in range(2)] for j in range(2)]),
        "bias1": np.array(dz),
        "weight2": np.array([d * a[0], d * a[1]]),
        "bias2": d,
    }
