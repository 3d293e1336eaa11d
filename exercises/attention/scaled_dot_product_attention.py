r"""Attention: every query looks at all keys, and takes home a weighted mean of the values.

Query $i$, a vector of length $E$, is compared with every key by a dot product. Softmax turns the scores of one query into
weights, and the output is the mean of the values with these weights:

$$s_{ij} = \frac{q_i \cdot k_j}{\sqrt{E}}, \qquad
a_{ij} = \frac{e^{s_{ij}}}{\sum_{j'} e^{s_{ij'}}}, \qquad o_i = \sum_j a_{ij}\, v_j$$

Why $\sqrt E$? A dot product of $E$ independent terms of variance 1 has the variance $E$; without the division softmax would be
nearly a hard maximum for long vectors, and its gradient nearly zero.

`query` is $(\dots, L, E)$, `key` $(\dots, S, E)$ and `value` $(\dots, S, E_v)$, with the same leading axes, as many as there
are: $(L, E)$, $(N, L, E)$ or $(N, H, L, E)$, and each sample and head is on its own. $L$ and $S$ may differ, and so may $E$
and $E_v$. Return a tuple: the output, $(\dots, L, E_v)$, and the weights, $(\dots, L, S)$.

`attn_mask` is Boolean, and **True means: may attend**, as in PyTorch's function of the same name. (Its `nn.MultiheadAttention`
means the opposite.) Its shape is any that broadcasts to $(\dots, L, S)$. A key that is masked has a weight of exactly 0, and
the others of its row share the 1 as if it were not there. A query that may attend to **no key at all** gets weights of 0 and
an output of 0, and not NaN.

Scores may be huge, 1e8 say, of either sign, at masked places too: the result is finite. All float arrays share a dtype, which
the results have too. Return new arrays and do not change the inputs. There is at least one key.

Source: Vaswani and others 2017, *Attention is all you need*, section 3.2.1.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Bool, Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.scaled_dot_product_attention,
# torch.nn.functional.multi_head_attention_forward, torch.nn.MultiheadAttention, by whatever name.
def scaled_dot_product_attention(
    query: Float[Array, "*batch L E"],
    key: Float[Array, "*batch S E"],
    value: Float[Array, "*batch S Ev"],
    attn_mask: Bool[Array, "*mask"] | None = None,
) -> tuple[Float[Array, "*batch L Ev"], Float[Array, "*batch L S"]]:
    """Average the values for each query, with weights from the dot products with the keys.

    Parameters
    ----------
    query : what is looked for, one row for each position of the output.
    key : what there is to be found, one row for each position of the input.
    value : what is handed over, one row for each key.
    attn_mask : where a query may attend to a key, True for yes; any shape that broadcasts to the weights. None: everywhere.

    Returns
    -------
    The output and the weights.

    Raises
    ------
    ValueError
        If `attn_mask` is not Boolean. The message names it: attn_mask.

    Examples
    --------
    >>> query = np.array([[3.0, -1.0, 2.0, 0.5]])
    >>> key = np.array([[1.0, 0.0, 0.0, 0.0], [0.0, 1.0, 0.0, 2.0], [0.0, 0.0, 1.0, 1.0]])
    >>> value = np.array([[6.0, -1.0], [2.0, 3.0], [-4.0, 0.5]])
    >>> output, weights = scaled_dot_product_attention(query, key, value)
    >>> weights
    array([[0.49951773, 0.11145747, 0.3890248 ]])
    >>> output
    array([[1.66392212, 0.02936708]])
    >>> scaled_dot_product_attention(query, key, value, np.array([[True, True, False]]))[1]
    array([[0.81757448, 0.18242552, 0.        ]])
    """
    raise NotImplementedError("write scaled_dot_product_attention here")
