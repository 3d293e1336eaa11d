r"""Direct preference optimization: learn from pairs of answers which one people prefer, without a reward model and without
sampling.

Each example has a prompt and two answers, one chosen and one rejected. For both there is the log-probability of the **whole**
answer under two models: the policy $\pi$, which is trained, and the reference $\pi_{\text{ref}}$, the frozen model that
training started from. How much more the policy likes an answer $y$ than the reference does is taken for a reward:

$$r(y) = \beta\,\big(\log \pi(y) - \log \pi_{\text{ref}}(y)\big)$$

By the model of Bradley and Terry the chosen answer wins with the probability $\sigma(r_{\text{chosen}} - r_{\text{rejected}})$,
and the loss is the mean over the $N$ examples of the negative logarithm of that:

$$L = -\frac1N \sum_{n=1}^{N} \log \sigma\big(r^{(n)}_{\text{chosen}} - r^{(n)}_{\text{rejected}}\big)$$

At the start policy and reference are the same, all rewards are 0, and the loss is $\log 2$. $\beta$ is above 0; the larger it
is, the closer the policy stays to the reference.

Log-probabilities of whole answers are large negative numbers, and the margin of rewards may be a million of either sign: the
loss is then as large as the margin, or tiny, and never infinite or NaN. A margin of 50 costs $e^{-50}$, and not 0.

All arrays have the shape $(N,)$, $N \ge 1$, and share one dtype. Return the loss, one number, and the rewards of the chosen and
of the rejected answers, two new arrays of that shape and dtype. Do not change the inputs.

Source: Rafailov and others 2023, *Direct preference optimization: Your language model is secretly a reward model*, section 4,
equation 7; the arguments are those of the authors' code and of TRL.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="DPO loss",
    difficulty=2,
    points=10,
    needs=("activations/log_sigmoid",),
    questions=(
        "What is DPO, and what does it do without, compared with RLHF?",
        "What is the reference model in DPO for, and what does beta do?",
    ),
    hints=(
        "There are four log-probabilities for each example, and they are used in pairs. A reward compares two models on the same "
        "answer, and a margin compares the two answers. Write both rewards first, then their difference, and check with a policy "
        "that equals the reference: everything is zero, and one half is the chance of winning.",
        "Logarithms are subtracted, which is what divides probabilities. Never take the exponential of a log-probability of a "
        "whole answer: that number is zero in every floating-point type. The mean comes last, over examples, after each of "
        "them has gone through the logarithm of the sigmoid.",
        "The negative logarithm of a sigmoid is a softplus of the negated number. Written as the logarithm of one plus an "
        "exponential it overflows for large negative margins and rounds to zero for large positive ones. Take the function for "
        "adding in log space, or split off the larger part and use the logarithm of one plus a small number.",
    ),
)


def dpo_loss(
    policy_chosen_logps: Float[Array, " N"],
    policy_rejected_logps: Float[Array, " N"],
    reference_chosen_logps: Float[Array, " N"],
    reference_rejected_logps: Float[Array, " N"],
    beta: float = 0.1,
) -> tuple[float, Float[Array, " N"], Float[Array, " N"]]:
    """Compute the DPO loss of pairs of answers, and their implicit rewards.

    Parameters
    ----------
    policy_chosen_logps : log-probabilities of the chosen answers under the model that is trained.
    policy_rejected_logps : those of the rejected answers.
    reference_chosen_logps : log-probabilities of the chosen answers under the frozen model.
    reference_rejected_logps : those of the rejected answers.
    beta : how much a reward counts, above 0.

    Returns
    -------
    The mean loss, the rewards of the chosen answers, and those of the rejected ones.

    Examples
    --------
    >>> chosen, rejected = np.array([-30.0, -52.0]), np.array([-41.0, -50.0])
    >>> reference_chosen, reference_rejected = np.array([-34.0, -51.0]), np.array([-40.0, -53.0])
    >>> loss, chosen_rewards, rejected_rewards = dpo_loss(chosen, rejected, reference_chosen, reference_rejected, 0.5)
    >>> np.round(loss, 4)
    np.float64(1.1029)
    >>> chosen_rewards
    array([ 2. , -0.5])
    >>> rejected_rewards
    array([-0.5,  1.5])
    """
    chosen = beta * (policy_chosen_logps - reference_chosen_logps)
    rejected = beta * (policy_rejected_logps - reference_rejected_logps)
    return np.mean(np.logaddexp(0, rejected - chosen)), chosen, rejected
