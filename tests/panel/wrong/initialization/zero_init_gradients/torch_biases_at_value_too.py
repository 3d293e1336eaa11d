# verdict: wrong
# mistake: Fills the biases with the value as well, although they are 0 in any case.
# told: starts_the_biases_at_value
import torch


def zero_init_gradients(x, target, hidden, act, value=0.0):
    if act not in ("tanh", "relu", "sigmoid"):
        raise ValueError(f"act must be tanh, relu or sigmoid, got {act!r}")
    n, d = x.shape
    w1, b1, w2, b2 = (x.new_full(s, value) for s in ((hidden, d), (hidden,), (1, hidden), (1,)))
    z = x @ w1.T + b1
    if act == "tanh":
        a = torch.tanh(z)
        slope = 1 - a**2
    elif act == "relu":
        a = torch.relu(z)
        slope = (z > 0).to(x.dtype)
    else:
        a = torch.sigmoid(z)
        slope = a * (1 - a)
    d2 = (torch.sigmoid(a @ w2.T + b2) - target[:, None]) / n
    d1 = (d2 @ w2) * slope
    return {"weight1": d1.T @ x, "bias1": d1.sum(0), "weight2": d2.T @ a, "bias2": d2.sum(0)}
