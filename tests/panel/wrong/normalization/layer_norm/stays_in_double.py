# verdict: wrong
# mistake: It computes in float64 for accuracy and forgets to cast back, so float32 inputs give a float64 result.
# told: returns_float64
import numpy as np


def layer_norm(x, weight, bias, eps=1e-5):
    z = np.array(x, dtype=np.float64)
    z -= z.mean(axis=-1, keepdims=True)
    sigma = np.sqrt((z * z).mean(axis=-1, keepdims=True) + eps)
    return z / sigma * weight + bias
