# verdict: passed
# style: a constant feature for the bias, labels multiplied into a copy of the examples
import numpy as np


def perceptron_fit(x, target, max_epochs=100):
    if not np.isin(target, [-1, 1]).all():
        raise ValueError("target must contain only -1 and +1")
    n, d = x.shape
    signed = np.empty((n, d + 1), dtype=x.dtype)
    signed[:, :d] = x
    signed[:, d] = 1
    signed *= target.astype(x.dtype)[:, None]
    v = np.zeros(d + 1, dtype=x.dtype)
    history = []
    while len(history) < max_epochs and (not history or history[-1] > 0):
        mistakes = 0
        for z in signed:
            if v @ z <= 0:
                v = v + z
                mistakes += 1
        history.append(mistakes)
    return {
        "weight": v[:d].copy(),
        "bias": float(v[d]),
        "mistakes_per_epoch": history,
        "converged": history[-1] == 0,
    }
