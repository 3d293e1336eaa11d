# verdict: wrong
# mistake: the activations are rounded to four decimals as in the printed example.
import numpy as np


def forward_221(x, params):
    def squash(z):
        return np.round(0.5 + 0.5 * np.tanh(0.5 * z), 4)

    z1 = params["weight1"] @ x + params["bias1"]
    a1 = squash(z1)
    z2 = params["weight2"] @ a1 + params["bias2"]
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": squash(z2)}
