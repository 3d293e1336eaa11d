# verdict: passed
# style: everything written out with Python floats, one line a derivative
import math

import numpy as np


def sig(z):
    if z >= 0:
        return 1.0 / (1.0 + math.exp(-z))
    return math.exp(z) / (1.0 + math.exp(z))


def backward_221(x, y, params):
    (w00, w01), (w10, w11) = params["weight1"].tolist()
    b0, b1 = params["bias1"].tolist()
    v0, v1 = params["weight2"].tolist()
    x0, x1 = x.tolist()

    a0 = sig(w00 * x0 + w01 * x1 + b0)
    a1 = sig(w10 * x0 + w11 * x1 + b1)
    out = sig(v0 * a0 + v1 * a1 + float(params["bias2"]))

    dC_dz2 = (out - float(y)) * out * (1 - out)
    dC_dz0 = dC_dz2 * v0 * a0 * (1 - a0)
    dC_dz1 = dC_dz2 * v1 * a1 * (1 - a1)

    dC_dw00 = dC_dz0 * x0
    dC_dw01 = dC_dz0 * x1
    dC_dw10 = dC_dz1 * x0
    dC_dw11 = dC_dz1 * x1
    dC_dv0 = dC_dz2 * a0
    dC_dv1 = dC_dz2 * a1

    t = x.dtype
    return {
        "weight1": np.array([[dC_dw00, dC_dw01], [dC_dw10, dC_dw11]], dtype=t),
        "bias1": np.array([dC_dz0, dC_dz1], dtype=t),
        "weight2": np.array([dC_dv0, dC_dv1], dtype=t),
        "bias2": dC_dz2,
    }
