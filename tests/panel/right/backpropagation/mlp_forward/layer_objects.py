# verdict: passed
# style: a small Layer class, sum of products by einsum, sigmoid from exp of -|z|
import numpy as np


def sigmoid(z):
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + small), small / (1 + small)).astype(z.dtype)


ACTIVATIONS = {
    "relu": lambda z: z.clip(min=0),
    "tanh": np.tanh,
    "sigmoid": sigmoid,
    "identity": np.copy,
}


class Layer:
    def __init__(self, weight, bias, activation):
        self.weight, self.bias, self.phi = weight, bias, ACTIVATIONS[activation]

    def __call__(self, a):
        z = np.einsum("ni,oi->no", a, self.weight)
        z += self.bias
        return z, self.phi(z)


def mlp_forward(x, params, hidden="relu", out="identity"):
    for argument, name in (("hidden", hidden), ("out", out)):
        if name not in ACTIVATIONS:
            raise ValueError(f"{argument} must be one of {sorted(ACTIVATIONS)}, got {name!r}")
    names = [hidden] * (len(params) - 1) + [out]
    cache = {"z": [], "a": []}
    a = x
    for (weight, bias), name in zip(params, names):
        z, a = Layer(weight, bias, name)(a)
        cache["z"].append(z)
        cache["a"].append(a)
    return a, cache
