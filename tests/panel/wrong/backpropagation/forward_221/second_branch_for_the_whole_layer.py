# verdict: wrong
# mistake: one branch of the sigmoid is taken for both neurons, so one negative sum beside a huge positive one gives inf / inf.
# told: overflows_at_large_z
import numpy as np


def sigmoid(z):
    if np.any(z < 0):
        e = np.exp(z)
        return e / (1 + e)
    return 1 / (1 + np.exp(-z))


def forward_221(x, params):
    z1 = params["weight1"] @ x + params["bias1"]
    a1 = sigmoid(z1)
    z2 = params["weight2"] @ a1 + params["bias2"]
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": sigmoid(z2)}
