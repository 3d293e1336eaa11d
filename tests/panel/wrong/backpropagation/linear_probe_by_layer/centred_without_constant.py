# verdict: wrong
# mistake: The features are centred and then the fit has no constant, which leaves out the mean of the targets wherever the classes are not equally large.
import numpy as np


def linear_probe_by_layer(x, y, params, hidden="tanh"):
    activations = {"relu": lambda z: np.maximum(z, 0), "tanh": np.tanh, "identity": lambda z: z}
    if hidden not in activations:
        raise ValueError(f"hidden must be one of {list(activations)}")
    t = 2.0 * y - 1.0

    def probe(h):
        centred = h - h.mean(axis=0)
        v, *_ = np.linalg.lstsq(centred, t, rcond=None)
        prediction = (centred @ v > 0.001).astype(int)
        return float((prediction == y).mean())

    h = x.astype(float)
    result = [probe(h)]
    for weight, bias in params:
        h = activations[hidden](h @ weight.T + bias)
        result.append(probe(h))
    return result
