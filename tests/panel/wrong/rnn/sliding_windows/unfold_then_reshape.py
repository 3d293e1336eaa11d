# verdict: wrong
# mistake: unfold puts the window last, (N, D, w), and reshape to (N, w, D) mixes times and features where a transpose is needed.
# told: leaves_the_window_axis_last
import torch


def sliding_windows(series, window, horizon=1):
    if window < 1:
        raise ValueError("window must be positive")
    if horizon < 1:
        raise ValueError("horizon must be positive")
    T = series.shape[0]
    N = T - window - horizon + 1
    if N < 1:
        raise ValueError("series is too short")
    x = series.unfold(0, window, 1)[:N]
    x = x.reshape(N, window, *series.shape[1:]).clone()
    y = series[window - 1 + horizon:].clone()
    return x, y
