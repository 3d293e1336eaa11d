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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Linear attention",
    difficulty=3,
    points=15,
    needs=("attention/causal_attention",),
    questions=(
        "What is linear attention, and why is it a recurrent network?",
        "What do time and memory of attention depend on?",
    ),
    hints=(
        "Write it as a loop over the positions first. Two things are carried along: a matrix, to which each position adds the "
        "product of its key's features with its value, and a vector, to which it adds the features of its key. Update both "
        "before you answer the query of the position, since it sees itself, too.",
        "The answer to a query is a quotient of two products: of its features with the matrix, and of its features with the "
        "vector. One may put a 1 behind each value: then the vector is simply the last column of the matrix, and numerator and "
        "denominator come out of the same product. That saves half of the code, and none of the thinking.",
        "Instead of the loop you can make the products of all positions at once, with one axis for the position, one for the "
        "features and one for the values, and take running sums along the first of them. Compute the features of negative "
        "numbers as an exponential and not as one less than it plus one, which is zero for tiny ones; and keep large "
        "ones out of that exponential.",
    ),
    forbid=("torch.nn.functional.scaled_dot_product_attention",),
    memory="O(N)",
    skip={"large_values": "Far below zero all features vanish, and a mean with weights that are all zero means nothing."},
)


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
    q, k = (np.maximum(x, 0) + np.exp(np.minimum(x, 0)) for x in (query, key))  # x + 1 above zero, an exponential below
    counted = np.concatenate([value, np.ones_like(value[..., :1])], axis=-1)  # a 1 behind each value adds up the weights
    states = np.cumsum(k[..., None] * counted[..., None, :], axis=-3)
    sums = np.einsum("...le,...lev->...lv", q, states)
    return sums[..., :-1] / sums[..., -1:]
