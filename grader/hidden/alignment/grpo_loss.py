"""Hidden tests of alignment/grpo_loss."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.alignment.grpo_loss import grpo_loss

independent = (
    "(lambda r, d, w: (lambda kl: (beta * kl - (w * torch.where(advantages[:, None] > 0, r.clamp(max=1 + eps),"
    " r.clamp(min=1 - eps)) * advantages[:, None]).sum(), kl))((w * (torch.expm1(d) - d)).sum()))((log_probs - old_log_probs)"
    ".exp(), ref_log_probs - log_probs, torch.nn.functional.normalize(mask.to(log_probs.dtype), p=1.0, dim=1) / len(mask))"
)


def sample(rng, size="small"):
    """Four answers of one to six tokens, ratios on both sides of both limits, and advantages of either sign."""
    n, t = (1, 1) if size == "ones" else (4, 6)
    old = rng.uniform(-3.0, -0.5, (n, t))
    mask = np.arange(t) < rng.permutation([1, 3, 4, 6])[:n, None]
    advantages = rng.permuted(np.array([1.3, -0.7, 0.4, -1.6]))[:n] + rng.uniform(-0.2, 0.2, n)
    return old + rng.uniform(-0.8, 0.8, (n, t)), old, old + rng.normal(scale=0.6, size=(n, t)), advantages, mask, 0.25, 0.3


def k3(d):
    return math.exp(d) - d - 1


def test_first_step(yours):
    """While all three models are the same, the loss is minus the mean advantage, and the divergence 0."""
    z = np.log(np.array([[0.5, 0.25, 0.1], [0.2, 0.3, 0.9]]))
    mask = np.array([[True, True, True], [True, True, False]])
    agree(yours(z, z, z, np.array([1.5, -0.25]), mask), (-0.625, 0.0))


def test_divergence(yours):
    """Where the reference likes a token twice as much the divergence is 1 - log 2, and where half as much log 2 - 1/2."""
    z, yes = np.zeros((1, 1)), np.array([[True]])
    for d, want in [(math.log(2), 1 - math.log(2)), (-math.log(2), math.log(2) - 0.5)]:
        agree(yours(z - 1, z - 1, z - 1 + d, np.array([0.0]), yes, 0.2, 0.5), (0.5 * want, want))


def test_divergence_is_that_of_the_policy(yours):
    """Averaged over tokens in the proportions of the policy, the estimate is the KL divergence of policy and reference."""
    policy, reference = np.array([0.5, 0.25, 0.25]), np.array([0.25, 0.25, 0.5])
    tokens = np.array([[0, 0, 1, 2]])
    new, ref = np.log(policy)[tokens], np.log(reference)[tokens]
    want = float((policy * np.log(policy / reference)).sum())
    agree(yours(new, new, ref, np.array([0.0]), tokens >= 0, 0.2, 2.0), (2 * want, want))


def test_clipping(yours):
    """Ratios above 1 + eps pay no more for good answers, and below 1 - eps for bad ones; in the other corners they count."""
    ratios = np.log(np.array([[1.5, 0.5], [1.5, 0.5]]))
    z = np.full((2, 2), -2.0)
    loss, _ = yours(z + ratios, z, z, np.array([1.0, -1.0]), z < 0, 0.25, 0.0)
    agree(loss, -((1.25 + 0.5) / 2 + (-1.5 - 0.75) / 2) / 2)


def test_ratio_and_divergence_have_their_own_models(yours):
    """The ratio compares with the old policy, the divergence with the reference."""
    z, yes, d = np.full((1, 2), -1.0), np.array([[True, True]]), np.array([[0.1, -0.1]])
    agree(yours(z, z, z + d, np.array([2.0]), yes, 0.5, 1.0), (-2 + (k3(0.1) + k3(-0.1)) / 2, (k3(0.1) + k3(-0.1)) / 2))
    agree(yours(z + d, z, z + d, np.array([2.0]), yes, 0.5, 1.0), (-2 * math.cosh(0.1), 0.0), scale=1.0)
    agree(yours(z, z, z + d, np.array([2.0]), yes, 0.5, 0.0), (-2.0, (k3(0.1) + k3(-0.1)) / 2))


def test_each_answer_counts_alike(yours):
    """Tokens are averaged within each answer first: a long answer weighs as much as a short one."""
    z, d = np.full((2, 4), -1.0), np.array([[0.5], [-0.5]])
    mask = np.array([[True, True, True, True], [False, True, False, False]])
    want = (k3(0.5) + k3(-0.5)) / 2
    agree(yours(z, z, z + d, np.array([3.0, -1.0]), mask, 0.2, 1.0), (-1.0 + want, want))


@pytest.mark.parametrize("junk", [7.0, np.nan, np.inf, -np.inf])
def test_padding(yours, rng, junk):
    """Whatever stands in the padding has no influence, be it NaN or infinite."""
    *tables, advantages, mask, eps, beta = sample(rng)
    dirty = [np.where(mask, table, sign * junk) for sign, table in zip((1, -1, -1), tables, strict=True)]
    agree(yours(*dirty, advantages, mask, eps, beta), grpo_loss(*tables, advantages, mask, eps, beta))


def test_defaults(yours):
    """Without arguments eps is 0.2 and beta 0.04."""
    z, yes = np.array([[-1.0]]), np.array([[True]])
    agree(yours(z + 1, z, z, np.array([1.0]), yes)[0], -1.2 + 0.04 * k3(-1.0))


def test_square(yours, rng):
    """With as many answers as tokens, advantages still belong to answers."""
    old = rng.uniform(-2.0, -1.0, (3, 3))
    args = old + rng.normal(scale=0.3, size=(3, 3)), old, old + 0.2, np.array([5.0, -1.0, 0.5]), np.tri(3, dtype=bool)
    agree(yours(*args), grpo_loss(*args))


def loss(new, old, ref, advantages, mask, eps, beta, kl=None, average=None, surrogate=None, leash=None):
    """GRPO's loss with other parts than the reference has."""
    new, old, ref = (np.where(mask, z, 0) for z in (new, old, ref))
    ratio, gain, d = np.exp(new - old), advantages[:, None], ref - new
    tokens = (surrogate or (lambda r, a: np.minimum(r * a, np.clip(r, 1 - eps, 1 + eps) * a)))(ratio, gain)
    k = (kl or (lambda d: np.exp(d) - d - 1))(d)
    average = average or (lambda z: np.mean((z * mask).sum(axis=1) / mask.sum(axis=1).astype(z.dtype)))
    return (leash or beta) * average(k) - average(tokens), average(k)


