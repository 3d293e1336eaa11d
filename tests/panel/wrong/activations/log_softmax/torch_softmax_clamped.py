# verdict: wrong
# mistake: The probability is clamped to the smallest normal float before the logarithm, so the result never goes below about -87 in float32 and -708 in float64.
# told: limits_the_probability
import torch


def log_softmax(x, dim=-1):
    p = torch.softmax(x, dim=dim)
    out = torch.log(p.clamp_min(torch.finfo(x.dtype).tiny))
    return torch.where(torch.isneginf(x), x, out)
