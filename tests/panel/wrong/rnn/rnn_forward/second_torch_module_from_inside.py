# verdict: forbidden
# mistake: the loop is handed to PyTorch's own RNN cell, imported from the module behind the forbidden name.
import torch
from torch.nn.modules import rnn as layers


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    cell = layers.RNNCell(x.shape[2], h0.shape[1], dtype=x.dtype)
    with torch.no_grad():
        cell.weight_ih.copy_(weight_ih)
        cell.weight_hh.copy_(weight_hh)
        cell.bias_ih.copy_(bias_ih)
        cell.bias_hh.copy_(bias_hh)
    out, h = [], h0
    for t in range(x.shape[1]):
        h = cell(x[:, t], h)
        out.append(h)
    return torch.stack(out, 1)
