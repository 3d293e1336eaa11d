# verdict: wrong
# mistake: The name of the activation is looked at only while going through params, so an unknown one passes where the list is empty.
# told: accepts_any_name
import numpy as np


def activate(z, hidden):
    match hidden:
        case "relu":
            return np.maximum(z, 0)
        case "tanh":
            return np.tanh(z)
        case "identity":
            return z
    raise ValueError(f"hidden must be 'relu', 'tanh' or 'identity', not {hidden!r}")


def probe_accuracy(h, y):
    design = np.concatenate([h, np.ones((h.shape[0], 1))], axis=1)
    solution = np.linalg.lstsq(design, 2.0 * y - 1.0, rcond=None)[0]
    return float(np.mean((design @ solution > 1e-3) == y.astype(bool)))


def linear_probe_by_layer(x, y, params, hidden="tanh"):
    h = x.astype(np.float64)
    accuracies = [probe_accuracy(h, y)]
    for weight, bias in params:
        h = activate(h @ weight.T + bias, hidden)
        accuracies.append(probe_accuracy(h, y))
    return accuracies
