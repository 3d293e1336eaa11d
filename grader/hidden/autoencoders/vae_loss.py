"""Hidden tests of autoencoders/vae_loss."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.autoencoders.vae_loss import vae_loss

independent = (
    "(lambda r, d: (r + beta * d, r, d))(torch.nn.functional.mse_loss(input, target, reduction='sum') / (2 * len(input)), "
    "torch.distributions.kl_divergence(torch.distributions.Normal(mu, (log_var / 2).exp()), "
    "torch.distributions.Normal(torch.zeros_like(mu), 1)).sum(1).mean())"
)


def sample(rng, size="small"):
    """Variances below 1, so that larger numbers let them vanish and not overflow; beta is not 1."""
    n, d, k = (1, 1, 1) if size == "ones" else (5, 4, 3)
    target = rng.normal(size=(n, d))
    return target + rng.normal(size=(n, d)) + 0.3, target, rng.normal(size=(n, k)) + 0.5, rng.uniform(-2.0, -0.3, (n, k)), 2.5


@pytest.mark.parametrize(("mu", "variance"), [(0.0, 4.0), (1.5, 1.0), (-0.7, 0.2), (2.0, 3.0)])
def test_divergence_is_the_integral(yours, mu, variance):
    """The divergence is the integral of q log(q/p), for variances above and below 1 and for means of either sign."""
    z = np.linspace(-25.0, 25.0, 20001)
    q = np.exp(-((z - mu) ** 2) / (2 * variance)) / np.sqrt(2 * np.pi * variance)
    log_ratio = (z**2 - (z - mu) ** 2 / variance - np.log(variance)) / 2
    got = yours(np.array([[2.0]]), np.array([[1.0]]), np.array([[mu]]), np.log(np.array([[variance]])))
    integral = np.sum(q * log_ratio) * (z[1] - z[0])
    agree(got, (0.5 + integral, 0.5, integral))


def test_standard_normal_codes_cost_nothing(yours, rng):
    """Codes with mean 0 and variance 1 have no divergence: the loss is the reconstruction error."""
    input, target = rng.normal(size=(2, 3, 4))
    error = np.mean(np.sum((input - target) ** 2, axis=1)) / 2
    agree(yours(input, target, np.zeros((3, 2)), np.zeros((3, 2)), 7.0), (error, error, 0.0))


def test_perfect_reconstruction(yours, rng):
    """A perfect reconstruction costs nothing, and what is left is beta times the divergence."""
    _, target, mu, log_var, _ = sample(rng)
    divergence = vae_loss(target, target, mu, log_var)[2]
    agree(yours(target, target, mu, log_var, 0.25), (0.25 * divergence, 0.0, divergence))


def test_default_beta(yours, rng):
    """Without an argument beta is 1."""
    args = sample(rng)[:4]
    agree(yours(*args), vae_loss(*args, 1.0))


def test_no_weight_on_the_divergence(yours, rng):
    """With beta = 0 the loss is the reconstruction error, and the divergence is still told."""
    args = sample(rng)[:4]
    _, reconstruction, divergence = vae_loss(*args)
    agree(yours(*args, 0.0), (reconstruction, reconstruction, divergence))


def test_features_and_codes_add_up(yours, rng):
    """Twice the features and twice the code, each repeated, give twice the loss; twice the batch gives the same."""
    args = sample(rng)[:4]
    want = vae_loss(*args)
    agree(yours(*(np.hstack([a, a]) for a in args)), tuple(2 * w for w in want))
    agree(yours(*(np.vstack([a, a]) for a in args)), want)


def test_tiny_variance(yours):
    """A code that is as good as exact is dear: a log-variance of -1000 costs 499.5."""
    agree(yours(np.array([[1.0]]), np.array([[4.0]]), np.array([[0.0]]), np.array([[-1000.0]])), (504.0, 4.5, 499.5))


def terms(input, target, mu, log_var):
    """Squared errors and the four terms of the divergence, nothing summed."""
    vae_loss(input, target, mu, log_var)
    return (input - target) ** 2 / 2, (mu * mu + np.exp(log_var) - 1 - log_var) / 2


def joined(reconstruction, divergence, beta):
    return reconstruction + beta * divergence, reconstruction, divergence


@mistake("The reconstruction is a mean over the features. Within a sample it is a sum, or the divergence weighs too much.")
def averages_over_the_features(input, target, mu, log_var, beta=1.0):
    errors, divergences = terms(input, target, mu, log_var)
    return joined(errors.mean(), divergences.sum(axis=1).mean(), beta)


@mistake("The divergence is a mean over the entries of the code. Within a sample it is a sum.")
def averages_over_the_code(input, target, mu, log_var, beta=1.0):
    errors, divergences = terms(input, target, mu, log_var)
    return joined(errors.sum(axis=1).mean(), divergences.mean(), beta)


@mistake("Both terms are means over all entries. Within a sample they are sums; only over the batch you average.")
def averages_over_everything(input, target, mu, log_var, beta=1.0):
    errors, divergences = terms(input, target, mu, log_var)
    return joined(errors.mean(), divergences.mean(), beta)


@mistake("You add up over the batch. Within a sample the terms are sums; over the batch they are means.")
def sums_over_the_batch(input, target, mu, log_var, beta=1.0):
    errors, divergences = terms(input, target, mu, log_var)
    return joined(errors.sum(), divergences.sum(), beta)


@mistake("The half of the reconstruction is missing. A normal decoder of variance 1 charges half of the squared distance.")
def forgets_the_half_of_the_reconstruction(input, target, mu, log_var, beta=1.0):
    errors, divergences = terms(input, target, mu, log_var)
    return joined(2 * errors.sum(axis=1).mean(), divergences.sum(axis=1).mean(), beta)


@mistake("The half of the divergence is missing. All four terms are halved.")
def forgets_the_half_of_the_divergence(input, target, mu, log_var, beta=1.0):
    errors, divergences = terms(input, target, mu, log_var)
    return joined(errors.sum(axis=1).mean(), 2 * divergences.sum(axis=1).mean(), beta)


@mistake("The divergence has the wrong sign: codes that are far from standard normal are rewarded. It is never negative.")
def turns_the_divergence(input, target, mu, log_var, beta=1.0):
    _, reconstruction, divergence = vae_loss(input, target, mu, log_var, beta)
    return joined(reconstruction, -divergence, beta)


@mistake("You return the lower bound itself. A loss is to be made small: it is minus the bound, reconstruction plus divergence.")
def returns_the_bound(input, target, mu, log_var, beta=1.0):
    loss, reconstruction, divergence = vae_loss(input, target, mu, log_var, beta)
    return -loss, reconstruction, divergence


@mistake("You take log_var for the logarithm of the deviation. It is that of the variance, so it is not doubled.")
def takes_it_for_the_deviation(input, target, mu, log_var, beta=1.0):
    return vae_loss(input, target, mu, 2 * log_var, beta)


@mistake("You take log_var for the variance. It is its logarithm: take the exponential where the variance is needed.")
def takes_it_for_the_variance(input, target, mu, log_var, beta=1.0):
    return vae_loss(input, target, mu, np.log(np.abs(log_var) + 1e-12), beta)


@mistake("The term -1 is missing, so standard normal codes cost something. The divergence is 0 for them.")
def forgets_the_one(input, target, mu, log_var, beta=1.0):
    _, reconstruction, divergence = vae_loss(input, target, mu, log_var, beta)
    return joined(reconstruction, divergence + mu.shape[1] / 2, beta)


@mistake("The logarithm of the variance is added and not subtracted. A tiny variance is dear, not cheap.")
def adds_the_logarithm(input, target, mu, log_var, beta=1.0):
    _, reconstruction, divergence = vae_loss(input, target, mu, log_var, beta)
    return joined(reconstruction, divergence + log_var.sum(axis=1).mean(), beta)


@mistake("The mean of the code is not squared.")
def forgets_the_square_of_the_mean(input, target, mu, log_var, beta=1.0):
    _, reconstruction, divergence = vae_loss(input, target, mu, log_var, beta)
    return joined(reconstruction, divergence + (mu - mu * mu).sum(axis=1).mean() / 2, beta)


@mistake("The divergence is turned round: it goes from the codes to the standard normal distribution, D(q || p).")
def takes_the_reverse_divergence(input, target, mu, log_var, beta=1.0):
    _, reconstruction, _ = vae_loss(input, target, mu, log_var, beta)
    reverse = ((1 + mu * mu) * np.exp(-log_var) - 1 + log_var) / 2
    return joined(reconstruction, reverse.sum(axis=1).mean(), beta)


@mistake("beta has no effect. Multiply the divergence by it in the loss.")
def forgets_beta(input, target, mu, log_var, beta=1.0):
    return vae_loss(input, target, mu, log_var)


@mistake("beta multiplies the reconstruction. It is the weight of the divergence.")
def weights_the_reconstruction(input, target, mu, log_var, beta=1.0):
    _, reconstruction, divergence = vae_loss(input, target, mu, log_var, beta)
    return beta * reconstruction + divergence, reconstruction, divergence


@mistake("The divergence you return is multiplied by beta. Return it as it is; only in the loss it has its weight.")
def returns_the_weighted_divergence(input, target, mu, log_var, beta=1.0):
    loss, reconstruction, divergence = vae_loss(input, target, mu, log_var, beta)
    return loss, reconstruction, beta * divergence


@mistake("The default of beta is 4. An ordinary VAE has beta = 1.")
def has_another_default(input, target, mu, log_var, beta=4.0):
    return vae_loss(input, target, mu, log_var, beta)


@mistake("The arrays are converted to float32 first, so half of their digits are lost. Keep their dtype.")
def computes_in_float32(input, target, mu, log_var, beta=1.0):
    return vae_loss(*(a.astype(np.float32) for a in (input, target, mu, log_var)), beta)


@mistake("You subtract the target in place. Make a new array: the caller still needs what the decoder gave.")
def overwrites_input(input, target, mu, log_var, beta=1.0):
    result = vae_loss(input, target, mu, log_var, beta)
    input -= target
    return result


@right
def sample_by_sample(input, target, mu, log_var, beta=1.0):
    reconstruction, divergence = 0.0, 0.0
    for y, x, m, s in zip(input, target, mu, log_var, strict=True):
        reconstruction += 0.5 * float(np.linalg.norm(y - x)) ** 2
        divergence += 0.5 * float(np.sum(np.square(m) + np.exp(s) - s)) - 0.5 * len(m)
    n = len(input)
    return (reconstruction + beta * divergence) / n, reconstruction / n, divergence / n


@right
def the_usual_line(input, target, mu, log_var, beta=1.0):
    error = input - target
    reconstruction = np.einsum("nd,nd->n", error, error).mean() / 2
    divergence = -0.5 * np.sum(1 + log_var - mu**2 - np.exp(log_var), axis=1).mean()
    return beta * divergence + reconstruction, reconstruction, divergence


@right
def by_the_deviation(input, target, mu, log_var, beta=1.0):
    std = np.exp(log_var / 2)
    reconstruction = input.shape[1] * np.mean((target - input) ** 2) / 2
    divergence = mu.shape[1] * np.mean((mu**2 + std * std - 1) / 2 - log_var / 2)
    return reconstruction + beta * divergence, reconstruction, divergence
