# verdict: wrong
# mistake: With momentum 0 the gradient itself is returned as the new buffer, so that the buffer shares its memory with an input.
import torch


def sgdw_step(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    if weight_decay < 0:
        raise ValueError(f"weight_decay must be at least 0, got {weight_decay}")
    if momentum == 0:
        v = grad
    else:
        v = momentum * momentum_buffer + grad
    return torch.mul(param, 1 - lr * weight_decay) - lr * v, v
