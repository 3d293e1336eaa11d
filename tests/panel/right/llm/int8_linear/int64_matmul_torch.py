# verdict: passed
# style: PyTorch, integer matmul in int64, then scales by outer product
import torch


def int8_linear(x, q_weight, scale, bias):
    amax = x.abs().amax(dim=1, keepdim=True)
    sx = torch.where(amax > 0, amax / 127, torch.ones_like(amax))
    qx = (x / sx).round().to(torch.int64)
    acc = qx @ q_weight.to(torch.int64).T
    scales = sx.double() * scale.double().T
    return (acc.double() * scales + bias.double()).to(x.dtype)
