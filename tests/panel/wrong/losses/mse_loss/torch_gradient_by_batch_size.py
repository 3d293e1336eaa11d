# verdict: wrong
# mistake: The gradient is divided by the number of rows only, though the mean runs over all N*D entries.
import torch


def mse_loss(input, target):
    if input.shape != target.shape:
        raise ValueError("target: wrong shape")
    batch = input.shape[0] if input.dim() else 1
    diff = input - target
    loss = torch.mean(diff**2)
    grad = 2 * diff / batch
    return loss, grad
