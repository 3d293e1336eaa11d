"""Hidden tests of initialization/kaiming_normal.  Right answers draw differently, so only statistics are compared: with bounds
that a right answer misses less than once in a billion.
"""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.initialization.fan_in_out import fan_in_out
from solutions.initialization.kaiming_normal import kaiming_normal

LOOP = {"state": 0xA23779B97F4A7C15F39CC0605CEDC835, "inc": 0xE51CA4BC0BEE5933322D30925D37E3EC}
MANY = 2000  # entries from which their deviation tells by which rule they were drawn
SHARES = {1: 0.317311, 2: 0.0455003}  # of a normal distribution, beyond so many deviations


def sample(rng, size="small"):
    return (1, 1, 1) if size == "ones" else (9, 20, 8, 7), rng.spawn(1)[0], 2.0


def looping_generator():
    """A generator that starts again after 16 draws.  A weight drawn from it repeats itself, any other does not."""
    bits = np.random.PCG64()
    bits.state = {**bits.state, "state": LOOP}
    return np.random.Generator(bits)


def look_where_it_draws(yours):
    """A call that is not judged: it tells who does not draw from rng."""
    yours((41, 80), looping_generator())


def invariant(result, shape, rng, a=0.0, mode="fan_in"):
    """What all right weights share, and wrong ones do not."""
    if len(shape) < 2 or mode not in ("fan_in", "fan_out"):
        return {"shape": list(result.shape)}
    flat, draws = result.ravel(), rng.bit_generator.random_raw(32)
    if (draws[:16] == draws[16:]).all():
        return {"repeats when rng does": any((flat[k:] == flat[:-k]).mean() > 0.7 for k in range(1, 65))}
    if flat.size < MANY:
        return {"within 20 deviations": bool(np.abs(flat).max() <= 20 * deviations(shape, a, mode)["right"])}
    alike = [axis for axis, length in enumerate(result.shape) if length > 1 and (result == result.take([0], axis)).all()]
    return {
        "deviation": deviation_of(flat, shape, a, mode) if not alike else "",
        "distribution": distribution(flat) if not alike else "",
        "mean is exactly 0": bool(abs(flat.mean()) < 1e-12 * np.abs(flat).max()),
        "axes along which all is alike": ", ".join(map(str, alike)) or "none",
    }


def deviations(shape, a, mode):
    """The right deviation, and those that people take for it."""
    fan_in, fan_out = fan_in_out(shape)
    fan, other = (fan_in, fan_out) if mode == "fan_in" else (fan_out, fan_in)
    gain = math.sqrt(2 / (1 + a * a))
    return {
        "right": gain / math.sqrt(fan),
        "the other fan": gain / math.sqrt(other),
        "fan_in always": gain / math.sqrt(fan_in),
        "both fans": gain * math.sqrt(2 / (fan_in + fan_out)),
        "the variance": gain * gain / fan,
        "without the kernel": gain / math.sqrt(shape[1] if mode == "fan_in" else shape[0]),
        "without the 2": gain / math.sqrt(2 * fan),
        "without a": math.sqrt(2 / fan),
        "a not squared": math.sqrt(2 / (1 + a) / fan),
        "gain squared": gain * gain / math.sqrt(fan),
    }


def deviation_of(flat, shape, a, mode):
    """By which of the rules these entries were drawn: the nearest one."""
    off = {name: round(abs(math.log(flat.std() / std)), 6) for name, std in deviations(shape, a, mode).items()}
    nearest = min(off, key=off.__getitem__)  # the first of several
    return nearest if off[nearest] < 0.08 else "another one"


def distribution(flat):
    """Normal, if as many entries as should lie beyond one deviation of theirs, and beyond two."""
    reach = np.abs(flat).max() / flat.std()
    if reach < 2.2:
        return "even" if reach < 1.8 else "cut off"
    off = [(np.abs(flat) > k * flat.std()).mean() - share for k, share in SHARES.items()]
    slack = [7 * math.sqrt(share * (1 - share) / flat.size) for share in SHARES.values()]
    signs = abs((flat > 0).mean() - 0.5) <= 3.5 / math.sqrt(flat.size)
    return "normal" if signs and all(abs(o) <= s for o, s in zip(off, slack, strict=True)) else "of another shape"


def judged(weight, shape, a=0.0, mode="fan_in"):
    """The right deviation if that of the entries is as near as chance allows, else the one that they have."""
    right_one, found = deviations(shape, a, mode)["right"], float(weight.std())
    return right_one if abs(found / right_one - 1) <= 7 / math.sqrt(2 * weight.size) else found


