# verdict: wrong
# mistake: the sums are added up inside the bias array of the caller, which is changed and comes back as z1.
# told: sums_into_the_bias
import numpy as np


def forward_221(x, params):
    z1 = params["bias1"]
    for k in range(2):
        z1 += params["weight1"][:, k] * x[k]
    a1 = np.exp(np.minimum(z1, 0)) / (1 + np.exp(-np.abs(z1)))
    z2 = params["bias2"]
    for j in range(2):
        z2 += params["weight2"][j] * a1[j]
    e = np.exp(-abs(z2))
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": 1 / (1 + e) if z2 >= 0 else e / (1 + e)}
