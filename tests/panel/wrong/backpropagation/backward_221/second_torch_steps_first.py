# verdict: wrong
# mistake: weight2 is moved by its gradient before the error goes down to the hidden layer, on a copy but with an effect.
import torch


LEARNING_RATE = 1e-3


def backward_221(x, y, params):
    a1 = torch.sigmoid(params["weight1"] @ x + params["bias1"])
    out = torch.sigmoid(params["weight2"] @ a1 + params["bias2"])
    d2 = (out - y) * out * (1 - out)
    grad_w2 = d2 * a1
    w2 = params["weight2"] - LEARNING_RATE * grad_w2
    d1 = d2 * w2 * a1 * (1 - a1)
    return {"weight1": torch.outer(d1, x), "bias1": d1, "weight2": grad_w2, "bias2": d2}
