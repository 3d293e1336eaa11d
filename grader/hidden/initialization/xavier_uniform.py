"""Hidden tests of initialization/xavier_uniform.  Right answers draw differently, so only statistics are compared: with bounds
that a right answer misses less than once in a billion.
"""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.initialization.fan_in_out import fan_in_out
from solutions.initialization.xavier_uniform import xavier_uniform

LOOP = {"state": 0xA23779B97F4A7C15F39CC0605CEDC835, "inc": 0xE51CA4BC0BEE5933322D30925D37E3EC}
MANY = 2000  # entries from which the largest lies within 1.5% of the bound: (1 - 0.015)**2000 is 1 in 10**13


def sample(rng, size="small"):
    return (1, 1, 1) if size == "ones" else (6, 20, 5, 4), rng.spawn(1)[0], 1.7


def looping_generator():
    """A generator that starts again after 16 draws.  A weight drawn from it repeats itself, any other does not."""
    bits = np.random.PCG64()
    bits.state = {**bits.state, "state": LOOP}
    return np.random.Generator(bits)


def look_where_it_draws(yours):
    """A call that is not judged: it tells who does not draw from rng."""
    yours((41, 80), looping_generator())


def invariant(result, shape, rng, gain=1.0):
    """What all right weights share, and wrong ones do not."""
    if len(shape) < 2:
        return {"shape": list(result.shape)}
    flat, draws = result.ravel(), rng.bit_generator.random_raw(32)
    if (draws[:16] == draws[16:]).all():
        return {"repeats when rng does": any((flat[k:] == flat[:-k]).mean() > 0.7 for k in range(1, 65))}
    if flat.size < MANY:
        return {"inside the bound": bool(np.abs(flat).max() <= bounds(shape, gain)["right"] * (1 + 1e-9))}
    alike = [axis for axis, length in enumerate(result.shape) if length > 1 and (result == result.take([0], axis)).all()]
    return {
        "bound": bound_of(flat, shape, gain) if not alike else "",
        "spread": spread(flat) if not alike else "",
        "mean is exactly 0": bool(abs(flat.mean()) < 1e-12 * np.abs(flat).max()),
        "axes along which all is alike": ", ".join(map(str, alike)) or "none",
    }


def bounds(shape, gain):
    """The right bound, and those that people take for it."""
    fan_in, fan_out = fan_in_out(shape)
    std = math.sqrt(2 / (fan_in + fan_out))
    return {
        "right": gain * std * math.sqrt(3),
        "the standard deviation": gain * std,
        "with the variance": gain * math.sqrt(3) * std**2,
        "with a 3 for the 6": gain * std * math.sqrt(1.5),
        "with fan_in alone": gain * math.sqrt(6 / fan_in),
        "with fan_out alone": gain * math.sqrt(6 / fan_out),
        "without the kernel": gain * math.sqrt(6 / (shape[0] + shape[1])),
        "without the gain": std * math.sqrt(3),
        "with the root of the gain": math.sqrt(gain) * std * math.sqrt(3),
    }


def bound_of(flat, shape, gain):
    """Which of the bounds the largest of many entries lies just below."""
    largest = np.abs(flat).max()
    found = [name for name, bound in bounds(shape, gain).items() if 0.985 * bound <= largest <= bound * (1 + 1e-9)]
    return found[0] if found else "another one"


def spread(flat):
    """Even, if every quarter of the interval holds a quarter of the entries."""
    edges = np.abs(flat).max() * np.array([-1, -0.5, 0, 0.5, 1])
    counts = np.histogram(flat, edges)[0]
    even = (np.abs(counts - flat.size / 4) <= 7 * math.sqrt(flat.size * 3 / 16)).all()
    return "even" if even else "of one sign" if min(counts[:2].sum(), counts[2:].sum()) == 0 else "uneven"


def judged(weight, shape, gain=1.0):
    """The right bound if the entries reach up to it and not beyond, else the largest entry."""
    largest, bound = float(np.abs(weight).max()), bounds(shape, gain)["right"]
    return bound if 0.985 * bound <= largest <= bound * (1 + 1e-9) else largest


