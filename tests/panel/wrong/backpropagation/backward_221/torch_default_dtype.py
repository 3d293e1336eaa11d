# verdict: wrong
# mistake: torch.tensor on a list of Python floats gives float32, whatever the dtype of x.
# told: returns_float32
import torch


def backward_221(x, y, params):
    W, b, v = params["weight1"], params["bias1"], params["weight2"]
    a = torch.sigmoid(W @ x + b)
    out = torch.sigmoid(v @ a + params["bias2"])
    d = ((out - y) * out * (1 - out)).item()
    d0 = d * v[0].item() * (a[0] * (1 - a[0])).item()
    d1 = d * v[1].item() * (a[1] * (1 - a[1])).item()
    x0, x1 = x.tolist()
    return {
        "weight1": torch.tensor([[d0 * x0, d0 * x1], [d1 * x0, d1 * x1]]),
        "bias1": torch.tensor([d0, d1]),
        "weight2": torch.tensor([d * a[0].item(), d * a[1].item()]),
        "bias2": torch.tensor(d),
    }
