# verdict: wrong
# mistake: The slope e^x / (1 + e^x) of the softplus is inf/inf, hence NaN, for a score of 1000.
# told: overflows_in_the_slope
import torch


def nonnegative_head(x, kind):
    if kind == "relu":
        return x.clamp(min=0), (x > 0).to(x.dtype)
    if kind == "softplus":
        y = torch.logaddexp(torch.zeros_like(x), x)
        e = torch.exp(x)
        return y, e / (1 + e)
    if kind == "exp":
        return torch.exp(x), torch.exp(x)
    raise ValueError(f"kind must be relu, softplus or exp, got {kind!r}")
