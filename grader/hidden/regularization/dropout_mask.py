"""Hidden tests of regularization/dropout_mask.  Right answers draw differently, so only statistics are compared."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.regularization.dropout_mask import dropout_mask

PERIOD = 512  # entries after which a mask from looping_generator() starts again, however small the draws
LOOP = {"state": 0xA23779B97F4A7C15F39CC0605CEDC835, "inc": 0xE51CA4BC0BEE5933322D30925D37E3EC}


def sample(rng, size="small"):
    return (1, 1, 1) if size == "ones" else (6, 20, 50), 0.3, rng.spawn(1)[0]


def looping_generator():
    """A generator that starts again after 16 draws.  A mask drawn from it repeats itself, any other mask does not."""
    bits = np.random.PCG64()
    bits.state = {**bits.state, "state": LOOP}
    return np.random.Generator(bits)


def look_where_it_draws(yours):
    """A call that is not judged: it tells who does not draw from rng, or not every entry for itself.

    With the seeds that people like (0 to 20, 42, 1234, ...), no mask of this length drops exactly p of all by chance.
    """
    yours((3280,), 0.3, looping_generator())


def invariant(result, shape, p, rng):
    """What all right masks share, and wrong ones do not: their values, the share of zeros, no axis that is all alike."""
    flat = result.ravel()
    if not 0 <= p <= 1:
        return {"distinct values": np.unique(flat)}
    zeros, size, draws = np.count_nonzero(flat == 0), flat.size, rng.bit_generator.random_raw(32)
    if (draws[:16] == draws[16:]).all():
        fixed = "no, and the number of zeros is fixed" if zeros == round(p * size) else "no"
        return {"repeats when rng does": "yes" if (flat[PERIOD:] == flat[:-PERIOD]).all() else fixed}
    values = np.unique(flat)
    strange = values[~np.isclose(values, 0) & ~np.isclose(values, 1 / (1 - p) if p < 1 else 0)]
    slack = 7 * np.sqrt(size * p * (1 - p))
    share = "p" if abs(zeros - size * p) <= slack else "1 - p" if abs(zeros - size * (1 - p)) <= slack else "neither p nor 1 - p"
    long_axes = [axis for axis, length in enumerate(result.shape) if length > 1] if size >= 200 and 0 < p < 1 else []
    alike = [str(axis) for axis in long_axes if (result == result.take([0], axis)).all()]
    return {
        "values besides 0 and 1/(1-p)": ", ".join(f"{value:.6g}" for value in strange[:3]) or "none",
        "share of zeros": share,
        "axes along which all is alike": ", ".join(alike) or "none",
    }


def within(value, expected, sigma):
    """`expected` where `value` lies within 6 sigma of it (a right answer misses once in 500 million), else `value`."""
    return expected if abs(value - expected) <= 6 * sigma else float(value)


@pytest.mark.parametrize("p", [0.2, 0.9])
def test_values(yours, rng, p):
    """Every entry is either 0 or 1 / (1 - p)."""
    agree(np.unique(yours((60, 50), p, rng)), np.array([0, 1 / (1 - p)]))


@pytest.mark.parametrize("p", [0.1, 0.75])
def test_mean(yours, rng, p):
    """The mean of the mask is 1, so the expected output of a layer stays as it was."""
    mask = yours((80, 70), p, rng)
    agree(within(mask.mean(), 1.0, np.sqrt(p / (1 - p) / mask.size)), 1.0)


def test_every_entry_for_itself(yours, rng):
    """Samples lose different units, and a sample loses some of its units and not all."""
    mask = yours((30, 40), 0.4, rng)
    agree("the same in all rows" if (mask == mask[:1]).all() else "other units in other rows", "other units in other rows")
    agree("rows of all or nothing" if (mask == mask[:, :1]).all() else "parts of each row", "parts of each row")


@pytest.mark.parametrize(("p", "value"), [(0.0, 1.0), (1.0, 0.0)], ids=["keep_all", "drop_all"])
def test_extremes(yours, rng, p, value):
    """p = 0 keeps everything as it is, p = 1 drops everything and divides by nothing."""
    agree(yours((7, 5), p, rng), np.full((7, 5), value), exact=True)


def test_rng_decides(yours, rng):
    """The same state of rng gives the same mask, and another state another mask."""
    one, other = rng.spawn(2)
    look_where_it_draws(yours)
    first, again, second = (yours((20, 30), 0.4, source) for source in (one, one, other))
    agree(again, first, exact=True)
    agree("the same mask again" if (first == second).all() else "another mask", "another mask")


def test_number_of_zeros_is_random(yours, rng):
    """How many entries are dropped varies from mask to mask: no entry knows of the others."""
    look_where_it_draws(yours)
    counts = {np.count_nonzero(yours((40, 75), 0.3, source)) for source in rng.spawn(8)}
    # Eight equal counts by chance: less than once in 10**11.
    agree("varying" if len(counts) > 1 else f"always {counts.pop()} zeros", "varying")


def test_bad_probability(yours, rng):
    """A p that is no probability raises a ValueError that names it."""
    for p in (-0.1, 1.5):
        with pytest.raises(ValueError, match=r"\bp\b"):
            yours((4, 3), p, rng)


def checked(p):
    if not 0 <= p <= 1:
        raise ValueError("p")


@mistake("Dropped and kept are swapped: p is the probability to drop. A uniform number is below p with probability p.")
def swaps_drop_and_keep(shape, p, rng):
    checked(p)
    return np.zeros(shape) if p == 1 else (rng.random(shape) < p) / (1 - p)


@mistake("You take p for the probability to keep. Here, as in PyTorch, p is the probability to drop: divide by 1 - p.")
def takes_p_for_the_share_kept(shape, p, rng):
    checked(p)
    return (rng.random(shape) < p) / np.float64(p)


@mistake("The kept entries are 1, so the mean shrinks to 1 - p. Scale them by 1 / (1 - p), and the mean is 1.")
def forgets_the_scale(shape, p, rng):
    return (dropout_mask(shape, p, rng) > 0).astype(float)


@mistake("You scale by 1 / p. A share of 1 - p is kept, so the kept entries are divided by 1 - p.")
def divides_by_p(shape, p, rng):
    return (dropout_mask(shape, p, rng) > 0) / np.float64(p)


@mistake("One row is drawn and repeated: every sample of the batch loses the same units. Draw the full shape.")
def repeats_one_row(shape, p, rng):
    return np.broadcast_to(dropout_mask(shape[1:], p, rng), shape).copy()


@mistake("One number is drawn for a whole row, so a sample loses all or nothing. Draw one for every entry.")
def drops_whole_rows(shape, p, rng):
    return np.broadcast_to(dropout_mask((*shape[:-1], 1), p, rng), shape).copy()


@mistake(
    "You drop exactly p times the size. Then the entries depend on each other: each should be drawn for itself, "
    "and the number of zeros be random."
)
def drops_a_fixed_number(shape, p, rng):
    checked(p)
    mask = np.full(np.prod(shape), 1 / (1 - p) if p < 1 else 0.0)
    mask[rng.permutation(mask.size)[: round(p * mask.size)]] = 0
    return mask.reshape(shape)


@mistake(
    "The mask does not come from the rng that you are given. A seed of your own gives the same mask for ever, and the "
    "library's global generator one that nobody can repeat: draw from rng, in PyTorch with generator=rng."
)
def ignores_rng(shape, p, rng):
    return dropout_mask(shape, p, np.random.default_rng(42))


@mistake("With p = 1 you divide zero by zero, which is NaN. Return zeros before you divide.")
def divides_zero_by_zero(shape, p, rng):
    checked(p)
    return (rng.random(shape) >= p) / np.float64(1 - p)


@mistake("With p = 1 you compute 1 / (1 - p) and Python raises ZeroDivisionError. Return zeros in that case.")
def raises_if_all_is_dropped(shape, p, rng):
    checked(p)
    return (rng.random(shape) >= p) * (1 / (1 - p))


@mistake("A p below 0 or above 1 passes unnoticed. Check it first, and raise a ValueError that names p.")
def checks_nothing(shape, p, rng):
    return np.zeros(shape) if p == 1 else (rng.random(shape) >= p) / (1 - p)


@right
def by_binomial(shape, p, rng):
    if p < 0 or p > 1:
        raise ValueError("p is a probability")
    if p == 1.0:
        return np.zeros(shape)
    return rng.binomial(1, 1 - p, size=shape) / (1.0 - p)


@right
def by_choice(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError(f"p = {p} is not in [0, 1]")
    scale = 1 / (1 - p) if p < 1 else 0.0
    return rng.choice([0.0, scale], size=shape, p=[p, 1 - p])


@right
def entry_by_entry(shape, p, rng):
    if p > 1 or p < 0:
        raise ValueError("bad p")
    mask = np.zeros(shape)
    for index in np.ndindex(*shape):
        if rng.uniform() < 1 - p:
            mask[index] = 1 / (1 - p)
    return mask
