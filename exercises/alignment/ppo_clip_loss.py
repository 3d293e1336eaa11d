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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, by whatever name.
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
    raise NotImplementedError("write ppo_clip_loss here")
