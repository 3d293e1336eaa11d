# verdict: wrong
# mistake: The windows are copied but the targets are a slice of series, a view of the input and not a new array.
# told: returns_views
import numpy as np


def sliding_windows(series, window, horizon=1):
    if window < 1:
        raise ValueError("window must be >= 1")
    if horizon < 1:
        raise ValueError("horizon must be >= 1")
    n = len(series) - window - horizon + 1
    if n < 1:
        raise ValueError("series too short")
    idx = np.arange(n)[:, None] + np.arange(window)[None, :]
    x = series[idx]
    y = series[window + horizon - 1:]
    return x, y
