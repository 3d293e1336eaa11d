"""Hidden tests of rnn/sliding_windows."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.rnn.sliding_windows import sliding_windows

independent = (
    "(lambda w: (w[:-horizon].movedim(-1, 1), w[horizon:].select(-1, window - 1)))(torch.Tensor.unfold(series, 0, window, 1))"
)


def sample(rng, size="small"):
    """Twelve times with two features give five pairs; window and horizon differ."""
    if size == "ones":
        return rng.normal(size=(2, 1)), 1, 1
    return rng.normal(size=(12, 2)), 5, 3


@pytest.mark.parametrize(("window", "horizon"), [(1, 1), (4, 1), (2, 5), (3, 3)])
def test_target_lies_after_the_window(yours, window, horizon):
    """In a series that counts, the target is larger than the last value of the window by exactly the horizon."""
    x, y = yours(np.arange(10.0), window, horizon)
    agree(y - x[:, -1], np.full(11 - window - horizon, float(horizon)), exact=True)


@pytest.mark.parametrize(("window", "horizon"), [(3, 1), (2, 4)])
def test_first_and_last(yours, rng, window, horizon):
    """The first window begins with the first value, the last target is the last value: nothing is left unused."""
    series = rng.normal(size=9)
    x, y = yours(series, window, horizon)
    agree((x[0], x[-1], y[-1]), (series[:window], series[9 - window - horizon : 9 - horizon], series[-1]))


def test_features(yours, rng):
    """With features, windows are (N, window, D) and targets (N, D), also where the window is as long as there are features."""
    series = rng.normal(size=(7, 3))
    x, y = yours(series, 3, 2)
    agree((x, y), (np.stack([series[0:3], series[1:4], series[2:5]]), series[4:7]))


def test_single_row(yours):
    """Without features, windows are (N, window) and targets (N,); the next value is the target unless another is asked for."""
    agree(yours(np.array([3.0, 1.0, 4.0, 1.5, 9.0]), 2), (np.array([[3.0, 1], [1, 4], [4, 1.5]]), np.array([4.0, 1.5, 9])))


def test_exactly_one_pair(yours):
    """A series of window + horizon values gives one pair."""
    agree(yours(np.array([2.0, 7.0, 1.0, 8.0, 5.0]), 2, 3), (np.array([[2.0, 7.0]]), np.array([5.0])))


@pytest.mark.parametrize(
    ("length", "window", "horizon", "name"), [(9, 0, 1, "window"), (9, 2, 0, "horizon"), (4, 2, 3, "series"), (1, 3, 1, "series")]
)
def test_bad_arguments(yours, length, window, horizon, name):
    """A window or a horizon below 1, and a series that is too short for a pair, raise a ValueError that names it."""
    with pytest.raises(ValueError, match=name):
        yours(np.arange(float(length)), window, horizon)


def pairs(series, window, horizon, target):
    """The reference, with the target of the window that begins at `start` given by target(start)."""
    x, _ = sliding_windows(series, window, horizon)
    return x, np.stack([target(start) for start in range(len(x))])


@mistake("With a horizon of 1 your target is the last value of the window: the answer is in the question. Go one step further.")
def puts_the_target_into_the_window(series, window, horizon=1):
    return pairs(series, window, horizon, lambda start: series[start + window + horizon - 2])


@mistake("Your targets lie one step too far. With a horizon of 1 the target is the value right after the window.")
def goes_one_step_too_far(series, window, horizon=1):
    return sliding_windows(series, window, horizon + 1)


@mistake("The horizon counts from the first value of your window. Count it from the last one, or the window contains the target.")
def counts_from_the_start_of_the_window(series, window, horizon=1):
    return pairs(series, window, horizon, lambda start: series[start + horizon])


@mistake(
    "You ignore the horizon and always take the next value. The target lies horizon steps after the last value of the window."
)
def ignores_the_horizon(series, window, horizon=1):
    sliding_windows(series, window, horizon)
    return sliding_windows(series, window)


@mistake("The last pair is missing. There are T - window - horizon + 1 of them, and the last target is the last value.")
def loses_the_last_pair(series, window, horizon=1):
    x, y = sliding_windows(series, window, horizon)
    return x[:-1].copy(), y[:-1].copy()


@mistake(
    "The last targets come from the beginning of the series: np.roll goes round in a circle. Leave out windows without future."
)
def wraps_around(series, window, horizon=1):
    sliding_windows(series, window, horizon)
    starts = np.arange(len(series) - window + 1)
    return series[starts[:, None] + np.arange(window)], np.roll(series, -(window + horizon - 1), axis=0)[starts]


@mistake("You return all values up to the horizon. The target is one time only, the one that lies horizon steps ahead.")
def returns_all_values_up_to_the_horizon(series, window, horizon=1):
    return pairs(series, window, horizon, lambda start: series[start + window : start + window + horizon])


@mistake("Your windows do not overlap, and most pairs are lost. Move the window on by one step, not by its length.")
def moves_by_whole_windows(series, window, horizon=1):
    x, y = sliding_windows(series, window, horizon)
    return x[::window].copy(), y[::window].copy()


@mistake("Time runs backwards in your windows. The oldest value comes first, as a recurrent network reads it.")
def puts_the_latest_first(series, window, horizon=1):
    x, y = sliding_windows(series, window, horizon)
    return x[:, ::-1].copy(), y


@mistake("The axis of the window is the last one, as sliding_window_view and unfold leave it. Move it to the second place.")
def leaves_the_window_axis_last(series, window, horizon=1):
    x, y = sliding_windows(series, window, horizon)
    return np.moveaxis(x, 1, -1).copy(), y


@mistake("Your targets have the first feature only. Return all features: y has the shape (N, D).")
def predicts_the_first_feature(series, window, horizon=1):
    x, y = sliding_windows(series, window, horizon)
    return x, y if series.ndim == 1 else y[:, 0].copy()


@mistake("Your targets have an axis of length 1 too many. A target is a single time: index it, without a slice.")
def keeps_the_axis_of_time(series, window, horizon=1):
    x, y = sliding_windows(series, window, horizon)
    return x, y[:, None].copy()


@mistake("You return views of the series: who writes into a window changes its neighbours and the series. Return copies.")
def returns_views(series, window, horizon=1):
    x, y = sliding_windows(series, window, horizon)
    return x, series[-len(y) :]


@mistake("A bad argument passes unnoticed. Check window, horizon and the number of pairs first, and raise a ValueError.")
def checks_nothing(series, window, horizon=1):
    starts = np.arange(len(series) - window - horizon + 1)
    return series[starts[:, None] + np.arange(window)], series[(starts + window + horizon - 1) % len(series)]


@mistake("You refuse a series that is just long enough. A single pair is enough: raise where there is none.")
def refuses_a_single_pair(series, window, horizon=1):
    if len(series) <= window + horizon:
        raise ValueError(f"series has only {len(series)} values")
    return sliding_windows(series, window, horizon)


@mistake("The results are float64 though the series is float32. Allocate them with the dtype of the series.")
def returns_float64(series, window, horizon=1):
    x, y = sliding_windows(series, window, horizon)
    return x.astype(np.float64), y.astype(np.float64)


@right
def by_strides(series, window, horizon=1):
    if min(window, horizon) < 1 or len(series) < window + horizon:
        raise ValueError("window, horizon or series")
    x = np.lib.stride_tricks.sliding_window_view(series, window, axis=0)[:-horizon]
    return np.moveaxis(x, -1, 1).copy(), np.array(series[window + horizon - 1 :])


@right
def by_an_array_of_indices(series, window, horizon=1):
    if min(window, horizon) < 1 or len(series) < window + horizon:
        raise ValueError(f"bad window {window}, horizon {horizon} or series of {len(series)}")
    last = np.arange(window - 1, len(series) - horizon)
    return series[last[:, None] + np.arange(1 - window, 1)], series[last + horizon]


@right
def pair_by_pair(series, window, horizon=1):
    if window < 1 or horizon < 1:
        raise ValueError("window and horizon are at least 1")
    x, y, start = [], [], 0
    for now in range(window + horizon - 1, len(series)):
        x.append([series[start + step] for step in range(window)])
        y.append(series[now])
        start += 1
    if not x:
        raise ValueError("the series is too short")
    return np.array(x, dtype=series.dtype), np.array(y, dtype=series.dtype)
