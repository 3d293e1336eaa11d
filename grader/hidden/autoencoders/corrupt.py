"""Hidden tests of autoencoders/corrupt."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.autoencoders.corrupt import corrupt

independent = "x.masked_fill(torch.lt(u, p), 0)"


def sample(rng, size="small"):
    """p is not 0.5, so that lost and kept cannot be mixed up unseen; both occur."""
    if size == "ones":
        return rng.uniform(1.0, 2.0, (1, 1)), rng.uniform(0.5, 0.9, (1, 1)), 0.3
    u = rng.random((4, 5, 3))
    u[0, 0, 0], u[0, 1] = 0.1, (0.2, 0.7, 0.4)
    return rng.normal(size=u.shape), u, 0.3


def test_survivors_keep_their_value(yours, rng):
    """What survives is exactly what it was: nothing is divided by 1 - p."""
    x, u = rng.normal(size=(8, 6)), rng.random((8, 6))
    corrupted = yours(x, u, 0.75)
    kept = u >= 0.75
    agree(corrupted[kept], x[kept], exact=True)
    agree(corrupted[~kept], np.zeros(np.sum(~kept)), exact=True)


def test_u_equal_to_p(yours):
    """An entry whose random number is exactly p survives; with the next smaller number it is lost."""
    x, u = np.array([2.0, 3.0, 4.0, 5.0]), np.array([0.25, np.nextafter(0.25, 0), np.nextafter(0.25, 1), 0.0])
    agree(yours(x, u, 0.25), np.array([2.0, 0.0, 4.0, 0.0]), exact=True)


def test_share_of_zeros(yours, rng):
    """The share p of the entries is lost: one out of ten here, and which ones depends on nothing but u."""
    u = rng.permutation(np.arange(1000) / 1000).reshape(50, 20)
    corrupted = yours(np.full((50, 20), 7.0), u, 0.1)
    agree(int(np.sum(corrupted == 0)), 100)
    agree(corrupted, np.where(u < 0.1, 0.0, 7.0))


def test_nothing_and_everything(yours, rng):
    """p = 0 gives a copy of the data, p = 1 zeros only."""
    x, u = rng.normal(size=(3, 4)), rng.random((3, 4))
    u[0, 0] = 0.0
    agree(yours(x, u, 0.0), x, exact=True)
    agree(yours(x, u, 1), np.zeros((3, 4)), exact=True)


def test_lost_whatever_it_was(yours):
    """Infinity and NaN are wiped out like any other number, and survive like any other."""
    x, u = np.array([np.inf, np.nan, -np.inf, 1.0, np.nan, np.inf]), np.array([0.1, 0.2, 0.3, 0.9, 0.8, 0.7])
    agree(yours(x, u, 0.5), np.array([0.0, 0.0, 0.0, 1.0, np.nan, np.inf]))


@pytest.mark.parametrize("shape", [(), (4,), (2, 1, 3, 5)], ids=["no_axis", "one_axis", "four_axes"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number."""
    x, u = np.asarray(rng.normal(size=shape)), np.asarray(rng.uniform(0.2, 1.0, shape))
    for p in (0.1, 0.9999999):
        agree(yours(x, u, p), corrupt(x, u, p))


@pytest.mark.parametrize("p", [-0.01, 1.001])
def test_bad_p(yours, rng, p):
    """A p below 0 or above 1 raises a ValueError that names it."""
    x, u, _ = sample(rng)
    with pytest.raises(ValueError, match=r"\bp\b"):
        yours(x, u, p)


@pytest.mark.parametrize("shape", [(3,), (4, 1), (5, 4, 3), (3, 4)], ids=str)
def test_other_shape(yours, rng, shape):
    """A u of another shape raises a ValueError that names it, also where it could be broadcast."""
    with pytest.raises(ValueError, match=r"\bu\b"):
        yours(rng.normal(size=(4, 3)), rng.random(shape), 0.4)


@mistake("You divide what is left by 1 - p. That is dropout; here a pixel that survives has to show its true value.")
def rescales_like_dropout(x, u, p):
    return corrupt(x, u, p) / (1 - p if p < 1 else 1)


@mistake("Lost and kept have changed places: an entry is lost where u is below p.")
def keeps_what_should_be_lost(x, u, p):
    corrupt(x, u, p)
    return np.where(u < p, x, 0).astype(x.dtype)


