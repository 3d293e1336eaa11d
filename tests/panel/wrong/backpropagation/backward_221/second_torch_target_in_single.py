# verdict: wrong
# mistake: the target becomes a tensor of the default dtype, so y = 0.1 is known to seven digits only in float64.
import torch


def backward_221(x, y, params):
    target = torch.tensor(float(y))
    a1 = torch.sigmoid(params["weight1"] @ x + params["bias1"])
    out = torch.sigmoid(params["weight2"] @ a1 + params["bias2"])
    d2 = (out - target) * out * (1 - out)
    d1 = d2 * params["weight2"] * a1 * (1 - a1)
    return {"weight1": torch.outer(d1, x), "bias1": d1, "weight2": d2 * a1, "bias2": d2}
