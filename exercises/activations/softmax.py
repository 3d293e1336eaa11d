r"""Softmax turns scores (*logits*) into probabilities: none negative, adding up to 1, and the largest score stays the largest.

$$p_i = \frac{e^{x_i / T}}{\sum_j e^{x_j / T}}$$

The sum runs along one axis, `dim`, and every slice along that axis is normalised on its own. The result has the shape and
dtype of `x`, which has at least one axis. As in PyTorch, a negative `dim` counts from the end.

$T$ is the `temperature`: it **divides** the scores. A high one makes the probabilities more alike, a low one sharpens them
towards the winner. Everything depends on differences only: adding the same number to all scores of a slice changes nothing.

Scores may be of any size as long as they and $x/T$ are finite: `[1000, 0]` gives `[1, 0]`, and each slice must come out right
however different from the others it is. A score of $-\infty$ is a masked entry: it gets the probability 0, whatever the other
scores and the temperature are. Every slice has at least one finite score.

Return a new array; do not change the input.

Source: Bridle 1990, *Probabilistic interpretation of feedforward classification network outputs, with relationships to
statistical pattern recognition*; for the temperature Hinton, Vinyals and Dean 2015, *Distilling the knowledge in a neural
network*, section 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.softmax, torch.nn.functional.softmax, torch.nn.Softmax,
# torch.nn.functional.log_softmax, scipy.special.softmax, scipy.special.log_softmax,
# torch.nn.functional.scaled_dot_product_attention, by whatever name.
def softmax(x: Float[Array, "*shape"], dim: int = -1, temperature: float = 1.0) -> Float[Array, "*shape"]:
    """Turn scores into probabilities that add up to 1 along one axis.

    Parameters
    ----------
    x : scores, real numbers in an array of at least one axis; minus infinity masks an entry.
    dim : the axis along which the result adds up to 1; negative numbers count from the end.
    temperature : divides the scores; a finite number above 0.

    Returns
    -------
    The probabilities, in the shape and dtype of `x`.

    Raises
    ------
    ValueError
        If `temperature` is not above 0. The message names temperature.

    Examples
    --------
    >>> softmax(np.array([[2.0, -1.0, -1.5], [1000.0, 0.0, 999.0]]))
    array([[0.92593926, 0.0460998 , 0.02796094],
           [0.73105858, 0.        , 0.26894142]])
    >>> softmax(np.array([[2.0, -1.0], [3.0, 0.5]]), dim=0, temperature=2.0)
    array([[0.37754067, 0.3208213 ],
           [0.62245933, 0.6791787 ]])
    """
    raise NotImplementedError("write softmax here")
