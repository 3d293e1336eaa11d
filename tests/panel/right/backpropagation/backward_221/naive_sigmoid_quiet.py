# verdict: passed
# style: plain 1/(1+exp(-z)) with warnings switched off, double for loop
import numpy as np


def backward_221(x, y, params):
    w1 = params["weight1"]
    b1 = params["bias1"]
    w2 = params["weight2"]
    b2 = params["bias2"]
    grads = {
        "weight1": np.zeros((2, 2), dtype=x.dtype),
        "bias1": np.zeros(2, dtype=x.dtype),
        "weight2": np.zeros(2, dtype=x.dtype),
        "bias2": 0.0,
    }
    a = np.zeros(2, dtype=x.dtype)
    with np.errstate(over="ignore", under="ignore"):
        for j in range(2):
            z = b1[j]
            for k in range(2):
                z = z + w1[j, k] * x[k]
            a[j] = 1 / (1 + np.exp(-z))
        z2 = b2
        for j in range(2):
            z2 = z2 + w2[j] * a[j]
        yh = 1 / (1 + np.exp(-z2))

    common = (yh - y) * yh * (1 - yh)
    grads["bias2"] = common
    for j in range(2):
        grads["weight2"][j] = common * a[j]
        grads["bias1"][j] = common * w2[j] * a[j] * (1 - a[j])
        for k in range(2):
            grads["weight1"][j, k] = grads["bias1"][j] * x[k]
    return grads
