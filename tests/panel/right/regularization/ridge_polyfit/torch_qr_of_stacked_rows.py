# verdict: passed
# style: PyTorch, penalty as extra rows above the centred powers, QR and back substitution
import torch


def ridge_polyfit(x, y, degree, lam=0.0):
    if lam < 0:
        raise ValueError("lam is negative")
    t, target = x.double(), y.double()
    mean = target.mean()
    if degree == 0:
        return mean.reshape(1).to(x.dtype)
    powers = torch.cumprod(t[:, None].expand(-1, degree), dim=1)
    shift = powers.mean(dim=0, keepdim=True)
    rows, rhs = powers - shift, target - mean
    if lam > 0:
        rows = torch.cat([lam**0.5 * torch.eye(degree, dtype=torch.float64), rows])
        rhs = torch.cat([torch.zeros(degree, dtype=torch.float64), rhs])
    q, r = torch.linalg.qr(rows)
    c = torch.linalg.solve_triangular(r, (q.T @ rhs)[:, None], upper=True)
    intercept = mean - (shift @ c).reshape(())
    return torch.cat([intercept.reshape(1), c[:, 0]]).to(x.dtype)
