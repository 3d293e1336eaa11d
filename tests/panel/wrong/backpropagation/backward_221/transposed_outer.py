# verdict: wrong
# mistake: The outer product is the wrong way round, so the gradient of weight1 has the layout (in, out).
# told: transposes_the_gradient_of_weight1
import numpy as np
from scipy.special import expit


def backward_221(x, y, params):
    h = expit(params["weight1"] @ x + params["bias1"])
    out = expit(h @ params["weight2"] + params["bias2"])
    delta_out = (out - y) * out * (1 - out)
    delta_hidden = delta_out * params["weight2"] * h * (1 - h)
    return {
        "weight1": np.outer(x, delta_hidden).astype(x.dtype),
        "bias1": delta_hidden.astype(x.dtype),
        "weight2": (h * delta_out).astype(x.dtype),
        "bias2": delta_out,
    }
