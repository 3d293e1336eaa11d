"""The known mistakes of attention/rope, as people write them in PyTorch."""

import torch


def angles(positions, features, base, sign=-1, divisor=1):
    pair = torch.arange(0, features, 2).double()
    return torch.outer(positions.double(), base ** (sign * pair / (divisor * features)))


def variant(x, positions, base, *, angle=None, turn=None):
    """The right answer, with one part of it replaced."""
    if x.shape[-1] % 2:
        raise ValueError("x")
    angle = angles(positions, x.shape[-1], base) if angle is None else angle
    cos, sin, even, odd = angle.cos().to(x.dtype), angle.sin().to(x.dtype), x[..., ::2], x[..., 1::2]
    y = turn(even, odd, cos, sin) if turn else (even * cos - odd * sin, even * sin + odd * cos)
    return torch.stack(y, -1).reshape(x.shape)


def pairs_the_halves(x, positions, base=10000.0):
    half = x.shape[-1] // 2
    if x.shape[-1] % 2:
        raise ValueError("x")
    pairs = torch.stack([x[..., :half], x[..., half:]], dim=-1).reshape(x.shape)
    y = variant(pairs, positions, base)
    return torch.cat([y[..., ::2], y[..., 1::2]], dim=-1)


def joins_the_halves(x, positions, base=10000.0):
    y = variant(x, positions, base)
    return torch.cat([y[..., ::2], y[..., 1::2]], dim=-1)


def turns_backwards(x, positions, base=10000.0):
    return variant(x, -positions, base)


def forgets_the_minus(x, positions, base=10000.0):
    return variant(x, positions, base, turn=lambda a, b, c, s: (a * c + b * s, a * s + b * c))


def swaps_sine_and_cosine(x, positions, base=10000.0):
    return variant(x, positions, base, turn=lambda a, b, c, s: (a * s - b * c, a * c + b * s))


def uses_the_new_feature(x, positions, base=10000.0):
    def turn(a, b, c, s):
        new = a * c - b * s
        return new, new * s + b * c

    return variant(x, positions, base, turn=turn)


def counts_the_rows(x, positions, base=10000.0):
    return variant(x, torch.arange(len(positions)), base)


def counts_from_one(x, positions, base=10000.0):
    return variant(x, positions + 1, base)


def forgets_the_two_in_the_exponent(x, positions, base=10000.0):
    return variant(x, positions, base, angle=angles(positions, x.shape[-1], base, divisor=2))


def turns_later_pairs_faster(x, positions, base=10000.0):
    return variant(x, positions, base, angle=angles(positions, x.shape[-1], base, sign=1))


def turns_all_pairs_alike(x, positions, base=10000.0):
    return variant(x, positions, 1.0)


def ignores_the_base(x, positions, base=10000.0):
    return variant(x, positions, 10000.0)


def adds_the_encoding(x, positions, base=10000.0):
    return variant(x, positions, base, turn=lambda a, b, c, s: (a + s, b + c))


def leaves_the_last_feature(x, positions, base=10000.0):
    even = x.shape[-1] // 2 * 2
    return torch.cat([variant(x[..., :even], positions, base), x[..., even:]], dim=-1)


def returns_float64(x, positions, base=10000.0):
    return variant(x.double(), positions, base)


def overwrites_x(x, positions, base=10000.0):
    return x.copy_(variant(x.clone(), positions, base))
