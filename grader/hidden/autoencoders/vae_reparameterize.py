"""Hidden tests of autoencoders/vae_reparameterize."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.autoencoders.vae_reparameterize import vae_reparameterize

independent = "torch.addcmul(mu, torch.sqrt(torch.exp(log_var)), eps)"


def sample(rng, size="small"):
    """Variances below 1, so that larger numbers let the spread vanish and not overflow."""
    shape = (1, 1) if size == "ones" else (5, 3)
    return rng.normal(size=shape) + 0.5, rng.uniform(-2.0, -0.3, shape), rng.normal(size=shape)


def test_three_times_the_noise(yours):
    """A variance of 9 stretches the noise by 3, one of 1/4 halves it."""
    log_var = np.log(np.array([9.0, 0.25, 1.0]))
    agree(yours(np.array([10.0, 0.0, -1.0]), log_var, np.array([2.0, 2.0, -3.0])), np.array([16.0, 1.0, -4.0]))


def test_no_noise(yours, rng):
    """Without noise the code is the mean."""
    mu = rng.normal(size=(3, 4))
    agree(yours(mu, rng.normal(size=(3, 4)), np.zeros((3, 4))), mu, exact=True)


def test_no_spread(yours, rng):
    """A log-variance of minus infinity means no spread at all, and the code is the mean."""
    mu = rng.normal(size=(2, 3))
    agree(yours(mu, np.full((2, 3), -np.inf), rng.normal(size=(2, 3))), mu, exact=True)


@pytest.mark.parametrize("log_var", [1000.0, -1000.0, 60.0, -40.0])
def test_extreme_spread(yours, log_var):
    """The deviation is right where the variance is too large or too small for a float, and where it is just large or small."""
    agree(yours(np.zeros(2), np.full(2, log_var), np.array([1.0, -2.0])), np.exp(log_var / 2) * np.array([1.0, -2.0]))


def test_sign_of_the_noise(yours, rng):
    """Turning the noise mirrors the code at the mean, for variances above 1 as well as below."""
    mu, log_var, eps = rng.normal(size=(3, 8)) * np.array([[3.0], [2.0], [1.0]])
    agree(yours(mu, log_var, -eps), 2 * mu - vae_reparameterize(mu, log_var, eps))


def test_moments(yours):
    """Noise with mean 0 and variance 1 becomes codes with the mean mu and the variance that was asked for."""
    eps = np.tile([[1.5], [-1.5], [0.5], [-0.5]], 2) / np.sqrt(1.25)
    z = yours(np.tile([[4.0, -1.0]], (4, 1)), np.tile(np.log([[5.0, 0.3]]), (4, 1)), eps)
    agree(z.mean(axis=0), np.array([4.0, -1.0]))
    agree(z.var(axis=0), np.array([5.0, 0.3]))


@pytest.mark.parametrize("shape", [(), (4,), (2, 1, 3)], ids=["no_axis", "one_axis", "three_axes"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number."""
    args = [np.asarray(rng.normal(size=shape)) for _ in range(3)]
    agree(yours(*args), vae_reparameterize(*args))


@pytest.mark.parametrize("shape", [(3,), (5, 1), (6, 5, 3), ()], ids=str)
def test_other_shape(yours, rng, shape):
    """Noise of another shape raises a ValueError that names eps, also where it could be broadcast."""
    mu, log_var, _ = sample(rng)
    with pytest.raises(ValueError, match=r"\beps\b"):
        yours(mu, log_var, np.asarray(rng.normal(size=shape)))


@mistake("You stretch by the variance. The deviation is its root: take the exponential of half of log_var.")
def stretches_by_the_variance(mu, log_var, eps):
    return vae_reparameterize(mu, 2 * log_var, eps)


@mistake("You take log_var itself for the deviation. It is the logarithm of the variance: halve it and take the exponential.")
def stretches_by_the_logarithm(mu, log_var, eps):
    vae_reparameterize(mu, log_var, eps)
    return mu + log_var * eps


