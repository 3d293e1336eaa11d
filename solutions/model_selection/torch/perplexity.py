"""The same in PyTorch, from primitives.  From logits you would take `log_softmax` and gather: then nothing underflows at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def perplexity(token_probs: Float[Tensor, "n"]) -> Float[Tensor, ""]:
    """Tell among how many equally likely tokens the model might have been guessing."""
    if ((token_probs < 0) | (token_probs > 1)).any():
        raise ValueError("token_probs must lie between 0 and 1")
    return token_probs.log().mean().neg().exp()
