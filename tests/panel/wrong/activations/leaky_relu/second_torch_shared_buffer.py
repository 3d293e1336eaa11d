# verdict: wrong
# mistake: Keeps one output buffer per shape and dtype, so a second call overwrites the result of the first.
import torch

_buffers = {}


def leaky_relu(x, negative_slope=0.01):
    key = (tuple(x.shape), x.dtype)
    if key not in _buffers:
        _buffers[key] = torch.empty_like(x)
    out = _buffers[key]
    out.copy_(x.detach())
    out[out < 0] *= negative_slope
    return out
