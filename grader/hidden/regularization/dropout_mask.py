"""Hidden tests of regularization/dropout_mask.  Right answers draw differently, so only statistics are compared: with bounds
that a right answer misses less than once in a billion.
"""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.regularization.dropout_mask import dropout_mask

PERIOD = 512  # entries after which a mask from looping_generator() starts again, however small the draws
LOOP = {"state": 0xA23779B97F4A7C15F39CC0605CEDC835, "inc": 0xE51CA4BC0BEE5933322D30925D37E3EC}
COUNTED = ((3000,), (4000,), (5000,))  # shapes of masks whose zeros are counted, and not judged


def sample(rng, size="small"):
    return (1, 1, 1) if size == "ones" else (6, 20, 50), 0.3, rng.spawn(1)[0]


def looping_generator():
    """A generator that starts again after 16 draws.  A mask drawn from it repeats itself, any other mask does not."""
    bits = np.random.PCG64()
    bits.state = {**bits.state, "state": LOOP}
    return np.random.Generator(bits)


def look_where_it_draws(yours):
    """A call that is not judged: it tells who does not draw from rng."""
    yours((3280,), 0.3, looping_generator())


def look_how_many_it_drops(yours, rng):
    """Calls that are not judged: they tell who drops exactly p of all.  By chance nobody does so three times."""
    for shape in COUNTED:
        yours(shape, 0.3, rng.spawn(1)[0])


def invariant(result, shape, p, rng):
    """What all right masks share, and wrong ones do not: their values, the share of zeros, no axis that is all alike."""
    if not 0 <= p <= 1:
        return {"distinct values": np.unique(result)}
    flat, draws = result.ravel(), rng.bit_generator.random_raw(32)
    if shape in COUNTED:
        return {"exactly p of all": bool(np.count_nonzero(flat == 0) == round(p * flat.size))}
    if (draws[:16] == draws[16:]).all():  # any other mask agrees with itself, moved, in 58% of its entries
        return {"repeats when rng does": bool((flat[PERIOD:] == flat[:-PERIOD]).mean() > 0.7)}
    long_axes = [axis for axis, length in enumerate(result.shape) if length > 1] if flat.size >= 200 and 0 < p < 1 else []
    alike = [axis for axis in long_axes if (result == result.take([0], axis)).all()]
    drawn = result[tuple(slice(1) if axis in alike else slice(None) for axis in range(result.ndim))]
    return {
        "values besides 0 and 1/(1-p)": strange_values(flat[flat != 0], p, flat.size),
        "share of zeros": share_of_zeros(np.count_nonzero(drawn == 0), drawn.size, p),
        "axes along which all is alike": ", ".join(map(str, alike)) or "none",
    }


def share_of_zeros(zeros, size, p):
    """p or 1 - p, as far as so many draws can tell."""
    slack = 7 * np.sqrt(size * p * (1 - p))
    return "p" if abs(zeros - size * p) <= slack else "1 - p" if abs(zeros - size * (1 - p)) <= slack else "neither p nor 1 - p"


def strange_values(kept, p, size):
    """What the kept entries are, if they are not 1 / (1 - p): in words where these do not depend on the draws."""
    scale = 1 / (1 - p) if p < 1 else 0.0
    strange = np.unique(kept[~np.isclose(kept, scale, rtol=1e-9, atol=0)])
    if strange.size and np.allclose(kept, scale, rtol=1e-6, atol=0):
        return "1/(1-p) with the digits of float32"
    if strange.size and np.allclose(kept, size / kept.size):
        return "1 / (the share that happened to be kept)"
    return ", ".join(f"{value:.6g}" for value in strange[:3]) or "none"


def within(value, expected, sigma):
    """`expected` where `value` lies within 7 sigma of it, else `value`."""
    return expected if abs(value - expected) <= 7 * sigma else float(value)


@pytest.mark.parametrize("p", [0.3, 0.85])
def test_values(yours, rng, p):
    """Every entry is either 0 or 1 / (1 - p), with all digits of float64."""
    agree(np.unique(yours((60, 50), p, rng)), np.array([0, 1 / (1 - p)]))


@pytest.mark.parametrize("p", [0.1, 0.75])
def test_mean(yours, rng, p):
    """The mean of the mask is 1, so the expected output of a layer stays as it was."""
    mask = yours((80, 70), p, rng)
    agree(within(mask.mean(), 1.0, np.sqrt(p / (1 - p) / mask.size)), 1.0)


def test_small_probability(yours, rng):
    """p counts with all its digits: p = 0.005 drops about one unit in two hundred."""
    zeros = np.count_nonzero(yours((20000,), 0.005, rng) == 0)
    agree(f"{zeros} of 20000" if within(zeros, 100, np.sqrt(99.5)) != 100 else "about 100 of 20000", "about 100 of 20000")


def test_every_entry_for_itself(yours, rng):
    """Samples lose different units, and a sample loses some of its units and not all."""
    mask = yours((30, 40), 0.4, rng)
    agree("the same in all rows" if (mask == mask[:1]).all() else "other units in other rows", "other units in other rows")
    agree("rows of all or nothing" if (mask == mask[:, :1]).all() else "parts of each row", "parts of each row")


