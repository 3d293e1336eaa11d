r"""Linear attention: without the softmax, causal attention is a recurrent network with a matrix for a state.

Softmax ties each query to each key: no weight can be computed before all scores of its row are there. Replace the exponential of
the dot product by a dot product of features, $\phi(q) \cdot \phi(k)$, which are positive, so that weights are, too:

$$\phi(x) = \begin{cases} x + 1 & x > 0 \\ e^{x} & x \le 0 \end{cases} \qquad\qquad
o_i = \frac{\sum_{j \le i} \big(\phi(q_i) \cdot \phi(k_j)\big)\, v_j}{\sum_{j \le i} \phi(q_i) \cdot \phi(k_j)}$$

with $\phi$ taken of each element, of queries and keys, and nothing divided by $\sqrt E$. Now $\phi(q_i)$ can be taken out of both
sums, and what is left in them does not depend on the query. It grows by one term from position to position:

$$S_i = S_{i-1} + \phi(k_i)\, v_i^{\mathsf T}, \qquad z_i = z_{i-1} + \phi(k_i), \qquad
o_i = \frac{S_i^{\mathsf T} \phi(q_i)}{z_i \cdot \phi(q_i)}$$

from $S_{-1} = 0$ and $z_{-1} = 0$. The state has the size $E \times E_v$, however long the text is: the cost is linear in its
length, and there is no cache that grows. The price is sharpness, as such weights cannot pick a single key out of thousands.

`query` and `key` are $(\dots, L, E)$ and `value` is $(\dots, L, E_v)$, with the same leading axes, as many as there are. Position
$i$ sees itself and what came before it. Return the output, $(\dots, L, E_v)$.

**Memory** may grow as the arrays do, and no faster: a state for each position is fine, a table of $L$ times $L$ is not.

Features may be tiny: that of -40 is $e^{-40}$ and not 0, and a query all of whose features are tiny has a mean to give like any
other. All arrays share a dtype, which the result has too. Return a new array and do not change the inputs. $L$ is at least 1.

Source: Katharopoulos, Vyas, Pappas and Fleuret 2020, *Transformers are RNNs: fast autoregressive transformers with linear
attention*, sections 3.2 to 3.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.scaled_dot_product_attention, by whatever name.
def linear_attention(
    query: Float[Array, "*batch L E"],
    key: Float[Array, "*batch L E"],
    value: Float[Array, "*batch L Ev"],
) -> Float[Array, "*batch L Ev"]:
    """Average the values so far, with weights that are products of positive features, by carrying a state.

    Parameters
    ----------
    query : what is looked for, one row for each position.
    key : what there is to be found, one row for each position.
    value : what is handed over, one row for each position.

    Returns
    -------
    The output, a row for each position.

    Examples
    --------
    >>> query, key = np.array([[1.0, -2.0], [0.5, 1.0], [-1.0, 3.0]]), np.array([[0.0, 2.0], [-1.0, 1.0], [3.0, -0.5]])
    >>> linear_attention(query, key, np.array([[8.0], [2.0], [-4.0]]))
    array([[8.        ],
           [5.73387614],
           [4.08277267]])
    """
    raise NotImplementedError("write linear_attention here")
