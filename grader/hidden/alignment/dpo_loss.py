"""Hidden tests of alignment/dpo_loss."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.alignment.dpo_loss import dpo_loss

independent = (
    "(lambda a, b: (F.binary_cross_entropy_with_logits(a - b, torch.ones_like(a)), a, b))"
    "(beta * (policy_chosen_logps - reference_chosen_logps), beta * (policy_rejected_logps - reference_rejected_logps))"
)


def sample(rng, size="small"):
    """Five pairs of answers with log-probabilities of some tens; the policy has moved away from the reference."""
    n = 1 if size == "ones" else 5
    reference = rng.uniform(-60.0, -20.0, (2, n))
    return *(reference + rng.normal(scale=4.0, size=(2, n))), *reference, 0.3


def test_start(yours, rng):
    """While policy and reference are the same, every reward is 0 and the loss is the logarithm of 2."""
    _, _, chosen, rejected, beta = sample(rng)
    agree(yours(chosen, rejected, chosen, rejected, beta), (math.log(2), np.zeros(5), np.zeros(5)))


def test_by_hand(yours):
    """A margin of log 3 wins with the probability 3/4, one of minus log 3 with 1/4."""
    rewards = np.array([math.log(3), 0.0]), np.array([0.0, math.log(3)])
    reference = np.array([-10.0, -20.0]), np.array([-30.0, -15.0])
    args = reference[0] + rewards[0] / 0.25, reference[1] + rewards[1] / 0.25, *reference
    agree(yours(*args, 0.25), (-(math.log(0.75) + math.log(0.25)) / 2, *rewards))


def test_default_beta(yours):
    """Without an argument beta is 0.1."""
    args = (np.array([-3.0]), np.array([-9.0]), np.array([-5.0]), np.array([-6.0]))
    agree(yours(*args), (math.log(1 + math.exp(-0.5)), np.array([0.2]), np.array([-0.3])))


def test_only_differences_to_the_reference_count(yours, rng):
    """A constant added to an answer under both models changes nothing: long answers are not punished for their length."""
    *args, beta = sample(rng)
    shift, other = rng.uniform(-50.0, 0.0, (2, 5))
    moved = args[0] + shift, args[1] + other, args[2] + shift, args[3] + other
    agree(yours(*moved, beta), dpo_loss(*args, beta))


def test_large_margins(yours):
    """A margin of minus a million costs a million, one of plus a million nothing, and neither is infinite or NaN."""
    far, zero = np.array([-1e6]), np.zeros(1)
    agree(yours(far, zero, zero, zero, 1.0)[0], 1e6)
    agree(yours(zero, far, zero, zero, 1.0)[0], 0.0)


@pytest.mark.parametrize("margin", [20.0, 50.0])
def test_small_losses(yours, margin):
    """A margin that is as good as won still costs its exponential, and not 0."""
    zero = np.zeros(1)
    agree(yours(zero, np.array([-margin]), zero, zero, 1.0)[0] / math.exp(-margin), 1.0 - 0.5 * math.exp(-margin))


def test_mean_over_examples(yours, rng):
    """The loss is the mean over the examples of their own losses."""
    *args, beta = sample(rng)
    alone = [dpo_loss(*(part[i : i + 1] for part in args), beta)[0] for i in range(5)]
    agree(yours(*args, beta)[0], np.mean(alone))


def test_slope(yours, rng):
    """Where the wrong answer is preferred, the loss falls with a slope of nearly beta: that is what an example teaches."""
    one, far = np.array([0.0]), np.array([-400.0])
    for beta in (0.1, 0.5):
        slope = (yours(far + 1, one, one, one, beta)[0] - yours(far - 1, one, one, one, beta)[0]) / 2
        agree(slope, -beta * (1 - math.exp(-400 * beta) / (2 * beta) * 2 * math.sinh(beta)))


def losses(margin):
    return np.logaddexp(0, -margin)


@mistake("The reference is missing. A reward is the policy's log-probability minus that of the reference.")
def forgets_the_reference(pc, pr, rc, rr, beta=0.1):
    return dpo_loss(pc, pr, 0 * rc, 0 * rr, beta)


@mistake("beta has no effect. A reward is beta times the difference of log-probabilities.")
def forgets_beta(pc, pr, rc, rr, beta=0.1):
    return dpo_loss(pc, pr, rc, rr, 1.0)


@mistake("The differences are divided by beta. Multiply by it.")
def divides_by_beta(pc, pr, rc, rr, beta=0.1):
    return dpo_loss(pc, pr, rc, rr, 1 / beta)


@mistake("beta stands outside of the logarithm. It belongs inside, to the rewards, before the sigmoid.")
def multiplies_the_loss_by_beta(pc, pr, rc, rr, beta=0.1):
    _, chosen, rejected = dpo_loss(pc, pr, rc, rr, beta)
    return beta * dpo_loss(pc, pr, rc, rr, 1.0)[0], chosen, rejected


@mistake("The rewards come back without beta. They are beta times the differences of log-probabilities.")
def returns_rewards_without_beta(pc, pr, rc, rr, beta=0.1):
    return dpo_loss(pc, pr, rc, rr, beta)[0], *dpo_loss(pc, pr, rc, rr, 1.0)[1:]


@mistake(
    "The answers have changed places: the loss falls when the rejected one gets more probable. Subtract the rejected reward."
)
def prefers_the_rejected(pc, pr, rc, rr, beta=0.1):
    _, chosen, rejected = dpo_loss(pc, pr, rc, rr, beta)
    return losses(rejected - chosen).mean(), chosen, rejected


@mistake("The models have changed places. A reward is the policy's log-probability minus the reference's.")
def subtracts_the_policy(pc, pr, rc, rr, beta=0.1):
    return dpo_loss(rc, rr, pc, pr, beta)


@mistake("The sign is missing: the logarithm of a probability is negative, and a loss its opposite.")
def forgets_the_sign(pc, pr, rc, rr, beta=0.1):
    loss, chosen, rejected = dpo_loss(pc, pr, rc, rr, beta)
    return -loss, chosen, rejected


@mistake("The losses are added up. Take their mean over the examples.")
def adds_the_losses_up(pc, pr, rc, rr, beta=0.1):
    _, chosen, rejected = dpo_loss(pc, pr, rc, rr, beta)
    return losses(chosen - rejected).sum(), chosen, rejected


@mistake("You average the margins first. The mean belongs outside: each example has a loss of its own.")
def averages_the_margins(pc, pr, rc, rr, beta=0.1):
    _, chosen, rejected = dpo_loss(pc, pr, rc, rr, beta)
    return losses((chosen - rejected).mean()), chosen, rejected


@mistake(
    "The logarithm is missing: this is the probability that the rejected answer wins. Take minus its logarithm for the chosen "
    "one."
)
def forgets_the_logarithm(pc, pr, rc, rr, beta=0.1):
    _, chosen, rejected = dpo_loss(pc, pr, rc, rr, beta)
    return np.mean((1 - np.tanh((chosen - rejected) / 2)) / 2), chosen, rejected


@mistake("This is a hinge loss. DPO takes minus the logarithm of the sigmoid of the margin.")
def takes_a_hinge(pc, pr, rc, rr, beta=0.1):
    _, chosen, rejected = dpo_loss(pc, pr, rc, rr, beta)
    return np.mean(np.maximum(0, 1 - (chosen - rejected))), chosen, rejected


@mistake("This is the squared loss of IPO. DPO takes minus the logarithm of the sigmoid of the margin.")
def takes_the_squared_loss(pc, pr, rc, rr, beta=0.1):
    _, chosen, rejected = dpo_loss(pc, pr, rc, rr, beta)
    return np.mean(((chosen - rejected) / beta - 1 / (2 * beta)) ** 2), chosen, rejected


@mistake("You take the logarithm of the sigmoid in two steps, which gives infinity or 0 for large margins. Do it in one step.")
def takes_two_steps(pc, pr, rc, rr, beta=0.1):
    _, chosen, rejected = dpo_loss(pc, pr, rc, rr, beta)
    with np.errstate(all="ignore"):
        return np.mean(-np.log(1 / (1 + np.exp(rejected - chosen)))), chosen, rejected


@mistake("The rewards come back as means. Return one for each answer.")
def averages_the_rewards(pc, pr, rc, rr, beta=0.1):
    loss, chosen, rejected = dpo_loss(pc, pr, rc, rr, beta)
    return loss, chosen.mean(), rejected.mean()


@mistake("Float32 log-probabilities come back as float64. Do not convert them.")
def returns_float64(pc, pr, rc, rr, beta=0.1):
    return dpo_loss(*(part.astype(np.float64) for part in (pc, pr, rc, rr)), beta)


@right
def example_by_example(pc, pr, rc, rr, beta=0.1):
    total, chosen, rejected = 0.0, np.empty_like(pc), np.empty_like(pr)
    for i in range(len(chosen)):
        chosen[i] = (pc[i] - rc[i]) * beta
        rejected[i] = (pr[i] - rr[i]) * beta
        margin = float(chosen[i]) - float(rejected[i])
        total += max(-margin, 0.0) + math.log1p(math.exp(-abs(margin)))
    return total / len(chosen), chosen, rejected


@right
def by_ratios_of_answers(pc, pr, rc, rr, beta=0.1):
    policy = pc - pr
    reference = rc - rr
    margin = beta * (policy - reference)
    loss = np.maximum(-margin, 0) + np.log1p(np.exp(-np.abs(margin)))
    chosen, rejected = pc - rc, pr - rr
    return loss.sum() / len(loss), beta * chosen, beta * rejected
