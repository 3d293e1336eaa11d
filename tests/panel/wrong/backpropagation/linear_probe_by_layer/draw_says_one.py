# verdict: wrong
# mistake: The probe says 1 where the score is at least 0 (np.sign is not -1), but a score of 0 is a draw and must give 0; it says 1 only above 0.001.
import numpy as np


def linear_probe_by_layer(x, y, params, hidden="tanh"):
    phi = {"relu": lambda z: z * (z > 0), "tanh": np.tanh, "identity": np.array}.get(hidden)
    if phi is None:
        raise ValueError(f"unknown activation for hidden: {hidden}")
    target = np.where(y > 0, 1.0, -1.0)
    h, result = np.asarray(x, dtype=float), []
    for layer in [None, *params]:
        if layer is not None:
            h = phi(h @ layer[0].T + layer[1])
        design = np.hstack((np.ones((len(h), 1)), h))
        scores = design @ np.linalg.pinv(design) @ target
        says = np.where(np.round(scores, 8) >= 0, 1, 0)
        result.append(float(np.mean(says == y)))
    return result