@mistake("This is k1, the plain difference of log-probabilities, which may be negative. Take k3: exp(d) - d - 1.")
def takes_k1(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    return loss(new, old, ref, advantages, mask, eps, beta, kl=np.negative)


@mistake("This is k2, half of the squared difference, whose mean is not the divergence. Take k3: exp(d) - d - 1.")
def takes_k2(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    return loss(new, old, ref, advantages, mask, eps, beta, kl=lambda d: d * d / 2)


@mistake("The sign of d is turned round. It is the reference's log-probability minus the policy's.")
def turns_d_round(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    return loss(new, old, ref, advantages, mask, eps, beta, kl=lambda d: np.exp(-d) + d - 1)


@mistake("The minus 1 is missing: where policy and reference agree, the divergence must be 0.")
def forgets_the_minus_one(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    return loss(new, old, ref, advantages, mask, eps, beta, kl=lambda d: np.exp(d) - d)


@mistake("The divergence is measured from the old policy. It is measured from the reference.")
def measures_from_the_old_policy(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    value, _ = loss(new, old, ref, advantages, mask, eps, 0.0)
    divergence = loss(new, old, old, advantages, mask, eps, beta)[1]
    return value + beta * divergence, divergence


@mistake("The ratio compares with the reference. It compares with the old policy, from which the answers were drawn.")
def compares_with_the_reference(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    return loss(new, ref, ref, advantages, mask, eps, beta)


@mistake("The divergence is rewarded: its sign is wrong. The loss must grow when the policy moves away from the reference.")
def rewards_the_divergence(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    return loss(new, old, ref, advantages, mask, eps, beta, leash=-beta)


@mistake("The divergence is missing in the loss. Add beta times its average.")
def forgets_the_divergence(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    return loss(new, old, ref, advantages, mask, eps, 0.0)


@mistake("The divergence comes back with beta. Return it plain: it is for watching how far the policy has moved.")
def returns_it_with_beta(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    value, divergence = loss(new, old, ref, advantages, mask, eps, beta)
    return value, beta * divergence


@mistake("The sign of the whole loss is wrong: it would make good answers rarer. Put the minus in front.")
def forgets_the_sign(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    value, divergence = loss(new, old, ref, advantages, mask, eps, beta)
    return -value, divergence


@mistake("Nothing is clipped. Compare with the product of the clipped ratio, and take the smaller one.")
def forgets_to_clip(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    return loss(new, old, ref, advantages, mask, eps, beta, surrogate=np.multiply)


@mistake("Only the clipped product counts. Take the smaller of both, clipped and unclipped.")
def forgets_the_minimum(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    def surrogate(r, a):
        return np.clip(r, 1 - eps, 1 + eps) * a

    return loss(new, old, ref, advantages, mask, eps, beta, surrogate=surrogate)


@mistake("You take the larger of the two products. The smaller one counts.")
def takes_the_maximum(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    def surrogate(r, a):
        return np.maximum(r * a, np.clip(r, 1 - eps, 1 + eps) * a)

    return loss(new, old, ref, advantages, mask, eps, beta, surrogate=surrogate)


@mistake("All tokens of the batch are averaged together, as in DAPO, so long answers weigh more. Average each answer first.")
def averages_all_tokens(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    def average(z):
        return (z * mask).sum() / mask.sum().astype(z.dtype)

    return loss(new, old, ref, advantages, mask, eps, beta, average=average)


@mistake("Each answer is divided by the width of the table. Divide by the number of its own tokens.")
def divides_by_the_width(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    def average(z):
        return (z * mask).sum() / z.size

    return loss(new, old, ref, advantages, mask, eps, beta, average=average)


@mistake("The tokens of an answer are added up and not averaged. Divide by their number.")
def adds_up_the_tokens(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    def average(z):
        return (z * mask).sum() / len(z)

    return loss(new, old, ref, advantages, mask, eps, beta, average=average)


@mistake("The answers are added up. Take the mean over them.")
def adds_up_the_answers(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    value, divergence = loss(new, old, ref, advantages, mask, eps, beta)
    return len(mask) * value, len(mask) * divergence


@mistake("The mask has no effect: padding is averaged as if it were text. Only tokens where mask is True count.")
def ignores_the_mask(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    with np.errstate(all="ignore"):
        return loss(new, old, ref, advantages, np.full_like(mask, True), eps, beta)


@mistake("Padding is multiplied by 0, and 0 times NaN is NaN. Replace what stands there before you compute anything from it.")
def multiplies_by_the_mask(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    with np.errstate(all="ignore"):
        value, divergence = loss(new, old, ref, advantages, mask, eps, beta)
        padding = 0 * np.sum(0 * (new + np.exp(ref - new) + np.exp(new - old)))
        return value + padding, divergence + padding


@mistake("Advantages are laid along the tokens. Each belongs to an answer: give them a second axis.")
def lays_advantages_along_the_tokens(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    if mask.shape[1] not in (1, len(advantages)):
        raise ValueError("operands could not be broadcast together")

    def surrogate(r, a):
        return np.minimum(r * a.T, np.clip(r, 1 - eps, 1 + eps) * a.T)

    return loss(new, old, ref, advantages, mask, eps, beta, surrogate=surrogate)


@mistake("You clear the padding in log_probs itself. Make a new array: the inputs must stay as they are.")
def overwrites_the_padding(new, old, ref, advantages, mask, eps=0.2, beta=0.04):
    result = grpo_loss(new, old, ref, advantages, mask, eps, beta)
    new[~mask] = 0
    return result


@right
def answer_by_answer(log_probs, old_log_probs, ref_log_probs, advantages, mask, eps=0.2, beta=0.04):
    total, divergence = 0.0, 0.0
    for new, old, ref, a, kept in zip(log_probs, old_log_probs, ref_log_probs, advantages, mask, strict=True):
        tokens = [(float(new[t]), float(old[t]), float(ref[t])) for t in np.flatnonzero(kept)]
        for n, o, r in tokens:
            ratio = math.exp(n - o)
            k = math.expm1(r - n) - (r - n)
            gain = min(ratio, 1 + eps) * float(a) if a > 0 else max(ratio, 1 - eps) * float(a)
            total += (gain - beta * k) / len(tokens) / len(mask)
            divergence += k / len(tokens) / len(mask)
    return -total, divergence


@right
def on_the_whole_table(log_probs, old_log_probs, ref_log_probs, advantages, mask, eps=0.2, beta=0.04):
    new, old, ref = (np.where(mask, table, 0) for table in (log_probs, old_log_probs, ref_log_probs))
    a, length = advantages.reshape(-1, 1), mask.sum(axis=1)
    ratio = np.exp(new) / np.exp(old)
    k = np.exp(ref) / np.exp(new) - 1 + new - ref
    gain = np.where(a > 0, np.minimum(ratio, 1 + eps), np.maximum(ratio, 1 - eps)) * a
    means = [np.mean(np.where(mask, table, 0).sum(axis=1) / length) for table in (gain - beta * k, k)]
    return -means[0], means[1]
