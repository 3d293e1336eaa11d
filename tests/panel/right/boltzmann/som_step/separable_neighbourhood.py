# verdict: passed
# style: the neighbourhood as an outer product of two Gaussians, divided by sigma before squaring
import numpy as np


def _bell(n, centre, sigma):
    steps = np.arange(n, dtype=np.float64) - centre
    with np.errstate(over="ignore", under="ignore"):
        return np.exp(-0.5 * np.square(steps / np.float64(sigma)))


def som_step(x, weight, lr, sigma):
    if not sigma > 0:
        raise ValueError(f"sigma must be above 0, got {sigma}")
    rows, columns, _ = weight.shape
    away = x.astype(np.float64) - weight
    row, column = divmod(int(np.argmin(np.sum(away * away, axis=-1))), columns)
    h = np.outer(_bell(rows, row, sigma), _bell(columns, column, sigma))
    return (weight + lr * h[:, :, np.newaxis] * away).astype(weight.dtype)
