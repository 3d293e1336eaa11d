"""Hidden tests of gradient_flow/clip_by_value."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gradient_flow.clip_by_value import clip_by_value

independent = "[torch.maximum(torch.minimum(g, g * 0 + clip_value), g * 0 - clip_value) for g in grads]"


def sample(rng, size="small"):
    """Three arrays of different sizes, with entries inside and outside of both limits."""
    shapes = [(1, 1), (1,), (1, 1, 1)] if size == "ones" else [(3, 2), (4,), (2, 1, 3)]
    grads = [rng.integers(2, 32, shape) / 8 * rng.choice([-1.0, 1.0], shape) for shape in shapes]
    grads[0][0, 0], grads[1][0] = -3.5, 2.75
    return grads, 1.375


def test_both_ends(yours):
    """Large entries are cut at the top and at the bottom, and what lies between stays."""
    agree(yours([np.array([7.0, -7.0, 2.0, -2.0])], 5.0), [np.array([5.0, -5.0, 2.0, -2.0])], exact=True)


def test_turns_the_direction(yours):
    """Clipping by value turns [100, 1] to [1, 1], by 44.4 degrees."""
    (clipped,) = yours([np.array([100.0, 1.0])], 1.0)
    angle = np.degrees(np.arctan2(clipped[1], clipped[0]) - np.arctan2(1.0, 100.0))
    agree(round(float(angle), 1), 44.4)


def test_inside(yours):
    """Gradients inside the limits come back as they are, however small, and so do those exactly at a limit."""
    grads = [np.array([[0.03, 0.0], [0.0, -0.04]]), np.array([0.5, -0.5])]
    agree(yours(grads, 0.5), grads, exact=True)


def test_each_array_for_itself(yours):
    """A huge entry in one array leaves all the others alone."""
    grads = [np.array([1e6]), np.array([[0.25, -0.5]]), np.array([-3.0])]
    agree(yours(grads, 2.0), [np.array([2.0]), np.array([[0.25, -0.5]]), np.array([-2.0])], exact=True)


def test_accidents(yours):
    """Infinity is cut off, NaN stays, and their neighbours do not notice."""
    got = yours([np.array([np.inf, 0.5, -np.inf]), np.array([[np.nan, -4.0]])], 2.0)
    agree(got, [np.array([2.0, 0.5, -2.0]), np.array([[np.nan, -2.0]])])


def test_limit_of_zero(yours):
    """A limit of 0 is allowed and leaves nothing."""
    agree(yours([np.array([3.0, -4.0, 0.0])], 0.0), [np.zeros(3)])


def test_shapes(yours, rng):
    """Arrays of any shape keep it, down to a single number, and an empty list comes back empty."""
    agree(yours([], 2.0), [])
    grads = [np.array(-5.0), np.array([[[9.0], [0.5]]]), np.array([[1.0, -2.0, 3.0]])]
    agree(yours(grads, 1.5), [np.array(-1.5), np.array([[[1.5], [0.5]]]), np.array([[1.0, -1.5, 1.5]])], exact=True)


def test_negative_limit(yours):
    """A negative limit raises a ValueError that names the argument."""
    with pytest.raises(ValueError, match="clip_value"):
        yours([np.array([0.5, -2.0])], -1.0)


@mistake("Only the upper end is cut: large negative entries go through. Cut at minus clip_value, too.")
def cuts_only_the_top(grads, clip_value):
    clip_by_value([], clip_value)
    return [np.minimum(g, clip_value) for g in grads]


@mistake("The lower end is at 0, so that all negative entries are lost. It is at minus clip_value.")
def cuts_at_zero(grads, clip_value):
    clip_by_value([], clip_value)
    return [np.clip(g, 0, clip_value) for g in grads]


@mistake("You clip the absolute values and lose the signs. A large negative entry becomes minus clip_value.")
def loses_the_sign(grads, clip_value):
    return [np.abs(g) for g in clip_by_value(grads, clip_value)]


@mistake("Entries that are too large are set to zero. They are cut off at the limit, and keep their sign.")
def drops_large_entries(grads, clip_value):
    return [
        np.where(np.abs(g) > clip_value, 0.0, c).astype(g.dtype)
        for g, c in zip(grads, clip_by_value(grads, clip_value), strict=True)
    ]


@mistake("Every entry is moved to a limit. Only those outside are cut off; those inside stay.")
def keeps_only_the_sign(grads, clip_value):
    clip_by_value([], clip_value)
    return [np.sign(g) * clip_value for g in grads]


@mistake(
    "You scale all arrays so that their largest entry fits. By value each entry is cut off for itself, and others do not move."
)
def scales_by_the_largest_entry(grads, clip_value):
    clip_by_value([], clip_value)
    largest = np.max([np.max(np.abs(g)) for g in grads], initial=clip_value) or 1.0
    return [g * float(clip_value / largest) for g in grads]


@mistake("You clip each array by its norm. By value each entry is cut off for itself, whatever the norm is.")
def clips_by_the_norm_of_each_array(grads, clip_value):
    clip_by_value([], clip_value)
    return [g * float(clip_value / max(clip_value, np.sqrt(np.sum(g * g)), 1e-300)) for g in grads]


@mistake("You clip by the global norm. By value each entry is cut off for itself, whatever the norm is.")
def clips_by_the_global_norm(grads, clip_value):
    clip_by_value([], clip_value)
    norm = np.sqrt(sum(np.sum(g * g) for g in grads))
    return [g * float(clip_value / max(clip_value, norm, 1e-300)) for g in grads]


@mistake("You squash the entries with a tanh. Those inside the limits come back as they are, and those outside at the limit.")
def squashes_smoothly(grads, clip_value):
    clip_by_value([], clip_value)
    return [clip_value * np.tanh(g / clip_value) if clip_value else 0 * g for g in grads]


@mistake("Only the first array is clipped. Every gradient in the list is.")
def clips_only_the_first(grads, clip_value):
    return clip_by_value(grads[:1], clip_value) + [g.copy() for g in grads[1:]]


@mistake("A NaN becomes a number: fmin and fmax, and comparisons, drop it. Use minimum, maximum or clip, which hand NaN on.")
def hides_a_nan(grads, clip_value):
    clip_by_value([], clip_value)
    return [np.fmax(np.fmin(g, clip_value), -clip_value).astype(g.dtype) for g in grads]


@mistake("A NaN becomes 0. It should not be hidden: leave it where it is.")
def sets_nan_to_zero(grads, clip_value):
    return [np.nan_to_num(g) for g in clip_by_value(grads, clip_value)]


@mistake("Any limit is accepted. Below 0 the two ends cross: raise a ValueError that names clip_value.")
def accepts_a_negative_limit(grads, clip_value):
    return clip_by_value(grads, max(clip_value, 0.0))


@mistake("A limit of 0 is refused. It is allowed, and makes all entries 0.")
def refuses_zero(grads, clip_value):
    if clip_value <= 0:
        raise ValueError("clip_value")
    return clip_by_value(grads, clip_value)


@mistake(
    "Gradients that need no clipping are handed back as they are. Return copies: whoever changes one would change the other."
)
def hands_back_what_fits(grads, clip_value):
    clipped = clip_by_value(grads, clip_value)
    return [g if np.all(np.abs(g) <= clip_value) else c for g, c in zip(grads, clipped, strict=True)]


@mistake("float32 gradients come back as float64. Keep the dtype: a plain Python float as the limit does.")
def returns_float64(grads, clip_value):
    return clip_by_value([g.astype(np.float64) for g in grads], clip_value)


@mistake("The gradients are clipped in place. Return new arrays, and leave the input as it was.")
def clips_in_place(grads, clip_value):
    clipped = clip_by_value(grads, clip_value)
    for g, c in zip(grads, clipped, strict=True):
        g[...] = c
    return grads


@right
def one_end_after_the_other(grads, clip_value):
    if clip_value < 0:
        raise ValueError("clip_value")
    return [np.maximum(np.minimum(g, clip_value), -clip_value) for g in grads]


@right
def number_by_number(grads, clip_value):
    if clip_value < 0:
        raise ValueError("clip_value")
    result = [g.copy() for g in grads]
    for g in result:
        for i, v in np.ndenumerate(g):
            if v > clip_value or v < -clip_value:
                g[i] = clip_value if v > 0 else -clip_value
    return result


@right
def size_and_sign(grads, clip_value):
    if clip_value < 0:
        raise ValueError("clip_value")
    return [np.copysign(np.minimum(np.abs(g), clip_value), g).astype(g.dtype) for g in grads]
