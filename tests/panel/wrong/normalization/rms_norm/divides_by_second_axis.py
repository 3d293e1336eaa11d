# verdict: wrong
# mistake: The sum of squares is divided by the length of the second axis instead of the last one, which is only right for two axes.
import numpy as np


def rms_norm(x, weight, eps=1e-6):
    n_features = x.shape[1] if x.ndim > 1 else x.shape[0]
    total = np.sum(x * x, axis=-1, keepdims=True)
    rms = np.sqrt(total / n_features + eps)
    return x / rms * weight
