# verdict: passed
# style: torch, spectral norm of the symmetrised matrix, tolerance from the dtype
import torch


def critical_learning_rate(hessian):
    largest = hessian.detach().abs().max()
    skew = (hessian - hessian.T).detach().abs().max()
    if skew > 200 * torch.finfo(hessian.dtype).eps * largest:
        raise ValueError("hessian is not symmetric")
    if largest == 0:
        return torch.full((), float("inf"), dtype=hessian.dtype, device=hessian.device)
    symmetric = hessian / 2 + hessian.T / 2
    return 2 / torch.linalg.matrix_norm(symmetric, ord=2)
