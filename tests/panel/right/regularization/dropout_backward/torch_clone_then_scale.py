# verdict: passed
# style: torch, shape check, a fresh copy that is multiplied in place
import torch


def dropout_backward(grad_output, mask):
    if tuple(mask.shape) != tuple(grad_output.shape):
        raise ValueError("mask must have the same shape as grad_output")
    result = torch.clone(grad_output)
    result *= mask
    return result
