# verdict: forbidden
# mistake: It writes the forward pass and lets torch.func.vjp differentiate it, which the statement forbids.
import torch
from torch.nn.functional import pad


def _forward(x, weight, bias, stride, padding):
    xp = pad(x, (padding,) * 4)
    kh, kw = weight.shape[2:]
    win = xp.unfold(2, kh, stride).unfold(3, kw, stride)
    return torch.einsum("ncijuv,ocuv->noij", win, weight) + bias[:, None, None]


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("channels differ")
    if any(k > s + 2 * padding for k, s in zip(weight.shape[2:], x.shape[2:])):
        raise ValueError("kernel is larger than the padded image")
    bias = torch.zeros(weight.shape[0], dtype=x.dtype)
    y, pull = torch.func.vjp(lambda a, b, c: _forward(a, b, c, stride, padding), x, weight, bias)
    if y.shape != grad_output.shape:
        raise ValueError("grad_output has a wrong shape")
    return pull(grad_output)
