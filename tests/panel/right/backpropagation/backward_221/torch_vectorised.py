# verdict: passed
# style: PyTorch, vectorised deltas with torch.outer
import torch


def backward_221(x, y, params):
    w2 = params["weight2"]
    a1 = torch.sigmoid(torch.mv(params["weight1"], x) + params["bias1"])
    y_hat = torch.sigmoid(torch.dot(w2, a1) + params["bias2"])
    d2 = (y_hat - y) * y_hat * (1 - y_hat)
    d1 = d2 * w2 * a1 * (1 - a1)
    return {"weight1": torch.outer(d1, x), "bias1": d1, "weight2": d2 * a1, "bias2": d2}
