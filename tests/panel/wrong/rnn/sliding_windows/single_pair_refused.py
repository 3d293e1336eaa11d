# verdict: raised
# mistake: A series with exactly window + horizon values is refused, although it is long enough for one pair.
# told: refuses_a_single_pair
import numpy as np


def sliding_windows(series, window, horizon=1):
    if window < 1:
        raise ValueError("window must be at least 1")
    if horizon < 1:
        raise ValueError("horizon must be at least 1")
    if len(series) <= window + horizon:
        raise ValueError("series is too short for window and horizon")
    xs, ys = [], []
    for i in range(len(series) - window - horizon + 1):
        xs.append(series[i:i + window])
        ys.append(series[i + window - 1 + horizon])
    return np.array(xs), np.array(ys)
