"""The known mistakes of rnn/sliding_windows, as people write them in PyTorch."""

import torch

from solutions.rnn.torch.sliding_windows import sliding_windows


def pairs(series, window, horizon, target):
    x, _ = sliding_windows(series, window, horizon)
    return x, torch.stack([target(start) for start in range(len(x))])


def puts_the_target_into_the_window(series, window, horizon=1):
    return pairs(series, window, horizon, lambda start: series[start + window + horizon - 2])


def goes_one_step_too_far(series, window, horizon=1):
    return sliding_windows(series, window, horizon + 1)


def counts_from_the_start_of_the_window(series, window, horizon=1):
    return pairs(series, window, horizon, lambda start: series[start + horizon])


def ignores_the_horizon(series, window, horizon=1):
    sliding_windows(series, window, horizon)
    return sliding_windows(series, window)


def loses_the_last_pair(series, window, horizon=1):
    x, y = sliding_windows(series, window, horizon)
    return x[:-1].clone(), y[:-1].clone()


def wraps_around(series, window, horizon=1):
    sliding_windows(series, window, horizon)
    starts = torch.arange(len(series) - window + 1)
    return series[starts[:, None] + torch.arange(window)], torch.roll(series, -(window + horizon - 1), 0)[starts]


def returns_all_values_up_to_the_horizon(series, window, horizon=1):
    return pairs(series, window, horizon, lambda start: series[start + window : start + window + horizon])


def moves_by_whole_windows(series, window, horizon=1):
    x, y = sliding_windows(series, window, horizon)
    return x[::window].clone(), y[::window].clone()


def puts_the_latest_first(series, window, horizon=1):
    x, y = sliding_windows(series, window, horizon)
    return x.flip(1), y


def leaves_the_window_axis_last(series, window, horizon=1):
    sliding_windows(series, window, horizon)
    return series.unfold(0, window, 1)[:-horizon].clone(), series[window + horizon - 1 :].clone()


def predicts_the_first_feature(series, window, horizon=1):
    x, y = sliding_windows(series, window, horizon)
    return x, y if series.ndim == 1 else y[:, 0].clone()


def keeps_the_axis_of_time(series, window, horizon=1):
    x, y = sliding_windows(series, window, horizon)
    return x, y[:, None].clone()


def returns_views(series, window, horizon=1):
    x, y = sliding_windows(series, window, horizon)
    return x, series[-len(y) :]


def checks_nothing(series, window, horizon=1):
    starts = torch.arange(max(len(series) - window - horizon + 1, 0))
    return series[starts[:, None] + torch.arange(window)], series[(starts + window + horizon - 1) % len(series)]


def refuses_a_single_pair(series, window, horizon=1):
    if len(series) <= window + horizon:
        raise ValueError(f"series has only {len(series)} values")
    return sliding_windows(series, window, horizon)


def returns_float64(series, window, horizon=1):
    x, y = sliding_windows(series, window, horizon)
    return x.double(), y.double()
