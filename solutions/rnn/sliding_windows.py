r"""Forecasting as supervised learning: cut a series into windows of the past, and pair each with a value of the future.

A recurrent network that forecasts needs pairs of input and target, and a series has only one long row of values
$s_0, \dots, s_{T-1}$. With `window` $= w$ and `horizon` $= k$, pair $i$ is

$$x_i = (s_i,\; s_{i+1},\; \dots,\; s_{i+w-1}), \qquad y_i = s_{i+w-1+k}, \qquad i = 0, \dots, T - w - k$$

So the horizon counts from the **last value in the window**: with a horizon of 1 the target is the very next value. It never lies
inside the window, or the answer would be part of the question. Windows move on by one step and overlap. All pairs that fit are
made, which are $T - w - k + 1$, and nothing else: no window reaches beyond the end, and none is filled up.

* `series` has the shape $(T,)$ or, with $D$ features at each time, $(T, D)$. Time comes first, as there is only one series.
* The pairs are the batch: `x` has the shape $(N, w)$ or $(N, w, D)$, and `y` has $(N,)$ or $(N, D)$. Inside a window time runs
  forwards, and the target has all features.
* Both are new arrays in the dtype of `series`, not views of it: overlapping views would change each other. The input stays as it
  is.

Before you believe in such a network, compare it with **persistence**, the forecast that nothing changes: $\hat y_i = s_{i+w-1}$.
For a random walk nothing does better.

Source: Hyndman and Athanasopoulos 2021, *Forecasting: principles and practice*, section 5.2 (the naive method); the windows are
those of `numpy.lib.stride_tricks.sliding_window_view` and `torch.Tensor.unfold`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Sliding windows of a time series",
    difficulty=1,
    points=5,
    questions=(
        "What are recurrent networks applied to?",
        "How do you turn a time series into training pairs without leakage?",
    ),
    hints=(
        "Write the numbers 0 to 9 in a row and slide a frame over three of them. Under each position of the frame note the "
        "number that is two steps after the last one in it. Stop when that number would fall off the end. How many positions "
        "were there, and how does this count change when the frame or the distance grows by one?",
        "First get the number of pairs, and check whether it is at least one; all the rest follows. The windows begin at 0, 1, 2 "
        "and so on, that many times. The targets are simply a stretch of the series, one after another: find where it begins, "
        "and notice that it ends exactly with the last value of the series.",
        "Each window is a slice along the first axis, so the same code serves series with and without features. Stack the slices "
        "into a new array: stacking copies, whereas a strided view shares its memory with the series, and in NumPy puts the axis "
        "of the window last. The stretch of targets is a slice as well, and a slice alone is a view: copy it.",
    ),
)


def sliding_windows(
    series: Float[Array, "T *D"], window: int, horizon: int = 1
) -> tuple[Float[Array, "N window *D"], Float[Array, "N *D"]]:
    """Cut a series into all pairs of a window and the value `horizon` steps after it.

    Parameters
    ----------
    series : T values, or T rows of D features, in the order of time.
    window : how many values the network sees, at least 1.
    horizon : how many steps after the last value of the window the target lies, at least 1.

    Returns
    -------
    The windows and the targets, with N = T - window - horizon + 1 of each, in the dtype of `series`.

    Raises
    ------
    ValueError
        If `window` or `horizon` is below 1, or the series is too short for a single pair. The message names the argument: window,
        horizon, series. If several are wrong, it does not matter which is found first.

    Examples
    --------
    >>> x, y = sliding_windows(np.array([1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0]), window=3, horizon=2)
    >>> x
    array([[ 1.,  2.,  4.],
           [ 2.,  4.,  8.],
           [ 4.,  8., 16.]])
    >>> y
    array([16., 32., 64.])
    """
    if window < 1:
        raise ValueError(f"window must be at least 1, got {window}")
    if horizon < 1:
        raise ValueError(f"horizon must be at least 1, got {horizon}")
    count = len(series) - window - horizon + 1
    if count < 1:
        raise ValueError(f"series has only {len(series)} values: too few for window {window} and horizon {horizon}")
    x = np.stack([series[start : start + window] for start in range(count)])
    return x, series[-count:].copy()
