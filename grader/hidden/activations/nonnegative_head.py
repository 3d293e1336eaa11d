"""Hidden tests of activations/nonnegative_head."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.nonnegative_head import nonnegative_head

independent = (
    "(lambda f: (f(x), torch.func.grad(lambda x: f(x).sum())(x)))"
    "({'relu': F.relu, 'softplus': F.softplus, 'exp': torch.exp}[kind])"
)
KINDS = ("relu", "softplus", "exp")


def sample(rng, size="small"):
    """Scores of either sign for softplus; axes of length 1 for exp."""
    shape, kind = ((1, 1, 1), "exp") if size == "ones" else ((2, 3, 5), "softplus")
    return rng.normal(scale=2.0, size=shape), kind


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind(yours, rng, kind):
    """Every kind has its own output and slope, for scores of either sign."""
    x = rng.normal(scale=2.0, size=(4, 3))
    agree(yours(x, kind), nonnegative_head(x, kind))
    agree(yours(x.astype(np.float32), kind), nonnegative_head(x.astype(np.float32), kind))


def test_softplus_by_hand(yours):
    """At the logarithm of 3 softplus is the logarithm of 4, and rises by three quarters."""
    x = np.log(np.array([3.0, 1 / 3, 1.0]))
    agree(yours(x, "softplus"), (np.log(np.array([4.0, 4 / 3, 2.0])), np.array([0.75, 0.25, 0.5])))


def test_exp_is_its_own_slope(yours):
    """exp multiplies: its slope is its output, and a score of ln 7 gives 7."""
    agree(yours(np.log(np.array([[7.0, 0.25]])), "exp"), (np.array([[7.0, 0.25]]), np.array([[7.0, 0.25]])))


def test_dead_output(yours):
    """ReLU reaches targets far above 1, but for a score of 0 or below it passes nothing back; just above it passes all."""
    y, slope = yours(np.array([40.0, 0.0, -0.5, 1e-12]), "relu")
    agree((y, slope), (np.array([40.0, 0.0, 0.0, 1e-12]), np.array([1.0, 0.0, 0.0, 1.0])))


@pytest.mark.parametrize("kind", ["relu", "softplus"])
def test_far_out(yours, kind):
    """At 1000 the output is 1000 with slope 1, at -1000 both are 0, and nothing is NaN."""
    agree(yours(np.array([1000.0, -1000.0]), kind), (np.array([1000.0, 0.0]), np.array([1.0, 0.0])))


def test_never_dead(yours):
    """At -40 and -50 softplus and its slope are small and not zero, with all their digits."""
    x = np.array([-40.0, -41.5, -50.0])
    agree(yours(x, "softplus"), (np.exp(x), np.exp(x)))


@pytest.mark.parametrize("kind", KINDS)
def test_slope_is_the_derivative(yours, rng, kind):
    """The slope is what the output gains in a small step, divided by the step."""
    x, step = np.array([-1.5, -0.25, 0.75, 2.0]), 2.0**-16
    gain = (yours(x + step, kind)[0] - yours(x - step, kind)[0]) / (2 * step)
    agree(np.round(yours(x, kind)[1] - gain, 6) + 1, np.ones(4))


@pytest.mark.parametrize("shape", [(), (4,)], ids=["no_axis", "one_axis"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number."""
    x = np.asarray(rng.normal(size=shape))
    agree(yours(x, "softplus"), nonnegative_head(x, "softplus"))


@pytest.mark.parametrize("kind", ["sigmoid", "ReLU"])
def test_unknown_kind(yours, kind):
    """A kind that is not in the table raises a ValueError that names the argument."""
    with pytest.raises(ValueError, match="kind"):
        yours(np.array([0.5, -2.0]), kind)


def instead(kind, wrong):
    """A head that does something else for one kind; `wrong` is given the scores, the right output and the right slope."""
    return lambda x, asked: wrong(x, *nonnegative_head(x, asked)) if asked == kind else nonnegative_head(x, asked)


@mistake("softplus overflows: exp(1000) is infinite. Take the positive part of x out of the logarithm first.")
def overflows_in_softplus(x, kind):
    return instead("softplus", lambda x, y, slope: (np.log1p(np.exp(x)), slope))(x, kind)


@mistake("Softplus becomes 0 on the far left, because 1 + 4e-18 is 1 in floating point. Use log1p, or logaddexp.")
def loses_small_outputs(x, kind):
    return instead("softplus", lambda x, y, slope: (np.maximum(x, 0) + np.log(1 + np.exp(-np.abs(x))), slope))(x, kind)


@mistake("The slope of softplus is NaN far to the right: infinity over infinity. Write the sigmoid without large exponentials.")
def overflows_in_the_slope(x, kind):
    return instead("softplus", lambda x, y, slope: (y, np.exp(x) / (1 + np.exp(x))))(x, kind)


