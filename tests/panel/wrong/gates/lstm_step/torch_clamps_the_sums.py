# verdict: wrong
# mistake: The sums are clamped to -30 to 30 against overflow, so a gate of 1e-20 comes out as 1e-13.
import torch


def lstm_step(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    a = x @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh
    a = torch.clamp(a, -30.0, 30.0)
    i, f, g, o = torch.chunk(a, 4, dim=1)
    i = 1 / (1 + torch.exp(-i))
    f = 1 / (1 + torch.exp(-f))
    o = 1 / (1 + torch.exp(-o))
    c_new = f * c + i * torch.tanh(g)
    return o * torch.tanh(c_new), c_new
