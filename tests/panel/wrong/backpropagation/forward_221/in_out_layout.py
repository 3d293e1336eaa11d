# verdict: wrong
# mistake: x @ weight1 treats the weights as (in, out), so neuron j gets column j instead of row j.
# told: transposes_weight1
import numpy as np
from scipy.special import expit


def forward_221(x, params):
    z1 = x @ params["weight1"] + params["bias1"]
    a1 = expit(z1)
    z2 = a1 @ params["weight2"] + params["bias2"]
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": expit(z2)}