@mistake(
    "The slope of softplus becomes 0 on the far left: 1 minus a number close to 1 has no digits left. Use the sigmoid itself."
)
def loses_small_slopes(x, kind):
    return instead("softplus", lambda x, y, slope: (y, (1 + np.tanh(x / 2)) / 2))(x, kind)


@mistake("y (1 - y) is the slope of a sigmoid output. The slope of softplus is the sigmoid of x, not the sigmoid's slope.")
def takes_the_slope_of_the_sigmoid(x, kind):
    return instead("softplus", lambda x, y, slope: (y, slope * (1 - slope)))(x, kind)


@mistake("You take the sigmoid of the output y. The slope of softplus is the sigmoid of the score x.")
def takes_the_sigmoid_of_the_output(x, kind):
    return instead("softplus", lambda x, y, slope: (y, 1 / (1 + np.exp(-y))))(x, kind)


@mistake("Softplus is computed as a sigmoid, which ends at 1: larger targets are out of reach. Softplus is ln(1 + exp(x)).")
def is_a_sigmoid(x, kind):
    return instead("softplus", lambda x, y, slope: (slope, slope * (1 - slope)))(x, kind)


@mistake("You refuse ReLU in an output layer. It is allowed where targets are not negative: return max(0, x) and its slope.")
def refuses_relu(x, kind):
    if kind == "relu":
        raise ValueError("kind relu must not be an output")
    return nonnegative_head(x, kind)


@mistake("The slope of ReLU at 0 is 1 with you. There is no derivative at 0, and PyTorch takes 0: compare with > and not >=.")
def lets_zero_pass(x, kind):
    return instead("relu", lambda x, y, slope: (y, (x >= 0).astype(x.dtype)))(x, kind)


@mistake("The slope of ReLU is 1 everywhere with you. Where the score is negative the output does not move: slope 0.")
def forgets_the_dead_side(x, kind):
    return instead("relu", lambda x, y, slope: (y, np.ones_like(x)))(x, kind)


@mistake("The slope of ReLU is its output with you. It is 1 where x is positive, however large x is.")
def takes_the_output_for_the_slope(x, kind):
    return instead("relu", lambda x, y, slope: (y, y.copy()))(x, kind)


@mistake("You take the absolute value. ReLU turns negative scores into 0.")
def takes_the_absolute_value(x, kind):
    return instead("relu", lambda x, y, slope: (np.abs(x), np.sign(x)))(x, kind)


@mistake("A little slope is left on the negative side of ReLU, and a negative output. That is leaky ReLU; here both are 0.")
def is_leaky(x, kind):
    return instead("relu", lambda x, y, slope: (np.where(x > 0, x, 0.01 * x), np.where(x > 0, 1.0, 0.01)))(x, kind)


@mistake("The slope of exp is x exp(x) with you, as if x were an exponent to bring down. The derivative of exp(x) is exp(x).")
def brings_down_the_exponent(x, kind):
    return instead("exp", lambda x, y, slope: (y, x * y))(x, kind)


@mistake("Output and slope have changed places. Return the output first.")
def swaps_the_results(x, kind):
    y, slope = nonnegative_head(x, kind)
    return slope, y


@mistake("Any other word is taken for exp. Raise a ValueError for it: a typing error must be heard.")
def takes_any_word_for_exp(x, kind):
    return nonnegative_head(x, kind if kind in KINDS else "exp")


@mistake("A float32 input comes back as float64. Do not convert x, and allocate results with dtype=x.dtype.")
def returns_float64(x, kind):
    return nonnegative_head(np.asarray(x, dtype=np.float64), kind)


@mistake("You write the output into x. Return new arrays: the caller still needs the scores.")
def overwrites_x(x, kind):
    y, slope = nonnegative_head(x, kind)
    x[...] = y
    return y, slope


@right
def through_logarithms(x, kind):
    if kind == "softplus":
        y = np.logaddexp(0, x)
        return y, np.exp(-np.logaddexp(0, -x))
    return (np.where(x > 0, x, 0), np.heaviside(x, 0)) if kind == "relu" else nonnegative_head(x, kind)


@right
def number_by_number(x, kind):
    y, slope = np.empty_like(x), np.empty_like(x)
    for i, v in np.ndenumerate(x):
        if kind == "softplus":
            y[i] = v + np.log1p(np.exp(-v)) if v > 0 else np.log1p(np.exp(v))
            slope[i] = 1 / (1 + np.exp(-v)) if v > 0 else np.exp(v) / (1 + np.exp(v))
        elif kind == "relu":
            y[i], slope[i] = (v, 1) if v > 0 else (0, 0)
        elif kind == "exp":
            y[i] = slope[i] = np.exp(v)
        else:
            raise ValueError("kind")
    return y, slope
