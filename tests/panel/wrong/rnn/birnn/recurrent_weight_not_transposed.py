# verdict: wrong
# mistake: The state is multiplied by weight_hh as it stands instead of by its transpose, although weights are (out, in).
# told: forgets_to_transpose_weight_hh
import numpy as np


def run_rnn(seq, w_ih, w_hh, b_ih, b_hh):
    h = np.zeros(w_hh.shape[0], dtype=seq.dtype)
    states = []
    for x_t in seq:
        h = np.tanh(x_t @ w_ih.T + b_ih + h @ w_hh + b_hh)
        states.append(h)
    return np.array(states)


def birnn(x, lengths, weight_ih, weight_hh, bias_ih, bias_hh,
          weight_ih_reverse, weight_hh_reverse, bias_ih_reverse, bias_hh_reverse):
    N, T, _ = x.shape
    H = len(bias_ih)
    for length in lengths:
        if not 1 <= length <= T:
            raise ValueError("lengths must be in [1, T]")
    out = np.zeros((N, T, 2 * H), dtype=x.dtype)
    for n, L in enumerate(lengths):
        real = x[n, :L]
        forward = run_rnn(real, weight_ih, weight_hh, bias_ih, bias_hh)
        backward = run_rnn(real[::-1], weight_ih_reverse, weight_hh_reverse, bias_ih_reverse, bias_hh_reverse)
        out[n, :L] = np.hstack([forward, backward[::-1]])
    return out
