# verdict: wrong
# mistake: Z-scores are cut off at plus and minus 6, but nothing is to be cut off.
import numpy as np


def standardize_apply(x, mean, std):
    out = np.empty_like(x)
    for j in range(x.shape[1]):
        out[:, j] = x[:, j] - mean[j]
        if std[j] != 0:
            out[:, j] /= std[j]
    return np.clip(out, -6.0, 6.0)
