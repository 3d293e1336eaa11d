r"""The loss of a capsule network: every class may be in the picture, and each has a margin of its own to keep.

The length of a class's capsule is the probability that the class is there. More than one may be: two digits, drawn over each
other, are both present, and neither has to push the other down as in a softmax. For image $n$ and class $k$, with $\ell_{nk}$
the length in `input` and $T_{nk} = 1$ where `target` is true, 0 where it is false:

$$L = \frac{1}{N} \sum_n \sum_k \Big[ T_{nk}\, \max(0,\; m^+ - \ell_{nk})^2
+ \lambda\, (1 - T_{nk})\, \max(0,\; \ell_{nk} - m^-)^2 \Big]$$

with $m^+$ = `m_pos`, $m^-$ = `m_neg` and $\lambda$ = `lam`. A class that is there is expected to be longer than $m^+$, and one
that is not shorter than $m^-$; inside its margin it costs nothing and has no gradient. The factor $\lambda$ belongs to the
absent classes: there are many more of them, and at the start of training they would shrink all the capsules. The loss is the
**sum** over the classes and the **mean** over the images.

`input` is float64 or float32, with values of at least 0; `target` holds booleans. Return one number; do not change the inputs.

Source: Sabour, Frosst and Hinton 2017, *Dynamic routing between capsules*, section 3, equation 4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Bool, Float
    from numpy import ndarray as Array


def margin_loss(
    input: Float[Array, "N K"],
    target: Bool[Array, "N K"],
    m_pos: float = 0.9,
    m_neg: float = 0.1,
    lam: float = 0.5,
) -> float:
    """Measure how far capsules are from being long where their class is there, and short where it is not.

    Parameters
    ----------
    input : lengths of the class capsules, one image in each row.
    target : whether the class is in the picture; any number of them may be.
    m_pos : a present class costs nothing from this length on.
    m_neg : an absent class costs nothing up to this length.
    lam : weight of the absent classes.

    Returns
    -------
    The loss, a single number.

    Examples
    --------
    >>> lengths = np.array([[0.95, 0.3, 0.05], [0.4, 0.6, 0.0]])
    >>> target = np.array([[True, False, False], [True, True, False]])
    >>> round(float(margin_loss(lengths, target)), 6)
    0.18
    >>> round(float(margin_loss(lengths, target, m_pos=1.0, lam=2.0)), 6)
    0.30125
    """
    raise NotImplementedError("write margin_loss here")
