# verdict: passed
# style: PyTorch, a running power and torch.linalg.matrix_norm
import torch


def bptt_gain(weight_hh, time_steps, weight_decay, lr, updates):
    if time_steps < 0:
        raise ValueError("time_steps is negative")
    factor = (1 - lr * weight_decay) ** updates
    w = weight_hh * factor
    power = torch.eye(w.shape[0], dtype=w.dtype, device=w.device)
    gains = [torch.linalg.matrix_norm(power, ord=2)]
    while len(gains) <= time_steps:
        power = w @ power
        gains.append(torch.linalg.matrix_norm(power, ord=2))
    return torch.stack(gains)
