# verdict: passed
# style: all deltas of a sequence as the solution of one unit upper triangular system
import numpy as np


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    N, T, D = x.shape
    H = h0.shape[1]
    states = np.empty((N, T + 1, H), x.dtype)
    states[:, 0] = h0
    for t in range(T):
        states[:, t + 1] = np.tanh(x[:, t] @ weight_ih.T + bias_ih + states[:, t] @ weight_hh.T + bias_hh)
    h, before = states[:, 1:], states[:, :-1]
    error = h - target
    slope = 1 - h * h

    # delta = slope * (error + S delta), with S holding W_hh^T one block above the diagonal
    deltas = np.empty_like(error)
    shift = np.kron(np.eye(T, k=1, dtype=x.dtype), weight_hh.T)
    for n in range(N):
        coupling = slope[n].reshape(-1, 1) * shift
        right = (slope[n] * error[n]).ravel()
        solution = np.zeros_like(right)
        for row in range(T * H - 1, -1, -1):
            solution[row] = right[row] + coupling[row, row + 1 :] @ solution[row + 1 :]
        deltas[n] = solution.reshape(T, H)

    loss = 0.5 * float(np.sum(error.astype(np.float64) ** 2))
    grad_bias = deltas.sum(axis=(0, 1))
    return loss, (
        deltas @ weight_ih,
        deltas[:, 0] @ weight_hh,
        np.einsum("nti,ntd->id", deltas, x),
        np.einsum("nti,ntj->ij", deltas, before),
        grad_bias,
        grad_bias.copy(),
    )
