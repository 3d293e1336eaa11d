# verdict: wrong
# mistake: The sums are clipped to [-20, 20] against overflow and the clipped values are returned as z1 and z2.
import numpy as np


def forward_221(x, params):
    z1 = np.clip(params["weight1"] @ x + params["bias1"], -20, 20)
    a1 = 1 / (1 + np.exp(-z1))
    z2 = np.clip(params["weight2"] @ a1 + params["bias2"], -20, 20)
    y_hat = 1 / (1 + np.exp(-z2))
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}
