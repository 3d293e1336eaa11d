# verdict: wrong
# mistake: To make the normal equations solvable a ridge penalty of 0.01 is added, also on v, but the sum is to be minimised without a penalty, and small features are shrunk to nothing.
# told: adds_a_penalty
import numpy as np


def linear_probe_by_layer(x, y, params, hidden="tanh"):
    if hidden not in ("relu", "tanh", "identity"):
        raise ValueError("hidden must be relu, tanh or identity")
    t = 2 * np.asarray(y, dtype=float) - 1

    def accuracy(h):
        design = np.column_stack([h, np.ones(len(h))])
        gram = design.T @ design + 0.01 * np.eye(design.shape[1])
        v = np.linalg.solve(gram, design.T @ t)
        return float(np.mean((design @ v > 0.001) == (y == 1)))

    h = np.array(x, dtype=float)
    accuracies = [accuracy(h)]
    for weight, bias in params:
        z = h @ weight.T + bias
        if hidden == "relu":
            h = np.clip(z, 0, None)
        elif hidden == "tanh":
            h = np.tanh(z)
        else:
            h = z
        accuracies.append(accuracy(h))
    return accuracies
