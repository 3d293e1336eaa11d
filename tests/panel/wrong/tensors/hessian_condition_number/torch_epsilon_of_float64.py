# verdict: wrong
# mistake: The machine epsilon is always that of float64, so dependent features in float32 leave a rounding error that counts as curvature.
import torch

EPS = torch.finfo(torch.float64).eps


def hessian_condition_number(x):
    n, d = x.shape
    inf = x.new_tensor(float("inf"))
    if n < d:
        return inf
    s = torch.linalg.svdvals(x)
    if s[-1] <= max(n, d) * EPS * s[0]:
        return inf
    return (s[0] / s[-1]) ** 2
