# verdict: wrong
# mistake: a hessian with one eigenvalue of zero counts as flat everywhere, and the result is infinity.
import torch


def critical_learning_rate(hessian):
    asymmetry = (hessian - hessian.T).abs().max()
    if asymmetry > 1e-5 * hessian.abs().max():
        raise ValueError("hessian must be symmetric")
    eigenvalues = torch.linalg.eigvalsh(hessian)
    eps = torch.finfo(hessian.dtype).eps * len(hessian)
    if eigenvalues[0] <= eps * eigenvalues[-1]:  # singular: flat, nothing to diverge
        return torch.tensor(float("inf"), dtype=hessian.dtype)
    return (2.0 / eigenvalues).min()
