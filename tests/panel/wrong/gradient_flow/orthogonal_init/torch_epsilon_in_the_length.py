# verdict: wrong
# mistake: A fixed epsilon is added to every length, so a Gaussian matrix scaled by a small number no longer gives columns of length 1.
import torch


def orthogonal_init(gaussian, gain=1.0):
    if gaussian.ndim != 2:
        raise ValueError("gaussian must have exactly two axes")
    transposed = gaussian.shape[0] < gaussian.shape[1]
    a = gaussian.T if transposed else gaussian
    columns = []
    for j in range(a.shape[1]):
        v = a[:, j].clone()
        for _ in range(2):
            for q in columns:
                v = v - (q @ v) / (q @ q) * q
        columns.append(v / (v.norm() + 1e-12))
    w = torch.stack(columns, dim=1)
    return gain * (w.T if transposed else w).contiguous()
