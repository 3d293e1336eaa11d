# verdict: passed
# style: NumPy, a column of ones carries the bias, the activations are small functions in a table
import numpy as np


def _sigmoid(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


TABLE = {
    "identity": lambda z: z,
    "step": lambda z: (z > 0).astype(z.dtype),
    "sigmoid": _sigmoid,
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0),
}


def neuron(x, weight, bias, activation):
    f = TABLE.get(activation)
    if f is None:
        raise ValueError(f"activation must be one of {sorted(TABLE)}, not {activation!r}")
    ones = np.ones((x.shape[0], 1), dtype=x.dtype)
    extended = np.hstack([x, ones])
    extended_weight = np.append(weight, np.asarray([bias], dtype=x.dtype))
    return f(extended @ extended_weight)
