"""Hidden tests of autoencoders/diffusion_forward_noise."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.autoencoders.diffusion_forward_noise import diffusion_forward_noise

independent = (
    "(lambda a: torch.einsum('n,nij->nij', a.sqrt(), x_0) + torch.einsum('n,nij->nij', (1 - a).sqrt(), noise))"
    "(torch.stack([torch.prod(1 - betas[:k]) for k in t.tolist()]))"
)


def sample(rng, size="small"):
    """A schedule that rises, and samples at different steps, the last one included."""
    if size == "ones":
        return rng.normal(size=(1, 1, 1)) + 2.0, np.array([1]), rng.normal(size=(1, 1, 1)), np.array([0.3])
    betas = np.sort(rng.uniform(0.05, 0.4, 6))
    return rng.normal(size=(4, 2, 3)), np.append(rng.permutation([1, 2, 4]), 6), rng.normal(size=(4, 2, 3)), betas


def test_step_by_step(yours, rng):
    """Without noise only the shrinking is left: that of each step, one after the other."""
    x, betas = rng.normal(size=(6, 2)), rng.uniform(0.1, 0.6, 5)
    walked, rows = x[0], [x[0]]
    for beta in betas:
        walked = np.sqrt(1 - beta) * walked
        rows.append(walked)
    agree(yours(np.tile(x[0], (6, 1)), np.arange(6), np.zeros((6, 2)), betas), np.array(rows))


def test_variances_add_up(yours, rng):
    """From nothing but zeros grows noise whose variance follows the steps: shrink it by 1 - beta, add beta."""
    betas, variances = rng.uniform(0.1, 0.6, 5), [0.0]
    for beta in betas:
        variances.append((1 - beta) * variances[-1] + beta)
    t = np.array([3, 0, 5, 1, 2, 4])
    got = yours(np.zeros((6, 1)), t, np.full((6, 1), -2.0), betas)
    agree(got, -2 * np.sqrt(np.array(variances))[t][:, None])


def test_clean_sample(yours, rng):
    """After 0 steps the sample is clean, whatever the noise, and comes back as a new array."""
    x, noise = rng.normal(size=(3, 4)), rng.normal(size=(3, 4))
    agree(yours(x, np.zeros(3, int), noise, np.array([0.9, 0.5])), x, exact=True)


def test_variance_is_kept(yours, rng):
    """The squares of the two factors add up to 1 at every step."""
    betas = rng.uniform(0.05, 0.7, 8)
    signal = yours(np.full((9, 1), 3.0), np.arange(9), np.zeros((9, 1)), betas)
    noise = yours(np.zeros((9, 1)), np.arange(9), np.full((9, 1), 3.0), betas)
    agree(signal**2 + noise**2, np.full((9, 1), 9.0))
    agree(signal[:, 0], 3 * np.sqrt(np.cumprod([1.0, *(1 - betas)])))


def test_same_step_for_all(yours, rng):
    """A batch that is as large as its other axes is not mixed up: each sample keeps its own step."""
    x, noise, betas = rng.normal(size=(3, 3, 3)), rng.normal(size=(3, 3, 3)), np.array([0.5, 0.1, 0.3, 0.2])
    t = np.array([4, 1, 3])
    alone = [diffusion_forward_noise(x[n : n + 1], t[n : n + 1], noise[n : n + 1], betas) for n in range(3)]
    agree(yours(x, t, noise, betas), np.concatenate(alone))


@pytest.mark.parametrize("shape", [(3,), (3, 4), (3, 2, 4, 5)], ids=["no_further_axis", "vectors", "images"])
def test_any_number_of_axes(yours, rng, shape):
    """Samples may be numbers, vectors or images."""
    args = rng.normal(size=shape), np.array([2, 1, 2]), rng.normal(size=shape), np.array([0.2, 0.6])
    agree(yours(*args), diffusion_forward_noise(*args))


def test_thousand_steps(yours, rng):
    """After a thousand steps of the usual schedule the sample is practically gone: 0.6 percent of it are left."""
    betas, x, noise = np.linspace(1e-4, 0.02, 1000), rng.normal(size=(2, 3)), rng.normal(size=(2, 3))
    got = yours(x, np.array([1000, 1000]), noise, betas)
    agree(got, noise + 0.00635 * x, scale=1e9)
    agree(got, diffusion_forward_noise(x, np.array([1000, 1000]), noise, betas))


@pytest.mark.parametrize("t", [[1, -1, 2], [0, 1, 3], [-3, 1, 1]], ids=str)
def test_bad_t(yours, rng, t):
    """A step below 0 or above T raises a ValueError that names t, wherever it stands."""
    with pytest.raises(ValueError, match=r"\bt\b"):
        yours(rng.normal(size=(3, 2)), np.array(t), rng.normal(size=(3, 2)), np.array([0.2, 0.3]))


def factors(x_0, t, noise, betas):
    """Share of the power that is left for each sample, in a shape that meets the data."""
    diffusion_forward_noise(x_0, t, noise, betas)
    left = np.cumprod(np.append(np.ones_like(betas[:1]), 1 - betas))[t]
    return left.reshape(-1, *[1] * (x_0.ndim - 1))


@mistake("The roots are missing. The shares are shares of the variance: both factors are square roots.")
def forgets_the_roots(x_0, t, noise, betas):
    left = factors(x_0, t, noise, betas)
    return left * x_0 + (1 - left) * noise


@mistake("The noise has no root. Its variance is one minus the share that is left: take the square root of that.")
def forgets_the_root_of_the_noise(x_0, t, noise, betas):
    left = factors(x_0, t, noise, betas)
    return np.sqrt(left) * x_0 + (1 - left) * noise


@mistake("The factor of the noise is one minus that of the signal. Variances add up to 1, not deviations.")
def mixes_linearly(x_0, t, noise, betas):
    left = factors(x_0, t, noise, betas)
    return np.sqrt(left) * x_0 + (1 - np.sqrt(left)) * noise


@mistake("Signal and noise have changed places. The signal is multiplied by the root of what is left.")
def mixes_up_signal_and_noise(x_0, t, noise, betas):
    return diffusion_forward_noise(noise, t, x_0, betas)


@mistake("You take a single step with the beta of step t. All steps up to t have acted: multiply up their 1 - beta.")
def takes_a_single_step(x_0, t, noise, betas):
    diffusion_forward_noise(x_0, t, noise, betas)
    left = np.append(np.ones_like(betas[:1]), 1 - betas)[t].reshape(-1, *[1] * (x_0.ndim - 1))
    return np.sqrt(left) * x_0 + np.sqrt(1 - left) * noise


@mistake("You multiply up the betas. What is left after a step is one minus beta: multiply up those.")
def multiplies_up_the_betas(x_0, t, noise, betas):
    return diffusion_forward_noise(x_0, t, noise, 1 - betas)


@mistake("You add up the betas and subtract the sum from 1. Each step keeps a share of what is left: multiply.")
def adds_up_the_betas(x_0, t, noise, betas):
    diffusion_forward_noise(x_0, t, noise, betas)
    left = 1 - np.cumsum(np.append(np.zeros_like(betas[:1]), betas))[t].reshape(-1, *[1] * (x_0.ndim - 1))
    return np.sqrt(np.maximum(left, 0)) * x_0 + np.sqrt(1 - np.maximum(left, 0)) * noise


@mistake("All steps are one too late: t counts the steps that were taken, so t = 0 is the clean sample.")
def takes_one_step_too_many(x_0, t, noise, betas):
    diffusion_forward_noise(x_0, t, noise, betas)
    return diffusion_forward_noise(x_0, np.minimum(t + 1, len(betas)), noise, betas)


@mistake("Your table has no entry for 0 steps, so t = 0 finds its last entry and becomes the noisiest sample. Put a 1 in front.")
def takes_zero_for_the_last_step(x_0, t, noise, betas):
    diffusion_forward_noise(x_0, t, noise, betas)
    return diffusion_forward_noise(x_0, np.where(t == 0, len(betas), t), noise, betas)


@mistake("All samples get the step of the first one. Each has its own.")
def takes_the_first_step_for_all(x_0, t, noise, betas):
    diffusion_forward_noise(x_0, t, noise, betas)
    return diffusion_forward_noise(x_0, np.full_like(t, t[0]), noise, betas)


@mistake("You use the average beta for all steps. They differ: multiply up the ones of the first t steps.")
def takes_the_average_beta(x_0, t, noise, betas):
    return diffusion_forward_noise(x_0, t, noise, np.full_like(betas, betas.mean()))


@mistake("The betas are taken from the end. betas[0] belongs to step 1.")
def counts_from_the_end(x_0, t, noise, betas):
    return diffusion_forward_noise(x_0, t, noise, betas[::-1])


@mistake("The factors meet the last axis of the data. They belong to the samples: add axes of length 1 behind the first.")
def broadcasts_along_the_last_axis(x_0, t, noise, betas):
    left = factors(x_0, t, noise, betas).ravel()
    return np.sqrt(left) * x_0 + np.sqrt(1 - left) * noise


@mistake("Your factors have four axes, so only images work. Add as many axes as the data has.")
def knows_images_only(x_0, t, noise, betas):
    left = factors(x_0, t, noise, betas).reshape(-1, 1, 1, 1)
    return np.sqrt(left) * x_0 + np.sqrt(1 - left) * noise


@mistake("You subtract the noise. It is added: the network is to find this very noise again.")
def subtracts_the_noise(x_0, t, noise, betas):
    return diffusion_forward_noise(x_0, t, -noise, betas)


@mistake("A negative step counts from the end of the schedule. Raise a ValueError that names t.")
def counts_negative_steps_from_the_end(x_0, t, noise, betas):
    return diffusion_forward_noise(x_0, np.where(t < 0, t + len(betas) + 1, t), noise, betas)


@mistake("Steps above T are cut to T. Raise a ValueError that names t.")
def cuts_large_steps(x_0, t, noise, betas):
    return diffusion_forward_noise(x_0, np.minimum(t, len(betas)), noise, betas)


@mistake("The result is always float32, so float64 inputs lose half of their digits. Keep the dtype of the inputs.")
def returns_float32(x_0, t, noise, betas):
    return diffusion_forward_noise(x_0.astype(np.float32), t, noise.astype(np.float32), betas.astype(np.float32))


@mistake("float32 inputs come back as float64: the table is float64. Build it in the dtype of betas.")
def returns_float64(x_0, t, noise, betas):
    return diffusion_forward_noise(x_0, t, noise, betas.astype(np.float64))


@mistake("You scale the clean samples in place. Make a new array: the loss still needs them.")
def overwrites_x_0(x_0, t, noise, betas):
    x_0[...] = diffusion_forward_noise(x_0, t, noise, betas)
    return x_0


@right
def sample_by_sample(x_0, t, noise, betas):
    rows = []
    for x, steps, e in zip(x_0, t.tolist(), noise, strict=True):
        if not 0 <= steps <= len(betas):
            raise ValueError(f"t = {steps} is no step")
        left = np.prod(1 - betas[:steps], dtype=betas.dtype)
        rows.append(np.sqrt(left) * x + np.sqrt(1 - left) * e)
    return np.array(rows)


@right
def by_logarithms(x_0, t, noise, betas):
    if min(t) < 0 or max(t) > betas.size:
        raise ValueError("bad t")
    log_left = np.concatenate([np.zeros(1, betas.dtype), np.cumsum(np.log1p(-betas))])[t]
    log_left = np.expand_dims(log_left, tuple(range(1, x_0.ndim)))
    return np.exp(log_left / 2) * x_0 + np.sqrt(-np.expm1(log_left)) * noise


@right
def step_after_step(x_0, t, noise, betas):
    if not np.isin(t, np.arange(len(betas) + 1)).all():
        raise ValueError("t")
    signal, spread = np.ones(len(x_0), x_0.dtype), np.zeros(len(x_0), x_0.dtype)
    for number in range(len(betas)):
        going = t > number
        signal = np.where(going, signal * np.sqrt(1 - betas[number]), signal)
        spread = np.where(going, spread * (1 - betas[number]) + betas[number], spread)
    return (signal * x_0.T + np.sqrt(spread) * noise.T).T
