"""The known mistakes of regularization/dropout_forward, as people write them in PyTorch."""

import torch

from solutions.regularization.torch.dropout_forward import dropout_forward


def with_mask(x, u, p, training, mask):
    """The right answer, with another mask while training."""
    usual = dropout_forward(x, u, p, training)
    mask = mask.to(x.dtype)
    return (x * mask, mask) if training else usual


def keeps_where_u_is_below_p(x, u, p, training=True):
    return with_mask(x, u, p, training, (u < p) / (1 - p) if p < 1 else 0 * x)


def takes_p_for_the_share_kept(x, u, p, training=True):
    return with_mask(x, u, p, training, (u < p).to(x.dtype) / p)


def drops_where_u_equals_p(x, u, p, training=True):
    return with_mask(x, u, p, training, (u > p).to(x.dtype) / (1 - p) if p < 1 else 0 * x)


def keeps_by_floor(x, u, p, training=True):
    return with_mask(x, u, p, training, torch.floor(1 - p + u) / (1 - p) if p < 1 else 0 * x)


def subtracts_in_the_dtype_of_x(x, u, p, training=True):
    return with_mask(x, u, p, training, (u >= p) / (1 - torch.tensor(p).to(x)) if p < 1 else 0 * x)


def forgets_the_scale(x, u, p, training=True):
    return with_mask(x, u, p, training, (u >= p) & (p < 1))


def divides_by_p(x, u, p, training=True):
    return with_mask(x, u, p, training, (u >= p).to(x.dtype) / p)


def scales_twice(x, u, p, training=True):
    y, mask = dropout_forward(x, u, p, training)
    return y * mask.max(), mask


def returns_the_mask_unscaled(x, u, p, training=True):
    y, mask = dropout_forward(x, u, p, training)
    return y, (mask > 0).to(x.dtype)


def scales_in_evaluation(x, u, p, training=True):
    y, mask = dropout_forward(x, u, p, training)
    return (y, mask) if training else (y * (1 - p), mask)


def drops_in_evaluation(x, u, p, training=True):
    return dropout_forward(x, u, p)


def divides_zero_by_zero(x, u, p, training=True):
    return with_mask(x, u, p, training, (u >= p).to(x.dtype) / (1 - p))


def raises_if_all_is_dropped(x, u, p, training=True):
    usual = dropout_forward(x, u, p, training)
    return with_mask(x, u, p, training, (u >= p).to(x.dtype) * (1 / (1 - p))) if training else usual


def reads_the_mask_off_the_output(x, u, p, training=True):
    y, mask = dropout_forward(x, u, p, training)
    return (y, (y != 0) * mask.max()) if training else (y, mask)


def returns_x_itself(x, u, p, training=True):
    y, mask = dropout_forward(x, u, p, training)
    return (y if training else x), mask


def returns_the_mask_first(x, u, p, training=True):
    y, mask = dropout_forward(x, u, p, training)
    return mask, y


def repeats_one_mask(x, u, p, training=True):
    _, mask = dropout_forward(x, u, p, training)
    mask = mask[:1].expand(x.shape).clone()
    return x * mask, mask


def overwrites_x(x, u, p, training=True):
    _, mask = dropout_forward(x, u, p, training)
    return x.mul_(mask), mask


def computes_in_float64(x, u, p, training=True):
    return dropout_forward(x.double(), u, p, training)


def evaluates_in_float64(x, u, p, training=True):
    y, mask = dropout_forward(x, u, p, training)
    return y, (mask if training else mask.double())


def makes_the_mask_in_float32(x, u, p, training=True):
    _, mask = dropout_forward(x, u, p, training)
    if training:
        mask = (u >= p).float()
        mask = mask / (1 - p) if p < 1 else mask
    return x * mask, mask


def checks_in_training_only(x, u, p, training=True):
    return dropout_forward(x, u, p) if training else (x.clone(), torch.ones_like(x))


def compares_sizes_only(x, u, p, training=True):
    return dropout_forward(x, u.reshape(x.shape) if u.numel() == x.numel() else u, p, training)


def checks_nothing(x, u, p, training=True):
    if not training:
        return x.clone(), torch.ones_like(x)
    mask = (u.expand_as(x) >= p).to(x.dtype) / (1 - p) if p != 1 else torch.zeros_like(x)
    return x * mask, mask


def broadcasts_u(x, u, p, training=True):
    return dropout_forward(x, u.expand_as(x), p, training)
