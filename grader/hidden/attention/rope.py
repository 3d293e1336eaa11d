"""Hidden tests of attention/rope."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.attention.rope import rope

independent = (
    "torch.view_as_real(torch.view_as_complex(x.unflatten(-1, (-1, 2))) * torch.polar(torch.ones((), dtype=x.dtype), "
    "positions[:, None] * base ** (-torch.arange(0, x.shape[-1], 2) / x.shape[-1]).double())).flatten(-2)"
)


def sample(rng, size="small"):
    """Every axis has its own length, positions are in no order and do not begin at 0, and the base is a power of two."""
    if size == "ones":
        return rng.normal(size=(1, 1, 1, 2)), rng.integers(1, 4, 1), 16.0
    return rng.normal(size=(2, 3, 5, 8)), rng.permutation(np.arange(2, 7)), 16.0


def test_position_zero(yours, rng):
    """At position 0 nothing is turned, in whatever row it stands, and the result is a new array."""
    x = rng.normal(size=(2, 3, 4))
    agree(yours(x, np.array([5, 0, 7]))[:, 1], x[:, 1])
    agree(yours(x, np.array([0, 0, 0])), x)


def test_one_radian_for_the_first_pair(yours, rng):
    """The first pair turns by one radian per position, from its first axis towards the second."""
    x = np.array([[1.0, 0.0], [0.0, 2.0], [3.0, 0.0]])
    want = [[np.cos(1), np.sin(1)], [-2 * np.sin(3), 2 * np.cos(3)], [3 * np.cos(2), -3 * np.sin(2)]]
    agree(yours(x, np.array([1, 3, -2])), np.array(want))


def test_slower_pairs(yours, rng):
    """With six features and a base of 1000 the pairs turn by 1, 1/10 and 1/100."""
    got = yours(np.array([[0.0, 1.0, 2.0, 0.0, 3.0, 0.0]]), np.array([4]), base=1000.0)
    agree(got, np.array([[-np.sin(4), np.cos(4), 2 * np.cos(0.4), 2 * np.sin(0.4), 3 * np.cos(0.04), 3 * np.sin(0.04)]]))


def test_base_of_ten_thousand_by_default(yours, rng):
    """Without a base the second of two pairs turns by a hundredth."""
    got = yours(np.array([[2.0, 0.0, 0.0, 5.0]]), np.array([30]))
    agree(got, np.array([[2 * np.cos(30), 2 * np.sin(30), -5 * np.sin(0.3), 5 * np.cos(0.3)]]))


def test_scores_depend_on_the_distance(yours, rng):
    """The dot product of a query and a key stays the same when both move on by 100 positions, and not when one does."""
    query, key = rng.normal(size=(1, 6)), rng.normal(size=(1, 6))
    here = (yours(query, np.array([7])) * yours(key, np.array([3]))).sum()
    there = (yours(query, np.array([107])) * yours(key, np.array([103]))).sum()
    agree(there, here)
    agree(here, float((rope(query, np.array([4])) * key).sum()))


def test_turning_twice(yours, rng):
    """Turning on from one position to another is turning by the sum, and turning back gives what there was."""
    x, first, second = rng.normal(size=(2, 4, 6)), np.array([3, 1, 4, 1]), np.array([5, -9, 2, 6])
    agree(yours(yours(x, first), second), rope(x, first + second))
    agree(yours(yours(x, first), -first), x)


def test_nothing_gets_longer(yours, rng):
    """Every pair keeps its length."""
    x = rng.normal(size=(3, 5, 8))
    y = yours(x, np.array([2, 9, 4, 30, 500]))
    agree(y[..., ::2] ** 2 + y[..., 1::2] ** 2, x[..., ::2] ** 2 + x[..., 1::2] ** 2)


@pytest.mark.parametrize("batch", [(), (3,), (2, 1, 3)], ids=["none", "one", "three"])
def test_leading_axes(yours, rng, batch):
    """Any number of leading axes works, also where they are as long as the text."""
    x = rng.normal(size=(*batch, 3, 4))
    agree(yours(x, np.array([1, 6, 2])), rope(x, np.array([1, 6, 2])))


@pytest.mark.parametrize("features", [1, 5])
def test_odd_number_of_features(yours, rng, features):
    """A feature without a partner is an error: a ValueError that names x."""
    with pytest.raises(ValueError, match=r"\bx\b"):
        yours(rng.normal(size=(2, 4, features)), np.arange(4))


def variant(x, positions, base, *, angle=None, turn=None):
    """The right answer, with one part of it replaced."""
    e = x.shape[-1]
    if e % 2:
        raise ValueError("x")
    angle = np.outer(positions, base ** (-np.arange(0, e, 2) / e)) if angle is None else angle
    cos, sin, even, odd = np.cos(angle).astype(x.dtype), np.sin(angle).astype(x.dtype), x[..., ::2], x[..., 1::2]
    y = turn(even, odd, cos, sin) if turn else (even * cos - odd * sin, even * sin + odd * cos)
    return np.stack(y, axis=-1).reshape(x.shape)


@mistake(
    "You pair feature i with feature i + E/2, as some libraries do. Here neighbours are a pair, (0, 1), (2, 3), ...: weights "
    "trained for one do not fit the other."
)
def pairs_the_halves(x, positions, base=10000.0):
    half = x.shape[-1] // 2
    if x.shape[-1] % 2:
        raise ValueError("x")
    pairs = np.stack([x[..., :half], x[..., half:]], axis=-1).reshape(x.shape)
    y = variant(pairs, positions, base)
    return np.concatenate([y[..., ::2], y[..., 1::2]], axis=-1)


@mistake(
    "The results are joined as two halves. Pairs are neighbours: put the new even and odd features next to each other again."
)
def joins_the_halves(x, positions, base=10000.0):
    y = variant(x, positions, base)
    return np.concatenate([y[..., ::2], y[..., 1::2]], axis=-1)


@mistake("You turn the other way round. The minus belongs to the sine in the first row: from the first axis towards the second.")
def turns_backwards(x, positions, base=10000.0):
    return variant(x, -positions, base)


@mistake("The minus is missing, so this is no rotation and lengths change. The first feature gets less of the sine: subtract.")
def forgets_the_minus(x, positions, base=10000.0):
    return variant(x, positions, base, turn=lambda a, b, c, s: (a * c + b * s, a * s + b * c))


@mistake("Sine and cosine have changed places. At position 0 nothing is turned: the cosine, which is 1 there, keeps a feature.")
def swaps_sine_and_cosine(x, positions, base=10000.0):
    return variant(x, positions, base, turn=lambda a, b, c, s: (a * s - b * c, a * c + b * s))


@mistake("You use the new first feature where the old one belongs: it was overwritten too early. Compute both from the old ones.")
def uses_the_new_feature(x, positions, base=10000.0):
    def turn(a, b, c, s):
        new = a * c - b * s
        return new, new * s + b * c

    return variant(x, positions, base, turn=turn)


@mistake("`positions` has no effect: rows are counted from 0. A row stands where positions says, which may be anywhere.")
def counts_the_rows(x, positions, base=10000.0):
    return variant(x, np.arange(len(positions)), base)


@mistake("Positions are counted from 1: everything is one step too far. Use them as they are; at 0 nothing is turned.")
def counts_from_one(x, positions, base=10000.0):
    return variant(x, positions + 1, base)


@mistake("The 2 in the exponent is missing: you divide the number of the pair by E. For pair i it is -2i / E.")
def forgets_the_two_in_the_exponent(x, positions, base=10000.0):
    e = x.shape[-1]
    return variant(x, positions, base, angle=np.outer(positions, base ** (-np.arange(0, e, 2) / (2 * e))))


@mistake("The exponent has the wrong sign, so later pairs turn faster. They turn slower: the exponent is negative.")
def turns_later_pairs_faster(x, positions, base=10000.0):
    e = x.shape[-1]
    return variant(x, positions, base, angle=np.outer(positions, base ** (np.arange(0, e, 2) / e)))


@mistake("All pairs turn by the same angle. Each pair has its own speed: 1 for the first one, then slower and slower.")
def turns_all_pairs_alike(x, positions, base=10000.0):
    return variant(x, positions, 1.0)


@mistake("`base` has no effect: it is 10000 always. It is an argument, as longer texts want slower pairs.")
def ignores_the_base(x, positions, base=10000.0):
    return variant(x, positions, 10000.0)


@mistake("The angles are added to the features, as in an additive encoding. Rotary positions multiply: turn each pair.")
def adds_the_encoding(x, positions, base=10000.0):
    return variant(x, positions, base, turn=lambda a, b, c, s: (a + s, b + c))


@mistake("A last feature without a partner passes unnoticed. Raise a ValueError that names x if their number is odd.")
def leaves_the_last_feature(x, positions, base=10000.0):
    even = x.shape[-1] // 2 * 2
    return np.concatenate([variant(x[..., :even], positions, base), x[..., even:]], axis=-1)


@mistake("A float32 input comes back as float64: the sines are float64. Turn them into the dtype of x before you multiply.")
def returns_float64(x, positions, base=10000.0):
    return variant(x.astype(np.float64), positions, base)


@mistake("You turn x itself. Queries and keys may be needed as they were: write into a new array.")
def overwrites_x(x, positions, base=10000.0):
    x[...] = variant(x, positions, base)
    return x


@right
def by_complex_numbers(x, positions, base=10000.0):
    if x.shape[-1] % 2 == 1:
        raise ValueError(f"the shape of x is {x.shape}")
    speed = base ** (-np.arange(0, x.shape[-1], 2) / x.shape[-1])
    turn = np.exp(1j * positions[:, None] * speed)
    points = (x[..., ::2] + 1j * x[..., 1::2]) * turn
    y = np.empty_like(x)
    y[..., ::2], y[..., 1::2] = points.real, points.imag
    return y


@right
def row_by_row(x, positions, base=10000.0):
    e = x.shape[-1]
    if e % 2:
        raise ValueError("x has an odd number of features")
    y = np.empty_like(x)
    for row, t in enumerate(positions.tolist()):
        for i in range(e // 2):
            c, s = np.cos(t / base ** (2 * i / e)), np.sin(t / base ** (2 * i / e))
            y[..., row, 2 * i : 2 * i + 2] = x[..., row, 2 * i : 2 * i + 2] @ np.array([[c, s], [-s, c]], dtype=x.dtype)
    return y


@right
def by_swapped_neighbours(x, positions, base=10000.0):
    e = x.shape[-1]
    if e % 2:
        raise ValueError("x")
    angle = positions[:, None] * np.exp(-np.log(base) * (np.arange(e) // 2 * 2) / e)
    sign = np.where(np.arange(e) % 2, 1, -1)
    swapped = x.reshape(*x.shape[:-1], -1, 2)[..., ::-1].reshape(x.shape)
    return x * np.cos(angle).astype(x.dtype) + swapped * (sign * np.sin(angle)).astype(x.dtype)
