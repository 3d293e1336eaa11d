# verdict: wrong
# mistake: A mask that can be broadcast, as a single row for a whole batch, is accepted instead of rejected.
# told: broadcasts_the_mask
import torch


def dropout_backward(grad_output, mask):
    try:
        m = torch.broadcast_to(mask, grad_output.shape)
    except RuntimeError:
        raise ValueError("mask does not fit the shape of grad_output")
    return grad_output * m
