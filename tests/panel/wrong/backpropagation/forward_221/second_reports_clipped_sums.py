# verdict: wrong
# mistake: the sums are clipped against overflow before they are returned, so z1 and z2 are not the sums any more.
import numpy as np


def forward_221(x, params):
    z1 = np.clip(params["weight1"] @ x + params["bias1"], -500, 500)
    a1 = 1 / (1 + np.exp(-z1))
    z2 = np.clip(params["weight2"] @ a1 + params["bias2"], -500, 500)
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": 1 / (1 + np.exp(-z2))}
