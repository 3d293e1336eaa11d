# verdict: passed
# style: scipy.special.expit, the derivative as expit(z)*expit(-z), dict comprehension for the dtype
import numpy as np
from scipy.special import expit


def backward_221(x, y, params):
    def slope(z):
        return expit(z) * expit(-z)

    z1 = params["weight1"].dot(x) + params["bias1"]
    z2 = np.dot(params["weight2"], expit(z1)) + params["bias2"]
    d2 = (expit(z2) - y) * slope(z2)
    d1 = slope(z1) * params["weight2"] * d2
    result = {"weight1": d1[:, np.newaxis] * x[np.newaxis, :], "bias1": d1, "weight2": expit(z1) * d2}
    result = {key: value.astype(x.dtype, copy=True) for key, value in result.items()}
    result["bias2"] = d2
    return result
