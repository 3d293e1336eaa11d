"""The known mistakes of convolution/dft, as people write them in PyTorch."""

import math

import torch

from solutions.convolution.torch.dft import dft


def kind(x):
    return x.dtype if x.is_complex() else x.dtype.to_complex()


def by_waves(x, inverse, exponent):
    """Sums over waves with another exponent, in place of 2 pi times the number of turns."""
    dft(x)
    n, k = len(x), torch.arange(len(x), device=x.device)
    angles = exponent(torch.outer(k, k), n)
    waves = torch.polar(torch.ones_like(angles), angles if inverse else -angles)
    return (waves.to(kind(x)) @ x.to(kind(x))) / (n if inverse else 1)


def has_the_other_sign(x, inverse=False):
    return dft(x.conj().resolve_conj(), inverse).conj().resolve_conj()


def divides_the_transform(x, inverse=False):
    return dft(x, inverse) * (len(x) if inverse else 1 / len(x))


def forgets_the_factor_of_the_inverse(x, inverse=False):
    return dft(x, inverse) * (len(x) if inverse else 1)


def shares_the_factor(x, inverse=False):
    return dft(x, inverse) * (len(x) ** 0.5 if inverse else len(x) ** -0.5)


def ignores_inverse(x, inverse=False):
    return dft(x)


def inverts_with_the_same_sign(x, inverse=False):
    return dft(x) / len(x) if inverse else dft(x)


def drops_the_imaginary_part(x, inverse=False):
    return dft(x, inverse).real


def returns_magnitudes(x, inverse=False):
    return dft(x, inverse).abs()


def returns_half(x, inverse=False):
    y = dft(x, inverse)
    return y if inverse else y[: len(x) // 2 + 1]


def puts_zero_in_the_middle(x, inverse=False):
    return dft(x, inverse).roll(len(x) // 2)


def forgets_two_pi(x, inverse=False):
    return by_waves(x, inverse, lambda kn, n: kn.double() / n)


def takes_pi_for_two_pi(x, inverse=False):
    return by_waves(x, inverse, lambda kn, n: math.pi * kn.double() / n)


def counts_from_one(x, inverse=False):
    k = torch.arange(1, len(x) + 1, dtype=torch.float64, device=x.device)
    return by_waves(x, inverse, lambda kn, n: 2 * math.pi * torch.outer(k, k) / n)


def includes_the_end_point(x, inverse=False):
    return by_waves(x, inverse, lambda kn, n: 2 * math.pi * kn.double() / max(n - 1, 1))


def fills_up_to_a_power_of_two(x, inverse=False):
    dft(x)
    return dft(torch.cat([x, x.new_zeros(2 ** (len(x) - 1).bit_length() - len(x))]), inverse)


def takes_the_real_part_of_the_signal(x, inverse=False):
    return dft(x.real.clone(), inverse)


def returns_complex128(x, inverse=False):
    return dft(x.to(torch.complex128), inverse)


def makes_waves_in_float32(x, inverse=False):
    return by_waves(x, inverse, lambda kn, n: 2 * math.pi * kn / n)


def returns_nothing_for_nothing(x, inverse=False):
    return dft(x, inverse) if len(x) else x.to(kind(x))
