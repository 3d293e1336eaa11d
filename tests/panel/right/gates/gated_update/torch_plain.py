# verdict: passed
# style: PyTorch, counts bad elements, then the formula as written
import torch


def gated_update(c, f, i, g):
    bad_f = torch.count_nonzero((f < 0) | (f > 1) | torch.isnan(f))
    if bad_f > 0:
        raise ValueError("forget gate f: element outside [0, 1]")
    bad_i = torch.count_nonzero((i < 0) | (i > 1) | torch.isnan(i))
    if bad_i > 0:
        raise ValueError("input gate i: element outside [0, 1]")
    kept = torch.mul(f, c)
    written = torch.mul(i, g)
    return kept + written
