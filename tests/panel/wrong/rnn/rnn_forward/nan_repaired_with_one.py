# verdict: wrong
# mistake: the overflow of the exponential is patched by turning NaN into +1, but it happens for very negative sums, which must give -1
# told: cancels_in_tanh
import torch


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    h = h0
    outputs = []
    for t in range(x.shape[1]):
        z = x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh
        e = torch.exp(-2 * z)
        h = (1 - e) / (1 + e)
        h = torch.nan_to_num(h, nan=1.0)  # exp overflowed: saturated
        outputs.append(h)
    return torch.stack(outputs, dim=1)
