# verdict: wrong
# mistake: The ReLU compares with np.zeros of the default type, so that float32 scores give float64 probabilities.
# told: returns_float64
import numpy as np


def relu_sigmoid_head(x, threshold):
    if threshold < 0.0 or threshold > 1.0:
        raise ValueError(f"threshold out of range: {threshold}")
    z = np.maximum(x, np.zeros(x.shape))
    p = np.asarray(1.0 / (1.0 + np.exp(-z)))
    return p, np.asarray(p >= threshold)
