# verdict: passed
# style: NumPy, one slice for each place inside the window, stacked along axis 1
import numpy as np


def sliding_windows(series, window, horizon=1):
    for name, value in (("window", window), ("horizon", horizon)):
        if value < 1:
            raise ValueError(f"{name} must be at least 1, got {value}")
    pairs = series.shape[0] - window - horizon + 1
    if pairs < 1:
        raise ValueError("series is too short for one pair")
    x = np.stack([series[j:j + pairs] for j in range(window)], axis=1)
    y = np.array(series[series.shape[0] - pairs:])
    return x, y
