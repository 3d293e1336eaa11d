# verdict: wrong
# mistake: np.sqrt gives a float64 scalar that turns float32 weights into float64, and the results with them.
# told: returns_float64
import numpy as np


def signal_survey(x, normals, grad_output, activation, scheme):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError(f"unknown activation: {activation}")
    if scheme not in ("xavier", "he"):
        raise ValueError(f"unknown scheme: {scheme}")
    weights, h = [], x
    forward, slopes = [np.sqrt(np.mean(x**2))], []
    for n in normals:
        fan_out, fan_in = n.shape
        std = np.sqrt(2 / (fan_in + fan_out)) if scheme == "xavier" else np.sqrt(2 / fan_in)
        weights.append(std * n)
        z = h @ weights[-1].T
        if activation == "relu":
            h = np.maximum(0, z)
            slopes.append(z > 0)
        elif activation == "tanh":
            h = np.tanh(z)
            slopes.append(1 - h**2)
        else:
            h = (1 + np.tanh(z / 2)) / 2
            slopes.append(h * (1 - h))
        forward.append(np.sqrt(np.mean(h**2)))
    g = grad_output
    backward = [np.sqrt(np.mean(g**2))]
    for w, s in zip(weights[::-1], slopes[::-1]):
        g = (g * s) @ w
        backward.append(np.sqrt(np.mean(g**2)))
    return {"forward": np.array(forward), "backward": np.array(backward[::-1])}
