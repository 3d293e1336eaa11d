# verdict: wrong
# mistake: It returns the length of the longest column of the power, which is only a lower bound of the spectral norm.
import torch


def bptt_gain(weight_hh, time_steps, weight_decay, lr, updates):
    if time_steps < 0:
        raise ValueError(f"time_steps must be >= 0, got {time_steps}")
    w = weight_hh * (1 - lr * weight_decay) ** updates
    gains = []
    for t in range(time_steps + 1):
        power = torch.linalg.matrix_power(w, t)
        gains.append(power.norm(dim=0).max())
    return torch.stack(gains)