@pytest.mark.parametrize("shape", [(90, 30), (30, 90)], ids=["to_more", "to_fewer"])
def test_bound_of_a_linear_layer(yours, rng, shape):
    """The weights of a linear layer reach up to the root of 6 / (fan_in + fan_out), and not beyond."""
    agree(judged(yours(shape, rng.spawn(1)[0]), shape), math.sqrt(6 / 120))


def test_bound_of_a_convolution(yours, rng):
    """In a convolution both fans count all places of the kernel, whatever its number of axes."""
    for shape, fans in (((16, 10, 3, 5), 390), ((30, 40, 2), 140), ((8, 5, 3, 4, 5), 780)):
        agree(judged(yours(shape, rng.spawn(1)[0]), shape), math.sqrt(6 / fans))


@pytest.mark.parametrize("gain", [5 / 3, 0.25], ids=["tanh", "small"])
def test_gain(yours, rng, gain):
    """The gain multiplies the bound as it is."""
    agree(judged(yours((50, 46), rng, gain), (50, 46), gain), gain / 4)


def test_even_spread(yours, rng):
    """Every quarter of the interval holds about a quarter of the weights."""
    agree(spread(yours((60, 50), rng).ravel()), "even")


def test_standard_deviation(yours, rng):
    """The standard deviation is Xavier's: the root of 2 / (fan_in + fan_out)."""
    std = yours((36, 64), rng).std() * math.sqrt(50)
    agree(1.0 if abs(std - 1) < 0.07 else float(std), 1.0)  # 7 sigma for 2304 entries


def test_every_entry_for_itself(yours, rng):
    """No two units, inputs or places of a kernel share their weights, in large layers, too."""
    for shape in ((20, 30, 2, 3), (150, 120)):
        distinct = np.unique(yours(shape, rng.spawn(1)[0])).size / math.prod(shape)
        agree(1.0 if distinct > 0.99 else distinct, 1.0)  # draws of 24 bits meet now and then


def test_any_two_entries(yours, rng):
    """Any two entries are independent: in a weight of two their signs agree about half of the time."""
    signs = np.array([np.sign(yours((1, 2), source)).prod() for source in rng.spawn(100)])
    alike = int((signs > 0).sum())
    agree("half of the time" if abs(alike - 50) <= 35 else f"{alike} times of 100", "half of the time")


def test_rng_decides(yours, rng):
    """The same state of rng gives the same weight, and another state another weight."""
    one, other = rng.spawn(2)
    look_where_it_draws(yours)
    first, again, second = (yours((50, 60), source) for source in (one, one, other))
    agree(again, first, exact=True)
    one.random(3)  # a later state of the same generator
    for another in (second, yours((50, 60), one)):
        agree("the same weight again" if (another == first).all() else "another weight", "another weight")


@pytest.mark.parametrize("shape", [(), (40,)], ids=["no_axis", "bias"])
def test_too_few_axes(yours, rng, shape):
    """The shape of a bias has no fans: a ValueError names shape."""
    with pytest.raises(ValueError, match="shape"):
        yours(shape, rng)


def with_bound(name, shape, rng, gain):
    """The right draw, stretched to one of the wrong bounds."""
    known = bounds(shape, gain) if len(shape) > 1 else {"right": 1.0, name: 1.0}
    return xavier_uniform(shape, rng, gain) * (known[name] / known["right"])


@mistake("The bound is the standard deviation. An even spread reaches farther, by the root of 3: a 6 stands under the root.")
def takes_the_deviation_for_the_bound(shape, rng, gain=1.0):
    return with_bound("the standard deviation", shape, rng, gain)


@mistake("You take the variance for the standard deviation. The bound has a square root: the root of 6 / (fan_in + fan_out).")
def forgets_the_root(shape, rng, gain=1.0):
    return with_bound("with the variance", shape, rng, gain)


@mistake("The bound has a 3 in place of the 6. The variance is a^2 / 3 and shall be 2 / (fan_in + fan_out): that makes 6.")
def takes_three_for_six(shape, rng, gain=1.0):
    return with_bound("with a 3 for the 6", shape, rng, gain)


@mistake("Only fan_in counts here. Xavier's rule looks both ways: the 6 is divided by the sum of fan_in and fan_out.")
def takes_fan_in_alone(shape, rng, gain=1.0):
    return with_bound("with fan_in alone", shape, rng, gain)


