"""Hidden tests of perceptron/logistic_step."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.perceptron.logistic_step import logistic_step
from solutions.perceptron.perceptron_step import perceptron_step

independent = (
    "(lambda w, b: (w, b))(*[p - lr * g for p, g in zip((weight, bias), torch.func.grad("
    "lambda p: F.softplus(-target * (p[0] @ x + p[1]), threshold=1e9))((weight, torch.as_tensor(bias, dtype=x.dtype))))])"
)


def sample(rng, size="small"):
    """A positive score for a negative label: wrong by a middling amount."""
    x = rng.uniform(0.5, 1.5, 1 if size == "ones" else 4) * (1 if size == "ones" else np.array([-1.0, 1.0, 1.0, -1.0]))
    return rng.uniform(0.1, 0.3) * x + rng.uniform(-0.02, 0.02, x.shape), 0.375, x, -1, 0.7


@pytest.mark.parametrize("target", [1, -1], ids=["plus", "minus"])
def test_score_of_zero(yours, target):
    """At a score of 0 the surprise is one half, whatever the label."""
    weight, x = np.array([1.0, 2.0]), np.array([3.0, -2.0])
    agree(yours(weight, 1.0, x, target, 0.25), (weight + 0.125 * target * x, 1.0 + 0.125 * target))


@pytest.mark.parametrize("target", [1, -1], ids=["plus", "minus"])
def test_by_hand(yours, target):
    """A margin of log 3 leaves a surprise of 1/4, one of minus log 3 a surprise of 3/4."""
    weight, x = np.array([1.0, 2.0]), np.array([4.0, -2.0])
    for margin, surprise in ((np.log(3), 0.25), (-np.log(3), 0.75)):
        bias = float(target * margin)
        agree(yours(weight, bias, x, target, 2.0), (weight + 2 * surprise * target * x, bias + 2 * surprise * target))


def test_right_examples_move_it_too(yours):
    """An example that is right moves the weights a little, where a perceptron stays as it is."""
    weight, x = np.array([2.0, 0.0]), np.array([1.0, -1.0])
    agree(perceptron_step(weight, 0.0, x, 1)[0], weight)
    agree(yours(weight, 0.0, x, 1, 1.0), (weight + x / (1 + np.exp(2)), 1 / (1 + np.exp(2))))


@pytest.mark.parametrize("target", [1, -1], ids=["plus", "minus"])
def test_right_by_far(yours, target):
    """A margin of 40 still moves what was zero, by 4.2e-18 times the learning rate."""
    weight, x = np.array([0.0, 40.0 * target]), np.array([1.0, 1.0])
    agree(yours(weight, 0.0, x, target, 1.0)[0][0], target * np.exp(-40.0))
    agree(yours(weight, 0.0, x, target, 1.0)[1], target * np.exp(-40.0))


@pytest.mark.parametrize("target", [1, -1], ids=["plus", "minus"])
def test_huge_scores(yours, target):
    """A score of 1000 overflows nowhere: wrong by that much moves by the whole example, right by that much not at all."""
    weight, x = np.array([3.0, -1.0]), np.array([1.0, 3.0])
    agree(yours(weight, -1000.0 * target, x, target, 0.5), (weight + 0.5 * target * x, -1000.0 * target + 0.5 * target))
    agree(yours(weight, 1000.0 * target, x, target, 0.5), (weight, 1000.0 * target))


def test_step_follows_the_gradient(yours, rng):
    """The step is minus the learning rate times the slope of log(1 + exp(-ys)), by central differences."""
    weight, bias, x, target, lr = sample(rng)

    def loss(w, b):
        return np.log1p(np.exp(-target * (w @ x + b)))

    after, shifted = yours(weight, bias, x, target, lr)
    h = 1e-5
    slopes = np.array([(loss(weight + h * e, bias) - loss(weight - h * e, bias)) / (2 * h) for e in np.eye(4)])
    agree((after - weight) / lr, -slopes, scale=1e4)
    agree((shifted - bias) / lr, -(loss(weight, bias + h) - loss(weight, bias - h)) / (2 * h), scale=1e4)


def test_learning_rate(yours, rng):
    """Twice the learning rate moves twice as far, in weights and bias."""
    weight, bias, x, target, lr = sample(rng)
    once, twice = logistic_step(weight, bias, x, target, lr), yours(weight, bias, x, target, 2 * lr)
    agree(twice, (weight + 2 * (once[0] - weight), bias + 2 * (once[1] - bias)))


def test_rests_on_xor(yours):
    """On XOR, with weights and bias at zero, the four steps cancel: there logistic regression comes to rest."""
    moves = np.zeros(3)
    for point, label in (([0.0, 0.0], -1), ([0.0, 1.0], 1), ([1.0, 0.0], 1), ([1.0, 1.0], -1)):
        after, shifted = yours(np.zeros(2), 0.0, np.array(point), label, 1.0)
        moves += np.append(after, shifted)
        agree(shifted, 0.5 * label)
    agree(moves, np.zeros(3), scale=1.0)


@pytest.mark.parametrize("target", [0, 2])
def test_bad_label(yours, rng, target):
    """A label that is neither -1 nor +1, such as 0, raises a ValueError that names target."""
    weight, bias, x, _, lr = sample(rng)
    with pytest.raises(ValueError, match="target"):
        yours(weight, bias, x, target, lr)


def sigmoid(z):
    return float(np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z))))


def moved(weight, bias, x, step):
    return weight + step * x, bias + step


def margin_of(weight, bias, x, target):
    logistic_step(weight, bias, x, target, 1.0)  # refuses bad labels
    return target * ((weight * x).sum() + bias)


@mistake("Your share is the probability of the right label, so examples that are right move most. Turn the sign of the margin.")
def takes_the_right_probability(weight, bias, x, target, lr):
    return moved(weight, bias, x, lr * sigmoid(margin_of(weight, bias, x, target)) * target)


@mistake(
    "You mix up two encodings: label minus probability is the step for labels 0 and 1. With -1 and +1 it is the label times the "
    "sigmoid of minus the margin."
)
def mixes_up_the_labels(weight, bias, x, target, lr):
    margin = margin_of(weight, bias, x, target)
    return moved(weight, bias, x, lr * (target - sigmoid(target * margin)))


@mistake("The step goes uphill. Move towards the example for a label of +1, and away from it for -1.")
def climbs(weight, bias, x, target, lr):
    return moved(weight, bias, x, -lr * sigmoid(-margin_of(weight, bias, x, target)) * target)


@mistake("This is the perceptron's step, all or nothing. Multiply by the probability of the wrong label, for every example.")
def is_a_perceptron(weight, bias, x, target, lr):
    return moved(weight, bias, x, lr * target * float(margin_of(weight, bias, x, target) <= 0))


@mistake("Only wrong examples move your weights. Every example does, by the probability of the wrong label.")
def skips_right_examples(weight, bias, x, target, lr):
    margin = margin_of(weight, bias, x, target)
    return moved(weight, bias, x, lr * sigmoid(-margin) * target * float(margin <= 0))


@mistake("The label is missing in the step. It is missing where it is -1: there the example is to be subtracted.")
def forgets_the_label_in_the_step(weight, bias, x, target, lr):
    return moved(weight, bias, x, lr * sigmoid(-margin_of(weight, bias, x, target)))


@mistake("The learning rate is missing. Multiply the whole step by lr, for the weights and for the bias.")
def forgets_the_learning_rate(weight, bias, x, target, lr):
    return logistic_step(weight, bias, x, target, 1.0)


@mistake("The bias stays as it is. It moves as well, like a weight whose input is always 1.")
def leaves_the_bias(weight, bias, x, target, lr):
    return logistic_step(weight, bias, x, target, lr)[0], bias


@mistake("You leave the bias out of the score. Add it before you take the sigmoid.")
def forgets_the_bias_in_the_score(weight, bias, x, target, lr):
    return moved(weight, bias, x, lr * sigmoid(-margin_of(weight, 0.0, x, target)) * target)


@mistake(
    "The slope of the sigmoid is still in your step, as for a squared error. In the logarithmic loss it cancels: only the "
    "sigmoid of minus the margin is left."
)
def multiplies_by_the_slope(weight, bias, x, target, lr):
    margin = margin_of(weight, bias, x, target)
    return moved(weight, bias, x, lr * sigmoid(-margin) ** 2 * sigmoid(margin) * target)


@mistake(
    "1 minus a probability close to 1 has no digits left: examples that are right by far move nothing. Take the sigmoid of "
    "minus the margin."
)
def subtracts_from_one(weight, bias, x, target, lr):
    return moved(weight, bias, x, lr * (1 - sigmoid(margin_of(weight, bias, x, target))) * target)


@mistake("exp of a large margin overflows: infinity divided by infinity is NaN. Take exponentials of negative numbers only.")
def overflows(weight, bias, x, target, lr):
    with np.errstate(over="ignore", invalid="ignore"):
        e = np.exp(-np.asarray(margin_of(weight, bias, x, target)))
        return moved(weight, bias, x, (lr * e / (1 + e) * target).astype(weight.dtype))


@mistake("Any label is accepted. The formula is for -1 and +1 only: raise a ValueError that names target.")
def accepts_any_label(weight, bias, x, target, lr):
    return moved(weight, bias, x, lr * sigmoid(-target * ((weight * x).sum() + bias)) * target)


@mistake("You update the weights in place, as w += ... does. Return new ones, and leave those of the caller as they are.")
def overwrites_weight(weight, bias, x, target, lr):
    after, shifted = logistic_step(weight, bias, x, target, lr)
    weight[...] = after
    return weight, shifted


@mistake("A float32 weight comes back as float64. Do not convert it, and allocate results with its dtype.")
def returns_float64(weight, bias, x, target, lr):
    return logistic_step(weight.astype(np.float64), bias, x, target, lr)


@right
def by_zero_and_one(weight, bias, x, target, lr):
    """Label minus probability, with labels 0 and 1, and the label -1 by symmetry."""
    if target == -1:
        after, shifted = by_zero_and_one(-weight, -bias, x, 1, lr)
        return -after, -shifted
    if target != 1:
        raise ValueError("target")
    no = float(np.exp(-np.logaddexp(0.0, np.dot(weight, x) + bias)))
    return weight + lr * no * x, bias + lr * no


@right
def number_by_number(weight, bias, x, target, lr):
    if target not in (-1, 1):
        raise ValueError("target")
    margin = target * (sum(w * f for w, f in zip(weight, x, strict=True)) + bias)
    surprise = 1 / (1 + np.exp(margin)) if margin < 0 else np.exp(-margin) / (1 + np.exp(-margin))
    new = np.array([w + lr * surprise * target * f for w, f in zip(weight, x, strict=True)], dtype=weight.dtype)
    return [new, float(bias + lr * surprise * target)]


@right
def bias_as_a_weight(weight, bias, x, target, lr):
    if target not in (-1, 1):
        raise ValueError("target")
    w, features = np.append(weight, bias).astype(weight.dtype), np.append(x, 1).astype(x.dtype)
    margin = target * (w @ features)
    e = np.exp(-abs(margin))
    w = w + lr * target * ((e if margin > 0 else 1) / (1 + e)) * features
    return w[:-1].copy(), w[-1]
