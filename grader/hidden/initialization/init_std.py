"""Hidden tests of initialization/init_std."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.initialization.init_std import init_std

SCHEMES = ("xavier", "he", "lecun")

# PyTorch tells its standard deviations to nobody.  So it draws with them, and what it drew is divided by the same draw of std 1.
independent = (
    "(lambda weight, seeded: ({'xavier': torch.nn.init.xavier_normal_,"
    " 'he': lambda w, generator: torch.nn.init.kaiming_normal_(w, nonlinearity='relu', generator=generator),"
    " 'lecun': lambda w, generator: torch.nn.init.kaiming_normal_(w, nonlinearity='linear', generator=generator)}[scheme]"
    "(weight.clone(), generator=seeded()) / weight.normal_(generator=seeded()))[0, 0])"
    "(torch.empty(fan_out, fan_in, dtype=torch.float64), lambda: torch.Generator().manual_seed(fan_in))"
)


def sample(rng, size="small"):
    """More outputs than inputs, so that it shows which of them counts."""
    if size == "random":
        return int(rng.integers(2, 80)), int(rng.integers(2, 80)), str(rng.choice(SCHEMES))
    return (1, 1, "he") if size == "ones" else (12, 37, "xavier")


def test_xavier(yours):
    """Xavier's variance is 2 over the sum of both fans."""
    agree(yours(30, 20, "xavier"), 0.2)
    agree(yours(7, 11, "xavier"), 1 / 3)


def test_he(yours):
    """He's variance is 2 over fan_in."""
    agree(yours(50, 7, "he"), 0.2)
    agree(yours(8, 300, "he"), 0.5)


def test_lecun(yours):
    """LeCun's variance is 1 over fan_in."""
    agree(yours(25, 3, "lecun"), 0.2)
    agree(yours(4, 1000, "lecun"), 0.5)


def test_ratio_of_he_and_lecun(yours):
    """He's weights are larger than LeCun's by the root of 2, whatever the fans: that makes up for the ReLU."""
    for fan_in, fan_out in ((1, 1), (9, 784), (784, 9)):
        agree(yours(fan_in, fan_out, "he") / (yours(fan_in, fan_out, "lecun") or 1.0), math.sqrt(2))


def test_xavier_looks_both_ways(yours):
    """Xavier's rule is the same forward and back, and that of LeCun where both fans are equal."""
    agree(yours(12, 100, "xavier"), yours(100, 12, "xavier"))
    agree(yours(36, 36, "xavier"), 1 / 6)


@pytest.mark.parametrize("scheme", ["he", "lecun", "xavier"])
def test_keeps_the_size_of_a_signal(yours, rng, scheme):
    """Drawn with this deviation, a wide layer keeps the size of its signal; for He's rule that of a ReLU's output."""
    x = rng.normal(size=1000)
    z = yours(1000, 1000, scheme) * rng.normal(size=(1000, 1000)) @ x
    kept = np.mean(np.maximum(z, 0) ** 2 if scheme == "he" else z**2) / np.mean(x**2)
    agree("kept" if 0.6 < kept < 1.5 else f"times {kept:.1e}", "kept")  # 1 in the mean: 0.6 is 7 sigma away


@pytest.mark.parametrize("scheme", ["uniform", "", "He"], ids=["other", "empty", "capital"])
def test_unknown_scheme(yours, scheme):
    """A name that is none of the three raises a ValueError that names scheme."""
    with pytest.raises(ValueError, match="scheme"):
        yours(20, 30, scheme)


@mistake("This is the variance. The scale of a draw is its standard deviation: take the square root.")
def returns_the_variance(fan_in, fan_out, scheme):
    return init_std(fan_in, fan_out, scheme) ** 2


@mistake("This is the bound of a uniform distribution, the root of 3 times too large. Return the standard deviation itself.")
def returns_the_uniform_bound(fan_in, fan_out, scheme):
    return init_std(fan_in, fan_out, scheme) * math.sqrt(3)


