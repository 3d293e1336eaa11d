# verdict: wrong
# mistake: A negative lam is not refused with a ValueError, the square root turns it into NaN coefficients or an error of the solver.
import torch


def ridge_polyfit(x, y, degree, lam=0.0):
    V = torch.stack([x.double() ** k for k in range(degree + 1)], dim=1)
    penalty = torch.full((degree + 1,), float(lam), dtype=torch.float64)
    penalty[0] = 0.0
    A = torch.cat([V, torch.diag(penalty.sqrt())])
    b = torch.cat([y.double(), torch.zeros(degree + 1, dtype=torch.float64)])
    Q, R = torch.linalg.qr(A)
    c = torch.linalg.solve_triangular(R, (Q.T @ b).unsqueeze(1), upper=True)
    return c.squeeze(1).to(x.dtype)
