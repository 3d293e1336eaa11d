# verdict: raised
# mistake: A noise_var of exactly 0 is refused, though it only has to be at least 0.
import numpy as np


def bias_variance(preds, f_true, noise_var):
    if not noise_var > 0:
        raise ValueError("noise_var must be positive")
    preds = np.asarray(preds, dtype=np.float64)
    fbar = preds.mean(axis=0)
    bias2 = np.square(fbar - f_true).mean()
    variance = np.square(preds - fbar).mean()
    return {"bias2": float(bias2), "variance": float(variance), "mse": float(bias2 + variance + noise_var)}
