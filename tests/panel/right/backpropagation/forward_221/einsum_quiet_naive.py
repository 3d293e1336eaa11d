# verdict: passed
# style: einsum, the plain formula with overflow warnings silenced
import numpy as np


def forward_221(x, params):
    sigma = lambda z: 1 / (1 + np.exp(-z))
    cache = {}
    with np.errstate(over="ignore", under="ignore"):
        cache["z1"] = np.einsum("jk,k->j", params["weight1"], x).astype(x.dtype) + params["bias1"].astype(x.dtype)
        cache["a1"] = sigma(cache["z1"])
        cache["z2"] = (params["weight2"] * cache["a1"]).sum() + params["bias2"]
        cache["y_hat"] = sigma(cache["z2"])
    return cache
