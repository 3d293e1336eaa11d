# verdict: passed
# style: PyTorch in float64, both gradients stacked as two rows
import torch


def grad_check(analytic, numeric, tol=1e-6):
    if analytic.shape != numeric.shape:
        raise ValueError("numeric must have the shape of analytic")
    pair = torch.stack((analytic.reshape(-1), numeric.reshape(-1))).to(torch.float64)
    if not torch.isfinite(pair).all():
        return False, float("nan")
    pair = pair / 2
    difference = (pair[0] - pair[1]).abs()
    size = pair.abs().sum(dim=0).clamp(min=0.5e-8)
    error = float((difference / size).max())
    return error <= tol, error
