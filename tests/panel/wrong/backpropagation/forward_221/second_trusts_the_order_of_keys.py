# verdict: wrong
# mistake: the parameters are unpacked by the order in the dict and not by their names.
# told: trusts_the_order_of_the_keys
import numpy as np


def forward_221(x, params):
    w1, b1, w2, b2 = params.values()
    sigmoid = lambda z: np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))
    z1 = w1 @ x + b1
    a1 = sigmoid(z1)
    z2 = w2 @ a1 + b2
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": sigmoid(z2)}
