# verdict: passed
# style: torch in double inside, solves the smaller of the two systems, D by D or N by N
import torch


def linear_probe(features, target, lam):
    if lam <= 0:
        raise ValueError("lam has to be positive")
    f, y = features.double(), target.double()
    fm, ym = f.mean(0), y.mean(0)
    fc, yc = f - fm, y - ym
    n, d = fc.shape
    if n < d:
        gram = fc @ fc.T + lam * torch.eye(n, dtype=f.dtype, device=f.device)
        w = torch.linalg.solve(gram, yc).T @ fc
    else:
        cov = fc.T @ fc + lam * torch.eye(d, dtype=f.dtype, device=f.device)
        w = torch.linalg.solve(cov, fc.T @ yc).T
    b = ym - w @ fm
    return w.to(features.dtype), b.to(features.dtype)
