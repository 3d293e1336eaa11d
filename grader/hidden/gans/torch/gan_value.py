"""The known mistakes of gans/gan_value, as people write them in PyTorch."""

import math

import torch

from solutions.gans.torch.gan_value import gan_value


def real(p, d):
    return p * torch.log(torch.where(p > 0, d, 1))


def returns_the_loss(p, q, d):
    return -gan_value(p, q, d)


def forgets_the_generated(p, q, d):
    gan_value(p, q, d)
    return real(p, d).sum()


def forgets_one_minus(p, q, d):
    gan_value(p, q, d)
    return (real(p, d) + real(q, d)).sum()


def mixes_up_p_and_q(p, q, d):
    return gan_value(q, p, d)


def averages(p, q, d):
    return gan_value(p, q, d) / p.numel()


def halves_the_value(p, q, d):
    return gan_value(p, q, d) / 2


def takes_the_logarithm_to_the_base_two(p, q, d):
    gan_value(p, q, d)
    fake = q * torch.log1p(-torch.where(q > 0, d, 0)) / math.log(2)
    return (p * torch.log2(torch.where(p > 0, d, 1)) + fake).sum()


def puts_in_the_best_discriminator(p, q, d):
    gan_value(p, q, d)
    return gan_value(p, q, p / torch.where(p + q > 0, p + q, 1))


def gives_nan_for_what_does_not_occur(p, q, d):
    gan_value(p, q, d)
    return (p * torch.log(d) + q * torch.log1p(-d)).sum()


def repairs_infinities(p, q, d):
    gan_value(p, q, d)
    return (torch.nan_to_num(p * torch.log(d)) + torch.nan_to_num(q * torch.log1p(-d))).sum()


def protects_the_logarithms(p, q, d):
    gan_value(p, q, d)
    return (p * torch.log(d + 1e-8) + q * torch.log(1 - d + 1e-8)).sum()


def clips_the_discriminator(p, q, d):
    return gan_value(p, q, torch.clamp(d, 1e-7, 1 - 1e-7))


def loses_tiny_answers(p, q, d):
    gan_value(p, q, d)
    return (real(p, d) + real(q, 1 - d)).sum()


def leaves_out_rare_samples(p, q, d):
    return gan_value(p.masked_fill(p < 1e-10, 0), q.masked_fill(q < 1e-10, 0), d)


def broadcasts(p, q, d):
    return (real(p, d) + q * torch.log1p(-torch.where(q > 0, d, 0))).sum()


def computes_in_float32(p, q, d):
    return gan_value(p.float(), q.float(), d.float())


def overwrites_d(p, q, d):
    result = gan_value(p, q, d)
    d.clamp_(min=1e-300).log_()
    return result
