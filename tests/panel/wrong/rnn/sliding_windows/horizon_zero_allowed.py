# verdict: wrong
# mistake: Only negative horizons are refused; with horizon=0 the target is the last value of the window, and nothing is raised.
import numpy as np


def sliding_windows(series, window, horizon=1):
    if window <= 0:
        raise ValueError("window must be at least 1")
    if horizon < 0:
        raise ValueError("horizon must not be negative")
    if len(series) < window + horizon:
        raise ValueError("series is shorter than window + horizon")
    view = np.lib.stride_tricks.sliding_window_view(series, window, axis=0)
    view = np.moveaxis(view, -1, 1)
    targets = series[window - 1 + horizon:].copy()
    return view[:len(targets)].copy(), targets
