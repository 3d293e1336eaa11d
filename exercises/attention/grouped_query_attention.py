r"""Grouped-query attention: many heads ask, a few heads answer.

While a language model writes, the keys and values of all earlier positions are kept, for each head; this cache, and not
arithmetic, is what limits long texts. But not every query head needs keys and values of its own. Here $H$ query heads
share $G$ key and value heads, and **neighbours share**: with $r = H / G$ query heads to each,

$$o_h = \mathrm{softmax}\!\left(\frac{q_h\, k_{\lfloor h / r \rfloor}^{\mathsf T}}{\sqrt E}\right) v_{\lfloor h / r \rfloor},
\qquad h = 0, \dots, H - 1$$

The first $r$ query heads use key and value head 0, the next $r$ use head 1, and so on. $G = H$ is ordinary multi-head
attention, $G = 1$ is multi-query attention, and the cache shrinks by the factor $r$. With 32 query heads and 8 key heads it is a
quarter.

`query` is $(N, H, L, E)$, `key` $(N, G, S, E)$, `value` $(N, G, S, E_v)$, with features $E$ per head. The softmax runs over
the $S$ keys; nothing is masked. Return the output, $(N, H, L, E_v)$, with the heads in the order of the query heads.

Scores may be huge, and the result is finite. All arrays share a dtype, which the result has too. Return a new array and do not
change the inputs.

Source: Ainslie and others 2023, *GQA: training generalized multi-query transformer models from multi-head checkpoints*,
section 2.2; the order of the heads is that of PyTorch's `enable_gqa=True`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.scaled_dot_product_attention,
# torch.nn.functional.multi_head_attention_forward, torch.nn.MultiheadAttention, by whatever name.
def grouped_query_attention(
    query: Float[Array, "N H L E"],
    key: Float[Array, "N G S E"],
    value: Float[Array, "N G S Ev"],
) -> Float[Array, "N H L Ev"]:
    """Let groups of neighbouring query heads attend to one head of keys and values each.

    Parameters
    ----------
    query : what is looked for, in H heads.
    key : what there is to be found, in G heads, where G divides H.
    value : what is handed over, in as many heads as `key`.

    Returns
    -------
    The output of each query head.

    Raises
    ------
    ValueError
        If the number of query heads is no multiple of the number of key heads. The message names the argument: key.

    Examples
    --------
    >>> query = np.array([[[[1.0]], [[-2.0]], [[0.5]], [[3.0]]]])
    >>> key = np.array([[[[0.0], [2.0]], [[1.0], [-1.0]]]])
    >>> value = np.array([[[[8.0], [4.0]], [[-1.0], [3.0]]]])
    >>> grouped_query_attention(query, key, value)[0, :, 0, 0]
    array([ 4.47681169,  7.92805516,  0.07576569, -0.99010951])
    """
    raise NotImplementedError("write grouped_query_attention here")
