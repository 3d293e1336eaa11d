r"""How a gradient flows back through attention: two matrix products and a softmax, each undone in turn.

The forward pass is that of `scaled_dot_product_attention` without a mask, in matrices for one sample and head:

$$S = \frac{Q K^{\mathsf T}}{\sqrt E}, \qquad A = \mathrm{softmax}(S) \text{ by rows}, \qquad O = A V$$

Nothing was kept but the inputs, so $A$ has to be computed once more. With $\mathrm dX$ for $\partial L / \partial X$, and
$\mathrm dO$ given as `grad_output`, the chain rule goes from the end to the beginning:

$$\mathrm dV = A^{\mathsf T}\, \mathrm dO, \qquad \mathrm dA = \mathrm dO\, V^{\mathsf T}, \qquad
\mathrm dS_{ij} = \sum_{m} \mathrm dA_{im}\, \frac{\partial A_{im}}{\partial S_{ij}}, \qquad
\frac{\partial A_{im}}{\partial S_{ij}} = A_{im}\,(\delta_{mj} - A_{ij})$$

and then $\mathrm dQ$ and $\mathrm dK$ from $\mathrm dS$, which is left to you. A row of the softmax knows nothing of other rows,
but all of its own elements depend on each other.

`query` is $(\dots, L, E)$, `key` $(\dots, S, E)$, `value` $(\dots, S, E_v)$ and `grad_output`, like the output,
$(\dots, L, E_v)$, with the same leading axes, as many as there are: each sample and head is on its own. Return a tuple of the
gradients by `query`, by `key` and by `value`, in this order, with their shapes. Scores may be huge: the gradients stay finite.
All arrays share a dtype, and so do the results. Return new arrays and do not change the inputs. There is at least one key.

Source: Vaswani and others 2017, *Attention is all you need*, section 3.2.1, for the forward pass; Dao and others 2022,
*FlashAttention*, appendix B.2, for the backward pass.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, by whatever name.
def attention_backward(
    grad_output: Float[Array, "*batch L Ev"],
    query: Float[Array, "*batch L E"],
    key: Float[Array, "*batch S E"],
    value: Float[Array, "*batch S Ev"],
) -> tuple[Float[Array, "*batch L E"], Float[Array, "*batch S E"], Float[Array, "*batch S Ev"]]:
    """Turn the gradient of the loss by the output of attention into those by queries, keys and values.

    Parameters
    ----------
    grad_output : gradient of the loss by the output of attention.
    query : queries of the forward pass.
    key : keys of the forward pass.
    value : values of the forward pass.

    Returns
    -------
    The gradients by `query`, by `key` and by `value`.

    Examples
    --------
    >>> query, key = np.array([[2.0, -1.0], [0.5, 1.0]]), np.array([[1.0, 0.0], [0.0, 3.0], [2.0, 0.5]])
    >>> value, grad_output = np.array([[4.0], [-2.0], [1.0]]), np.array([[1.0], [-0.5]])
    >>> grad_query, grad_key, grad_value = attention_backward(grad_output, query, key, value)
    >>> grad_query
    array([[-0.36792204, -0.25288445],
           [-0.44930764,  0.88471865]])
    >>> grad_key
    array([[ 0.72230397, -0.59192634],
           [ 0.11909696,  0.33665597],
           [-0.84140093,  0.25527037]])
    >>> grad_value
    array([[ 0.19900094],
           [-0.32217134],
           [ 0.6231704 ]])
    """
    raise NotImplementedError("write attention_backward here")
