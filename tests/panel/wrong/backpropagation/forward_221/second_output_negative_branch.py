# verdict: wrong
# mistake: the stable sigmoid of the output neuron has a slip in the branch for negative sums, 1 + e^-z where it is 1 + e^z.
import numpy as np


def forward_221(x, params):
    z1 = params["weight1"].dot(x) + params["bias1"]
    e = np.exp(-np.abs(z1))
    a1 = np.where(z1 >= 0, 1 / (1 + e), e / (1 + e))
    z2 = params["weight2"].dot(a1) + params["bias2"]
    if z2 >= 0:
        y_hat = 1 / (1 + np.exp(-z2))
    else:
        y_hat = np.exp(z2) / (1 + np.exp(min(-z2, 700)))
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}
