# verdict: wrong
# mistake: The variance is the mean of squares minus the square of the mean, which loses the digits of a small variance beside large predictions.
# told: subtracts_two_squares
import numpy as np


def bias_variance(preds, f_true, noise_var):
    if noise_var < 0:
        raise ValueError("noise_var must be non-negative")
    avg = preds.mean(axis=0)
    bias2 = np.mean((avg - f_true) ** 2)
    variance = np.mean((preds**2).mean(axis=0) - avg**2)
    return {"bias2": bias2, "variance": variance, "mse": bias2 + variance + noise_var}
