# verdict: wrong
# mistake: The slope of the sigmoid is evaluated at the activation h instead of at the pre-activation z: the sigmoid is applied twice.
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def rms(a):
    return np.sqrt(np.mean(a**2))


def signal_survey(x, normals, grad_output, activation, scheme):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError(f"activation {activation!r} is unknown")
    if scheme not in ("xavier", "he"):
        raise ValueError(f"scheme {scheme!r} is unknown")
    weights, hs = [], [x]
    for n in normals:
        out, inp = n.shape
        std = (2 / (inp + out)) ** 0.5 if scheme == "xavier" else (2 / inp) ** 0.5
        weights.append(std * n)
        z = hs[-1] @ weights[-1].T
        hs.append({"sigmoid": sigmoid, "tanh": np.tanh, "relu": lambda v: np.maximum(v, 0)}[activation](z))
    gs = [grad_output]
    for l in range(len(normals) - 1, -1, -1):
        h = hs[l + 1]
        if activation == "sigmoid":
            slope = sigmoid(h) * (1 - sigmoid(h))
        elif activation == "tanh":
            slope = 1 - h**2
        else:
            slope = (h > 0).astype(h.dtype)
        gs.insert(0, (gs[0] * slope) @ weights[l])
    return {
        "forward": np.array([rms(h) for h in hs], dtype=x.dtype),
        "backward": np.array([rms(g) for g in gs], dtype=x.dtype),
    }
