# verdict: passed
# style: PyTorch, a table of time indices is looked up with index_select
import torch


def sliding_windows(series, window, horizon=1):
    if window < 1:
        raise ValueError("window < 1")
    if horizon < 1:
        raise ValueError("horizon < 1")
    T = series.size(0)
    if T < window + horizon:
        raise ValueError("series has too few values for this window and this horizon")
    start = torch.arange(T - window - horizon + 1)
    table = start[:, None] + torch.arange(window)[None, :]
    x = series.index_select(0, table.reshape(-1)).reshape(*table.shape, *series.shape[1:])
    y = series.index_select(0, start + (window - 1 + horizon))
    return x, y
