# verdict: wrong
# mistake: Only negative values of lam are refused, but lam = 0 is not above 0 and must raise as well.
# told: checks_nothing
import numpy as np


def linear_probe(features, target, lam):
    if lam < 0:
        raise ValueError(f"lam must be above 0, got {lam}")
    mean_f = features.mean(axis=0)
    mean_y = target.mean(axis=0)
    centred = features - mean_f
    a = centred.T @ centred
    a[np.diag_indices_from(a)] += lam
    weight = np.linalg.solve(a, centred.T @ (target - mean_y)).T
    bias = mean_y - weight @ mean_f
    return np.ascontiguousarray(weight), bias
