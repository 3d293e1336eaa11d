r"""The router of a mixture of experts: it sends each token to its k best experts, and says how evenly the work is spread.

A mixture-of-experts layer has $E$ feed-forward networks, and each token visits only $k$ of them. A small linear layer, the
router, has given each token a score for each expert: row $n$ of `logits`, $(N, E)$. Three things are to be made of the scores.

**Indices.** The $k$ experts with the highest scores of each token, best first. Between equal scores the smaller index comes
first.

**Weights.** The softmax over these $k$ scores **alone**, so that they add up to 1 for each token:

$$w_{nj} = \frac{\exp(x_{n, i_{nj}})}{\sum_{l=1}^{k} \exp(x_{n, i_{nl}})}$$

The output of the layer will be the sum of the chosen experts' outputs with these weights.

**Loss.** A router that is left alone soon sends everything to a few favourites. An auxiliary loss works against it. Let $f_e$
be the share of expert $e$ in all $N k$ assignments, which add up to 1 over the experts, and $P_e$ the mean over the tokens of
its probability under the softmax over **all** $E$ scores:

$$\text{loss} = E \sum_{e=1}^{E} f_e\, P_e$$

It is 1 when both are uniform, and close to $E$ when one expert gets everything for certain. ($f_e$ consists of counts and has
no slope; what gradients see are the $P_e$.)

Scores are finite, and may be as large as $10^4$ and more. `weights` have the dtype of `logits`, and `indices` are
integers. (The shares want that dtype too: in PyTorch a whole number by a whole number is float32.) Do not change the input.

Source: Shazeer and others 2017, *Outrageously large neural networks*, section 2.1; Fedus, Zoph and Shazeer 2022, *Switch
transformers*, section 2.2, equations 4 to 6, for the loss with $k = 1$; with $f_e$ divided by $k$ balance means 1 for any $k$.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array


def moe_top_k_gate(logits: Float[Array, "N E"], k: int) -> tuple[Float[Array, "N k"], Int[Array, "N k"], float]:
    """Choose k experts for each token, weigh them, and measure how evenly they are used.

    Parameters
    ----------
    logits : the router's scores, one row for each token and one column for each expert.
    k : how many experts each token visits.

    Returns
    -------
    The weights of the chosen experts, their indices, best first, and the load-balancing loss, a single number.

    Raises
    ------
    ValueError
        If `k` is below 1 or above E. The message names the argument: k.

    Examples
    --------
    >>> logits = np.array([[0.0, 2.0, 1.0, -3.0], [1.5, 1.5, 4.0, 0.0], [-1.0, 5.0, -2.0, 0.5]])
    >>> weights, indices, loss = moe_top_k_gate(logits, 2)
    >>> np.round(weights, 4)
    array([[0.7311, 0.2689],
           [0.9241, 0.0759],
           [0.989 , 0.011 ]])
    >>> indices
    array([[1, 2],
           [2, 0],
           [1, 3]])
    >>> np.round(loss, 4)
    np.float64(1.2906)
    """
    raise NotImplementedError("write moe_top_k_gate here")
