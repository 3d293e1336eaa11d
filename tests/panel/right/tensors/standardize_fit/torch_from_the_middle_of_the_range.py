# verdict: passed
# style: PyTorch in double precision, moved to the middle of the range of each column, vector norm of the deviations
import torch


def standardize_fit(x):
    n = x.shape[0]
    if n == 0:
        raise ValueError("x has no rows")
    wide = x.to(torch.float64)
    lowest, highest = wide.amin(dim=0), wide.amax(dim=0)
    origin = (lowest + (highest - lowest) / 2).detach()  # a constant column moves to exact zeros
    moved = wide - origin
    offset = moved.sum(dim=0) / n
    std = torch.linalg.vector_norm(moved - offset, dim=0) / n**0.5
    return (origin + offset).to(x.dtype), std.to(x.dtype)
