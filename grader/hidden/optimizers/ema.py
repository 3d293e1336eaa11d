"""Hidden tests of optimizers/ema."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.optimizers.ema import ema

# All averages at once: a matrix of weights, lower triangular.
independent = (
    "(lambda k: torch.einsum('ts,s...->t...', torch.where(k >= 0, (1 - beta) * beta ** k.clamp(min=0), 0.0).to(x.dtype), x) / "
    "((1 - beta ** torch.arange(1, len(x) + 1)).to(x.dtype).reshape(-1, *[1] * (x.ndim - 1)) if bias_correction else 1.0))"
    "(torch.arange(len(x))[:, None] - torch.arange(len(x)))"
)


def sample(rng, size="small"):
    """A series of vectors."""
    return rng.normal(size=(1, 1) if size == "ones" else (5, 3)), 0.75, bool(rng.integers(2))


@pytest.mark.parametrize("beta", [0.0, 0.5, 0.999])
def test_constant_series(yours, rng, beta):
    """A constant series comes out as that constant, from the first step on, if the bias is corrected."""
    agree(yours(np.full(6, -3.0), beta), np.full(6, -3.0))
    agree(yours(np.full(6, -3.0, dtype=np.float32), 1 - (1 - beta) / 100), np.full(6, -3.0, dtype=np.float32))


def test_uncorrected(yours, rng):
    """Without the correction the first average of a constant 1 is 1 - beta, and grows from there."""
    agree(yours(np.array([1.0, 1.0, 1.0, 2.0]), 0.9, False), np.array([0.1, 0.19, 0.271, 0.4439]))


def test_correction_by_default(yours, rng):
    """The bias is corrected unless you are told otherwise."""
    agree(yours(np.array([4.0, 10.0, 1.0]), 0.5), np.array([4.0, 8.0, 4.0]))


def test_no_memory(yours, rng):
    """With beta 0 the series itself comes out, in a new array, corrected or not."""
    x = rng.normal(size=(4, 2))
    agree(yours(x, 0.0), x)
    agree(yours(x, 0.0, False), x)


def test_single_event(yours, rng):
    """What happened once is weighted with 1 - beta, and loses a factor of beta in each step after."""
    x = np.array([0.0, 8.0, 0.0, 0.0])
    agree(yours(x, 0.5, False), np.array([0.0, 4.0, 2.0, 1.0]), exact=True)


@pytest.mark.parametrize("shape", [(7,), (4, 2, 3)], ids=["numbers", "matrices"])
@pytest.mark.parametrize("corrected", [True, False], ids=["corrected", "uncorrected"])
def test_any_shape(yours, rng, shape, corrected):
    """Time is the first axis, and every entry is averaged by itself."""
    x = rng.normal(size=shape) + 3.0
    agree(yours(x, 0.8, corrected), ema(x, 0.8, corrected))


def test_one_step(yours, rng):
    """After a single step the corrected average is the value."""
    x = np.array([[5.0, -2.0]])
    agree(yours(x, 0.9), x)


@pytest.mark.parametrize("beta", [-0.1, 1.0, 1.5], ids=["negative", "one", "above_one"])
def test_bad_beta(yours, rng, beta):
    """A beta below 0, or not below 1, raises a ValueError that names it."""
    with pytest.raises(ValueError, match="beta"):
        yours(np.array([1.0, 2.0]), beta)


@mistake("The bias correction is missing although it is asked for. Divide the average of step t by 1 - beta**t.")
def forgets_the_correction(x, beta, bias_correction=True):
    return ema(x, beta, False)


@mistake("The bias is corrected although bias_correction is false. Return the averages as they are then.")
def corrects_always(x, beta, bias_correction=True):
    return ema(x, beta, True)


@mistake("You exchange beta and 1 - beta. The old average is multiplied by beta, the new value by 1 - beta.")
def exchanges_the_weights(x, beta, bias_correction=True):
    ema(x, beta)
    return ema(x, 1 - beta, bias_correction) if beta > 0 else 0 * x


@mistake("The new value has its full weight, so the average grows to 1 / (1 - beta) times the series. Weight it with 1 - beta.")
def adds_the_whole_value(x, beta, bias_correction=True):
    return ema(x / (1 - beta), beta, bias_correction)


@mistake("This is the mean of all values so far, which forgets nothing. Weight the past with beta.")
def takes_the_mean_so_far(x, beta, bias_correction=True):
    ema(x, beta)
    return np.cumsum(x, axis=0) / np.arange(1, len(x) + 1).reshape(-1, *[1] * (x.ndim - 1)).astype(x.dtype)


@mistake(
    "The average starts at the first value instead of at zero. Then nothing is left to correct, and old values weigh too much."
)
def starts_at_the_first_value(x, beta, bias_correction=True):
    averages = ema(x, beta, False)
    start = beta ** np.arange(1, len(x) + 1).reshape(-1, *[1] * (x.ndim - 1))
    return averages + (start * x[0]).astype(x.dtype)


@mistake("Your exponent is one too large: you count from 2. In the first step the weights add up to 1 - beta.")
def counts_from_two(x, beta, bias_correction=True):
    averages = ema(x, beta, False)
    shift = (1 - beta ** np.arange(2, len(x) + 2)).reshape(-1, *[1] * (x.ndim - 1)).astype(x.dtype)
    return averages / shift if bias_correction else averages


@mistake("You divide by 1 - beta in every step. The weights of step t add up to one minus beta to the power of t.")
def corrects_as_in_the_first_step(x, beta, bias_correction=True):
    averages = ema(x, beta, False)
    return averages / (1 - beta) if bias_correction else averages


@mistake("The corrected average goes on into the next step. Keep the uncorrected one, and correct what you write down.")
def goes_on_with_the_corrected(x, beta, bias_correction=True):
    averages, average = np.empty_like(x), 0 * x[0]
    for t in range(len(x)):
        average = beta * average + (1 - beta) * x[t]
        average = average / (1 - beta ** (t + 1)) if bias_correction else average
        averages[t] = average
    return averages + 0 * ema(x, beta)


@mistake("You return the last average only. Return the average after each step.")
def returns_the_last(x, beta, bias_correction=True):
    return ema(x, beta, bias_correction)[-1]


@mistake("You average along the last axis. Time is the first axis.")
def averages_the_last_axis(x, beta, bias_correction=True):
    return np.moveaxis(ema(np.moveaxis(x, -1, 0), beta, bias_correction), 0, -1)


@mistake("The result is allocated without a dtype, so a float32 series comes back as float64. Allocate it in the dtype of x.")
def returns_float64(x, beta, bias_correction=True):
    return ema(x.astype(np.float64), beta, bias_correction)


@mistake("The averages are written over the series. Allocate a result of your own: x belongs to whoever called you.")
def overwrites_x(x, beta, bias_correction=True):
    x[...] = ema(x, beta, bias_correction)
    return x + 0


@mistake("A beta of 1 or more, or a negative one, passes unnoticed. Raise a ValueError that names beta.")
def checks_nothing(x, beta, bias_correction=True):
    return ema(x, beta, bias_correction) if 0 <= beta < 1 else x + 0


@right
def as_a_matrix_of_weights(x, beta, bias_correction=True):
    ema(x[:1], beta)
    age = np.arange(len(x))[:, None] - np.arange(len(x))
    share = np.where(age >= 0, (1 - beta) * beta ** np.maximum(age, 0.0), 0.0)
    if bias_correction:
        share = share / share.sum(axis=1, keepdims=True)
    return np.tensordot(share.astype(x.dtype), x, axes=1)


@right
def moves_towards_the_value(x, beta, bias_correction=True):
    ema(x[:1], beta)
    averages, missing = x.copy(), 1.0
    last = x[0] * 0
    for t in range(len(x)):
        last = last + (1 - beta) * (x[t] - last)
        missing *= beta
        averages[t] = last / (1 - missing) if bias_correction else last
    return averages
