"""Hidden tests of gans/generator_loss."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gans.generator_loss import generator_loss

independent = (
    "(lambda f: (f(logits_fake), torch.func.grad(f)(logits_fake)))"
    "(lambda z: F.binary_cross_entropy_with_logits(z, torch.ones_like(z)) if kind == 'nonsaturating' else"
    " -F.binary_cross_entropy_with_logits(z, 0 * z))"
)
KINDS = ["nonsaturating", "saturating"]


def sample(rng, size="small"):
    """Scores of either sign, for the loss that is not the default."""
    if size == "ones":
        return rng.normal(scale=2.0, size=(1, 1)) - 0.7, "nonsaturating"
    return rng.normal(scale=2.0, size=(4, 3)) - 0.7, KINDS[int(rng.integers(2))] if size == "random" else "saturating"


def both(yours, z):
    return [yours(z, kind) for kind in KINDS]


def test_found_out(yours):
    """At a score of -6 the saturating gradient is -0.0025 and the other one -0.9975."""
    p = 1 / (1 + np.exp(6.0))
    want = [(-np.log(p), np.array([p - 1])), (np.log(1 - p), np.array([-p]))]
    agree(both(yours, np.array([-6.0])), want)


def test_undecided(yours):
    """At a score of 0 both have the same gradient, and the losses are log 2 and minus log 2."""
    grad = np.array([-0.25, -0.25])
    agree(both(yours, np.zeros(2)), [(np.log(2), grad), (-np.log(2), grad)])


def test_default(yours, rng):
    """Without an argument the loss is the one that does not saturate."""
    z = rng.normal(size=5) - 1
    agree(yours(z), generator_loss(z, "nonsaturating"))


def test_difference(yours, rng):
    """Where they are added, the losses give minus the mean score, and the gradients minus one divided by the number of scores."""
    z, _ = sample(rng)
    (one, grad_one), (other, grad_other) = both(yours, z)
    agree(one + other, -z.mean())
    agree(grad_one + grad_other, np.full(z.shape, -1 / 12))
    agree(one, np.mean(np.log(1 + np.exp(-z))))


@pytest.mark.parametrize("score", [-300.0, -50.0, 40.0, 300.0])
def test_tiny_gradients(yours, score):
    """Tiny gradients and tiny losses keep their digits, one score at a time."""
    tiny = np.exp(-abs(score))
    large, small = (abs(score), np.array([-1.0])), (tiny, np.array([-tiny]))
    want = [large, (-tiny, small[1])] if score < 0 else [small, (-score, large[1])]
    agree(both(yours, np.array([score])), want)


@pytest.mark.parametrize("score", [-1000.0, 1000.0])
def test_sure_of_itself(yours, score):
    """Scores of 1000 of either sign overflow nowhere."""
    want = [(max(-score, 0.0), np.array([-float(score < 0)])), (min(-score, 0.0), np.array([-float(score > 0)]))]
    agree(both(yours, np.array([score])), want)


def test_mean_over_all_axes(yours, rng):
    """The mean runs over all entries: the same scores in another shape have the same loss."""
    z = rng.normal(size=12)
    for kind in KINDS:
        loss, grad = generator_loss(z, kind)
        for shape in ((3, 4), (2, 1, 3, 2)):
            agree(yours(z.reshape(shape), kind), (loss, grad.reshape(shape)))


def test_single_score(yours):
    """A single score without any axis works too."""
    agree(both(yours, np.array(-0.5)), [generator_loss(np.array(-0.5), kind) for kind in KINDS])


@pytest.mark.parametrize("kind", ["minimax", "non-saturating", "Saturating", "sat"])
def test_unknown_kind(yours, rng, kind):
    """Another word raises a ValueError that names kind."""
    with pytest.raises(ValueError, match="kind"):
        yours(rng.normal(size=3), kind)


def sigmoid(x):
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


def softplus(x):
    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))


@mistake("By default you take the saturating loss. The default is the one that does not saturate.")
def saturates_by_default(logits_fake, kind="saturating"):
    return generator_loss(logits_fake, kind)


@mistake("The two kinds are mixed up: the saturating loss is the one with log(1 - D).")
def mixes_up_the_kinds(logits_fake, kind="nonsaturating"):
    generator_loss(logits_fake, kind)
    return generator_loss(logits_fake, KINDS[kind == "nonsaturating"])


@mistake("The kind has no effect: both are the loss that does not saturate. Write log(1 - D) for the other one.")
def knows_one_kind(logits_fake, kind="nonsaturating"):
    generator_loss(logits_fake, kind)
    return generator_loss(logits_fake)


@mistake("The saturating loss has the wrong sign, so the generator helps the discriminator. It makes log(1 - D) small.")
def turns_the_saturating_loss(logits_fake, kind="nonsaturating"):
    loss, grad = generator_loss(logits_fake, kind)
    return (-loss, -grad) if kind == "saturating" else (loss, grad)


@mistake("The loss that does not saturate is negative. It is minus the logarithm of D.")
def turns_the_nonsaturating_loss(logits_fake, kind="nonsaturating"):
    loss, grad = generator_loss(logits_fake, kind)
    return (loss, grad) if kind == "saturating" else (-loss, -grad)


@mistake("Both kinds have the same gradient here. Only their aim is the same: the saturating one has the gradient -D.")
def has_one_gradient_for_both(logits_fake, kind="nonsaturating"):
    loss, _ = generator_loss(logits_fake, kind)
    return loss, generator_loss(logits_fake)[1]


@mistake("The gradients have the wrong sign. Both are negative: a step against them raises the scores.")
def turns_the_gradients(logits_fake, kind="nonsaturating"):
    loss, grad = generator_loss(logits_fake, kind)
    return loss, -grad


@mistake("The loss that does not saturate is that of the discriminator, with the target 0. For the generator the target is 1.")
def takes_the_target_zero(logits_fake, kind="nonsaturating"):
    loss, grad = generator_loss(logits_fake, kind)
    if kind == "nonsaturating":
        loss, grad = generator_loss(-logits_fake)[0], sigmoid(logits_fake) / logits_fake.size
    return loss, grad


@mistake("The gradient is multiplied by the slope of the sigmoid once more. Against the logarithm one factor cancels.")
def multiplies_by_the_slope(logits_fake, kind="nonsaturating"):
    loss, grad = generator_loss(logits_fake, kind)
    return loss, grad * sigmoid(logits_fake) * sigmoid(-logits_fake)


@mistake("You add up the scores' losses. Take the mean over all entries, for the loss and for the gradient.")
def sums(logits_fake, kind="nonsaturating"):
    return tuple(logits_fake.size * part for part in generator_loss(logits_fake, kind))


@mistake("The loss is a mean, and the gradient still that of the sum. Divide it by the number of entries, too.")
def forgets_the_mean_in_the_gradient(logits_fake, kind="nonsaturating"):
    loss, grad = generator_loss(logits_fake, kind)
    return loss, logits_fake.size * grad


@mistake("You divide by the length of the first axis only. The mean runs over all entries.")
def averages_over_the_first_axis_only(logits_fake, kind="nonsaturating"):
    factor = logits_fake.size / (len(logits_fake) if logits_fake.ndim else 1)
    return tuple(factor * part for part in generator_loss(logits_fake, kind))


@mistake("You take the logarithm of a rounded probability, so confident scores give infinity or 0. Write the loss with scores.")
def takes_the_logarithm_of_the_sigmoid(logits_fake, kind="nonsaturating"):
    _, grad = generator_loss(logits_fake, kind)
    p = sigmoid(logits_fake)
    return np.mean(np.log(1 - p) if kind == "saturating" else -np.log(p)), grad


@mistake("You add a small number inside the logarithm, so no fake costs more than about 18. Write the loss with scores.")
def protects_the_logarithm(logits_fake, kind="nonsaturating"):
    _, grad = generator_loss(logits_fake, kind)
    p = sigmoid(logits_fake)
    return np.mean(np.log(1 - p + 1e-8) if kind == "saturating" else -np.log(p + 1e-8)), grad


@mistake("1 - D is rounded to 0 where D is nearly 1, and the gradient with it. It is the sigmoid of minus the score.")
def subtracts_the_probability_from_one(logits_fake, kind="nonsaturating"):
    loss, grad = generator_loss(logits_fake, kind)
    return loss, grad if kind == "saturating" else (sigmoid(logits_fake) - 1) / logits_fake.size


@mistake("exp of a large score overflows. Take exponentials of minus the absolute value only.")
def overflows(logits_fake, kind="nonsaturating"):
    _, grad = generator_loss(logits_fake, kind)
    sign = 1 if kind == "saturating" else -1
    return -sign * np.mean(np.log1p(np.exp(sign * logits_fake))), grad


@mistake("Adding a tiny number to 1 rounds it away, so tiny losses become exactly 0. Use log1p.")
def rounds_small_losses_away(logits_fake, kind="nonsaturating"):
    _, grad = generator_loss(logits_fake, kind)
    sign = 1 if kind == "saturating" else -1
    return -sign * np.mean(np.maximum(sign * logits_fake, 0) + np.log(1 + np.exp(-np.abs(logits_fake)))), grad


@mistake("Any other word is taken for one of the two kinds. Raise a ValueError that names kind.")
def accepts_any_kind(logits_fake, kind="nonsaturating"):
    return generator_loss(logits_fake, kind if kind == "saturating" else "nonsaturating")


@mistake("float32 scores come back as float64. Do not convert the input.")
def returns_float64(logits_fake, kind="nonsaturating"):
    return generator_loss(logits_fake.astype(np.float64), kind)


@mistake("You turn the scores into probabilities in place. Make a new array: the caller still needs the scores.")
def overwrites_the_scores(logits_fake, kind="nonsaturating"):
    result = generator_loss(logits_fake, kind)
    logits_fake[...] = sigmoid(logits_fake)
    return result


@right
def by_logaddexp(logits_fake, kind="nonsaturating"):
    signs = {"nonsaturating": -1.0, "saturating": 1.0}
    if kind not in signs:
        raise ValueError(f"unknown kind {kind}")
    z = signs[kind] * logits_fake
    return -signs[kind] * np.logaddexp(0, z).mean(), -np.exp(-np.logaddexp(0, -z)) / logits_fake.size


@right
def score_by_score(logits_fake, kind="nonsaturating"):
    if kind not in ("nonsaturating", "saturating"):
        raise ValueError("kind")
    total, grad = 0.0, np.zeros_like(logits_fake)
    for index in np.ndindex(logits_fake.shape):
        z = -logits_fake[index] if kind == "nonsaturating" else logits_fake[index]
        e = np.exp(-abs(z))
        total += max(z, 0) + np.log1p(e)
        grad[index] = -(1 if z > 0 else e) / (1 + e) / logits_fake.size
    return (total if kind == "nonsaturating" else -total) / logits_fake.size, grad


@right
def one_from_the_other(logits_fake, kind="nonsaturating"):
    e = np.exp(-np.abs(logits_fake))
    found_out = logits_fake < 0
    if kind == "saturating":
        loss = np.where(found_out, 0, -logits_fake) - np.log1p(e)
        grad = np.where(found_out, e, 1) / (1 + e)
    elif kind == "nonsaturating":
        loss = np.where(found_out, -logits_fake, 0) + np.log1p(e)
        grad = np.where(found_out, 1, e) / (1 + e)
    else:
        raise ValueError("bad kind")
    return loss.mean(), (-grad / logits_fake.size).astype(logits_fake.dtype)
