# verdict: wrong
# mistake: f gets float64, but the gradient is collected in an array of the dtype of x.
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    x64 = x.astype(float)
    grad = np.zeros_like(x)
    for idx in np.ndindex(x.shape):
        saved = x64[idx]
        x64[idx] = saved + eps
        plus = float(f(x64))
        x64[idx] = saved - eps
        minus = float(f(x64))
        x64[idx] = saved
        grad[idx] = (plus - minus) / (2 * eps)
    return grad[()]
