# verdict: wrong
# mistake: Uses d^2 = r + s - 2 |Qa^T Qb|^2, which loses half of the digits of small distances.
# told: subtracts_nearly_equal_numbers
import torch


def basis(m):
    u, s, _ = torch.linalg.svd(m, full_matrices=False)
    return u[:, s > 1e-5 * s[0]]


def subspace_distance(a, b):
    if a.shape[0] != b.shape[0]:
        raise ValueError("b must have as many rows as a")
    qa, qb = basis(a), basis(b)
    overlap = ((qa.T @ qb) ** 2).sum()
    squared = qa.shape[1] + qb.shape[1] - 2 * overlap
    return torch.sqrt(torch.clamp(squared, min=0))
