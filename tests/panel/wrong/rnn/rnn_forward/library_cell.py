# verdict: forbidden
# mistake: runs torch.nn.RNNCell under another name with the given weights put in
import torch
from torch.nn import RNNCell as Unit


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    H, D = weight_ih.shape
    unit = Unit(D, H, dtype=x.dtype)
    with torch.no_grad():
        unit.weight_ih.copy_(weight_ih)
        unit.weight_hh.copy_(weight_hh)
        unit.bias_ih.copy_(bias_ih)
        unit.bias_hh.copy_(bias_hh)
    hs, h = [], h0
    for t in range(x.shape[1]):
        h = unit(x[:, t], h)
        hs.append(h)
    return torch.stack(hs, dim=1)
