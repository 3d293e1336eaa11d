# verdict: wrong
# mistake: The bias is solved for as a column of ones and gets the same penalty as the weights, but it must not be penalised.
# told: penalises_the_bias
import numpy as np


def linear_probe(features, target, lam):
    if lam <= 0:
        raise ValueError("lam must be above 0")
    n, d = features.shape
    design = np.hstack([features, np.ones((n, 1), dtype=features.dtype)])
    gram = design.T @ design + lam * np.eye(d + 1, dtype=features.dtype)
    theta = np.linalg.solve(gram, design.T @ target)
    return theta[:d].T.copy(), theta[d].copy()
