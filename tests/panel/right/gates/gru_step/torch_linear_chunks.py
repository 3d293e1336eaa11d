# verdict: passed
# style: PyTorch, functional linear and chunks, one branch per form
import torch
import torch.nn.functional as F


def gru_step(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    x_r, x_z, x_n = F.linear(x, weight_ih, bias_ih).chunk(3, dim=1)
    w_r, w_z, w_n = weight_hh.chunk(3)
    b_r, b_z, b_n = bias_hh.chunk(3)
    reset = torch.sigmoid(x_r + F.linear(h, w_r, b_r))
    keep = torch.sigmoid(x_z + F.linear(h, w_z, b_z))
    if reset_after:
        seen = reset * F.linear(h, w_n, b_n)
    else:
        seen = F.linear(reset * h, w_n, b_n)
    candidate = torch.tanh(x_n + seen)
    return keep * h + (1 - keep) * candidate
