# verdict: wrong
# mistake: The problem is solved in float64 and never cast back, so float32 features give a float64 weight and bias.
# told: returns_float64
import torch


def linear_probe(features, target, lam):
    if lam <= 0:
        raise ValueError(f"lam must be above 0 but is {lam}")
    f = features.to(torch.float64)
    y = target.to(torch.float64)
    fbar, ybar = f.mean(dim=0, keepdim=True), y.mean(dim=0, keepdim=True)
    fc = f - fbar
    a = fc.T @ fc + lam * torch.eye(f.shape[1], dtype=torch.float64)
    weight = torch.linalg.solve(a, fc.T @ (y - ybar)).T
    bias = (ybar - fbar @ weight.T).squeeze(0)
    return weight, bias