@mistake("You take the root of the logarithm. Take the exponential first, or better: halve the logarithm, then take it.")
def takes_the_root_of_the_logarithm(mu, log_var, eps):
    vae_reparameterize(mu, log_var, eps)
    return mu + np.sqrt(np.abs(log_var)) * eps


@mistake("Your deviation is one divided by the right one. Half of log_var goes into the exponential with its own sign.")
def divides_by_the_deviation(mu, log_var, eps):
    return vae_reparameterize(mu, -log_var, eps)


@mistake(
    "You compute the variance first, and it overflows or vanishes where its root would not. Halve the logarithm before you "
    "take the exponential."
)
def takes_the_root_of_the_variance(mu, log_var, eps):
    vae_reparameterize(mu, log_var, eps)
    return mu + np.sqrt(np.exp(log_var)) * eps


@mistake("You add a small number to the deviation. Nothing is divided here, so nothing needs protection.")
def protects_against_nothing(mu, log_var, eps):
    vae_reparameterize(mu, log_var, eps)
    return mu + (np.exp(0.5 * log_var) + 1e-8) * eps


@mistake("You clip log_var. Large and small variances are allowed: half of log_var is all that goes into the exponential.")
def clips_the_logarithm(mu, log_var, eps):
    return vae_reparameterize(mu, np.clip(log_var, -20, 20), eps)


@mistake("The mean is missing: this is the noise, stretched. Add mu.")
def forgets_the_mean(mu, log_var, eps):
    return vae_reparameterize(0 * mu, log_var, eps)


@mistake("The noise is missing: you add the deviation itself. Multiply it by eps.")
def forgets_the_noise(mu, log_var, eps):
    vae_reparameterize(mu, log_var, eps)
    return mu + np.exp(0.5 * log_var)


@mistake("You stretch the mean together with the noise. Stretch the noise alone, then add the mean.")
def stretches_the_mean(mu, log_var, eps):
    return vae_reparameterize(mu, log_var, eps) + mu * (np.exp(0.5 * log_var) - 1)


@mistake("You draw nothing: the mean comes back. In training the code is random; only at test time the mean is used.")
def returns_the_mean(mu, log_var, eps):
    vae_reparameterize(mu, log_var, eps)
    return mu.copy()


@mistake("Negative noise counts as positive. The code may lie on either side of the mean.")
def takes_absolute_noise(mu, log_var, eps):
    return vae_reparameterize(mu, log_var, np.abs(eps))


@mistake(
    "Noise of another shape is broadcast, so that several codes share it. Compare the shapes first, and raise a ValueError that "
    "names eps."
)
def broadcasts(mu, log_var, eps):
    return mu + np.exp(0.5 * log_var) * eps


@mistake("The result is always float32, so float64 inputs lose half of their digits. Keep the dtype of the inputs.")
def returns_float32(mu, log_var, eps):
    return vae_reparameterize(mu.astype(np.float32), log_var.astype(np.float32), eps.astype(np.float32))


@mistake("float32 inputs come back as float64. Do not convert them.")
def returns_float64(mu, log_var, eps):
    return vae_reparameterize(mu.astype(np.float64), log_var, eps)


@mistake("You add to mu in place. Make a new array: the loss still needs the mean.")
def overwrites_mu(mu, log_var, eps):
    mu[...] = vae_reparameterize(mu, log_var, eps)
    return mu


@right
def by_square_roots(mu, log_var, eps):
    if mu.shape != eps.shape:
        raise ValueError("eps does not fit mu")
    root = np.exp(log_var / 4)
    return root * eps * root + mu


@right
def number_by_number(mu, log_var, eps):
    if mu.shape != eps.shape:
        raise ValueError("bad eps")
    z = np.empty_like(mu)
    for index in np.ndindex(mu.shape):
        z[index] = np.exp(log_var[index] / 2) * eps[index] + mu[index]
    return z


@right
def by_powers_of_two(mu, log_var, eps):
    if not np.array_equal(mu.shape, eps.shape):
        raise ValueError(f"eps: {eps.shape}")
    return np.add(mu, np.multiply(np.exp2(log_var * (0.5 / float(np.log(2)))), eps))
