"""Hidden tests of alignment/ppo_clip_loss."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.alignment.ppo_clip_loss import ppo_clip_loss

independent = (
    "(lambda loss: (loss(log_probs), torch.func.grad(loss)(log_probs)))(lambda z: torch.mean("
    "torch.relu(-advantages) * (z - old_log_probs).exp().clamp(min=1 - eps)"
    " - torch.relu(advantages) * (z - old_log_probs).exp().clamp(max=1 + eps)))"
)


def sample(rng, size="small"):
    """Ratios on both sides of both limits, with advantages of either sign."""
    shape = (1, 1) if size == "ones" else (3, 8)
    old = rng.uniform(-3.0, -0.5, shape)
    return old + rng.uniform(-0.8, 0.8, shape), old, rng.normal(size=shape) + 0.2, 0.3


def at(ratios, advantages):
    """Arguments with these ratios."""
    old = np.linspace(-2.0, -1.0, len(ratios))
    return old + np.log(np.array(ratios)), old, np.array(advantages)


def test_four_corners(yours):
    """Too high and good, too low and bad: clipped, no gradient. Too high and bad, too low and good: nothing is clipped."""
    for ratio, advantage, loss, slope in [
        (1.5, 2.0, -2.5, 0.0),
        (0.5, -2.0, 1.5, 0.0),
        (1.5, -2.0, 3.0, 3.0),
        (0.5, 2.0, -1.0, -1.0),
    ]:
        agree(yours(*at([ratio], [advantage]), 0.25), (loss, np.array([slope])))


def test_a_thousand_times_too_likely(yours):
    """A bad action that has become a thousand times more likely keeps its whole gradient."""
    agree(yours(*at([1024.0], [-2.0]), 0.25), (2048.0, np.array([2048.0])))


def test_within_the_limits(yours):
    """Within the limits the loss is minus the mean of ratio times advantage, and so is the gradient, entry by entry."""
    agree(yours(*at([0.9, 1.1, 1.0], [3.0, -2.0, 1.5]), 0.2), (-(2.7 - 2.2 + 1.5) / 3, np.array([-0.9, 2.2 / 3, -0.5])))


def test_first_step(yours, rng):
    """Right after sampling all ratios are 1: the loss is minus the mean advantage, and the gradient minus the advantages."""
    _, old, advantages, eps = sample(rng)
    agree(yours(old, old, advantages, eps), (-advantages.mean(), -advantages / 24))


def test_default_eps(yours):
    """Without an argument ratios are clipped at 0.8 and 1.2."""
    agree(
        yours(*at([1.19, 1.21, 0.81, 0.79], [1.0, 1.0, -1.0, -1.0])),
        (-(1.19 + 1.2 - 0.81 - 0.8) / 4, np.array([-1.19, 0, 0.81, 0]) / 4),
    )


def test_limits_are_not_logarithms(yours):
    """The ratio is clipped, and not its logarithm: with eps = 0.5 the limits are 0.5 and 1.5, not exp(-0.5) and exp(0.5)."""
    agree(yours(*at([1.6, 0.55], [1.0, -1.0]), 0.5), (-(1.5 - 0.55) / 2, np.array([0.0, 0.55]) / 2))


def test_is_the_derivative(yours, rng):
    """The gradient is the slope of the loss, measured by moving one log-probability at a time."""
    log_probs, old, advantages, eps = sample(rng)
    _, grad = yours(log_probs, old, advantages, eps)
    measured = np.zeros((3, 8))
    for place in np.ndindex(3, 8):
        step = np.zeros((3, 8))
        step[place] = 1e-6
        moved = [ppo_clip_loss(log_probs + sign * step, old, advantages, eps)[0] for sign in (1, -1)]
        measured[place] = (moved[0] - moved[1]) / 2e-6
    agree(np.abs(grad - measured) < 1e-7, np.full((3, 8), True))


def test_no_advantage(yours):
    """Where the advantage is 0 nothing is learnt, wherever the ratio is; the other entries do not notice."""
    agree(yours(*at([5.0, 1.0, 0.1], [0.0, 3.0, 0.0])), (-1.0, np.array([0.0, -1.0, 0.0])))


def test_far_out(yours):
    """However far the policy has gone astray, a bad action that became likely keeps its full gradient."""
    agree(yours(*at([100.0], [-1.0])), (100.0, np.array([100.0])))
    agree(yours(*at([100.0], [1.0])), (-1.2, np.array([0.0])))


@pytest.mark.parametrize("shape", [(4,), (2, 3, 2)], ids=["one_axis", "three_axes"])
def test_any_shape(yours, rng, shape):
    """Any shape works; the mean is over all entries."""
    old = rng.uniform(-2.0, -1.0, shape)
    args = old + rng.normal(scale=0.4, size=shape), old, rng.normal(size=shape)
    agree(yours(*args), ppo_clip_loss(*args))


@pytest.mark.parametrize("eps", [0.0, -0.2, 1.0])
def test_bad_eps(yours, rng, eps):
    """An eps that is not above 0 and below 1 raises a ValueError that names it."""
    with pytest.raises(ValueError, match="eps"):
        yours(*sample(rng)[:3], eps)


def parts(log_probs, old_log_probs, advantages, eps):
    """The ratio, and both products."""
    ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    ratio = np.exp(log_probs - old_log_probs)
    return ratio, ratio * advantages, np.clip(ratio, 1 - eps, 1 + eps) * advantages


@mistake("The minus is missing: what you return is to grow. A loss is minimized, so turn its sign, and that of the gradient.")
def forgets_the_sign(log_probs, old_log_probs, advantages, eps=0.2):
    loss, grad = ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    return -loss, -grad


@mistake("You take the larger product. The smaller one counts, so that nothing is gained by going too far.")
def takes_the_maximum(log_probs, old_log_probs, advantages, eps=0.2):
    _, product, clipped = parts(log_probs, old_log_probs, advantages, eps)
    return -np.maximum(product, clipped).mean(), np.where(product >= clipped, -product / product.size, 0)


@mistake("Only the clipped product counts. Take the smaller of both: where the policy went astray, it must find the way back.")
def forgets_the_minimum(log_probs, old_log_probs, advantages, eps=0.2):
    ratio, product, clipped = parts(log_probs, old_log_probs, advantages, eps)
    return -clipped.mean(), np.where(np.abs(ratio - 1) <= eps, -product / product.size, 0)


@mistake("Nothing is clipped. Compare with the product of the clipped ratio, and take the smaller one.")
def forgets_to_clip(log_probs, old_log_probs, advantages, eps=0.2):
    _, product, _ = parts(log_probs, old_log_probs, advantages, eps)
    return -product.mean(), -product / product.size


@mistake("The gradient is 0 wherever the ratio is outside of its limits. In two of the four corners the minimum keeps it.")
def stops_every_gradient_outside(log_probs, old_log_probs, advantages, eps=0.2):
    ratio, _, _ = parts(log_probs, old_log_probs, advantages, eps)
    loss, grad = ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    return loss, np.where(np.abs(ratio - 1) <= eps, grad, 0)


@mistake("The gradient goes on where the ratio is clipped. There it is exactly 0.")
def never_stops_the_gradient(log_probs, old_log_probs, advantages, eps=0.2):
    _, product, _ = parts(log_probs, old_log_probs, advantages, eps)
    return ppo_clip_loss(log_probs, old_log_probs, advantages, eps)[0], -product / product.size


@mistake("Where both products are equal, within the limits, you give no gradient. Ties belong to the unclipped product.")
def loses_the_gradient_at_ties(log_probs, old_log_probs, advantages, eps=0.2):
    _, product, clipped = parts(log_probs, old_log_probs, advantages, eps)
    loss, _ = ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    return loss, np.where(product < clipped, -product / product.size, 0)


@mistake("The gradient is that by the ratio. By the log-probability it is once more multiplied by the ratio.")
def differentiates_by_the_ratio(log_probs, old_log_probs, advantages, eps=0.2):
    ratio, _, _ = parts(log_probs, old_log_probs, advantages, eps)
    loss, grad = ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    return loss, grad / ratio


@mistake("The gradient is not divided by the number of entries, but the loss is a mean.")
def forgets_the_mean_in_the_gradient(log_probs, old_log_probs, advantages, eps=0.2):
    loss, grad = ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    return loss, grad * grad.size


@mistake("Loss and gradient are sums. Divide by the number of all entries.")
def adds_up(log_probs, old_log_probs, advantages, eps=0.2):
    loss, grad = ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    return loss * grad.size, grad * grad.size


@mistake("You divide by the length of the first axis. The mean is over all entries.")
def divides_by_the_first_axis(log_probs, old_log_probs, advantages, eps=0.2):
    loss, grad = ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    return loss * grad.size / len(grad), grad * grad.size / len(grad)


@mistake("The ratio is upside down. It is the new probability divided by the old one.")
def turns_the_ratio_round(log_probs, old_log_probs, advantages, eps=0.2):
    return ppo_clip_loss(old_log_probs, log_probs, advantages, eps)


@mistake("Log-probabilities are divided. Subtract them and take the exponential: that divides the probabilities.")
def divides_logarithms(log_probs, old_log_probs, advantages, eps=0.2):
    ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    return ppo_clip_loss(np.log(log_probs / old_log_probs), 0 * old_log_probs, advantages, eps)


@mistake("The logarithm of the ratio is clipped at plus and minus eps. Clip the ratio itself, at 1 - eps and 1 + eps.")
def clips_the_logarithm(log_probs, old_log_probs, advantages, eps=0.2):
    _, product, _ = parts(log_probs, old_log_probs, advantages, eps)
    clipped = np.exp(np.clip(log_probs - old_log_probs, -eps, eps)) * advantages
    return -np.minimum(product, clipped).mean(), np.where(product <= clipped, -product / product.size, 0)


@mistake("The product is clipped, as if all advantages were 1. Clip the ratio, then multiply.")
def clips_the_product(log_probs, old_log_probs, advantages, eps=0.2):
    _, product, _ = parts(log_probs, old_log_probs, advantages, eps)
    clipped = np.clip(product, 1 - eps, 1 + eps)
    return -np.minimum(product, clipped).mean(), np.where(product <= clipped, -product / product.size, 0)


@mistake("The advantages are normalized here. That is a step of its own: use them as they are.")
def normalizes_the_advantages(log_probs, old_log_probs, advantages, eps=0.2):
    ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    spread = advantages.std() + np.asarray(1e-8, dtype=advantages.dtype)
    return ppo_clip_loss(log_probs, old_log_probs, (advantages - advantages.mean()) / spread, eps)


@mistake("The argument eps has no effect: ratios are always clipped at 0.8 and 1.2. Use the eps that the caller asks for.")
def ignores_eps(log_probs, old_log_probs, advantages, eps=0.2):
    ppo_clip_loss(log_probs, old_log_probs, advantages, eps)
    return ppo_clip_loss(log_probs, old_log_probs, advantages)


@mistake("An eps of no sense is not refused. Raise a ValueError that names eps unless it is above 0 and below 1.")
def accepts_any_eps(log_probs, old_log_probs, advantages, eps=0.2):
    return ppo_clip_loss(log_probs, old_log_probs, advantages, min(max(eps, 1e-9), 1 - 1e-9))


@mistake("Float32 inputs come back as float64. Do not convert them.")
def returns_float64(log_probs, old_log_probs, advantages, eps=0.2):
    return ppo_clip_loss(log_probs.astype(np.float64), old_log_probs, advantages, eps)


@right
def entry_by_entry(log_probs, old_log_probs, advantages, eps=0.2):
    if eps <= 0 or eps >= 1:
        raise ValueError("eps")
    loss, grad = 0.0, np.zeros_like(log_probs)
    for place in np.ndindex(log_probs.shape):
        ratio, advantage = math.exp(log_probs[place] - old_log_probs[place]), float(advantages[place])
        stopped = (advantage > 0 and ratio > 1 + eps) or (advantage < 0 and ratio < 1 - eps)
        loss -= (min(max(ratio, 1 - eps), 1 + eps) if stopped else ratio) * advantage / log_probs.size
        grad[place] = 0.0 if stopped else -ratio * advantage / log_probs.size
    return loss, grad


@right
def by_the_limit_of_each_sign(log_probs, old_log_probs, advantages, eps=0.2):
    if not (eps > 0 and eps < 1):
        raise ValueError(f"no such eps: {eps}")
    ratio = np.exp(log_probs - old_log_probs)
    inside = np.where(advantages >= 0, ratio <= 1 + eps, ratio >= 1 - eps)
    limit = np.where(advantages >= 0, 1 + eps, 1 - eps).astype(ratio.dtype)
    return np.mean(-advantages * np.where(inside, ratio, limit)), -(inside * ratio * advantages) / ratio.size
