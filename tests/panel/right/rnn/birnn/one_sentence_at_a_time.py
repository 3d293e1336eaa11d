# verdict: passed
# style: NumPy, each sequence is cut to its real length and read by a small generator, forwards and reversed
import numpy as np


def _read(steps, w_ih, w_hh, bias):
    h = np.zeros(w_hh.shape[0], dtype=steps.dtype)
    for row in steps:
        h = np.tanh(w_ih @ row + w_hh @ h + bias)
        yield h


def birnn(x, lengths, weight_ih, weight_hh, bias_ih, bias_hh,
          weight_ih_reverse, weight_hh_reverse, bias_ih_reverse, bias_hh_reverse):
    n_seq, n_steps, _ = x.shape
    hidden = weight_hh.shape[0]
    if any(length < 1 or length > n_steps for length in lengths):
        raise ValueError(f"lengths must lie between 1 and {n_steps}")
    out = np.zeros((n_seq, n_steps, 2 * hidden), dtype=x.dtype)
    for n in range(n_seq):
        real = x[n, : int(lengths[n])]
        for t, h in enumerate(_read(real, weight_ih, weight_hh, bias_ih + bias_hh)):
            out[n, t, :hidden] = h
        last = len(real) - 1
        backwards = _read(real[::-1], weight_ih_reverse, weight_hh_reverse, bias_ih_reverse + bias_hh_reverse)
        for i, h in enumerate(backwards):
            out[n, last - i, hidden:] = h
    return out
