# verdict: passed
# style: a neuron function on Python floats, arrays made at the end
import math

import numpy as np


def sigma(z):
    if z < 0:
        e = math.exp(z)
        return e / (1.0 + e)
    return 1.0 / (1.0 + math.exp(-z))


def neuron(weights, inputs, bias):
    return math.fsum([*(float(w) * float(i) for w, i in zip(weights, inputs)), float(bias)])


def forward_221(x, params):
    z1 = [neuron(row, x, b) for row, b in zip(params["weight1"], params["bias1"])]
    a1 = list(map(sigma, z1))
    z2 = neuron(params["weight2"], a1, params["bias2"])
    return dict(y_hat=sigma(z2), z2=z2, a1=np.array(a1, dtype=x.dtype), z1=np.array(z1, dtype=x.dtype))
