"""The known mistakes of regularization/dropout_backward, as people write them in PyTorch."""

import torch

from solutions.regularization.torch.dropout_backward import dropout_backward


def drops_grad_output(grad_output, mask):
    dropout_backward(grad_output, mask)
    return mask.clone()


def forgets_the_scale(grad_output, mask):
    return dropout_backward(grad_output, mask.bool().to(grad_output.dtype))


def scales_twice(grad_output, mask):
    return dropout_backward(grad_output, mask) * mask.max()


def divides_by_the_mask(grad_output, mask):
    return dropout_backward(grad_output, torch.where(mask == 0, mask, 1 / mask))


def lets_the_dropped_through(grad_output, mask):
    return dropout_backward(grad_output, mask.max() - mask)


def lets_everything_through(grad_output, mask):
    return dropout_backward(grad_output, torch.zeros_like(mask) + mask.max())


def ignores_the_mask(grad_output, mask):
    return dropout_backward(grad_output, torch.ones_like(mask))


def draws_another_mask(grad_output, mask):
    return dropout_backward(grad_output, mask.flip(0) if mask.ndim else mask.max() - mask)


def scales_by_the_share_kept(grad_output, mask):
    kept = mask.bool().to(grad_output.dtype)
    return dropout_backward(grad_output, kept / max(float(kept.mean()), 1e-9))


def repeats_one_mask(grad_output, mask):
    dropout_backward(grad_output, mask)
    return grad_output * (mask[:1] if mask.ndim > 1 else mask)


def divides_by_the_batch_size(grad_output, mask):
    return dropout_backward(grad_output, mask) / (len(mask) if mask.ndim > 1 else 1)


def returns_float64(grad_output, mask):
    return dropout_backward(grad_output.double(), mask)


def overwrites_grad_output(grad_output, mask):
    dropout_backward(grad_output, mask)
    return grad_output.mul_(mask)


def overwrites_the_mask(grad_output, mask):
    dropout_backward(grad_output, mask)
    return mask.mul_(grad_output)


def hands_back_what_does_not_change(grad_output, mask):
    new = dropout_backward(grad_output, mask)
    return grad_output if (mask == 1).all() else new


def broadcasts_the_mask(grad_output, mask):
    return grad_output * mask


def compares_sizes_only(grad_output, mask):
    return dropout_backward(grad_output, mask.reshape(grad_output.shape) if mask.numel() == grad_output.numel() else mask)
