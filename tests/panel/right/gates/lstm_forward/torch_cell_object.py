# verdict: passed
# style: PyTorch, a small cell object with state, called step by step
import torch
from torch.nn.functional import linear


class Cell:
    def __init__(self, w, u, b, h, c):
        self.w, self.u, self.b = w, u, b
        self.h, self.c = h, c

    def __call__(self, x):
        sums = linear(x, self.w, self.b) + linear(self.h, self.u)
        write, keep, new, show = sums.tensor_split(4, dim=-1)
        self.c = torch.sigmoid(keep) * self.c + torch.sigmoid(write) * torch.tanh(new)
        self.h = torch.sigmoid(show) * torch.tanh(self.c)
        return self.h


def lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    cell = Cell(weight_ih, weight_hh, bias_ih + bias_hh, h0, c0)
    outputs = [cell(x_t) for x_t in x.unbind(1)]
    return torch.stack(outputs, 1), cell.c
