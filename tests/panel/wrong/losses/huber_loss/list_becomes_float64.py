# verdict: wrong
# mistake: The gradient is a Python list turned into an array, which is float64 whatever the dtype of the inputs was.
# told: returns_float64
import numpy as np


def _one(e, delta):
    if abs(e) <= delta:
        return 0.5 * e * e, e
    return delta * (abs(e) - 0.5 * delta), delta if e > 0 else -delta


def huber_loss(input, target, delta=1.0):
    if input.shape != target.shape:
        raise ValueError("target does not have the shape of input")
    if not delta > 0:
        raise ValueError("delta has to be positive")
    errors = (input - target).ravel().tolist()
    pairs = [_one(e, delta) for e in errors]
    n = len(pairs)
    loss = input.dtype.type(sum(h for h, _ in pairs) / n)
    grad = np.array([g / n for _, g in pairs]).reshape(input.shape)
    return loss, grad
