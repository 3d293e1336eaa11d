# verdict: wrong
# mistake: Takes the loss from p with torch's binary_cross_entropy, which cuts the logarithm at -100, so a certain and wrong prediction costs 100 whatever the logit.
import torch
import torch.nn.functional as F


def train_from_zero(x, target, hidden, act, lr, steps):
    if act not in ("tanh", "relu", "sigmoid"):
        raise ValueError(f"act must be tanh, relu or sigmoid, got {act!r}")
    n, d = x.shape
    w1, b1 = x.new_zeros(hidden, d), x.new_zeros(hidden)
    w2, b2 = x.new_zeros(1, hidden), x.new_zeros(1)
    y = target[:, None]
    for step in range(steps + 1):
        z = x @ w1.T + b1
        a = getattr(torch, act)(z)
        p = torch.sigmoid(a @ w2.T + b2)
        if step == steps:
            break
        slope = {"tanh": 1 - a**2, "relu": (z > 0).to(x.dtype), "sigmoid": a * (1 - a)}[act]
        d2 = (p - y) / n
        d1 = d2 @ w2 * slope
        w1, b1 = w1 - lr * d1.T @ x, b1 - lr * d1.sum(0)
        w2, b2 = w2 - lr * d2.T @ a, b2 - lr * d2.sum(0)
    loss = F.binary_cross_entropy(p, y).item()
    return {"loss": loss, "predictions": p[:, 0], "weight1": w1, "bias1": b1, "weight2": w2, "bias2": b2}
