# verdict: passed
# style: PyTorch, a generator of states in column layout (features first), matrix times matrix without row transposes
import torch


def _states(cols, h, w_ih, w_hh, b):
    for c in cols:
        h = (w_ih @ c + w_hh @ h + b).tanh()
        yield h


def rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    kind = x.dtype
    b = (bias_ih.to(kind) + bias_hh.to(kind)).unsqueeze(1)
    cols = x.permute(1, 2, 0)  # (T, D, N)
    hs = list(_states(cols, h0.to(kind).t(), weight_ih.to(kind), weight_hh.to(kind), b))
    return torch.stack(hs).permute(2, 0, 1).contiguous()
