# verdict: wrong
# mistake: the two biases are merged with an in-place addition, which changes the caller's bias_ih
# told: merges_the_biases_in_place
import torch


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    with torch.no_grad():
        bias = bias_ih.add_(bias_hh)
    out = torch.empty(x.shape[0], x.shape[1], h0.shape[1], dtype=x.dtype)
    h = h0
    for t in range(x.shape[1]):
        h = torch.tanh(torch.matmul(x[:, t], weight_ih.t()) + torch.matmul(h, weight_hh.t()) + bias)
        out[:, t] = h
    return out
