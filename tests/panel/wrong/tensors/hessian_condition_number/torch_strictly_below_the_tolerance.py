# verdict: wrong
# mistake: The rule is applied with < in place of <=, so a matrix of zeros gives 0 / 0, NaN, and not infinity.
import torch


def hessian_condition_number(x):
    n, d = x.shape
    if n < d:
        return torch.tensor(float("inf"), dtype=x.dtype)
    s = torch.linalg.svdvals(x)
    tol = max(n, d) * torch.finfo(x.dtype).eps * s.max()
    if s.min() < tol:
        return torch.tensor(float("inf"), dtype=x.dtype)
    return (s.max() / s.min()) ** 2
