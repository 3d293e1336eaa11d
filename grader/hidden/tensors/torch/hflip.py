"""The known mistakes of tensors/hflip, as people write them in PyTorch."""

import torch

from solutions.tensors.torch.hflip import hflip


def checked(x, flags):
    if len(flags) != len(x):
        raise ValueError("flags")
    return flags[:, None, None, None]


def flips_the_rows(x, flags):
    return torch.where(checked(x, flags), x.flip(2), x)


def turns_upside_down(x, flags):
    return torch.where(checked(x, flags), x.flatten(2).flip(2).reshape(x.shape), x)


def flips_the_colours(x, flags):
    return torch.where(checked(x, flags), x.flip(1), x)


def flips_the_batch(x, flags):
    return torch.where(checked(x, flags), x.flip(0), x)


def flips_all(x, flags):
    checked(x, flags)
    return torch.flip(x, [3])


def asks_the_first_flag_only(x, flags):
    checked(x, flags)
    return torch.flip(x, [3]) if flags[0] else x.clone()


def flips_the_others(x, flags):
    return torch.where(checked(x, flags), x, x.flip(3))


def is_off_by_one(x, flags):
    return torch.where(checked(x, flags), x[..., -torch.arange(x.shape[3])], x)


def mixes_by_arithmetic(x, flags):
    flip = checked(x, flags).to(x.dtype)
    return flip * x.flip(3) + (1 - flip) * x


def cleans_the_pixels(x, flags):
    return hflip(x, flags).nan_to_num()


def returns_floats(x, flags):
    y = hflip(x, flags)
    return y if y.is_floating_point() else y.double()


def returns_float64(x, flags):
    return hflip(x, flags).double()


def hands_back_the_batch(x, flags):
    checked(x, flags)
    return hflip(x, flags) if flags.any() else x


def lets_one_flag_broadcast(x, flags):
    if len(flags) not in (1, len(x)):
        raise ValueError("flags")
    return torch.where(flags[:, None, None, None], x.flip(3), x)


def leaves_the_rest(x, flags):
    y = x.clone()
    for n, flag in enumerate(flags[: len(x)]):
        y[n] = x[n].flip(2) if flag else x[n]
    return y


def overwrites_x(x, flags):
    checked(x, flags)
    x[flags] = x[flags].flip(3)
    return x
