# verdict: wrong
# mistake: the state is multiplied by weight_hh and not by its transpose, so influence runs from i to j
# told: forgets_to_transpose_weight_hh
import torch


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    h = h0
    hs = []
    for t in range(x.size(1)):
        h = torch.tanh(x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh + bias_hh)
        hs.append(h)
    return torch.stack(hs, 1)
