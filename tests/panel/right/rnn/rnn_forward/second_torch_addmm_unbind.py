# verdict: passed
# style: torch, unbind over time and addmm
import torch


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    both = bias_ih + bias_hh
    states, state = [], h0
    for frame in x.unbind(dim=1):
        pre = torch.addmm(both, frame, weight_ih.t())
        state = torch.tanh(torch.addmm(pre, state, weight_hh.t()))
        states.append(state.unsqueeze(1))
    return torch.cat(states, dim=1)
