# verdict: wrong
# mistake: The variance over training sets is divided by R - 1 instead of R, so the three parts no longer add up to the error.
import numpy as np


def bias_variance(preds, f_true, noise_var):
    if noise_var < 0:
        raise ValueError("noise_var must be at least 0")
    p = preds.astype(np.float64)
    R = p.shape[0]
    fbar = p.mean(axis=0)
    bias2 = float(((fbar - f_true) ** 2).mean())
    variance = float((((p - fbar) ** 2).sum(axis=0) / max(R - 1, 1)).mean())
    mse = float(((p - f_true) ** 2).mean() + noise_var)
    return {"bias2": bias2, "variance": variance, "mse": mse}
