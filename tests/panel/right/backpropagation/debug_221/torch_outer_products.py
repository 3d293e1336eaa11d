# verdict: passed
# style: PyTorch in float64, outer products, one flat comparison
import torch


def _d(value):
    return torch.as_tensor(value).detach().to(torch.float64)


def _flatten(parts):
    return torch.cat([parts[key].reshape(-1) for key in ("weight1", "bias1", "weight2", "bias2")])


def debug_221(x, y, params, printed):
    p = {key: _d(value) for key, value in params.items()}
    x, y = _d(x), _d(y)
    z = p["weight1"] @ x + p["bias1"]
    h = torch.sigmoid(z)
    s = h @ p["weight2"] + p["bias2"]
    # y_hat - y, written so that a target of 1 loses no digits
    error = (1 - y) - torch.sigmoid(-s)
    error = torch.where(y.abs() < 0.5, torch.sigmoid(s) - y, error)
    delta = error * torch.sigmoid(s) * torch.sigmoid(-s)
    delta1 = delta * p["weight2"] * h * torch.sigmoid(-z)
    truth = _flatten({"weight1": torch.outer(delta1, x), "bias1": delta1, "weight2": delta * h, "bias2": delta})
    given = _flatten({key: _d(value) for key, value in printed.items()})
    right = (given - truth).abs() <= 1e-3 * truth.abs()
    names = ["weight1[0,0]", "weight1[0,1]", "weight1[1,0]", "weight1[1,1]", "bias1[0]", "bias1[1]"]
    names += ["weight2[0]", "weight2[1]", "bias2"]
    return [name for name, fine in zip(names, right.tolist()) if not fine]
