# verdict: wrong
# mistake: z1 is the array params["bias1"] itself, so the input is changed and the result is not new.
# told: sums_into_the_bias
import numpy as np
from scipy.special import expit


def forward_221(x, params):
    z1 = params["bias1"]
    for k in range(2):
        z1 += params["weight1"][:, k] * x[k]
    a1 = expit(z1)
    z2 = np.dot(params["weight2"], a1) + params["bias2"]
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": expit(z2)}
