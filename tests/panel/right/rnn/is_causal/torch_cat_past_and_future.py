# verdict: passed
# style: PyTorch, past and shifted future are concatenated, plain Python bool and float are returned
import torch


def _need(condition, message):
    if not condition:
        raise ValueError(message)


def is_causal(f, x, t, delta=1.0, atol=1e-8):
    _need(delta != 0, "delta is 0: nothing would change")
    _need(t >= 0, "t is negative: there is no such step")
    _need(t + 1 < x.shape[1], "t leaves no later step to change")

    past, future = x[:, : t + 1], x[:, t + 1 :]
    y_old = f(x.clone()).narrow(1, 0, t + 1).clone()
    y_new = f(torch.cat([past, future + delta], dim=1)).narrow(1, 0, t + 1)
    leak = (y_new - y_old).abs().max().item()
    return leak <= atol, leak