@mistake("Only fan_out counts here. Xavier's rule looks both ways: the 6 is divided by the sum of fan_in and fan_out.")
def takes_fan_out_alone(shape, rng, gain=1.0):
    return with_bound("with fan_out alone", shape, rng, gain)


@mistake(
    "The kernel of a convolution does not count in your fans. Multiply the inputs, and the outputs, by its number of places."
)
def forgets_the_kernel(shape, rng, gain=1.0):
    return with_bound("without the kernel", shape, rng, gain)


@mistake("The gain has no effect. It multiplies the bound.")
def ignores_the_gain(shape, rng, gain=1.0):
    return with_bound("without the gain", shape, rng, gain)


@mistake("The gain stands under the root. It multiplies the bound as it is, so it stands outside.")
def takes_the_root_of_the_gain(shape, rng, gain=1.0):
    return with_bound("with the root of the gain", shape, rng, gain)


@mistake("All weights are positive, as numbers from 0 to 1 are. Stretch and shift them: times 2, minus 1, times the bound.")
def draws_from_zero_up(shape, rng, gain=1.0):
    fan_in, fan_out = fan_in_out(shape)
    return rng.random(shape) * (gain * math.sqrt(6 / (fan_in + fan_out)))


@mistake("This is a normal distribution. Its deviation is right, but Xavier uniform draws evenly from an interval.")
def draws_from_a_normal(shape, rng, gain=1.0):
    fan_in, fan_out = fan_in_out(shape)
    return rng.normal(0, gain * math.sqrt(2 / (fan_in + fan_out)), shape)


@mistake("One unit is drawn and repeated: all units start alike, and so they stay for ever. Draw the full shape.")
def repeats_one_unit(shape, rng, gain=1.0):
    return np.repeat(xavier_uniform(shape, rng, gain)[:1], shape[0], axis=0)


@mistake("One number is drawn for each pair of channels, and the kernel is filled with it. Draw one for every entry.")
def fills_each_kernel_with_one_number(shape, rng, gain=1.0):
    weight = xavier_uniform(shape, rng, gain)
    return np.broadcast_to(weight.reshape(*shape[:2], -1)[..., 0].reshape(*shape[:2], *[1] * len(shape[2:])), shape).copy()


@mistake("You move the draw so that its mean is exactly 0, and so all entries depend on each other. Leave it as it was drawn.")
def centres_the_draw(shape, rng, gain=1.0):
    weight = xavier_uniform(shape, rng, gain)
    return weight - weight.mean()


@mistake(
    "The weight does not come from the rng that you are given. A seed of your own gives the same weight for ever, and the "
    "library's global generator one that nobody can repeat: draw from rng, in PyTorch with generator=rng."
)
def ignores_rng(shape, rng, gain=1.0):
    return xavier_uniform(shape, np.random.default_rng(42), gain)


@mistake("The weight is float32, and float64 is asked for. Draw in float64; in PyTorch say dtype=torch.float64.")
def returns_float32(shape, rng, gain=1.0):
    return xavier_uniform(shape, rng, gain).astype(np.float32)


@mistake("A bias is given a weight's scale. With fewer than two axes there are no fans: raise a ValueError that names shape.")
def accepts_a_bias(shape, rng, gain=1.0):
    if len(shape) < 2:
        return rng.uniform(-1, 1, shape) if shape else np.array(rng.uniform(-1, 1))
    return xavier_uniform(shape, rng, gain)


@right
def stretched(shape, rng, gain=1.0):
    fan_in, fan_out = fan_in_out(shape)
    return (2 * rng.random(shape) - 1) * gain * math.sqrt(3) * math.sqrt(2 / (fan_in + fan_out))


@right
def entry_by_entry(shape, rng, gain=1.0):
    if len(shape) < 2:
        raise ValueError("no fans for this shape")
    weight = np.empty(shape)
    fans = weight[0].size + weight[:, 0].size
    for index in np.ndindex(*shape):
        weight[index] = rng.uniform() * (-1) ** rng.integers(2)
    return weight * gain * (6 / fans) ** 0.5


@right
def last_entry_first(shape, rng, gain=1.0):
    fan_in, fan_out = fan_in_out(shape)
    bound = gain * np.sqrt(6.0 / (fan_in + fan_out))
    return rng.uniform(-bound, bound, shape[::-1]).T
