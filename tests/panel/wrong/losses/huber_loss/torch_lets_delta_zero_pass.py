# verdict: wrong
# mistake: Only a negative delta is refused; a delta of 0 is not positive either and has to be an error.
# told: accepts_any_delta
import torch


def huber_loss(input, target, delta=1.0):
    if input.shape != target.shape:
        raise ValueError("target must match the shape of input")
    if delta < 0:
        raise ValueError("delta must be positive")
    e = input - target
    a = e.abs()
    h = torch.where(a <= delta, 0.5 * e * e, delta * (a - 0.5 * delta))
    g = torch.where(a <= delta, e, delta * torch.sign(e))
    return h.mean(), g / e.numel()
