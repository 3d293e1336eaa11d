# verdict: passed
# style: PyTorch, strips made by a helper and put around with torch.cat, one axis after the other
import torch


def _strips(x, dim, before, after, mode, value):
    n = x.shape[dim]
    if mode == "constant":
        def strip(k):
            shape = list(x.shape)
            shape[dim] = k
            return torch.full(shape, value, dtype=x.dtype, device=x.device)
        return strip(before), strip(after)
    if mode == "replicate":
        first, last = x.narrow(dim, 0, 1), x.narrow(dim, n - 1, 1)
        return first.repeat_interleave(before, dim), last.repeat_interleave(after, dim)
    return x.narrow(dim, 1, before).flip(dim), x.narrow(dim, n - 1 - after, after).flip(dim)


def pad2d(x, padding, mode="constant", value=0.0):
    if mode not in ("constant", "reflect", "replicate"):
        raise ValueError("mode must be constant, reflect or replicate")
    if any(p < 0 for p in padding):
        raise ValueError("every number of padding must be at least 0")
    for dim, before, after in ((3, padding[0], padding[1]), (2, padding[2], padding[3])):
        if mode == "reflect" and (before >= x.shape[dim] or after >= x.shape[dim]):
            raise ValueError("padding is too large to reflect")
    y = x
    for dim, before, after in ((3, padding[0], padding[1]), (2, padding[2], padding[3])):
        first, last = _strips(y, dim, before, after, mode, value)
        y = torch.cat([first, y, last], dim=dim)
    return y.clone()
