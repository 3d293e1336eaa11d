# verdict: passed
# style: NumPy, sorted by length so that only a shrinking front part of the batch is advanced, then put back in order
import numpy as np


def many_to_one(x, lengths, weight_ih, weight_hh, bias_ih, bias_hh, weight_out, bias_out):
    n_seq, n_steps, _ = x.shape
    lengths = np.asarray(lengths)
    if np.any(lengths < 1) or np.any(lengths > n_steps):
        raise ValueError("lengths: each must be at least 1 and at most T")
    order = np.argsort(-lengths, kind="stable")
    sorted_lengths = lengths[order]
    state = np.zeros((n_seq, weight_hh.shape[0]), dtype=x.dtype)
    bias = bias_ih + bias_hh
    for t in range(n_steps):
        alive = int(np.count_nonzero(sorted_lengths > t))
        if alive == 0:
            break
        rows = order[:alive]
        state[:alive] = np.tanh(x[rows, t] @ weight_ih.T + state[:alive] @ weight_hh.T + bias)
    final = np.empty_like(state)
    final[order] = state
    return final @ weight_out.T + bias_out
