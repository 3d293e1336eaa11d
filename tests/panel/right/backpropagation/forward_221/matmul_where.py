# verdict: passed
# style: vectorised NumPy with an overflow-free sigmoid
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


def forward_221(x, params):
    z1 = (params["weight1"] @ x + params["bias1"]).astype(x.dtype)
    a1 = sigmoid(z1).astype(x.dtype)
    z2 = params["weight2"] @ a1 + params["bias2"]
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": sigmoid(z2)}
