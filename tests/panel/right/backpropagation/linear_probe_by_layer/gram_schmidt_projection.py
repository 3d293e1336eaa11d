# verdict: passed
# style: scores as the projection of the targets, by Gram-Schmidt done twice, no solver
import numpy as np


def _scores(h, t):
    basis = [np.full(len(t), 1 / np.sqrt(len(t)))]
    for column in h.T:
        size = np.linalg.norm(column)
        rest = column.copy()
        for _ in range(2):
            for q in basis:
                rest = rest - (q @ rest) * q
        length = np.linalg.norm(rest)
        if length > 1e-10 * size:
            basis.append(rest / length)
    return sum((q @ t) * q for q in basis)


def linear_probe_by_layer(x, y, params, hidden="tanh"):
    if hidden == "relu":
        phi = lambda z: np.maximum(z, 0.0)
    elif hidden == "tanh":
        phi = np.tanh
    elif hidden == "identity":
        phi = lambda z: z
    else:
        raise ValueError(f"hidden must be 'relu', 'tanh' or 'identity', got {hidden!r}")
    t = np.where(np.asarray(y) == 1, 1.0, -1.0)
    h = np.array(x, dtype=np.float64)
    layers = [h]
    for weight, bias in params:
        h = phi(h @ weight.T.astype(np.float64) + bias)
        layers.append(h)
    return [float(np.mean((_scores(h, t) > 0.001) == (t > 0))) for h in layers]
