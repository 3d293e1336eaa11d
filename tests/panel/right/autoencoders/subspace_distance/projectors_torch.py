# verdict: passed
# style: PyTorch, projectors from the SVD in double
import torch


def projector(m):
    u, s, _ = torch.linalg.svd(m.to(torch.float64), full_matrices=False)
    keep = (s > 1e-5 * s.max()).to(u.dtype)
    return (u * keep) @ u.T


def subspace_distance(a, b):
    if b.shape[0] != a.shape[0]:
        raise ValueError("b must have as many rows as a")
    difference = projector(a) - projector(b)
    return torch.linalg.norm(difference).to(a.dtype)
