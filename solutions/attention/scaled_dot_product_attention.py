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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Bool, Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Scaled dot-product attention",
    difficulty=2,
    points=10,
    needs=("activations/softmax",),
    questions=(
        "What is attention?",
        "Why are the scores of attention divided by the square root of the length of the keys?",
        "What does a padding mask do, and what does a row without any key give?",
        "Why is the transformer better than a recurrent network?",
    ),
    hints=(
        "Start without a mask and with two axes only. You need a table with one row for each query and one column for each key, "
        "then a softmax of each row, then one more matrix product. Write the shapes of all three tables next to the lines. "
        "Then make sure that only the last two axes take part, however many there are before them.",
        "A masked key must behave as if it did not exist, so it has to lose its score before the softmax and not its weight "
        "after it. Which score has an exponential of exactly zero? Take the largest score of a row only after that, or a huge "
        "score that nobody may look at pushes all the others down to nothing.",
        "What remains is the row in which all scores are gone. Its maximum is minus infinity, and minus infinity less itself is "
        "NaN: subtract a finite number there instead. Then all its exponentials are zero, and so is their sum. In every other "
        "row the sum is at least 1, as the largest exponential is 1: so what could you safely divide by?",
    ),
    forbid=(
        "torch.nn.functional.scaled_dot_product_attention",
        "torch.nn.functional.multi_head_attention_forward",
        "torch.nn.MultiheadAttention",
    ),
)


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
    # equivalent: != => >, because every other dtype is greater than bool, as bool can be cast to it
    if attn_mask is not None and attn_mask.dtype != bool:
        raise ValueError(f"attn_mask must be Boolean, got {attn_mask.dtype}")
    scores = query @ key.mT / math.sqrt(query.shape[-1])
    if attn_mask is not None:
        scores = np.where(attn_mask, scores, -np.inf)
    lowest = np.finfo(scores.dtype).min  # not minus infinity, since that less itself would be NaN
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True, initial=lowest))
    weights = weights / np.maximum(weights.sum(axis=-1, keepdims=True), 1)  # at least 1 already, but for an empty row
    return weights @ value, weights


def show(function):
    """Who looks at whom in a sentence whose words are made so that pronouns look for nouns; yours above the reference."""
    import matplotlib.pyplot as plt

    words = "the cat saw a dog and it ran to him".split()
    kind = {"cat": 0, "dog": 0, "it": 1, "him": 1, "saw": 2, "ran": 2}
    traits = np.eye(4)[[kind.get(word, 3) for word in words]]
    place = np.arange(len(words))
    asked = np.array([[0.0, 0.0, 2.0, 0.0], [4.0, 0.0, 0.0, 0.0], [3.0, 1.0, 0.0, 0.0], [0.0, 0.0, 0.0, 1.0]])
    query = np.concatenate([2 * traits @ asked, np.ones((len(words), 1))], axis=1)
    key = np.concatenate([traits, 0.3 * place[:, None]], axis=1)
    causal = place[:, None] >= place
    figure, axes = plt.subplots(2, 2, figsize=(9, 9), layout="constrained")
    for line, name, compute in zip(axes, ("yours", "reference"), (function, scaled_dot_product_attention)):
        for ax, title, mask in zip(line, ("without a mask", "with a causal mask"), (None, causal)):
            ax.imshow(compute(query, key, traits, mask)[1], cmap="Blues", vmin=0, vmax=1)
            ax.set(title=title, xticks=place, yticks=place, yticklabels=words, xlabel="key")
            ax.set_xticklabels(words, rotation=60)
        line[0].set_ylabel(f"{name}: query", fontsize="large")
    return figure