@mistake("He's rule divides by fan_out here. That is the variant for the way back; the rule asked for divides by fan_in.")
def takes_fan_out_for_he(fan_in, fan_out, scheme):
    return init_std(fan_out if scheme == "he" else fan_in, fan_out, scheme)


@mistake("He's rule takes both fans, as Xavier's does. It looks one way only: the variance is 2 over fan_in.")
def averages_the_fans_for_he(fan_in, fan_out, scheme):
    return init_std(fan_in, fan_out, scheme) if scheme != "he" else math.sqrt(4 / (fan_in + fan_out))


@mistake("The 2 of He's rule is missing. A ReLU throws half of the variance away, and the 2 makes up for it.")
def forgets_the_two_of_he(fan_in, fan_out, scheme):
    return init_std(fan_in, fan_out, "lecun" if scheme == "he" else scheme)


@mistake("Xavier's variance is 1 over fan_in here, as some libraries call it. Glorot's rule is 2 over the sum of both fans.")
def takes_fan_in_alone_for_xavier(fan_in, fan_out, scheme):
    return init_std(fan_in, fan_out, "lecun" if scheme == "xavier" else scheme)


@mistake("The 2 of Xavier's rule is missing. The mean of both fans is half of their sum, so the variance is 2 over the sum.")
def forgets_the_two_of_xavier(fan_in, fan_out, scheme):
    return init_std(fan_in, fan_out, scheme) / (math.sqrt(2) if scheme == "xavier" else 1)


@mistake("Xavier's rule has a 6 here: that is the square of a uniform bound. The variance is 2 over the sum of both fans.")
def takes_the_six_of_the_uniform_bound(fan_in, fan_out, scheme):
    return init_std(fan_in, fan_out, scheme) * (math.sqrt(3) if scheme == "xavier" else 1)


@mistake("LeCun's rule divides by fan_out here. A unit adds up fan_in numbers: the variance is 1 over fan_in.")
def takes_fan_out_for_lecun(fan_in, fan_out, scheme):
    return init_std(fan_out if scheme == "lecun" else fan_in, fan_out, scheme)


@mistake("Two slashes divide whole numbers and drop the rest, which leaves 0. Divide with a single slash.")
def drops_the_fraction(fan_in, fan_out, scheme):
    return math.sqrt(round(init_std(fan_in, fan_out, scheme) ** 2, 9) // 1)


@mistake("An unknown scheme is taken for another one. Only the three names are known: raise a ValueError that names scheme.")
def falls_through_to_lecun(fan_in, fan_out, scheme):
    return init_std(fan_in, fan_out, scheme if scheme in SCHEMES else "lecun")


@mistake("An unknown scheme ends in a KeyError of the dict. Raise a ValueError that names scheme.")
def lets_the_dict_complain(fan_in, fan_out, scheme):
    return {known: init_std(fan_in, fan_out, known) for known in SCHEMES}[scheme]


@right
def by_branches(fan_in, fan_out, scheme):
    if scheme == "xavier":
        return (0.5 * (fan_in + fan_out)) ** -0.5
    if scheme == "he":
        return math.sqrt(2) / math.sqrt(fan_in)
    if scheme == "lecun":
        return fan_in**-0.5
    raise ValueError(f"unknown scheme: {scheme}")


@right
def by_gain_and_fan(fan_in, fan_out, scheme):
    if scheme not in SCHEMES:
        raise ValueError("scheme")
    gain = math.sqrt(2) if scheme == "he" else 1.0
    fan = (fan_in + fan_out) / 2 if scheme == "xavier" else fan_in
    return gain / np.sqrt(fan)


@right
def by_matching(fan_in, fan_out, scheme):
    match scheme:
        case "xavier":
            precision = (fan_in + fan_out) / 2
        case "he":
            precision = fan_in / 2
        case "lecun":
            precision = fan_in
        case _:
            raise ValueError("this scheme is unknown")
    return math.exp(-0.5 * math.log(precision))
