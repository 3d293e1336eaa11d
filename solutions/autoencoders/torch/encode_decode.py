"""The same in PyTorch.  At work these are two modules, `encoder` and `decoder`, and you call one without the other: the encoder
to get features, the decoder to draw what a code means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def encode_decode(
    x: Float[Tensor, "N D"],
    encoder: list[tuple[Float[Tensor, "out in"], Float[Tensor, " out"]]],
    decoder: list[tuple[Float[Tensor, "out in"], Float[Tensor, " out"]]],
) -> tuple[Float[Tensor, "N K"], Float[Tensor, "N D"]]:
    """Run a batch through the encoder, and its code through the decoder."""
    code = _run(x, encoder)
    if decoder[0][0].shape[1] != code.shape[1]:
        raise ValueError("the first layer of decoder does not take what the encoder gives")
    reconstruction = _run(code, decoder)
    if reconstruction.shape != x.shape:
        raise ValueError("the last layer of decoder does not give the size of x")
    return code, reconstruction


def _run(h: Float[Tensor, "N I"], layers: list[tuple[Float[Tensor, "out in"], Float[Tensor, " out"]]]) -> Float[Tensor, "N O"]:
    """A network with a ReLU between its layers, and none behind the last."""
    (weight, bias), *others = layers
    h = h @ weight.T + bias
    for weight, bias in others:
        h = torch.relu(h) @ weight.T + bias
    return h
