"""Hidden tests of gans/gan_step_1d."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gans.gan_step_1d import gan_step_1d

independent = (
    "(lambda ld, lg, d: (generator - lr * torch.func.grad(lambda g: lg(g, d))(generator), d))(*(lambda ld, lg: (ld, lg,"
    " discriminator - lr * torch.func.grad(ld)(discriminator)))(lambda d: F.softplus(-d[0] * real - d[1]).mean()"
    " + F.softplus(d[0] * (generator[0] * noise_d + generator[1]) + d[1]).mean(),"
    " lambda g, d: F.softplus(-d[0] * (g[0] * noise_g + g[1]) - d[1]).mean()))"
)


def sample(rng, size="small"):
    """Real samples to the right of the generated ones, three batches of different sizes, and a step that can be seen."""
    n, m, k = (1, 1, 1) if size == "ones" else (5, 4, 3)
    generator, discriminator = rng.uniform(0.4, 0.9, 2), np.array([-1.0, 1.0]) * rng.uniform(0.2, 0.6, 2)
    return generator, discriminator, rng.normal(size=n) + 2.5, rng.normal(size=m), rng.normal(size=k), 0.7


def slopes(loss, at):
    """The gradient of a loss by two parameters, by a step into the complex plane."""
    return np.array([np.imag(loss(at + 1e-30j * unit)) for unit in np.eye(2)]) / 1e-30


def loss_of_discriminator(discriminator, real, fake):
    w, c = discriminator
    return np.mean(np.log(1 + np.exp(-(w * real + c)))) + np.mean(np.log(1 + np.exp(w * fake + c)))


def test_step_of_the_discriminator(yours, rng):
    """The discriminator takes a step against the gradient of its loss, with the generator as it was."""
    generator, discriminator, real, noise_d, noise_g, lr = sample(rng)
    fake = generator[0] * noise_d + generator[1]
    gradient = slopes(lambda d: loss_of_discriminator(d, real, fake), discriminator)
    agree(yours(generator, discriminator, real, noise_d, noise_g, lr)[1], discriminator - lr * gradient)


def test_step_of_the_generator(yours, rng):
    """The generator takes a step against the gradient of its loss, judged by the discriminator after its step."""
    generator, discriminator, real, noise_d, noise_g, lr = sample(rng)
    new, (w, c) = yours(generator, discriminator, real, noise_d, noise_g, lr)
    gradient = slopes(lambda g: np.mean(np.log(1 + np.exp(-(w * (g[0] * noise_g + g[1]) + c)))), generator)
    agree(new, generator - lr * gradient)


def test_noise_of_its_own(yours, rng):
    """Other noise for the generator changes nothing for the discriminator; other noise for the discriminator changes both."""
    generator, discriminator, real, noise_d, noise_g, lr = sample(rng)
    want = gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)
    agree(yours(generator, discriminator, real, noise_d, -2 * noise_g, lr)[1], want[1])
    other = yours(generator, discriminator, real, -2 * noise_d, noise_g, lr)
    agree(other, gan_step_1d(generator, discriminator, real, -2 * noise_d, noise_g, lr))


def test_equilibrium(yours):
    """Where generated and real samples are the same and the discriminator says one half, nothing moves."""
    generator, noise = np.array([2.0, -3.0]), np.array([0.5, -1.0, 2.0])
    got = yours(generator, np.zeros(2), 2 * noise - 3, noise, np.array([1.0, 4.0]), 0.5)
    agree(got, (generator, np.zeros(2)), scale=1.0)


def test_towards_the_data(yours):
    """From a discriminator that knows nothing, one round moves the generated mean towards the real one, on either side of it."""
    real, noise, start = np.array([3.0, 5.0]), np.array([-1.0, 1.0]), np.zeros(2)
    below, above = (yours(np.array([1.0, b]), start, real, noise, noise, 0.1) for b in (0.0, 9.0))
    agree(bool(0 < below[0][1] < 4), True)
    agree(bool(4 < above[0][1] < 9), True)
    agree(below[1], np.array([0.2, 0.0]), scale=1.0)
    agree(above[1], np.array([-0.25, 0.0]), scale=1.0)


def test_a_straight_line_sees_means_only(yours):
    """A discriminator that starts at 0 sees the means alone: real samples 1 and 9 teach it the same as 4 and 6."""
    generator, noise = np.array([0.5, 1.0]), np.array([1.0, -1.0, 3.0])
    args = [(generator, np.zeros(2), real, noise, noise[:2], 0.3) for real in (np.array([1.0, 9.0]), np.array([4.0, 6.0]))]
    agree([yours(*one) for one in args], [gan_step_1d(*args[1])] * 2)


def test_mirror(yours, rng):
    """Mirrored at zero, samples, generator and weight of the discriminator stay mirror images of each other."""
    generator, discriminator, real, noise_d, noise_g, lr = sample(rng)
    new, (w, c) = gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)
    flip = np.array([-1.0, 1.0])
    agree(yours(-generator, discriminator * flip, -real, noise_d, noise_g, lr), (-new, np.array([-w, c])))


@pytest.mark.parametrize("lr", [0.0, 1e-3, 2.0])
def test_learning_rate(yours, rng, lr):
    """Both steps have the same learning rate; without one nothing moves."""
    args = sample(rng)[:-1]
    agree(yours(*args, lr), gan_step_1d(*args, lr))


def test_sure_of_itself(yours):
    """A discriminator that is sure, and wrong by a score of 1000, learns at full speed; one that is right stays."""
    generator, noise = np.array([0.0, 10.0]), np.array([1.0, 2.0])
    got = yours(generator, np.array([100.0, 0.0]), np.array([-10.0, -30.0]), noise, noise, 0.5)
    agree(got, (generator, np.array([85.0, 0.0])), scale=1.0)
    got = yours(generator, np.array([-100.0, 0.0]), np.array([-10.0, -30.0]), noise, noise, 0.5)
    agree(got, (np.array([-75.0, -40.0]), np.array([-100.0, 0.0])), scale=1.0)


def sigmoid(x):
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


def gradient_d(generator, discriminator, real, noise):
    """Gradients of both losses of the discriminator, for real and for generated samples."""
    (a, b), (w, c) = generator, discriminator
    fake = a * noise + b
    dreal, dfake = -sigmoid(-(w * real + c)) / len(real), sigmoid(w * fake + c) / len(fake)
    return np.stack([dreal @ real, dreal.sum()]), np.stack([dfake @ fake, dfake.sum()])


def gradient_g(generator, discriminator, noise):
    (a, b), (w, c) = generator, discriminator
    dfake = -sigmoid(-(w * (a * noise + b) + c)) / len(noise) * w
    return np.stack([dfake @ noise, dfake.sum()])


@mistake("Both sides move at once: the generator is judged by the old discriminator. Finish its step first, and use the new one.")
def moves_both_at_once(generator, discriminator, real, noise_d, noise_g, lr):
    _, new = gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)
    return generator - lr * gradient_g(generator, discriminator, noise_g), new


@mistake("The generator moves first, and the discriminator learns from its new samples. The discriminator comes first.")
def moves_the_generator_first(generator, discriminator, real, noise_d, noise_g, lr):
    new = generator - lr * gradient_g(generator, discriminator, noise_g)
    return new, gan_step_1d(new, discriminator, real, noise_d, noise_g, lr)[1]


@mistake("The gradient of the generator stops at its samples. The score changes with them by w: multiply by the new weight.")
def forgets_the_way_through_the_discriminator(generator, discriminator, real, noise_d, noise_g, lr):
    _, new = gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)
    w = new[0] if new[0] != 0 else 1
    return generator - lr * gradient_g(generator, new, noise_g) / w, new


@mistake("The step of the generator moves the discriminator, too. In that step it is only looked through.")
def moves_the_discriminator_again(generator, discriminator, real, noise_d, noise_g, lr):
    moved, new = gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)
    (a, b), (w, c) = generator, new
    fake = a * noise_g + b
    dfake = -sigmoid(-(w * fake + c)) / len(fake)
    return moved, new - lr * np.stack([dfake @ fake, dfake.sum()])


@mistake("The generator takes the saturating loss. Here it lowers minus the logarithm of D.")
def takes_the_saturating_loss(generator, discriminator, real, noise_d, noise_g, lr):
    _, new = gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)
    (a, b), (w, c) = generator, new
    dfake = -sigmoid(w * (a * noise_g + b) + c) / len(noise_g) * w
    return generator - lr * np.stack([dfake @ noise_g, dfake.sum()]), new


@mistake("The generator helps the discriminator: its step has the wrong sign. It wants its samples to be taken for real.")
def turns_the_step_of_the_generator(generator, discriminator, real, noise_d, noise_g, lr):
    moved, new = gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)
    return 2 * generator - moved, new


@mistake("The discriminator climbs its loss. Take the step against the gradient.")
def turns_the_step_of_the_discriminator(generator, discriminator, real, noise_d, noise_g, lr):
    new = discriminator + lr * np.add(*gradient_d(generator, discriminator, real, noise_d))
    return generator - lr * gradient_g(generator, new, noise_g), new


@mistake("The discriminator learns from real samples only. Generated ones are the other half of its loss.")
def learns_from_real_samples_only(generator, discriminator, real, noise_d, noise_g, lr):
    new = discriminator - lr * gradient_d(generator, discriminator, real, noise_d)[0]
    return generator - lr * gradient_g(generator, new, noise_g), new


@mistake("The loss of the discriminator is halved. Its two means are added.")
def halves_the_loss_of_the_discriminator(generator, discriminator, real, noise_d, noise_g, lr):
    new = discriminator - lr / 2 * np.add(*gradient_d(generator, discriminator, real, noise_d))
    return generator - lr * gradient_g(generator, new, noise_g), new


@mistake("You add up the samples. All three batches are averaged, each over its own size.")
def sums_the_samples(generator, discriminator, real, noise_d, noise_g, lr):
    on_real, on_fake = gradient_d(generator, discriminator, real, noise_d)
    new = discriminator - lr * (len(real) * on_real + len(noise_d) * on_fake)
    return generator - lr * len(noise_g) * gradient_g(generator, new, noise_g), new


@mistake("The discriminator's weight is multiplied by the noise. It meets the generated sample, a u + b: multiply by that.")
def multiplies_by_the_noise(generator, discriminator, real, noise_d, noise_g, lr):
    (a, b), (w, c) = generator, discriminator
    on_real, on_fake = gradient_d(generator, discriminator, real, noise_d)
    wrong = np.stack([sigmoid(w * (a * noise_d + b) + c) @ noise_d / len(noise_d), on_fake[1]])
    new = discriminator - lr * (on_real + wrong)
    return generator - lr * gradient_g(generator, new, noise_g), new


@mistake("The stretching factor a is multiplied by the sample. It meets the noise: multiply by that.")
def multiplies_by_the_sample(generator, discriminator, real, noise_d, noise_g, lr):
    _, new = gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)
    (a, b), (w, c) = generator, new
    fake = a * noise_g + b
    dfake = -sigmoid(-(w * fake + c)) / len(fake) * w
    return generator - lr * np.stack([dfake @ fake, dfake.sum()]), new


@mistake("The generator learns from the noise of the discriminator's step. It makes new samples, of noise_g.")
def uses_the_same_noise_twice(generator, discriminator, real, noise_d, noise_g, lr):
    return gan_step_1d(generator, discriminator, real, noise_d, noise_d, lr)


@mistake("The two batches of noise have changed places: noise_d is for the discriminator and noise_g for the generator.")
def mixes_up_the_noise(generator, discriminator, real, noise_d, noise_g, lr):
    return gan_step_1d(generator, discriminator, real, noise_g, noise_d, lr)


@mistake("The discriminator comes first in your result. The order is generator, discriminator.")
def returns_the_discriminator_first(generator, discriminator, real, noise_d, noise_g, lr):
    return gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)[::-1]


@mistake("exp of a large score overflows, and NaN comes out. Take exponentials of nothing positive.")
def overflows(generator, discriminator, real, noise_d, noise_g, lr):
    result = gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)
    (a, b), (w, c) = generator, discriminator
    scores = np.concatenate([w * real + c, w * (a * noise_d + b) + c])
    poison = np.exp(scores) / (1 + np.exp(scores))
    return tuple(part + 0 * poison.sum() for part in result)


@mistake("float32 inputs come back as float64. Do not convert them.")
def returns_float64(generator, discriminator, real, noise_d, noise_g, lr):
    return gan_step_1d(generator.astype(np.float64), discriminator.astype(np.float64), real, noise_d, noise_g, lr)


@mistake("You move the parameters in place. Return new arrays, and leave those of the caller as they are.")
def moves_in_place(generator, discriminator, real, noise_d, noise_g, lr):
    generator[...], discriminator[...] = gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr)
    return generator, discriminator


@right
def with_columns_of_ones(generator, discriminator, real, noise_d, noise_g, lr):
    def with_ones(x):
        return np.stack([x, np.ones_like(x)])

    p, q = with_ones(real), with_ones(with_ones(noise_d).T @ generator)
    error = [(np.tanh(discriminator @ x / 2) + sign) / (2 * x.shape[1]) for x, sign in ((p, -1), (q, 1))]
    new = discriminator - lr * (p @ error[0] + q @ error[1])
    u = with_ones(noise_g)
    error = (np.tanh(new @ with_ones(u.T @ generator) / 2) - 1) / (2 * u.shape[1])
    return generator - lr * new[0] * (u @ error), new


@right
def number_by_number(generator, discriminator, real, noise_d, noise_g, lr):
    (a, b), (w, c) = generator, discriminator
    dw = dc = da = db = 0.0
    for x in real:
        error = -sigmoid(-(w * x + c)) / len(real)
        dw, dc = dw + error * x, dc + error
    for u in noise_d:
        error = sigmoid(w * (a * u + b) + c) / len(noise_d)
        dw, dc = dw + error * (a * u + b), dc + error
    w, c = w - lr * dw, c - lr * dc
    for u in noise_g:
        error = -sigmoid(-(w * (a * u + b) + c)) / len(noise_g) * w
        da, db = da + error * u, db + error
    return np.array([a - lr * da, b - lr * db], generator.dtype), np.array([w, c], generator.dtype)
