# verdict: wrong
# mistake: The output sum is taken over the sums z1 instead of the activations a1.
# told: feeds_z1_to_the_output
import numpy as np
from scipy.special import expit


def forward_221(x, params):
    out = {}
    out["z1"] = params["weight1"] @ x + params["bias1"]
    out["a1"] = expit(out["z1"])
    out["z2"] = params["weight2"] @ out["z1"] + params["bias2"]
    out["y_hat"] = expit(out["z2"])
    return out
