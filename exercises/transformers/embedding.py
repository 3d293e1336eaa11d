r"""An embedding layer: token numbers go in, rows of a table come out.

A language model cannot compute with the number 4711. So each of the $V$ tokens of the vocabulary owns a vector of $D$ learnt
numbers, row $v$ of the table `weight`, and the first layer looks them up:

$$y_{\ldots d} = W_{\text{input}_{\ldots},\, d}$$

`input` holds token numbers from 0 to $V - 1$ and may have any number of axes, also none; usually there are two, sequences and
positions $(N, T)$. The result has the same axes and one more at the end, of length $D$: $(N, T, D)$.

On paper this is a product with one-hot vectors, $y = e_v W$. In a machine it must be a lookup: the product would need $V$
multiplications for each number, and it would let other rows in. **A row that nobody asks for has no influence**, not even if it
holds NaN or an infinity.

Nothing is scaled. (The first transformer multiplied its embeddings by $\sqrt{D}$; that is not part of this layer.) A negative
number names no token here, although NumPy would count it from the end.

Return a new array with the dtype of `weight`; do not change the inputs.

Source: Bengio, Ducharme, Vincent and Jauvin 2003, *A neural probabilistic language model*, section 2; the same as
`torch.nn.functional.embedding`. The factor: Vaswani and others 2017, *Attention is all you need*, section 3.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array


# To be written without torch.nn.functional.embedding, torch.embedding, torch.nn.Embedding,
# torch.ops.aten.embedding, by whatever name.
def embedding(input: Int[Array, "*shape"], weight: Float[Array, "V D"]) -> Float[Array, "*shape D"]:
    """Look up one row of the table for each token number.

    Parameters
    ----------
    input : token numbers from 0 to V - 1, an array of integers of any shape.
    weight : the table, one row for each token of the vocabulary.

    Returns
    -------
    The rows that were asked for, along a new last axis; a new array with the dtype of `weight`.

    Raises
    ------
    ValueError
        If a number is below 0 or not below V. The message names the argument: input.

    Examples
    --------
    >>> weight = np.array([[0.5, -1.0], [2.0, 3.0], [-4.0, 0.25]])
    >>> embedding(np.array([[2, 0, 2]]), weight)
    array([[[-4.  ,  0.25],
            [ 0.5 , -1.  ],
            [-4.  ,  0.25]]])
    """
    raise NotImplementedError("write embedding here")
