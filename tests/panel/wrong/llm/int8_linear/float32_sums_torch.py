# verdict: wrong
# mistake: Takes the product in float32, where sums above 2**24 are no longer exact whole numbers.
import torch


def int8_linear(x, q_weight, scale, bias):
    sx = x.abs().max(dim=1, keepdim=True).values / 127
    sx = torch.where(sx == 0, torch.ones_like(sx), sx)
    qx = torch.round(x / sx)
    acc = qx.float() @ q_weight.float().t()
    return acc.to(x.dtype) * sx * scale.reshape(1, -1) + bias
