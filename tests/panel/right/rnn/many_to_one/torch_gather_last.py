# verdict: passed
# style: PyTorch, all states are stacked and the last real one is gathered, the padding is replaced by zeros beforehand
import torch
import torch.nn.functional as F


def many_to_one(x, lengths, weight_ih, weight_hh, bias_ih, bias_hh, weight_out, bias_out):
    N, T, D = x.shape
    lengths = lengths.long()
    if ((lengths < 1) | (lengths > T)).any():
        raise ValueError(f"lengths must all be in [1, {T}]")
    padding = torch.arange(T)[None, :] >= lengths[:, None]
    x = x.masked_fill(padding[:, :, None], 0.0)
    h = torch.zeros(N, weight_hh.shape[0], dtype=x.dtype)
    states = []
    for x_t in x.unbind(1):
        h = torch.tanh(F.linear(x_t, weight_ih, bias_ih) + F.linear(h, weight_hh, bias_hh))
        states.append(h)
    states = torch.stack(states, dim=1)
    index = (lengths - 1).view(N, 1, 1).expand(N, 1, states.shape[2])
    last = states.gather(1, index).squeeze(1)
    return F.linear(last, weight_out, bias_out)
