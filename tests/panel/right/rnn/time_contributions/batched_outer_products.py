# verdict: passed
# style: NumPy, states and deltas in arrays with time first, one batched matmul for all shares, norms taken in float64
import numpy as np


def time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    n_seq, n_steps, _ = x.shape
    states = np.empty((n_steps + 1, n_seq, h0.shape[1]), dtype=x.dtype)
    states[0] = h0
    drive = np.moveaxis(x, 1, 0) @ weight_ih.T + (bias_ih + bias_hh)
    for t in range(n_steps):
        np.tanh(drive[t] + states[t] @ weight_hh.T, out=states[t + 1])

    slope = 1 - states[1:] ** 2
    delta = np.empty_like(slope)
    delta[-1] = grad_output * slope[-1]
    for t in range(n_steps - 2, -1, -1):
        delta[t] = (delta[t + 1] @ weight_hh) * slope[t]

    shares = np.matmul(delta.transpose(0, 2, 1), states[:-1]).astype(np.float64)
    return np.sqrt((shares ** 2).sum(axis=(1, 2))).astype(x.dtype)
