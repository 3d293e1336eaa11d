"""Hidden tests of alignment/grpo_advantages."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.alignment.grpo_advantages import grpo_advantages

independent = (
    "(rewards - torch.mean(rewards, 1, True)) / (torch.var_mean(rewards, 1, keepdim=True)[0].sqrt() + eps if scale_rewards "
    "else 1)"
)


def sample(rng, size="small"):
    """Three prompts with five answers each, whose rewards differ in size; eps is large enough to be seen."""
    shape = (1, 2) if size == "ones" else (3, 5)
    return rng.normal(size=shape) * rng.uniform(0.5, 3.0, (shape[0], 1)) + rng.normal(size=(shape[0], 1)), 0.03


def test_one_right_answer(yours):
    """One right answer of four has the advantage 1.5, and each wrong one minus one half, but for eps."""
    want = np.array([[-0.25, -0.25, 0.75, -0.25]]) / (0.5 + 1e-4)
    agree(yours(np.array([[0.0, 0.0, 1.0, 0.0]])), want)


def test_two_answers(yours):
    """Two different answers have plus and minus one over the root of 2, however far they are apart: a sample's deviation."""
    agree(yours(np.array([[5.0, 1.0], [0.0, 400.0]]), 1e-12), np.array([[1.0, -1.0], [-1.0, 1.0]]) / math.sqrt(2))


def test_groups_are_compared_with_themselves(yours, rng):
    """An easy prompt and a hard one: adding a number to all rewards of a prompt, or reordering prompts, changes nothing."""
    rewards, eps = sample(rng)
    want = grpo_advantages(rewards, eps)
    agree(yours(rewards + np.array([[8.0], [-4.0], [0.5]]), eps), want)
    agree(yours(rewards[::-1], eps), want[::-1])


def test_square(yours, rng):
    """With as many prompts as answers, rows are still the groups."""
    rewards = rng.normal(size=(4, 4)) + 2 * rng.normal(size=(4, 1))
    agree(yours(rewards), grpo_advantages(rewards))


def test_mean_and_spread(yours, rng):
    """Advantages of a group add up to 0, and their squares to G - 1, as far as eps lets them."""
    rewards, _ = sample(rng)
    got = yours(rewards, 1e-13)
    agree(got.sum(axis=1), np.zeros(3), scale=5.0)
    agree((got**2).sum(axis=1), np.full(3, 4.0))


def test_equal_rewards(yours):
    """If all answers get the same reward, all advantages are 0, and not NaN; the other prompts do not notice."""
    got = yours(np.array([[1.0, 1.0, 1.0, 1.0], [0.0, 2.0, 2.0, 0.0], [0.0, 0.0, 0.0, 0.0]]))
    agree(got, np.array([[0.0] * 4, [-1.0, 1.0, 1.0, -1.0], [0.0] * 4]) / (math.sqrt(4 / 3) + 1e-4))


def test_eps(yours):
    """eps is added to the deviation: rewards that lie as close as eps get small advantages."""
    rewards = np.array([[0.0, 2e-4, 1e-4]])
    agree(yours(rewards), np.array([[-0.5, 0.5, 0.0]]), scale=1.0)
    agree(yours(np.array([[0.0, 4.0, 2.0]]), eps=6.0), np.array([[-0.25, 0.25, 0.0]]))


def test_without_scaling(yours, rng):
    """Without scaling the rewards are centred and nothing more: eps does not matter, and large differences stay large."""
    rewards = np.array([[1.0, 0.0, 0.0, 1.0, 3.0], [50.0, 0.0, 0.0, 0.0, 0.0]])
    want = np.array([[0.0, -1.0, -1.0, 0.0, 2.0], [40.0, -10.0, -10.0, -10.0, -10.0]])
    for eps in (1e-4, 5.0):
        agree(yours(rewards, eps, False), want)
    agree(yours(rewards, scale_rewards=True), grpo_advantages(rewards))


def test_single_answer(yours):
    """A group of one answer has nothing to be compared with: a ValueError names rewards."""
    with pytest.raises(ValueError, match="rewards"):
        yours(np.array([[1.0], [0.0]]))


def centred(rewards, middle=None):
    return rewards - (rewards.mean(axis=1, keepdims=True) if middle is None else middle)


def advantages(rewards, eps, scale_rewards, spread):
    """The same with another spread."""
    grpo_advantages(rewards, eps, scale_rewards)
    return (centred(rewards) / (spread + eps)).astype(rewards.dtype) if scale_rewards else centred(rewards)


@mistake("The deviation is that of a population. Divide the squares by G - 1: NumPy wants ddof=1 for that.")
def takes_the_population_deviation(rewards, eps=1e-4, scale_rewards=True):
    return advantages(rewards, eps, scale_rewards, rewards.std(axis=1, keepdims=True))


@mistake("Mean and deviation are taken over all prompts. An answer is compared with the others to the same prompt: over its row.")
def takes_the_whole_batch(rewards, eps=1e-4, scale_rewards=True):
    grpo_advantages(rewards, eps, scale_rewards)
    result = rewards - rewards.mean()
    return result / (rewards.std(ddof=1) + np.asarray(eps, rewards.dtype)) if scale_rewards else result


