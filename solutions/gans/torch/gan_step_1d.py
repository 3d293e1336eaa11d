"""The same in PyTorch.  At work each side has an optimiser of its own, and its own parameters are all that it moves; the
gradients that the generator's step leaves in the discriminator are thrown away before the next round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def gan_step_1d(
    generator: Float[Tensor, " 2"],
    discriminator: Float[Tensor, " 2"],
    real: Float[Tensor, " N"],
    noise_d: Float[Tensor, " M"],
    noise_g: Float[Tensor, " K"],
    lr: float,
) -> tuple[Float[Tensor, " 2"], Float[Tensor, " 2"]]:
    """Train first the discriminator and then the generator for one step."""
    fake = _generate(generator, noise_d)
    dreal = -torch.sigmoid(-_score(discriminator, real)) / real.numel()
    dfake = torch.sigmoid(_score(discriminator, fake)) / fake.numel()
    discriminator = discriminator - lr * (_gradient(dreal, real) + _gradient(dfake, fake))

    fake = _generate(generator, noise_g)
    dfake = -torch.sigmoid(-_score(discriminator, fake)) / fake.numel() * discriminator[0]
    return generator - lr * _gradient(dfake, noise_g), discriminator


def _gradient(dz: Float[Tensor, " N"], x: Float[Tensor, " N"]) -> Float[Tensor, " 2"]:
    """From the gradient by z = slope * x + shift to the one by slope and shift."""
    return torch.stack([torch.sum(dz * x), torch.sum(dz)])


def _generate(generator: Float[Tensor, " 2"], noise: Float[Tensor, " N"]) -> Float[Tensor, " N"]:
    return generator[0] * noise + generator[1]


def _score(discriminator: Float[Tensor, " 2"], x: Float[Tensor, " N"]) -> Float[Tensor, " N"]:
    return discriminator[0] * x + discriminator[1]
