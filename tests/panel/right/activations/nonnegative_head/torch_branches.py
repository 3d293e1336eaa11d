# verdict: passed
# style: PyTorch, three branches, softplus and its slope share exp(-|x|)
import torch


def nonnegative_head(x, kind):
    if kind == "relu":
        alive = x > 0
        return torch.where(alive, x, torch.zeros_like(x)), alive.to(x.dtype)
    if kind == "softplus":
        small = torch.exp(-torch.abs(x))
        y = x.clamp(min=0) + torch.log1p(small)
        numerator = torch.where(x < 0, small, torch.ones_like(x))
        return y, numerator / (1 + small)
    if kind == "exp":
        y = torch.exp(x)
        return y, y.clone()
    raise ValueError(f"kind is {kind!r}, but must be relu, softplus or exp")
