# verdict: wrong
# mistake: The step gives 1 at z = 0, where it must be 0.
# told: steps_at_zero
import numpy as np


def _step(z):
    out = np.ones_like(z)
    out[z < 0] = 0
    return out


def _sigmoid(z):
    out = np.empty_like(z)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    e = np.exp(z[~pos])
    out[~pos] = e / (1 + e)
    return out


def neuron(x, weight, bias, activation):
    functions = {"identity": np.copy, "step": _step, "sigmoid": _sigmoid, "tanh": np.tanh,
                 "relu": lambda z: z.clip(min=0)}
    if activation not in functions:
        raise ValueError(f"no such activation: {activation}")
    return functions[activation](np.einsum("nd,d->n", x, weight) + bias)
