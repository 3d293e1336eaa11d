# verdict: wrong
# mistake: The norm is taken of each sequence's share and then summed; the shares of the sequences must be added first.
# told: adds_up_the_norms_of_the_sequences
import torch


def time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    N, T, _ = x.shape
    hs = [h0]
    for t in range(T):
        hs.append(torch.tanh(x[:, t] @ weight_ih.T + bias_ih + hs[-1] @ weight_hh.T + bias_hh))
    result = torch.zeros(T, dtype=x.dtype)
    dh = grad_output
    for t in range(T, 0, -1):
        delta = dh * (1 - hs[t] ** 2)
        G = delta[:, :, None] * hs[t - 1][:, None, :]
        result[t - 1] = torch.linalg.matrix_norm(G).sum()
        dh = delta @ weight_hh
    return result
