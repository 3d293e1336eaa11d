"""Hidden tests of gans/discriminator_loss."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gans.discriminator_loss import discriminator_loss

independent = (
    "(lambda f: (f(logits_real, logits_fake), *torch.func.grad(f, argnums=(0, 1))(logits_real, logits_fake)))"
    "(lambda r, g: F.binary_cross_entropy_with_logits(r, torch.ones_like(r)) + F.binary_cross_entropy_with_logits(g, 0 * g))"
)


def sample(rng, size="small"):
    """Scores of either sign, and more real samples than generated ones."""
    n, m = (1, 1) if size == "ones" else (5, 3)
    return rng.normal(scale=2.0, size=n) + 0.5, rng.normal(scale=2.0, size=m) - 0.5


def logit(p):
    return np.log(p / (1 - p))


def test_undecided(yours):
    """A discriminator that knows nothing, with scores of 0, pays 2 log 2, and is told to raise the real and lower the others."""
    agree(yours(np.zeros(4), np.zeros(2)), (2 * np.log(2), np.full(4, -0.125), np.full(2, 0.25)))


def test_by_hand(yours):
    """A real sample with probability 1/4 costs log 4, a generated one with 1/5 costs log 5/4."""
    got = yours(np.array([logit(0.25)]), np.array([logit(0.2)]))
    agree(got, (np.log(4) + np.log(1.25), np.array([-0.75]), np.array([0.2])))


def test_confidently_wrong(yours):
    """Scores that are wrong by 1000 cost 1000, and learn at full speed."""
    agree(yours(np.array([5000.0]), np.array([50.0])), (50.0, np.array([0.0]), np.array([1.0])))
    agree(yours(np.array([-1000.0]), np.array([-5000.0])), (1000.0, np.array([-1.0]), np.array([0.0])))
    agree(yours(np.array([5000.0]), np.array([700.0])), (700.0, np.array([0.0]), np.array([1.0])))
    agree(yours(np.array([-50.0, 5000.0]), np.array([-5000.0])), (25.0, np.array([-0.5, 0.0]), np.array([0.0])))


def test_confidently_right(yours):
    """A score of 40 for a real sample costs 4.2e-18 and not 0, one of -300 for a generated sample 5.1e-131."""
    agree(yours(np.array([40.0]), np.array([-5000.0]))[0], np.exp(-40.0))
    agree(yours(np.array([5000.0]), np.array([-300.0]))[0], np.exp(-300.0))


def test_each_batch_has_its_own_mean(yours, rng):
    """Showing all real samples three times changes nothing but the size of their gradients."""
    real, fake = sample(rng)
    loss, grad_real, grad_fake = discriminator_loss(real, fake)
    agree(yours(np.tile(real, 3), fake), (loss, np.tile(grad_real, 3) / 3, grad_fake))


def test_real_and_fake_are_symmetric(yours, rng):
    """Exchanging the batches and turning all scores gives the same loss, and the gradients of each other, turned."""
    real, fake = sample(rng)
    loss, grad_real, grad_fake = discriminator_loss(real, fake)
    agree(yours(-fake, -real), (loss, -grad_fake, -grad_real))


def test_is_the_derivative(yours, rng):
    """The gradients are the slopes of the loss, by a step into the complex plane."""
    real, fake = sample(rng)
    _, grad_real, grad_fake = yours(real, fake)
    agree(grad_real, np.imag(np.log(1 + np.exp(-(real + 1e-30j)))) / 1e-30 / 5)
    agree(grad_fake, np.imag(np.log(1 + np.exp(fake + 1e-30j))) / 1e-30 / 3)


@pytest.mark.parametrize(("real", "fake"), [((), (2,)), ((4, 1), (3, 1)), ((2, 1, 3, 3), (5, 1, 2, 2))], ids=str)
def test_any_shape(yours, rng, real, fake):
    """Any shapes work, and maps of scores as well; the mean runs over all entries."""
    args = np.asarray(rng.normal(size=real)), np.asarray(rng.normal(size=fake))
    agree(yours(*args), discriminator_loss(*args))


def sigmoid(x):
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


def softplus(x):
    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))


@mistake("The labels are swapped: your discriminator calls generated samples real. The target is 1 for real scores.")
def swaps_the_labels(logits_real, logits_fake):
    loss, grad_fake, grad_real = discriminator_loss(logits_fake, logits_real)
    return loss, grad_real, grad_fake


@mistake("You halve the loss. The two cross-entropies are added: an undecided discriminator pays 2 log 2.")
def halves_the_loss(logits_real, logits_fake):
    return tuple(part / 2 for part in discriminator_loss(logits_real, logits_fake))


@mistake("You take one mean over both batches together. Each batch has its own mean, also if their sizes differ.")
def averages_over_both_batches(logits_real, logits_fake):
    discriminator_loss(logits_real, logits_fake)
    n = logits_real.size + logits_fake.size
    loss = (softplus(-logits_real).sum() + softplus(logits_fake).sum()) / n
    return loss, -sigmoid(-logits_real) / n, sigmoid(logits_fake) / n


@mistake("You divide both batches by the number of real samples. Each is divided by its own size.")
def divides_by_the_real_ones(logits_real, logits_fake):
    discriminator_loss(logits_real, logits_fake)
    n = logits_real.size
    loss = (softplus(-logits_real).sum() + softplus(logits_fake).sum()) / n
    return loss, -sigmoid(-logits_real) / n, sigmoid(logits_fake) / n


@mistake("You add up the samples. Average over each batch.")
def sums_the_samples(logits_real, logits_fake):
    discriminator_loss(logits_real, logits_fake)
    loss = softplus(-logits_real).sum() + softplus(logits_fake).sum()
    return loss, -sigmoid(-logits_real), sigmoid(logits_fake)


@mistake("The loss is a mean, and the gradients are still those of the sum. Divide each by the size of its batch, too.")
def forgets_the_mean_in_the_gradients(logits_real, logits_fake):
    loss, _, _ = discriminator_loss(logits_real, logits_fake)
    return loss, -sigmoid(-logits_real), sigmoid(logits_fake)


@mistake("Generated samples cost nothing. The discriminator also pays for every generated sample that it believes in.")
def forgets_the_generated_samples(logits_real, logits_fake):
    discriminator_loss(logits_real, logits_fake)
    return softplus(-logits_real).mean(), -sigmoid(-logits_real) / logits_real.size, 0 * logits_fake


@mistake("The sign is that of the paper, which maximises. A loss is minimised: it is minus the logarithms.")
def returns_what_is_maximised(logits_real, logits_fake):
    return tuple(-part for part in discriminator_loss(logits_real, logits_fake))


@mistake("The gradients point the wrong way: it is the probability minus the target, so that a step against it helps.")
def turns_the_gradients(logits_real, logits_fake):
    loss, grad_real, grad_fake = discriminator_loss(logits_real, logits_fake)
    return loss, -grad_real, -grad_fake


@mistake("The gradient by the generated scores is 0. Only the generator is left alone; the scores need their gradient.")
def stops_at_the_generated_scores(logits_real, logits_fake):
    loss, grad_real, grad_fake = discriminator_loss(logits_real, logits_fake)
    return loss, grad_real, 0 * grad_fake


@mistake("The slope p (1 - p) of the sigmoid is still in your gradients. Against the logarithm it cancels.")
def multiplies_by_the_slope(logits_real, logits_fake):
    loss, grad_real, grad_fake = discriminator_loss(logits_real, logits_fake)
    slopes = [sigmoid(z) * sigmoid(-z) for z in (logits_real, logits_fake)]
    return loss, grad_real * slopes[0], grad_fake * slopes[1]


@mistake("You take the logarithm of a rounded probability, so confident scores cost infinity or 0. Write the loss with scores.")
def takes_the_logarithm_of_the_sigmoid(logits_real, logits_fake):
    _, grad_real, grad_fake = discriminator_loss(logits_real, logits_fake)
    loss = np.mean(-np.log(sigmoid(logits_real))) + np.mean(-np.log(1 - sigmoid(logits_fake)))
    return loss, grad_real, grad_fake


@mistake("You add a small number inside the logarithm, so no mistake costs more than about 18. Write the loss with scores.")
def protects_the_logarithm(logits_real, logits_fake):
    _, grad_real, grad_fake = discriminator_loss(logits_real, logits_fake)
    loss = np.mean(-np.log(sigmoid(logits_real) + 1e-8)) + np.mean(-np.log(1 - sigmoid(logits_fake) + 1e-8))
    return loss, grad_real, grad_fake


@mistake("exp of a large score overflows. Take exponentials of minus the absolute value only.")
def overflows(logits_real, logits_fake):
    _, grad_real, grad_fake = discriminator_loss(logits_real, logits_fake)
    return np.mean(np.log1p(np.exp(-logits_real))) + np.mean(np.log1p(np.exp(logits_fake))), grad_real, grad_fake


@mistake("Adding a tiny number to 1 rounds it away, so answers that are right by far cost exactly 0. Use log1p.")
def rounds_small_costs_away(logits_real, logits_fake):
    _, grad_real, grad_fake = discriminator_loss(logits_real, logits_fake)
    costs = [np.maximum(z, 0) + np.log(1 + np.exp(-np.abs(z))) for z in (-logits_real, logits_fake)]
    return costs[0].mean() + costs[1].mean(), grad_real, grad_fake


@mistake("The sigmoid is applied twice, once too often. The scores are raw: apply it once.")
def applies_the_sigmoid_twice(logits_real, logits_fake):
    return discriminator_loss(sigmoid(logits_real), sigmoid(logits_fake))


@mistake("You use squared errors. That is the least-squares GAN; here the loss is the cross-entropy.")
def takes_squared_errors(logits_real, logits_fake):
    discriminator_loss(logits_real, logits_fake)
    loss = np.mean((logits_real - 1) ** 2) + np.mean(logits_fake**2)
    return loss, 2 * (logits_real - 1) / logits_real.size, 2 * logits_fake / logits_fake.size


@mistake("float32 scores come back as float64. Do not convert the inputs.")
def returns_float64(logits_real, logits_fake):
    return discriminator_loss(logits_real.astype(np.float64), logits_fake.astype(np.float64))


@mistake("You turn the scores into probabilities in place. Make a new array: the caller still needs the scores.")
def overwrites_the_scores(logits_real, logits_fake):
    result = discriminator_loss(logits_real, logits_fake)
    logits_real[...] = sigmoid(logits_real)
    return result


@right
def by_logaddexp(logits_real, logits_fake):
    loss = np.logaddexp(0, -logits_real).mean() + np.logaddexp(0, logits_fake).mean()
    grad_real = (np.tanh(logits_real / 2) - 1) / (2 * logits_real.size)
    return loss, grad_real, (np.tanh(logits_fake / 2) + 1) / (2 * logits_fake.size)


@right
def one_cross_entropy_with_labels(logits_real, logits_fake):
    parts = []
    for z, label in ((logits_real, 1), (logits_fake, 0)):
        small = np.exp(-np.abs(z))
        p = np.where(z > 0, 1, small) / (1 + small)
        parts.append((np.mean(np.maximum(z, 0) - label * z + np.log1p(small)), ((p - label) / z.size).astype(z.dtype)))
    return parts[0][0] + parts[1][0], parts[0][1], parts[1][1]


@right
def score_by_score(logits_real, logits_fake):
    total, grads = 0.0, []
    for scores, sign in ((logits_real, -1.0), (logits_fake, 1.0)):
        grad = np.zeros_like(scores)
        for index in np.ndindex(scores.shape):
            wrong = sign * scores[index]  # above 0 where the answer is wrong
            e = np.exp(-abs(wrong))
            total += (max(wrong, 0) + np.log1p(e)) / scores.size
            grad[index] = sign * (1 if wrong > 0 else e) / (1 + e) / scores.size
        grads.append(grad)
    return total, *grads
