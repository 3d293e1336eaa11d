r"""Cross-entropy behind a softmax, from raw scores: the loss of nearly every classifier and language model.

Row $i$ of `input` holds the scores $x_{i1}, \dots, x_{iC}$ of $C$ classes that exclude each other, and `target[i]` is the index
$c_i$ of the right one, from 0 to $C - 1$. With $p_i = \mathrm{softmax}(x_i)$, along the row, and a distribution $q_i$ to aim at:

$$L = -\frac1N \sum_{i=1}^{N} \sum_{k=1}^{C} q_{ik} \log p_{ik}, \qquad
\frac{\partial L}{\partial x_{ik}} = \frac1N\,(p_{ik} - q_{ik})$$

The mean is over the $N$ examples and not over $N C$ entries, and $\log$ is the natural logarithm. Without smoothing $q_i$ is 1 at
$c_i$ and 0 elsewhere, so that only the logarithm of the right class is left. With **label smoothing** $\epsilon$ it is, as in
PyTorch,

$$q_{ik} = (1 - \epsilon)\,[k = c_i] + \frac{\epsilon}{C}$$

so every class gets the share $\epsilon / C$, the right one included; some older code spreads $\epsilon$ over the $C - 1$ wrong
classes, which is another loss. At $\epsilon = 1$ the labels no longer matter.

Scores are finite, and may be as large as $10^4$ and more: work with logarithms of probabilities from the start, never with the
logarithm of a probability. With three equal scores the loss is $\log 3$, whatever their size.

`input` has at least one row and one column. An index outside of 0 to $C - 1$ is an error, also a negative one, which NumPy would
count from the end. The results have the dtype of `input`. Do not change the inputs.

Source: Szegedy, Vanhoucke, Ioffe, Shlens and Wojna 2016, *Rethinking the Inception architecture for computer vision*, section 7.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.nn.functional.cross_entropy, torch.nn.functional.nll_loss,
# torch.nn.CrossEntropyLoss, torch.nn.NLLLoss, by whatever name.
def softmax_cross_entropy(
    input: Float[Array, "N C"],
    target: Int[Array, " N"],
    label_smoothing: float = 0.0,
) -> tuple[float, Float[Array, "N C"]]:
    """Compute the mean cross-entropy of raw scores with class labels, and its gradient.

    Parameters
    ----------
    input : raw scores (logits), finite, one row for each example and one column for each class.
    target : the index of the right class of each example, from 0 to C - 1.
    label_smoothing : share of the target that is spread evenly over all classes, from 0 to 1, both included.

    Returns
    -------
    The loss, a single number, and its gradient by `input`, a new array of the shape and dtype of `input`.

    Raises
    ------
    ValueError
        If an index is below 0 or not below C, or `label_smoothing` is not from 0 to 1. The message names the argument:
        target, label_smoothing.

    Examples
    --------
    >>> scores = np.array([[2.0, -1.0, 0.5, 0.0], [1000.0, 0.0, 998.0, 0.0]])
    >>> loss, grad = softmax_cross_entropy(scores, np.array([2, 0]))
    >>> np.round(loss, 6)
    np.float64(0.984639)
    >>> np.round(grad, 4)
    array([[ 0.355 ,  0.0177, -0.4208,  0.0481],
           [-0.0596,  0.    ,  0.0596,  0.    ]])
    >>> loss, grad = softmax_cross_entropy(scores[:1], np.array([2]), label_smoothing=0.2)
    >>> np.round(loss, 6)
    np.float64(1.86735)
    """
    raise NotImplementedError("write softmax_cross_entropy here")