@mistake("Only the deviation is taken over all prompts. Each group has its own.")
def shares_the_deviation(rewards, eps=1e-4, scale_rewards=True):
    return advantages(rewards, eps, scale_rewards, rewards.std(ddof=1))


@mistake("You compare across prompts: columns are not groups. The answers to one prompt stand in one row.")
def compares_the_columns(rewards, eps=1e-4, scale_rewards=True):
    grpo_advantages(rewards, eps, scale_rewards)
    result = rewards - rewards.mean(axis=0)
    return result / (rewards.std(axis=0, ddof=min(1, len(rewards) - 1)) + eps) if scale_rewards else result


@mistake("eps stands inside the root, with the variance. Add it to the standard deviation.")
def puts_eps_inside_the_root(rewards, eps=1e-4, scale_rewards=True):
    return advantages(rewards, 0, scale_rewards, np.sqrt(rewards.var(axis=1, ddof=1, keepdims=True) + eps))


@mistake("eps is missing: a group of equal rewards becomes 0 / 0. Add it to the standard deviation.")
def forgets_eps(rewards, eps=1e-4, scale_rewards=True):
    with np.errstate(all="ignore"):
        return advantages(rewards, 0, scale_rewards, rewards.std(axis=1, ddof=1, keepdims=True))


@mistake("You divide by the variance. The standard deviation is its root.")
def divides_by_the_variance(rewards, eps=1e-4, scale_rewards=True):
    return advantages(rewards, eps, scale_rewards, rewards.var(axis=1, ddof=1, keepdims=True))


@mistake("The mean is not subtracted. An answer is as good as it is better than the mean of its group.")
def forgets_to_centre(rewards, eps=1e-4, scale_rewards=True):
    result = grpo_advantages(rewards, eps, scale_rewards)
    spread = rewards.std(axis=1, ddof=1, keepdims=True) + eps
    return result + rewards.mean(axis=1, keepdims=True) / (spread if scale_rewards else 1)


@mistake(
    "Each answer is compared with the mean of the others, as in RLOO. GRPO takes the mean of the group, the answer included."
)
def leaves_the_answer_out(rewards, eps=1e-4, scale_rewards=True):
    size = rewards.shape[1]
    return grpo_advantages(rewards, eps, scale_rewards) * size / max(size - 1, 1)


@mistake("You compare with the median. GRPO takes the mean of the group.")
def takes_the_median(rewards, eps=1e-4, scale_rewards=True):
    grpo_advantages(rewards, eps, scale_rewards)
    result = centred(rewards, np.median(rewards, axis=1, keepdims=True))
    return result / (rewards.std(axis=1, ddof=1, keepdims=True) + eps) if scale_rewards else result


@mistake("scale_rewards has no effect: you always divide. If it is False, return the centred rewards.")
def always_scales(rewards, eps=1e-4, scale_rewards=True):
    return grpo_advantages(rewards, eps)


@mistake("Rewards are not divided by their deviation. They are, unless scale_rewards is False.")
def never_scales(rewards, eps=1e-4, scale_rewards=True):
    return grpo_advantages(rewards, eps, False)


@mistake("The argument eps has no effect: it is always 1e-4. Add the eps that the caller asks for.")
def ignores_eps(rewards, eps=1e-4, scale_rewards=True):
    return grpo_advantages(rewards, scale_rewards=scale_rewards)


@mistake("A group of one answer passes unnoticed, with an advantage of 0 or NaN. Raise a ValueError that names rewards.")
def accepts_single_answers(rewards, eps=1e-4, scale_rewards=True):
    return grpo_advantages(rewards, eps, scale_rewards) if rewards.shape[1] > 1 else np.zeros_like(rewards)


@mistake("Float32 rewards come back as float64. Do not convert them.")
def returns_float64(rewards, eps=1e-4, scale_rewards=True):
    return grpo_advantages(rewards.astype(np.float64), eps, scale_rewards)


@mistake("The rewards are centred in place. Return a new array: they may be logged later.")
def overwrites_rewards(rewards, eps=1e-4, scale_rewards=True):
    result = grpo_advantages(rewards, eps, scale_rewards)
    rewards -= rewards.mean(axis=1, keepdims=True)
    return result


@right
def group_by_group(rewards, eps=1e-4, scale_rewards=True):
    size = rewards.shape[1]
    if size <= 1:
        raise ValueError("rewards of one answer")
    result = np.empty_like(rewards)
    for group, row in zip(rewards, result, strict=True):
        mean = sum(group) / size
        spread = math.sqrt(sum((r - mean) ** 2 for r in group) / (size - 1))
        row[:] = [(r - mean) / (spread + eps if scale_rewards else 1) for r in group]
    return result


@right
def by_a_centring_matrix(rewards, eps=1e-4, scale_rewards=True):
    size = rewards.shape[1]
    if size < 2:
        raise ValueError("rewards")
    centring = (np.eye(size) - 1 / size).astype(rewards.dtype)
    result = rewards @ centring
    if scale_rewards:
        norm = np.sqrt(np.einsum("pg,pg->p", result, result))
        result = result / (norm / (size - 1) ** 0.5 + eps)[:, None]
    return result
