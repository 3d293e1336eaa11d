r"""The perceptron algorithm: sweep over the data, learn from every mistake, and stop after a sweep without one.

There are $N$ examples with $D$ features each, and a label $y_i \in \{-1, +1\}$, `target`, for each of them. Start with
$w = 0$ and $b = 0$. In one sweep, an **epoch**, visit the examples in their order. Whenever one is wrong **at this moment**,

$$y_i\,\Bigl(\sum_d w_d\, x_{id} + b\Bigr) \le 0,
\qquad\text{learn from it:}\qquad w \leftarrow w + y_i\, x_i, \quad b \leftarrow b + y_i$$

and go on with the new weights. A score of exactly 0 is wrong, for either label. Count the mistakes of the epoch as they happen,
each visit to a wrong example being one. After an epoch without mistakes stop; this one is counted, too. Stop in any case after
`max_epochs` epochs.

If some line (in more dimensions a hyperplane) separates the two classes, the algorithm finds one after a finite number of
mistakes, however long that may take: this is Novikoff's theorem. If none does, as for XOR, every epoch has a mistake, and
without the limit it would never end.

Return a dict with `"weight"`, of shape $(D,)$ and in the dtype of `x`; `"bias"`, a number; `"mistakes_per_epoch"`, a list of
integers, one for each epoch that was begun; and `"converged"`, which says whether the last epoch had no mistake. Any label but
$-1$ and $+1$ is an error. Do not change the inputs.

Source: Rosenblatt 1958, *The perceptron: a probabilistic model for information storage and organization in the brain*;
Novikoff 1962, *On convergence proofs on perceptrons*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array

ABOUT = About(
    title="Perceptron algorithm",
    difficulty=1,
    points=5,
    needs=("perceptron/perceptron_step",),
    questions=(
        "What is a perceptron? Which types are there?",
        "Why can a single neuron not learn XOR?",
    ),
    hints=(
        "There are two loops, one around the other: epochs outside, examples inside. What is done with one example is the step "
        "that you may have written already, and here it has to say whether it moved anything. Decide which quantities begin "
        "anew in each epoch, and which live on from one to the next.",
        "The weights live on, and they change in the middle of an epoch: the very next example is judged by the new ones. Only "
        "the count of mistakes begins at zero again. When an epoch is over, put its count on the list first and look at it "
        "afterwards, so that the clean epoch at the end is on the list as well.",
        "The limit is easiest as a range for the outer loop, left early after an epoch without mistakes. Whether it converged "
        "can be read off the last number of the list. Check the labels before you begin. If float32 features come back as "
        "float64, look at the labels: a NumPy integer times float32 numbers is float64, a plain Python integer is harmless.",
    ),
    skip={
        "gradients_flow": "The rule follows no gradient: it compares and adds, and a comparison has no slope.",
        "independent": "No library runs this rule with a fixed order, a start at zero and a score of 0 as a mistake.",
    },
)


def perceptron_fit(x: Float[Array, "N D"], target: Int[Array, " N"], max_epochs: int = 100) -> dict[str, Any]:
    """Train a perceptron until it makes no mistake, or for a number of epochs.

    Parameters
    ----------
    x : the examples, one a row, at least one.
    target : their labels, -1 or +1.
    max_epochs : the largest number of epochs, at least 1.

    Returns
    -------
    A dict: "weight", an array of shape (D,), "bias", a number, "mistakes_per_epoch", a list of integers, and "converged", a
    bool.

    Raises
    ------
    ValueError
        If a label is neither -1 nor +1. The message names the argument: target.

    Examples
    --------
    >>> x = np.array([[2.0, 1.0], [1.0, 3.0], [-1.0, 0.5]])
    >>> fitted = perceptron_fit(x, np.array([1, -1, -1]))
    >>> fitted["weight"], fitted["bias"]
    (array([ 4., -3.]), 1.0)
    >>> fitted["mistakes_per_epoch"], fitted["converged"]
    ([2, 2, 1, 0], True)
    >>> perceptron_fit(x[[0, 1, 0]], np.array([1, -1, -1]), max_epochs=3)["converged"]
    False
    """
    if np.any(np.abs(target) != 1):
        raise ValueError(f"target must hold -1 and +1 only, got {target}")
    weight, bias = np.zeros(x.shape[1], x.dtype), 0.0
    history = []
    for _ in range(max_epochs):
        history.append(0)
        for i, label in enumerate(target.tolist()):  # plain integers leave float32 as it is
            if label * ((weight * x[i]).sum() + bias) <= 0:
                weight, bias = weight + label * x[i], bias + label
                history[-1] += 1
        if history[-1] == 0:
            break
    return {"weight": weight, "bias": bias, "mistakes_per_epoch": history, "converged": history[-1] == 0}
