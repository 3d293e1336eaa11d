# verdict: wrong
# mistake: This is smooth L1 with beta = delta, the Huber loss divided by delta, which agrees only for delta = 1.
# told: divides_by_delta
import torch


def huber_loss(input, target, delta=1.0):
    if input.shape != target.shape:
        raise ValueError("target: shapes differ")
    if not delta > 0:
        raise ValueError("delta: must be positive")
    diff = input - target
    size = diff.abs()
    near = size < delta
    loss = torch.where(near, 0.5 * size * size / delta, size - 0.5 * delta).mean()
    grad = torch.where(near, diff / delta, diff.sign()) / diff.numel()
    return loss, grad
