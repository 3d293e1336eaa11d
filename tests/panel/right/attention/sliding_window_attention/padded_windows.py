# verdict: passed
# style: keys and values padded in front and seen through sliding_window_view, places before the text set to -inf
import math

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def _windows(t, w):
    front = [(0, 0)] * (t.ndim - 2) + [(w - 1, 0), (0, 0)]
    return sliding_window_view(np.pad(t, front), w, axis=-2)


def sliding_window_attention(query, key, value, window):
    if window < 1:
        raise ValueError(f"window must be at least 1, got {window}")
    length = query.shape[-2]
    w = min(window, length)
    s = np.einsum("...le,...lew->...lw", query, _windows(key, w)) / math.sqrt(query.shape[-1])
    before_text = np.arange(length)[:, None] + np.arange(w) < w - 1
    s = np.where(before_text, -np.inf, s)
    s = np.exp(s - s.max(axis=-1, keepdims=True))
    s = s / s.sum(axis=-1, keepdims=True)
    return np.einsum("...lw,...lvw->...lv", s, _windows(value, w))
