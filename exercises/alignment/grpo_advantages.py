r"""Group-relative advantages: how good was an answer, compared with other answers to the same question?

Policy gradient needs to know how much better an answer was than expected. PPO trains a second network, as large as the first,
to tell what was to be expected. GRPO asks the policy itself: it draws $G$ answers to each of $P$ prompts, and compares them
with each other. Row $p$ of `rewards`, $(P, G)$, holds the rewards of the answers to prompt $p$, and the advantage of answer $g$
is

$$A_{pg} = \frac{R_{pg} - \mu_p}{s_p + \varepsilon}$$

* $\mu_p$ is the mean of the row, the answer itself included.
* $s_p$ is the standard deviation of a **sample**: the squares are summed and divided by $G - 1$, before the root. (The paper
  leaves it open; this is what TRL does.)
* $\varepsilon$ is added to the standard deviation, **outside** the root.
* With `scale_rewards=False` nothing is divided: $A_{pg} = R_{pg} - \mu_p$. A group in which nearly all answers are right or
  nearly all are wrong has a small $s_p$, and dividing by it makes such prompts count more than others.

If all answers to a prompt get the same reward, its advantages are 0: nothing can be learnt from it. All tokens of an answer
share its advantage. A group has at least two answers. Return a new array of the shape and dtype of `rewards`; do not change it.

Source: Shao and others 2024, *DeepSeekMath: Pushing the limits of mathematical reasoning in open language models*, section
4.1.2; without division: Liu and others 2025, *Understanding R1-Zero-like training: A critical perspective*, section 3.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def grpo_advantages(rewards: Float[Array, "P G"], eps: float = 1e-4, scale_rewards: bool = True) -> Float[Array, "P G"]:
    """Compare each answer's reward with those of the other answers to the same prompt.

    Parameters
    ----------
    rewards : one row for each prompt, with the rewards of the answers that were drawn for it.
    eps : is added to the standard deviations, above 0.
    scale_rewards : whether to divide by the standard deviation at all.

    Returns
    -------
    The advantages, in the shape and dtype of `rewards`.

    Raises
    ------
    ValueError
        If a group has fewer than two answers. The message names the argument: rewards.

    Examples
    --------
    >>> rewards = np.array([[1.0, 0.0, 0.0, 0.0], [2.0, 6.0, 4.0, 4.0]])
    >>> np.round(grpo_advantages(rewards), 4)
    array([[ 1.4997, -0.4999, -0.4999, -0.4999],
           [-1.2247,  1.2247,  0.    ,  0.    ]])
    >>> grpo_advantages(rewards, scale_rewards=False)
    array([[ 0.75, -0.25, -0.25, -0.25],
           [-2.  ,  2.  ,  0.  ,  0.  ]])
    """
    raise NotImplementedError("write grpo_advantages here")
