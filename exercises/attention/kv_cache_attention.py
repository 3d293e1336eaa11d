r"""Attention with a cache: keys and values of the past are kept, so that a new token costs one row and not a whole table.

A language model writes one token after the other. The keys and values of earlier tokens never change, because nothing that
comes later has an influence on them. So they are kept. Given the caches of $P$ earlier positions, and query, key and value of $L$
new ones, append and attend:

$$K = \begin{pmatrix} K_{\text{cache}} \\ K_{\text{new}} \end{pmatrix}, \qquad
V = \begin{pmatrix} V_{\text{cache}} \\ V_{\text{new}} \end{pmatrix}, \qquad
o_i = \sum_{j \le P + i} a_{ij}\, v_j, \qquad
a_{ij} = \frac{\exp(q_i \cdot k_j / \sqrt E)}{\sum_{j' \le P + i} \exp(q_i \cdot k_{j'} / \sqrt E)}$$

New query $i$, counted from 0, stands at position $P + i$. It sees the whole cache, the new positions before it, and itself.
Mostly $L = 1$, where nothing has to be hidden; a prompt is read with $L > 1$ at once, and begins with **empty caches**, $P = 0$.

`query` and `key` are $(\dots, L, E)$, `value` $(\dots, L, E_v)$, `key_cache` $(\dots, P, E)$ and `value_cache` $(\dots, P, E_v)$,
with the same leading axes, as many as there are. Return a tuple: the output, $(\dots, L, E_v)$, and the new caches, with
$P + L$ positions each, to be given to the next call.

The function is pure: it keeps nothing between calls, the caches come in and go out, and the old ones stay as they were, since
someone may want to go on from there in two ways. (Real programs write into a large array that was made before; the price is a
copy.) Scores may be huge, and the output is finite. All arrays share a dtype, which the results have too. Return new arrays.

Source: Shazeer 2019, *Fast transformer decoding: one write-head is all you need*, section 2.4, incremental multi-head attention.
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
def kv_cache_attention(
    query: Float[Array, "*batch L E"],
    key: Float[Array, "*batch L E"],
    value: Float[Array, "*batch L Ev"],
    key_cache: Float[Array, "*batch P E"],
    value_cache: Float[Array, "*batch P Ev"],
) -> tuple[Float[Array, "*batch L Ev"], Float[Array, "*batch P+L E"], Float[Array, "*batch P+L Ev"]]:
    """Append new keys and values to the caches, and let the new queries attend to what lies before them.

    Parameters
    ----------
    query : queries of the new positions, at least one.
    key : keys of the new positions.
    value : values of the new positions.
    key_cache : keys of all earlier positions, perhaps none.
    value_cache : values of all earlier positions, as many.

    Returns
    -------
    The output of the new positions, the new cache of keys and the new cache of values.

    Examples
    --------
    >>> key_cache, value_cache = np.array([[1.0, 0.0], [0.5, 2.0]]), np.array([[8.0], [2.0]])
    >>> query, key, value = np.array([[1.0, -1.0]]), np.array([[-1.0, 1.0]]), np.array([[4.0]])
    >>> output, key_cache, value_cache = kv_cache_attention(query, key, value, key_cache, value_cache)
    >>> output
    array([[6.83481267]])
    >>> value_cache
    array([[8.],
           [2.],
           [4.]])
    """
    raise NotImplementedError("write kv_cache_attention here")
