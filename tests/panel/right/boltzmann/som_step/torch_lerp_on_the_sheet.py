# verdict: passed
# style: PyTorch, sheet distances with math.hypot, then one lerp for all prototypes
import math

import torch


def som_step(x, weight, lr, sigma):
    if sigma <= 0:
        raise ValueError("sigma has to be above 0")
    rows, columns, _ = weight.shape
    nearest = (x - weight).square().sum(-1).flatten().argmin().item()
    r0, c0 = nearest // columns, nearest % columns

    def neighbourhood(r, c):
        radii = math.hypot(r - r0, c - c0) / float(sigma)
        return math.exp(-0.5 * radii * radii)

    share = torch.tensor([[lr * neighbourhood(r, c) for c in range(columns)] for r in range(rows)], dtype=torch.float64)
    return torch.lerp(weight, x.to(weight.dtype).expand_as(weight), share.to(weight.dtype).unsqueeze(-1).expand_as(weight))
