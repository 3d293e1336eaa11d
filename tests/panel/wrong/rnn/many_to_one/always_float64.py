# verdict: wrong
# mistake: The state begins as np.zeros without a dtype, so with float32 arrays the logits come out in float64.
# told: returns_float64
import numpy as np


def many_to_one(x, lengths, weight_ih, weight_hh, bias_ih, bias_hh, weight_out, bias_out):
    N, T, D = x.shape
    H = weight_hh.shape[0]
    if np.any(lengths < 1) or np.any(lengths > T):
        raise ValueError("lengths must be in [1, T]")
    last = np.zeros((N, H))
    for n in range(N):
        h = np.zeros(H)
        for t in range(lengths[n]):
            h = np.tanh(weight_ih @ x[n, t] + bias_ih + weight_hh @ h + bias_hh)
        last[n] = h
    return last @ weight_out.T + bias_out
