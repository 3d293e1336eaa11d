# verdict: passed
# style: NumPy, Welford's running mean and sum of squares, one training set at a time
import numpy as np


def bias_variance(preds, f_true, noise_var):
    if noise_var < 0:
        raise ValueError(f"noise_var must be at least 0, got {noise_var}")
    mean = np.zeros(preds.shape[1])
    m2 = np.zeros(preds.shape[1])
    count = 0
    for row in preds.astype(np.float64):
        count += 1
        delta = row - mean
        mean = mean + delta / count
        m2 = m2 + delta * (row - mean)
    variance = float(np.mean(m2 / count))
    bias2 = float(np.mean((mean - f_true.astype(np.float64)) ** 2))
    return {"bias2": bias2, "variance": variance, "mse": bias2 + variance + float(noise_var)}
