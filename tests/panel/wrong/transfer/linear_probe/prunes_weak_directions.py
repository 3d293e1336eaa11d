# verdict: wrong
# mistake: Directions whose singular value is below a hundredth of the largest are thrown away, though only lam may shrink them.
import torch


def linear_probe(features, target, lam):
    if lam <= 0:
        raise ValueError(f"lam must be above 0, got {lam}")
    f_mean = features.mean(dim=0)
    y_mean = target.mean(dim=0)
    u, s, vh = torch.linalg.svd(features - f_mean, full_matrices=False)
    gain = s / (s**2 + lam)
    # for stability
    gain = torch.where(s > 1e-2 * s.max(), gain, torch.zeros_like(gain))
    weight = (vh.T @ (gain[:, None] * (u.T @ (target - y_mean)))).T
    bias = y_mean - weight @ f_mean
    return weight, bias
