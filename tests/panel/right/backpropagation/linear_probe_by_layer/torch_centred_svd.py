# verdict: passed
# style: PyTorch in float64, centred features, projection on the left singular vectors
import torch

PHI = {"relu": torch.relu, "tanh": torch.tanh, "identity": lambda z: z}


def _accuracy(h, labels):
    t = 2.0 * labels.to(torch.float64) - 1.0
    mean = h.mean(dim=0)
    u, s, _ = torch.linalg.svd(h - mean, full_matrices=False)
    # the size before centring counts, too: a constant feature leaves only rounding
    floor = 1e-12 * max(h.shape) * torch.linalg.norm(h)
    u = u[:, s > floor]
    scores = t.mean() + u @ (u.T @ (t - t.mean()))
    return ((scores > 0.001) == (labels == 1)).double().mean().item()


def linear_probe_by_layer(x, y, params, hidden="tanh"):
    if hidden not in PHI:
        raise ValueError(f"hidden: {hidden!r} is not one of {', '.join(PHI)}")
    h = x.to(torch.float64)
    accuracies = [_accuracy(h, y)]
    for weight, bias in params:
        h = PHI[hidden](h @ weight.double().T + bias.double())
        accuracies.append(_accuracy(h, y))
    return accuracies
