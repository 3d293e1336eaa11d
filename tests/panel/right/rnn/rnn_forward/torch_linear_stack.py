# verdict: passed
# style: PyTorch, functional.linear on unbind(1), list of states and stack
import torch
import torch.nn.functional as F


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    h0, weight_ih, weight_hh, bias_ih, bias_hh = (
        a.to(x.dtype) for a in (h0, weight_ih, weight_hh, bias_ih, bias_hh)
    )
    states = []
    h = h0
    for x_t in x.unbind(dim=1):
        h = torch.tanh(F.linear(x_t, weight_ih, bias_ih) + F.linear(h, weight_hh, bias_hh))
        states.append(h)
    return torch.stack(states, dim=1)
