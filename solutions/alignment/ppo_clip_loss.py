r"""PPO's clipped loss: a step of policy gradient that cannot gain anything by going too far.

Actions (for a language model: tokens) were drawn from an old policy, and for each of them an advantage $A$ says how much better
it was than expected. The policy that is trained gives the same actions other probabilities; with logarithms

$$r = \exp(\text{log\_probs} - \text{old\_log\_probs}) = \frac{\pi(a)}{\pi_{\text{old}}(a)}$$

is the **ratio**. Weighting advantages with it would reward the policy for moving without end. So the ratio is also taken
clipped, and of the two products the **smaller** counts:

$$L = -\frac1M \sum_{m=1}^{M} \min\big(r_m A_m,\;\; \mathrm{clip}(r_m,\, 1 - \epsilon,\, 1 + \epsilon)\, A_m\big)$$

The sum runs over all $M$ entries, and the minus makes a loss of what is to grow. Return the loss and its **gradient** by
`log_probs`. Where the unclipped product counts, as it does inside of the range, an entry of the gradient is

$$-\frac1M\, r_m A_m$$

(the derivative of an exponential is itself); where only the clipped one counts, it is exactly 0; exactly on a limit of the range
either will do. Thus an action that was good
is no longer pushed once its ratio is above $1 + \epsilon$, and one that was bad no longer once it is below $1 - \epsilon$. In
the other two corners, where the policy has gone astray, the minimum keeps the gradient, however far the ratio is out.

All arrays have one shape, with any number of axes and at least one entry, and one dtype; the loss is one number, and the
gradient a new array of that shape and dtype. Advantages and old log-probabilities are constants. Do not change the inputs.

Source: Schulman and others 2017, *Proximal policy optimization algorithms*, section 3, equation 7.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="PPO's clipped loss and its gradient",
    difficulty=2,
    points=10,
    questions=(
        "What does clipping do in PPO, and why the minimum?",
        "When is the gradient of PPO's loss zero?",
    ),
    hints=(
        "Two products for each entry: one with the ratio, one with the ratio held within its limits. Draw them over the ratio, "
        "once for an advantage of 1 and once for one of minus 1, and mark the lower of the two lines. You see on which side "
        "each of the pictures is flat.",
        "For a negative advantage the order of the products is turned round, so the minimum must be taken of the products and "
        "not of the ratios. The clipped product has no slope outside of the limits, and within them both products are the "
        "same. So the gradient is that of the unclipped product, or nothing.",
        "Keep the mask of the entries in which the unclipped product is not above the clipped one; ties belong to it. The "
        "derivative by a log-probability multiplies by the ratio, because the ratio is an exponential of it. The loss is minus "
        "the mean of the minima, so each entry of the gradient has the minus and the number of entries below the line as well.",
    ),
    forbid=("autograd",),
    skip={
        "large_values": "Ratios are exponentials: log-probabilities times ten thousand leave no finite ratio.",
        "gradients_flow": "It computes gradients itself, and may well do so without autograd.",
    },
)


def ppo_clip_loss(
    log_probs: Float[Array, "*shape"],
    old_log_probs: Float[Array, "*shape"],
    advantages: Float[Array, "*shape"],
    eps: float = 0.2,
) -> tuple[float, Float[Array, "*shape"]]:
    """Compute PPO's clipped loss, and its gradient by the log-probabilities.

    Parameters
    ----------
    log_probs : log-probabilities of the actions under the policy that is trained.
    old_log_probs : those under the policy that the actions were drawn from.
    advantages : how much better each action was than expected.
    eps : how far a ratio may be from 1 before it is clipped, above 0 and below 1.

    Returns
    -------
    The loss, a single number, and its gradient by `log_probs`.

    Raises
    ------
    ValueError
        If `eps` is not above 0 and below 1. The message names the argument: eps.

    Examples
    --------
    >>> log_probs = np.log(np.array([0.75, 0.75, 0.1, 0.1, 0.55]))
    >>> old_log_probs = np.log(np.array([0.5, 0.5, 0.2, 0.2, 0.5]))
    >>> loss, grad = ppo_clip_loss(log_probs, old_log_probs, np.array([2.0, -2.0, 3.0, -3.0, 1.0]))
    >>> np.round(loss, 4)
    np.float64(0.08)
    >>> np.round(grad, 4)
    array([ 0.  ,  0.6 , -0.3 ,  0.  , -0.22])
    """
    if not 0 < eps < 1:
        raise ValueError(f"eps must be above 0 and below 1, got {eps}")
    ratio = np.exp(log_probs - old_log_probs)
    product = ratio * advantages
    clipped = np.clip(ratio, 1 - eps, 1 + eps) * advantages
    loss = -np.minimum(product, clipped).mean()
    return loss, np.where(product <= clipped, -product / product.size, 0)
