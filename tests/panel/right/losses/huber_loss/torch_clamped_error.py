# verdict: passed
# style: PyTorch without branches, h = g (e - g/2) with the clamped error g
import torch


def huber_loss(input, target, delta=1.0):
    if input.shape != target.shape:
        raise ValueError(f"target: expected shape {tuple(input.shape)}, got {tuple(target.shape)}")
    if not delta > 0:
        raise ValueError(f"delta: {delta} is not above 0")
    error = input - target
    pull = torch.clamp(error, -delta, delta)
    loss = (pull * (error - 0.5 * pull)).mean()
    return loss, pull / error.numel()