def test_any_two_entries(yours, rng):
    """Any two entries are independent, whatever axes they lie along: with p = 0.5 they are alike in about half of many masks."""
    signs = np.stack([np.where(yours((2, 3, 2, 2), 0.5, source).ravel() > 0, 1, -1) for source in rng.spawn(100)])
    alike = 50 + np.triu(signs.T @ signs, 1) / 2  # in how many of the masks; 50 on and below the diagonal
    one, other = np.unravel_index(np.argmax(np.abs(alike - 50)), alike.shape)
    found = f"entries {one} and {other} alike in {alike[one, other]:.0f} of 100 masks"
    agree("independent" if within(alike[one, other], 50, 5) == 50 else found, "independent")


def test_two_entries(yours, rng):
    """Nothing is put right where chance drops all or nothing: of two entries neither, either or both are dropped."""
    found = sorted({tuple((yours((2,), 0.5, source) > 0).tolist()) for source in rng.spawn(90)})
    agree(found, [(False, False), (False, True), (True, False), (True, True)])  # one is missing by chance once in 10**10


def test_large_mask(yours, rng):
    """A large mask is no small one repeated: moved along itself, by however much, it agrees with itself by chance only."""
    signs = np.where(yours((11, 11, 13, 13), 0.5, rng).ravel() > 0, 1.0, -1.0)
    sums = np.fft.irfft(np.abs(np.fft.rfft(signs)) ** 2, signs.size)  # of signs * np.roll(signs, moved), for all moves
    moved = 1 + np.argmax(np.abs(sums[1 : signs.size // 2]))
    repeats = np.abs(sums[moved]) > 8 * np.sqrt(signs.size)  # 10,000 moves: once in 10**10 at 8 sigma
    agree(f"repeats after {moved} entries" if repeats else "no repetition", "no repetition")


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
    one.random(3)  # a later state of the same generator
    for another in (second, yours((20, 30), 0.4, one)):
        agree("the same mask again" if (another == first).all() else "another mask", "another mask")


def test_number_of_zeros_is_random(yours, rng):
    """How many entries are dropped varies from mask to mask, as much as with coins: no entry knows of the others."""
    look_how_many_it_drops(yours, rng)
    zeros = [np.count_nonzero(yours((4, 6), 0.5, source) == 0) for source in rng.spawn(60)]
    # Coins have a variance of 24 / 4 = 6.  Sixty counts with less than a fifth of it by chance: once in 10**11.
    agree("varying" if np.var(zeros) > 6 / 5 else f"always {min(zeros)} to {max(zeros)} zeros", "varying")


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
    return np.broadcast_to(dropout_mask(shape[1:] or shape, p, rng), shape).copy()


@mistake("One number is drawn for a whole row, so a sample loses all or nothing. Draw one for every entry.")
def drops_whole_rows(shape, p, rng):
    drawn = (*shape[:-1], 1) if len(shape) > 1 else shape
    return np.broadcast_to(dropout_mask(drawn, p, rng), shape).copy()


@mistake("In a mask of four axes one number is drawn for a whole channel, as in spatial dropout. Draw one for every entry.")
def drops_whole_channels(shape, p, rng):
    drawn = (*shape[:2], 1, 1) if len(shape) == 4 else shape
    return np.broadcast_to(dropout_mask(drawn, p, rng), shape).copy()


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
    "The mask does not come from the rng that you are given. A seed, your own or the first one of rng, gives the same mask for "
    "ever, and the library's global generator one that nobody can repeat: draw from rng, in PyTorch with generator=rng."
)
def ignores_rng(shape, p, rng):
    return dropout_mask(shape, p, np.random.default_rng(42))


@mistake(
    "You scale by the share that happened to be kept, and so all entries depend on each other. Scale by 1 / (1 - p), which "
    "is known before anything is drawn."
)
def scales_by_the_share_kept(shape, p, rng):
    kept = dropout_mask(shape, p, rng) > 0
    return kept / max(kept.mean(), 1 / kept.size)


@mistake("p is rounded to whole percents, and p = 0.005 drops nothing. Compare numbers that are uniform on [0, 1) with p itself.")
def rounds_p_to_percents(shape, p, rng):
    checked(p)
    return np.zeros(shape) if p == 1 else (rng.integers(0, 100, shape) >= int(100 * p)) / (1 - p)


@mistake("The mask is float32, and float64 is asked for. Make it float64 before you divide; in PyTorch say dtype=torch.float64.")
def returns_float32(shape, p, rng):
    return dropout_mask(shape, p, rng).astype(np.float32)


@mistake("The scale has only the digits of float32. Make the mask float64 before you divide: converting it later adds no digits.")
def scales_in_float32(shape, p, rng):
    return dropout_mask(shape, p, rng).astype(np.float32).astype(np.float64)


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


@mistake("You check p with assert, which raises AssertionError, or nothing under python -O. Raise a ValueError that names p.")
def checks_by_assert(shape, p, rng):
    assert 0 <= p <= 1
    return dropout_mask(shape, p, rng)


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