@pytest.mark.parametrize("shape", [(200, 50), (25, 800)], ids=["to_more", "to_fewer"])
def test_deviation_of_a_linear_layer(yours, rng, shape):
    """In front of a ReLU the variance is 2 over the number of inputs."""
    agree(judged(yours(shape, rng), shape), math.sqrt(2 / shape[1]))


def test_deviation_of_a_convolution(yours, rng):
    """In a convolution the fan counts all places of the kernel, whatever its number of axes."""
    for shape, fan_in in (((40, 10, 4, 5), 200), ((70, 50, 2), 100), ((20, 5, 3, 4, 6), 360)):
        agree(judged(yours(shape, rng.spawn(1)[0]), shape), math.sqrt(2 / fan_in))


@pytest.mark.parametrize(("a", "gain"), [(1.0, 1.0), (math.sqrt(5), math.sqrt(1 / 3)), (0.75, 1.6 / math.sqrt(2))])
def test_slope(yours, rng, a, gain):
    """A slope of 1 needs no gain, one of the root of 5 that of PyTorch's linear layers: the variance is 2 / (1 + a^2) / fan."""
    agree(judged(yours((100, 100), rng, a), (100, 100), a), gain / 10)


def test_fan_out(yours, rng):
    """With mode fan_out the outputs are counted: that is for the way back."""
    for shape, fan_out in (((30, 400), 30), ((8, 30, 7, 6), 336)):
        agree(judged(yours(shape, rng.spawn(1)[0], mode="fan_out"), shape, mode="fan_out"), math.sqrt(2 / fan_out))


def test_normal(yours, rng):
    """About a third of the weights lie beyond one deviation, and about 4.6 percent beyond two, on either side alike."""
    agree(distribution(yours((80, 90), rng).ravel()), "normal")


def test_long_tails(yours, rng):
    """Nothing is cut off: of 60,000 weights some lie beyond 3.3 deviations."""
    far = np.abs(yours((200, 300), rng)).max() / math.sqrt(2 / 300)
    agree("cut off" if far <= 3.3 else "beyond", "beyond")  # 58 are expected there, and none once in 10**25


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


@pytest.mark.parametrize("mode", ["fan_avg", "fan"])
def test_unknown_mode(yours, rng, mode):
    """A mode that is neither fan_in nor fan_out raises a ValueError that names mode."""
    with pytest.raises(ValueError, match="mode"):
        yours((5, 4), rng, 0.0, mode)


def scaled_by(name, shape, rng, a, mode):
    """The right draw, scaled to one of the wrong deviations."""
    weight = kaiming_normal(shape, rng, a, mode)
    return weight * (deviations(shape, a, mode)[name] / deviations(shape, a, mode)["right"])


@mistake("The fans are swapped. PyTorch's weight is (out, in): fan_in is on the second axis, fan_out on the first.")
def swaps_the_fans(shape, rng, a=0.0, mode="fan_in"):
    return scaled_by("the other fan", shape, rng, a, mode)


@mistake("mode has no effect: with fan_out, too, you divide by fan_in. Count the outputs in that case.")
def ignores_mode(shape, rng, a=0.0, mode="fan_in"):
    return scaled_by("fan_in always", shape, rng, a, mode)


@mistake("You take both fans, which is Xavier's rule. He's looks one way only, the one that mode names.")
def averages_the_fans(shape, rng, a=0.0, mode="fan_in"):
    return scaled_by("both fans", shape, rng, a, mode)


@mistake("You draw with the variance in place of the standard deviation. Take the square root of it first.")
def takes_the_variance_for_the_deviation(shape, rng, a=0.0, mode="fan_in"):
    return scaled_by("the variance", shape, rng, a, mode)


@mistake("The kernel of a convolution does not count in your fan. Multiply the channels by its number of places.")
def forgets_the_kernel(shape, rng, a=0.0, mode="fan_in"):
    return scaled_by("without the kernel", shape, rng, a, mode)


@mistake("The 2 is missing. A ReLU throws half of the signal's square away, and the 2 makes up for it.")
def forgets_the_two(shape, rng, a=0.0, mode="fan_in"):
    return scaled_by("without the 2", shape, rng, a, mode)


@mistake("The slope a has no effect. What a leaky ReLU lets through needs no making up for: divide the 2 by 1 + a^2.")
def ignores_the_slope(shape, rng, a=0.0, mode="fan_in"):
    return scaled_by("without a", shape, rng, a, mode)


@mistake("The slope is not squared. What is balanced are squares of signals: the gain is the root of 2 / (1 + a^2).")
def forgets_to_square_the_slope(shape, rng, a=0.0, mode="fan_in"):
    return scaled_by("a not squared", shape, rng, a, mode)


