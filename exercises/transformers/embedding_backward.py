r"""The backward pass of an embedding layer: gradients are collected in the rows where their tokens live.

In the forward pass each place of the text fetched the row of its token, $y_{p} = W_{t_p}$, where $p$ runs over all places and
$t_p$ is the token number in `input`. In the backward pass the layers above hand down `grad_output`, one gradient $g_p$ for each
place. Row $v$ of the table was used wherever $t_p = v$, and by the chain rule its gradient is the **sum** over these places:

$$\frac{\partial L}{\partial W_v} = \sum_{p\,:\;t_p = v} g_p$$

A token that does not occur has a gradient of exactly zero. Nothing is divided by the number of occurrences.

`num_weights` is $V$, the number of rows of the table, which neither argument tells. `padding_idx`, if it is given, is the number
of the token that fills up short sentences, from 0 to $V - 1$: its row is not trained, so its gradient is exactly zero, **whatever
arrives there**, NaN too.

`input` has any shape and holds numbers from 0 to $V - 1$ (you may rely on that); `grad_output` has the same axes and the features
as one more at the end. There may be no places at all; the gradient is zero then. Return a new array of shape $(V, D)$ with the
dtype of `grad_output`; do not change the inputs.

Source: Goodfellow, Bengio and Courville 2016, section 6.5 (a value that is used several times gets the sum of the gradients);
the conventions are those of `torch.nn.functional.embedding`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.ops.aten.embedding_backward,
# torch.ops.aten.embedding_dense_backward, torch.nn.functional.embedding, torch.embedding, torch.nn.Embedding,
# by whatever name.
def embedding_backward(
    grad_output: Float[Array, "*shape D"],
    input: Int[Array, "*shape"],
    num_weights: int,
    padding_idx: int | None = None,
) -> Float[Array, "V D"]:
    """Turn the gradient of the loss by the looked-up rows into the gradient by the table.

    Parameters
    ----------
    grad_output : gradient of the loss by the output of the embedding, one vector for each token number.
    input : the token numbers of the forward pass, from 0 to V - 1, an array of integers.
    num_weights : number of rows of the table, V.
    padding_idx : number of the token whose row gets no gradient, or None if there is no such token.

    Returns
    -------
    The gradient by the table, a new array of shape (V, D) with the dtype of `grad_output`.

    Raises
    ------
    ValueError
        If `padding_idx` is below 0 or not below V. The message names the argument: padding_idx.

    Examples
    --------
    >>> grad_output = np.array([[1.0, 2.0], [-3.0, 0.5], [10.0, 20.0]])
    >>> embedding_backward(grad_output, np.array([1, 3, 1]), 4)
    array([[ 0. ,  0. ],
           [11. , 22. ],
           [ 0. ,  0. ],
           [-3. ,  0.5]])
    >>> embedding_backward(grad_output, np.array([1, 3, 1]), 4, padding_idx=3)[3]
    array([0., 0.])
    """
    raise NotImplementedError("write embedding_backward here")
