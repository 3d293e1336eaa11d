# verdict: wrong
# mistake: z1 and a1 are float64 even when x is float32.
# told: returns_float64
import math

import numpy as np


def sigmoid(z):
    return 1 / (1 + math.exp(-z)) if z >= 0 else 1 - 1 / (1 + math.exp(z))


def forward_221(x, params):
    W, b, v = params["weight1"].tolist(), params["bias1"].tolist(), params["weight2"].tolist()
    xs = x.tolist()
    z1 = [sum(w * t for w, t in zip(row, xs)) + bj for row, bj in zip(W, b)]
    a1 = [sigmoid(z) for z in z1]
    z2 = sum(w * a for w, a in zip(v, a1)) + float(params["bias2"])
    return {"z1": np.array(z1), "a1": np.array(a1), "z2": z2, "y_hat": sigmoid(z2)}