@mistake("The gain has lost its root: you multiply by 2 / (1 + a^2). The gain is the square root of that.")
def forgets_the_root_of_the_gain(shape, rng, a=0.0, mode="fan_in"):
    return scaled_by("gain squared", shape, rng, a, mode)


@mistake("This is a uniform distribution. Its deviation is right, but a normal one is asked for.")
def draws_evenly(shape, rng, a=0.0, mode="fan_in"):
    bound = math.sqrt(3) * kaiming_std(shape, a, mode)
    return rng.uniform(-bound, bound, shape)


def kaiming_std(shape, a, mode):
    kaiming_normal(shape, np.random.default_rng(0), a, mode)  # complains where it should
    return deviations(shape, a, mode)["right"]


@mistake("You cut the distribution off at two deviations, as Keras does. Nothing is cut off here: far weights stay.")
def cuts_off_the_tails(shape, rng, a=0.0, mode="fan_in"):
    std = kaiming_std(shape, a, mode)
    return np.clip(kaiming_normal(shape, rng, a, mode), -2 * std, 2 * std)


@mistake("All weights are positive. The normal distribution has two sides: do not take absolute values.")
def takes_absolute_values(shape, rng, a=0.0, mode="fan_in"):
    return np.abs(kaiming_normal(shape, rng, a, mode))


@mistake("One unit is drawn and repeated: all units start alike, and so they stay for ever. Draw the full shape.")
def repeats_one_unit(shape, rng, a=0.0, mode="fan_in"):
    return np.repeat(kaiming_normal(shape, rng, a, mode)[:1], shape[0], axis=0)


@mistake("You move the draw so that its mean is exactly 0, and so all entries depend on each other. Leave it as it was drawn.")
def centres_the_draw(shape, rng, a=0.0, mode="fan_in"):
    weight = kaiming_normal(shape, rng, a, mode)
    return weight - weight.mean()


@mistake(
    "The weight does not come from the rng that you are given. A seed of your own gives the same weight for ever, and the "
    "library's global generator one that nobody can repeat: draw from rng, in PyTorch with generator=rng."
)
def ignores_rng(shape, rng, a=0.0, mode="fan_in"):
    return kaiming_normal(shape, np.random.default_rng(42), a, mode)


@mistake("The weight is float32, and float64 is asked for. Draw in float64; in PyTorch say dtype=torch.float64.")
def returns_float32(shape, rng, a=0.0, mode="fan_in"):
    return kaiming_normal(shape, rng, a, mode).astype(np.float32)


@mistake("A bias is given a weight's scale. With fewer than two axes there are no fans: raise a ValueError that names shape.")
def accepts_a_bias(shape, rng, a=0.0, mode="fan_in"):
    return kaiming_normal(shape, rng, a, mode) if len(shape) > 1 else np.asarray(rng.normal(size=shape))


@mistake("An unknown mode is taken for fan_out. Only two are known: raise a ValueError that names mode.")
def takes_any_mode(shape, rng, a=0.0, mode="fan_in"):
    return kaiming_normal(shape, rng, a, mode if mode == "fan_in" else "fan_out")


@right
def with_the_deviation_as_argument(shape, rng, a=0.0, mode="fan_in"):
    fans = dict(zip(("fan_in", "fan_out"), fan_in_out(shape), strict=True))
    if mode not in fans:
        raise ValueError(f"unknown mode {mode}")
    return rng.normal(0.0, (2 / ((1 + a**2) * fans[mode])) ** 0.5, size=shape)


@right
def by_box_and_muller(shape, rng, a=0.0, mode="fan_in"):
    if mode not in {"fan_in", "fan_out"}:
        raise ValueError("bad mode")
    fan = fan_in_out(shape)[mode == "fan_out"]
    radius = np.sqrt(-2 * np.log(1 - rng.random(shape)))
    return radius * np.cos(2 * np.pi * rng.random(shape)) * np.sqrt(2 / (1 + a * a)) / np.sqrt(fan)


@right
def unit_by_unit(shape, rng, a=0.0, mode="fan_in"):
    if len(shape) < 2:
        raise ValueError("no fans for this shape")
    weight = np.zeros(shape)
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(f"mode = {mode}")
    fan = weight[0].size if mode == "fan_in" else weight[:, 0].size
    for unit in weight:
        unit[...] = [rng.normal() for _ in range(unit.size)] if unit.ndim == 1 else rng.normal(size=unit.shape)
    return weight * math.sqrt(2) / math.hypot(1, a) / math.sqrt(fan)
