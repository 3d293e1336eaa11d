# verdict: wrong
# mistake: It compares the number of entries and not the shapes, so (N,) against (N, 1) is broadcast into N by N pairs instead of being an error.
# told: broadcasts
import torch


def mse_loss(input, target):
    if input.numel() != target.numel():
        raise ValueError(f"target has {target.numel()} entries, expected {input.numel()}")
    diff = input - target
    loss = diff.pow(2).mean()
    grad = 2.0 / diff.numel() * diff
    return loss, grad