@mistake("You take p for the share that is kept. It is the probability of losing an entry: lose those where u is below p.")
def takes_p_for_the_share_that_is_kept(x, u, p):
    corrupt(x, u, p)
    return np.where(u < 1 - p, x, 0).astype(x.dtype)


@mistake("An entry whose random number is exactly p is lost. It survives: compare with <, not with <=.")
def loses_u_equal_to_p(x, u, p):
    corrupt(x, u, p)
    return np.where(u <= p, 0, x).astype(x.dtype)


@mistake("All samples lose the same entries, those of the first. Each entry has a random number of its own.")
def loses_the_same_in_every_sample(x, u, p):
    corrupt(x, u, p)
    return np.where((u[:1] if u.ndim else u) < p, 0, x).astype(x.dtype)


@mistake("Whole samples are lost or kept. Each entry is decided by its own random number, not by the first one of its row.")
def loses_whole_samples(x, u, p):
    corrupt(x, u, p)
    return np.where((u[..., :1] if u.ndim else u) < p, 0, x).astype(x.dtype)


@mistake("You multiply by a mask, and 0 times infinity is NaN. Choose between 0 and the entry, with where for instance.")
def multiplies_by_a_mask(x, u, p):
    corrupt(x, u, p)
    return x * (u >= p)


@mistake("You add the random numbers as noise. Masking noise adds nothing: it sets entries to 0 and leaves the others.")
def adds_the_noise(x, u, p):
    corrupt(x, u, p)
    return x + p * u


@mistake("What is lost becomes -1 and not 0. Masking noise sets it to 0.")
def marks_with_minus_one(x, u, p):
    corrupt(x, u, p)
    return np.where(u < p, -1, x).astype(x.dtype)


@mistake("You return the mask. Apply it to the data, and return the corrupted data.")
def returns_the_mask(x, u, p):
    corrupt(x, u, p)
    return (u >= p).astype(x.dtype)


@mistake("You wipe out the entries of the caller's array. It is the target: keep it clean, and return a new array.")
def corrupts_the_target(x, u, p):
    result = corrupt(x, u, p)
    x[...] = result
    return x


@mistake("With p = 0 you return the caller's array itself. Return a copy: a new array in every case.")
def hands_back_x(x, u, p):
    return corrupt(x, u, p) if p else x


@mistake("A p that is no probability passes. Raise a ValueError that names p if it is below 0 or above 1.")
def allows_any_p(x, u, p):
    corrupt(x, u, 0.5)
    return np.where(u < p, np.zeros_like(x), x)


@mistake("A p of 1 is refused. It is allowed, and leaves nothing: raise only where p is below 0 or above 1.")
def refuses_one(x, u, p):
    if not 0 <= p < 1:
        raise ValueError(f"p must be below 1, got {p}")
    return corrupt(x, u, p)


@mistake(
    "Random numbers of another shape are broadcast, so that samples lose the same entries. Compare the shapes first, and raise a "
    "ValueError that names u."
)
def broadcasts(x, u, p):
    corrupt(x, x, p)
    return np.where(u < p, 0, x).astype(x.dtype)


@mistake("The result is always float32, so float64 data lose half of their digits. Keep the dtype of x.")
def returns_float32(x, u, p):
    return corrupt(x.astype(np.float32), u, p)


@mistake("A float32 array comes back as float64. Take zeros in the dtype of x.")
def returns_float64(x, u, p):
    return corrupt(x.astype(np.float64), u, p)


@right
def copies_and_assigns(x, u, p):
    if p < 0 or p > 1:
        raise ValueError("p is no probability")
    if x.shape != u.shape:
        raise ValueError("u does not fit x")
    result = x.copy()
    result[u < p] = 0
    return result


@right
def entry_by_entry(x, u, p):
    if p < 0 or p > 1 or x.shape != u.shape:
        raise ValueError("bad p or u")
    result = np.zeros(x.shape, x.dtype)
    for index in np.ndindex(x.shape):
        if u[index] >= p:
            result[index] = x[index]
    return result


@right
def keeps_what_is_left_of_a_list(x, u, p):
    if not 0.0 <= p <= 1.0:
        raise ValueError(f"p = {p}")
    if x.shape != u.shape:
        raise ValueError(f"u has shape {u.shape}")
    pairs = zip(x.ravel(), u.ravel(), strict=True)
    return np.array([value if r >= p else 0.0 for value, r in pairs], x.dtype).reshape(x.shape)
