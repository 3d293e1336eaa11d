# verdict: passed
# style: PyTorch, the gate as exp of minus softplus of minus beta x
import torch
from torch.nn.functional import logsigmoid


def swish(x, beta=1.0):
    wide = x.to(torch.float64)
    gate = logsigmoid(wide * beta).exp()
    return (wide * gate).to(x.dtype)
