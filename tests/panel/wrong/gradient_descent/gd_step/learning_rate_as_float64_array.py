# verdict: wrong
# mistake: the learning rate is turned into a float64 array, which makes the result of float32 parameters float64.
# told: returns_float64
import numpy as np


def gd_step(params, grads, lr):
    if len(params) != len(grads):
        raise ValueError("grads must match params in length")
    rates = np.full(len(params), lr)
    result = []
    for p, g, rate in zip(params, grads, rates):
        if p.shape != g.shape:
            raise ValueError("grads must match params in shape")
        result.append(np.asarray(p - rate * g))
    return result
