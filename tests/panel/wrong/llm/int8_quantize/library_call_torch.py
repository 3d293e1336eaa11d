# verdict: forbidden
# mistake: Leaves the rounding to torch.quantize_per_channel, which the stub rules out.
import torch


def int8_quantize(x):
    amax = x.abs().amax(dim=1)
    scale = torch.where(amax > 0, amax / 127, torch.ones_like(amax))
    zeros = torch.zeros(len(scale), dtype=torch.long)
    q = torch.quantize_per_channel(x.float(), scale.double(), zeros, 0, torch.qint8)
    return q.int_repr(), scale[:, None]
