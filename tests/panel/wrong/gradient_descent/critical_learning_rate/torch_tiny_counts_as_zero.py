# verdict: wrong
# mistake: every eigenvalue below an absolute 1e-8 counts as zero, so a loss with small curvature gets infinity.
import torch


def critical_learning_rate(hessian):
    difference = torch.linalg.norm(hessian - hessian.T)
    if difference > 1e-5 * torch.linalg.norm(hessian):
        raise ValueError("hessian has to be a symmetric matrix")
    top = torch.linalg.eigvalsh(hessian).max()
    if top < 1e-8:
        return torch.full_like(top, float("inf"))
    return 2.0 / top
