r"""The random numbers behind dropout: which units are silenced in this pass, and how much louder the others get.

Every entry of the mask is drawn for itself. With probability $p$ its unit is **dropped**, else it is kept and
scaled up:

$$m_i = \begin{cases} 0 & \text{with probability } p \\[2pt] \dfrac{1}{1-p} & \text{with probability } 1-p
\end{cases} \qquad\text{so that}\qquad \mathbb E[m_i] = (1-p)\,\frac{1}{1-p} = 1$$

Because the mean is 1, a layer multiplied by the mask keeps its expected output, and nothing has to be scaled when the
network is used later. That is *inverted* dropout, the form that every library has.

$p$ is the probability to **drop**, as in PyTorch; older papers write $p$ for the probability to keep.
At $p = 0$ all entries are 1. At $p = 1$ all entries are 0, and not NaN: nothing is kept, so nothing is to be divided by
$1-p = 0$.

All entries are independent: to know some of them tells nothing about the others, and the number of dropped entries is
itself random, about $p$ times the size and seldom exactly that. This holds in masks of any size and with any number of
axes: a mask that happens to drop all or nothing stays as it is.

Take all randomness from `rng`, in any way you like: the same state of `rng` gives the same mask, and another state gives
another. Draw from `rng` itself and not from a copy of it, so that the draws move it on and the next call gives another mask.
The values are checked by their statistics, so it does not matter how you draw, nor in which order. In PyTorch `rng` is a
`torch.Generator`: pass it as `generator=rng` to whatever draws, on the device of `rng`. The draws may be float32 there, but
the mask is float64, with all digits of its scale.

Source: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov 2014, *Dropout: a simple way to prevent neural
networks from overfitting*, Journal of Machine Learning Research 15.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Dropout mask",
    difficulty=1,
    points=5,
    questions=("What is dropout?", "Why is what dropout keeps scaled by 1/(1-p)?", "Why does dropout regularize?"),
    hints=(
        "Think of one entry first: a biased coin that says 'drop' with probability p. A number that is uniform between 0 "
        "and 1 is such a coin, once you compare it with a threshold. Which of the two sides of the threshold has the length "
        "p, and what does that side mean: dropped or kept? Try it with p = 0.1: nearly all entries should survive.",
        "A whole array of uniform numbers can be drawn at once, in NumPy by a method of rng, in PyTorch by a function that takes "
        "rng along; one comparison turns it into an array of True and False. Draw the full shape: if you draw a single row and "
        "let it broadcast, all samples of the batch lose the same units. Do not shuffle a list with exactly the right number of "
        "zeros either, since then the entries know of each other.",
        "What is left is the scale. The kept entries must make up for the dropped ones: if only the share 1 - p survives, each "
        "survivor counts as one divided by that share, and the mean is 1 again. Dividing the array of True and False by this "
        "number finishes the ordinary case: NumPy gives float64, PyTorch float32 unless you convert first. With p = 1 that would "
        "be zero divided by zero, so answer that case before you divide; and check p before anything else.",
    ),
    skip={"independent": "Everybody draws other numbers: there is nothing to compare by value."},
    forbid=(
        "torch.nn.functional.dropout",
        "torch.dropout",
        "torch.nn.Dropout",
        "torch.feature_dropout",
        "torch.alpha_dropout",
        "torch.feature_alpha_dropout",
    ),
)


def dropout_mask(shape: tuple[int, ...], p: float, rng: np.random.Generator) -> Float[Array, "*shape"]:
    """Draw a mask of zeros and 1 / (1 - p), every entry for itself.

    Parameters
    ----------
    shape : length of each axis of the mask, for instance (batch, units); there is at least one.
    p : probability that an entry is dropped, from 0 to 1, both included.
    rng : where all randomness comes from.

    Returns
    -------
    The mask, a float64 array of the given shape: 0 where a unit is dropped, 1 / (1 - p) where it is kept. It is only read
    later, so it need not be writable.

    Raises
    ------
    ValueError
        If `p` is below 0 or above 1. The message names p.

    Examples
    --------
    >>> rng = np.random.default_rng(7)
    >>> mask = dropout_mask((60, 80), 0.2, rng)
    >>> np.unique(mask)
    array([0.  , 1.25])
    >>> round(float((mask == 0).mean()), 1)
    0.2
    >>> dropout_mask((2, 3), 0.0, rng)
    array([[1., 1., 1.],
           [1., 1., 1.]])
    """
    if not 0 <= p <= 1:
        raise ValueError(f"p must lie between 0 and 1, got {p}")
    # equivalent: >= => >, because only one number in 2**53 is exactly p.
    kept = rng.random(shape) >= p  # uniform on [0, 1): below p with probability p
    return kept / (1 - p) if p < 1 else np.zeros(shape)
