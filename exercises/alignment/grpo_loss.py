r"""GRPO's loss: PPO's clipping for each token, and a leash that ties the policy to a reference model.

There are $N$ answers of up to $T$ tokens. For each token there are three log-probabilities: under the policy that is trained,
under the old policy that the answer was drawn from, and under a frozen reference model. All tokens of answer $n$ share its
advantage $A_n$. With the ratio $r = \exp(\text{log\_probs} - \text{old\_log\_probs})$, a token contributes

$$J = \min\big(r A_n,\; \mathrm{clip}(r,\, 1 - \epsilon,\, 1 + \epsilon)\, A_n\big) - \beta\, k$$

where $k$ estimates from this single token how far the policy has moved away from the reference (the KL divergence). GRPO takes
the estimator that is known as **k3**:

$$k = e^{d} - d - 1, \qquad d = \text{ref\_log\_probs} - \text{log\_probs}$$

It is never negative, and zero where both agree; under tokens drawn from the policy its mean is the divergence. The ratio
compares with the **old** policy, the divergence with the **reference**.

`mask`, $(N, T)$, is True for the tokens of an answer, at least one in each row, and False for padding, which has no part in
anything: **whatever stands there, NaN included, has no influence.** First the tokens of each answer are averaged, then the
answers, and the minus makes a loss of it:

$$L = -\frac1N \sum_{n=1}^{N} \frac{1}{T_n} \sum_{t\,:\;\text{mask}} J_{nt}$$

with $T_n$ the number of tokens of answer $n$. Return the loss and, for watching it, the divergence averaged in the same way,
without $\beta$: two numbers. All arrays but `mask` share one dtype. Do not change the inputs.

Source: Shao and others 2024, *DeepSeekMath*, section 4.1.1, equations 3 and 4; k3: Schulman 2020, *Approximating KL
divergence*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Bool, Float
    from numpy import ndarray as Array


def grpo_loss(
    log_probs: Float[Array, "N T"],
    old_log_probs: Float[Array, "N T"],
    ref_log_probs: Float[Array, "N T"],
    advantages: Float[Array, " N"],
    mask: Bool[Array, "N T"],
    eps: float = 0.2,
    beta: float = 0.04,
) -> tuple[float, float]:
    """Compute GRPO's loss and the divergence from the reference.

    Parameters
    ----------
    log_probs : log-probabilities of the tokens under the policy that is trained.
    old_log_probs : those under the policy that the answers were drawn from.
    ref_log_probs : those under the frozen reference model.
    advantages : one for each answer.
    mask : True for tokens of the answer, False for padding.
    eps : how far a ratio may be from 1 before it is clipped, above 0 and below 1.
    beta : weight of the divergence, 0 or more.

    Returns
    -------
    The loss, and the average divergence.

    Examples
    --------
    >>> log_probs = np.log(np.array([[0.6, 0.2, 0.5], [0.3, 0.9, 0.9]]))
    >>> old_log_probs = np.log(np.array([[0.4, 0.4, 0.4], [0.4, 0.9, 0.9]]))
    >>> ref_log_probs = np.log(np.array([[0.6, 0.4, 0.25], [0.3, 0.9, 0.1]]))
    >>> mask = np.array([[True, True, True], [True, False, False]])
    >>> loss, divergence = grpo_loss(log_probs, old_log_probs, ref_log_probs, np.array([1.0, -2.0]), mask, beta=0.5)
    >>> np.round(loss, 4)
    np.float64(0.3583)
    >>> np.round(divergence, 4)
    np.float64(0.0833)
    """
    raise NotImplementedError("write grpo_loss here")
