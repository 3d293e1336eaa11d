"""The known mistakes of activations/gelu, as people write them in PyTorch."""

import math

import torch

from solutions.activations.torch.gelu import gelu

ABSENT = {
    "fails_for_no_elements": "torch.erf takes whole tensors, so nobody vectorizes it.",
    "gives_an_array_to_math_erf": "torch.erf takes whole tensors, so nobody reaches for math.erf.",
}


def checked(approximate):
    if approximate not in ("none", "tanh"):
        raise ValueError("approximate")


def with_tanh(x, z):
    return x / 2 * (1 + torch.tanh(z))


def ignores_approximate(x, approximate="none"):
    checked(approximate)
    return gelu(x)


def is_always_the_approximation(x, approximate="none"):
    checked(approximate)
    return gelu(x, "tanh")


def is_the_sigmoid_approximation(x, approximate="none"):
    return x * torch.sigmoid(1.702 * x) if approximate == "none" else gelu(x, approximate)


def is_swish(x, approximate="none"):
    checked(approximate)
    return x * torch.sigmoid(x)


def forgets_the_root_of_two(x, approximate="none"):
    return x / 2 * (1 + torch.erf(x)) if approximate == "none" else gelu(x, approximate)


def forgets_the_half(x, approximate="none"):
    return 2 * gelu(x, approximate)


def forgets_the_one(x, approximate="none"):
    return gelu(x, approximate) - x / 2


def multiplies_by_the_density(x, approximate="none"):
    return x * torch.exp(-x * x / 2) / math.sqrt(2 * math.pi) if approximate == "none" else gelu(x, approximate)


def forgets_to_multiply_by_x(x, approximate="none"):
    checked(approximate)
    z = math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)
    return (1 + (torch.erf(x / math.sqrt(2)) if approximate == "none" else torch.tanh(z))) / 2


def forgets_the_root_of_two_over_pi(x, approximate="none"):
    return with_tanh(x, x + 0.044715 * x**3) if approximate == "tanh" else gelu(x, approximate)


def leaves_the_cube_outside(x, approximate="none"):
    return with_tanh(x, math.sqrt(2 / math.pi) * x + 0.044715 * x**3) if approximate == "tanh" else gelu(x, approximate)


def forgets_the_cube(x, approximate="none"):
    return with_tanh(x, math.sqrt(2 / math.pi) * x) if approximate == "tanh" else gelu(x, approximate)


def squares_instead_of_cubes(x, approximate="none"):
    return with_tanh(x, math.sqrt(2 / math.pi) * (x + 0.044715 * x**2)) if approximate == "tanh" else gelu(x, approximate)


def takes_any_word_for_tanh(x, approximate="none"):
    return gelu(x, approximate if approximate == "none" else "tanh")


def returns_float64(x, approximate="none"):
    return gelu(x.double(), approximate)


def gives_a_single_number_an_axis(x, approximate="none"):
    return gelu(torch.atleast_1d(x), approximate)


def overwrites_x(x, approximate="none"):
    return x.copy_(gelu(x, approximate))
