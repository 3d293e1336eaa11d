# verdict: wrong
# mistake: np.linalg.norm with ord=2 is the largest singular value of a matrix, not the Frobenius norm.
# told: takes_the_spectral_norm
import numpy as np


def time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    T = x.shape[1]
    h = h0
    previous, current = [], []
    for t in range(T):
        previous.append(h)
        h = np.tanh(x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh)
        current.append(h)
    norms = []
    g = grad_output
    for h, h_prev in zip(reversed(current), reversed(previous)):
        delta = g * (1 - h ** 2)
        norms.append(np.linalg.norm(delta.T @ h_prev, 2))
        g = delta @ weight_hh
    return np.array(norms[::-1], dtype=x.dtype)
