# verdict: wrong
# mistake: The result is collected in np.zeros(T), which is float64 whatever the dtype of x.
# told: returns_float64
import numpy as np


def time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    N, T, D = x.shape
    H = h0.shape[1]
    h = np.zeros((N, T + 1, H), dtype=x.dtype)
    h[:, 0] = h0
    for t in range(1, T + 1):
        h[:, t] = np.tanh(x[:, t - 1] @ weight_ih.T + bias_ih + h[:, t - 1] @ weight_hh.T + bias_hh)
    contributions = np.zeros(T)
    dh = grad_output
    for t in range(T, 0, -1):
        dz = dh * (1 - h[:, t] ** 2)
        G = np.einsum("ni,nj->ij", dz, h[:, t - 1])
        contributions[t - 1] = np.sqrt(np.sum(G * G))
        dh = np.einsum("ni,ij->nj", dz, weight_hh)
    return contributions
