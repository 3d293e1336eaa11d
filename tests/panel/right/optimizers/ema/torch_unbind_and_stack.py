# verdict: passed
# style: PyTorch, lerp over the unbound time axis, weight total carried along
import torch


def ema(x, beta, bias_correction=True):
    if beta < 0 or beta >= 1:
        raise ValueError("beta must be in [0, 1)")
    average = torch.zeros_like(x[0])
    total = 0.0
    out = []
    for value in x.unbind(0):
        average = torch.lerp(average, value, 1.0 - beta)
        total = beta * total + (1.0 - beta)
        out.append(average / total if bias_correction else average)
    return torch.stack(out, dim=0)
