# verdict: passed
# style: torch, chain rule in vectors, outer by None axes
import torch


def backward_221(x, y, params):
    w1, b1, w2, b2 = params["weight1"], params["bias1"], params["weight2"], params["bias2"]
    a = torch.special.expit((w1 * x[None, :]).sum(1) + b1)
    out = torch.special.expit((w2 * a).sum() + b2)
    top = (out - y) * out * (1 - out)
    below = top * w2 * (a - a.square())
    return {"bias2": top, "weight2": top * a, "bias1": below, "weight1": below[:, None] * x[None, :]}
