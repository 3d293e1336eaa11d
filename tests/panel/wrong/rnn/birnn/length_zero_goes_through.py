# verdict: wrong
# mistake: Only lengths above T are refused; a length of 0 or below raises nothing.
import numpy as np


def birnn(x, lengths, weight_ih, weight_hh, bias_ih, bias_hh,
          weight_ih_reverse, weight_hh_reverse, bias_ih_reverse, bias_hh_reverse):
    N, T, _ = x.shape
    H = weight_hh.shape[0]
    if np.max(lengths) > T:
        raise ValueError(f"lengths must not exceed {T}")
    valid = np.arange(T) < np.asarray(lengths)[:, None]
    xs = np.where(valid[:, :, None], x, 0).astype(x.dtype)
    out = np.zeros((N, T, 2 * H), dtype=x.dtype)
    h = np.zeros((N, H), dtype=x.dtype)
    g = np.zeros((N, H), dtype=x.dtype)
    for i in range(T):
        j = T - 1 - i
        h = np.tanh(xs[:, i] @ weight_ih.T + h @ weight_hh.T + (bias_ih + bias_hh))
        g = np.tanh(xs[:, j] @ weight_ih_reverse.T + g @ weight_hh_reverse.T + (bias_ih_reverse + bias_hh_reverse))
        h[~valid[:, i]] = 0
        g[~valid[:, j]] = 0
        out[:, i, :H] = h
        out[:, j, H:] = g
    return out
