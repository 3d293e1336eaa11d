r"""The causal mask: a position may look back, and at itself, and never ahead.

A language model predicts token after token, so position $i$ must not see what comes after it. In training all positions are
computed at once, and the mask sees to it. As in `scaled_dot_product_attention`, **True means: may attend**. With `length`
positions the mask is a triangle, rows for the queries and columns for the keys:

$$m_{ij} = \begin{cases} \text{True} & j \le i + p \\ \text{False} & j > i + p \end{cases}
\qquad 0 \le i < L, \quad 0 \le j < p + L$$

Here $L$ is `length` and $p$ is `past`, the number of earlier positions whose keys are there already, 0 by default. While a text
is generated, the keys of the past lie in a cache and only the last few positions ask: query $i$ stands at position $p + i$,
so the row of the first one has $p + 1$ times True, and the last row is True all over.

Return a new Boolean array of shape (`length`, `past + length`). `length` is at least 1, `past` at least 0.

Source: Vaswani and others 2017, *Attention is all you need*, section 3.2.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Bool
    from numpy import ndarray as Array


def causal_mask(length: int, past: int = 0) -> Bool[Array, "length past+length"]:
    """Say which keys each query may attend to, when none may look ahead.

    Parameters
    ----------
    length : number of queries, the last ones of the sequence, at least 1.
    past : number of keys before the first query, at least 0.

    Returns
    -------
    A Boolean table with a row for each query and a column for each key, True where the query may attend to the key.

    Examples
    --------
    >>> causal_mask(3)
    array([[ True, False, False],
           [ True,  True, False],
           [ True,  True,  True]])
    >>> causal_mask(2, past=3)
    array([[ True,  True,  True,  True, False],
           [ True,  True,  True,  True,  True]])
    """
    raise NotImplementedError("write causal_mask here")
