"""Hidden tests of gradient_flow/clip_by_global_norm."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gradient_flow.clip_by_global_norm import clip_by_global_norm

independent = (
    "(lambda n: ([g * (max_norm / (n + eps)).clamp(max=1) for g in grads], n))"
    "(torch.linalg.vector_norm(torch.cat([g.flatten() for g in grads])))"
)


def sample(rng, size="small"):
    """Three arrays of different sizes, together too long; eps is large enough to be seen."""
    shapes = [(1, 1), (1,), (1, 1, 1)] if size == "ones" else [(3, 2), (4,), (2, 1, 3)]
    grads = [rng.integers(4, 32, shape) / 8 * rng.choice([-1.0, 1.0], shape) for shape in shapes]
    return grads, 0.75, 0.25


def test_direction(yours):
    """Clipping keeps the direction: [100, 1] becomes shorter and turns nowhere."""
    clipped, norm = yours([np.array([100.0, 1.0])], 1.0)
    agree(clipped[0][0] / clipped[0][1], 100.0)
    agree(norm, np.sqrt(10001.0))


def test_short_gradients(yours, rng):
    """Gradients below max_norm come back as they are, however short, with their norm."""
    grads = [np.array([[0.03, 0.0], [0.0, -0.04]]), np.array([0.12])]
    clipped, norm = yours(grads, 0.5)
    agree(clipped, grads, exact=True)
    agree(norm, 0.13)


def test_one_norm_for_all(yours):
    """One norm is taken over all arrays: a short array is scaled together with a long one."""
    clipped, norm = yours([np.array([3.0, 4.0]), np.array([[12.0]])], 6.5)
    agree(norm, 13.0)
    agree(clipped, [np.array([3.0, 4.0]) * 6.5 / (13 + 1e-6), np.array([[12.0]]) * 6.5 / (13 + 1e-6)])


def test_eps_at_the_limit(yours):
    """A norm of 5 with max_norm 5.5 and eps 1 is scaled by 5.5 / 6: the formula decides."""
    clipped, norm = yours([np.array([3.0, -4.0])], 5.5, eps=1.0)
    agree(clipped, [np.array([3.0, -4.0]) * 5.5 / 6])
    agree(norm, 5.0)


def test_default_eps(yours):
    """Without an argument eps is 1e-6, which shows where the gradients are as small as that."""
    clipped, _ = yours([np.array([3e-6]), np.array([4e-6])], 2e-6)
    agree(clipped, [np.array([1e-6]), np.array([4e-6 / 3])])


@pytest.mark.parametrize("grads", [[], [np.zeros(3), np.zeros((2, 1))]], ids=["empty", "zeros"])
def test_nothing_to_clip(yours, grads):
    """No gradients, or gradients of zeros, have the norm 0.0 and come back."""
    clipped, norm = yours(grads, 2.0)
    agree(clipped, grads)
    agree(norm, 0.0)


@pytest.mark.parametrize("other", [0.25, np.inf], ids=["alone", "beside_infinity"])
def test_nan_is_not_hidden(yours, other):
    """One NaN makes the norm and every entry NaN, in all arrays."""
    clipped, norm = yours([np.array([0.5, np.nan]), np.array([[other]])], 2.0)
    agree(bool(np.isnan(norm)), True)
    agree(np.isnan(clipped[0]), np.array([True, True]))
    agree(np.isnan(clipped[1]), np.array([[True]]))


def test_infinity(yours):
    """An infinite entry makes the norm infinite and the coefficient 0, and becomes NaN itself."""
    clipped, norm = yours([np.array([0.5, -np.inf]), np.array([[0.25]])], 2.0)
    agree(norm, np.inf)
    agree(clipped, [np.array([0.0, np.nan]), np.array([[0.0]])])


def test_max_norm_of_zero(yours, rng):
    """A max_norm of 0 is allowed: it leaves nothing of the gradients, and tells their norm."""
    grads, _, eps = sample(rng)
    agree(yours(grads, 0.0, eps), ([np.zeros(g.shape) for g in grads], clip_by_global_norm(grads, 1.0)[1]))


def test_bad_max_norm(yours, rng):
    """A negative max_norm raises a ValueError that names it."""
    grads, _, eps = sample(rng)
    with pytest.raises(ValueError, match="max_norm"):
        yours(grads, -0.5, eps)


def scale(grads, norm, max_norm, eps):
    coefficient = float(np.minimum(1.0, max_norm / (norm + eps)))
    return [coefficient * g for g in grads]


@mistake("Each array is clipped by its own norm. Take one norm over all of them, and scale all with the same coefficient.")
def clips_each_array_alone(grads, max_norm, eps=1e-6):
    _, norm = clip_by_global_norm(grads, max_norm, eps)
    return [clip_by_global_norm([g], max_norm, eps)[0][0] for g in grads], norm


@mistake("Short gradients are scaled up to max_norm. Clipping only ever shortens: the coefficient is at most 1.")
def scales_up_short_gradients(grads, max_norm, eps=1e-6):
    _, norm = clip_by_global_norm(grads, max_norm, eps)
    return [float(max_norm / (norm + eps)) * g for g in grads], norm


@mistake("You return the norm after clipping. Return the one before, which tells how long the gradients were.")
def returns_the_norm_after_clipping(grads, max_norm, eps=1e-6):
    clipped, _ = clip_by_global_norm(grads, max_norm, eps)
    return clipped, clip_by_global_norm(clipped, max_norm, eps)[1]


@mistake("You clip each entry to max_norm, which turns the gradient. Multiply all entries by one coefficient.")
def clips_the_values(grads, max_norm, eps=1e-6):
    _, norm = clip_by_global_norm(grads, max_norm, eps)
    return [np.clip(g, -max_norm, max_norm) + 0 * norm for g in grads], norm


@mistake("The root is missing: your norm is the sum of squares. Take its square root.")
def forgets_the_root(grads, max_norm, eps=1e-6):
    _, norm = clip_by_global_norm(grads, max_norm, eps)
    return scale(grads, norm * norm, max_norm, eps), norm * norm


@mistake("Your norm is the sum of absolute values. The global norm is Euclidean: the root of the sum of squares.")
def sums_absolute_values(grads, max_norm, eps=1e-6):
    clip_by_global_norm(grads, max_norm, eps)
    norm = sum((np.abs(g).sum() for g in grads), 0.0)
    return scale(grads, norm, max_norm, eps), norm


@mistake(
    "Your norm of a matrix is its largest singular value, as `numpy.linalg.norm(g, 2)` gives it. Flatten the array first: the "
    "norm is the root of the sum of all squares."
)
def takes_the_spectral_norm(grads, max_norm, eps=1e-6):
    clip_by_global_norm(grads, max_norm, eps)
    norm = np.sqrt(sum(np.linalg.norm(g.reshape(g.shape[0] if g.ndim > 1 else 1, -1), 2) ** 2 for g in grads))
    return scale(grads, norm, max_norm, eps), norm


@mistake("You add up the norms of the arrays. The squares add up: take the root of the sum of the squared norms.")
def adds_up_the_norms(grads, max_norm, eps=1e-6):
    clip_by_global_norm(grads, max_norm, eps)
    norm = sum((np.sqrt((g * g).sum()) for g in grads), 0.0)
    return scale(grads, norm, max_norm, eps), norm


@mistake("Only the first array counts in your norm. Add up the squares of all arrays in the list.")
def measures_the_first_array(grads, max_norm, eps=1e-6):
    _, norm = clip_by_global_norm(grads[:1], max_norm, eps)
    return scale(grads, norm, max_norm, eps), norm


@mistake("The eps is missing: divide max_norm by norm + eps, as PyTorch does, and a norm of 0 does no harm either.")
def forgets_eps(grads, max_norm, eps=1e-6):
    _, norm = clip_by_global_norm(grads, max_norm, eps)
    coefficient = float(np.minimum(1.0, max_norm / float(norm)))  # ZeroDivisionError where the norm is 0
    return [coefficient * g for g in grads], norm


@mistake(
    "You compare the norm with max_norm before you scale. Let the formula decide: the coefficient is below 1 as soon as "
    "norm + eps is above max_norm."
)
def compares_first(grads, max_norm, eps=1e-6):
    clipped, norm = clip_by_global_norm(grads, max_norm, eps)
    return ([g.copy() for g in grads] if norm <= max_norm else clipped), norm


@mistake(
    "A NaN is hidden: a comparison with NaN is false, so the coefficient stays 1. Let the NaN through to every entry, with "
    "np.minimum or torch.clamp for instance."
)
def hides_a_nan(grads, max_norm, eps=1e-6):
    clipped, norm = clip_by_global_norm(grads, max_norm, eps)
    return ([g.copy() for g in grads] if np.isnan(norm) else clipped), norm


@mistake("Where the norm is not finite, you return zeros. That hides the accident: let NaN through to every entry.")
def returns_zeros_after_an_accident(grads, max_norm, eps=1e-6):
    clipped, norm = clip_by_global_norm(grads, max_norm, eps)
    return (clipped if np.isfinite(norm) else [np.zeros_like(g) for g in grads]), norm


@mistake(
    "A NaN beside an infinity is lost: hypot answers infinity as soon as one of its arguments is infinite. Take the root of the "
    "sum of squares."
)
def loses_a_nan_beside_infinity(grads, max_norm, eps=1e-6):
    _, norm = clip_by_global_norm(grads, max_norm, eps)
    norm = np.inf if any(np.isinf(g).any() for g in grads) else norm
    return scale(grads, norm, max_norm, eps), norm


@mistake("Where nothing is to be clipped, you return the arrays of the caller. Return copies: new arrays in every case.")
def hands_back_short_gradients(grads, max_norm, eps=1e-6):
    clipped, norm = clip_by_global_norm(grads, max_norm, eps)
    return (list(grads) if norm + eps <= max_norm else clipped), norm


@mistake(
    "The result is float64 though the gradients are float32. Do not convert them; in NumPy a float64 scalar widens them, too: "
    "scale with a plain Python float, or convert back."
)
def widens_float32(grads, max_norm, eps=1e-6):
    return clip_by_global_norm([g.astype(np.float64) for g in grads], max_norm, eps)


@mistake("You scale the gradients in place. Return new arrays and leave those of the caller as they are.")
def scales_in_place(grads, max_norm, eps=1e-6):
    clipped, norm = clip_by_global_norm(grads, max_norm, eps)
    for mine, new in zip(grads, clipped, strict=True):
        mine[...] = new
    return grads, norm


@mistake("A negative max_norm passes unnoticed and turns the gradients round. Raise a ValueError that names max_norm.")
def checks_nothing(grads, max_norm, eps=1e-6):
    _, norm = clip_by_global_norm(grads, 0.0, eps)
    return scale(grads, norm, max_norm, eps), norm


@mistake("A max_norm of 0 is refused. It is allowed, and every gradient becomes 0: raise only where max_norm is below 0.")
def refuses_zero(grads, max_norm, eps=1e-6):
    if max_norm <= 0:
        raise ValueError(f"max_norm must be positive, got {max_norm}")
    return clip_by_global_norm(grads, max_norm, eps)


@right
def as_one_long_vector(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm is negative")
    if not grads:
        return [], 0.0
    norm = np.linalg.norm(np.concatenate([g.ravel() for g in grads]))
    coefficient = max_norm / (norm + eps)
    return [g.copy() if coefficient >= 1 else (g * coefficient).astype(g.dtype) for g in grads], norm


@right
def with_loops_and_math(grads, max_norm, eps=1e-6):
    if not max_norm >= 0:
        raise ValueError(f"bad max_norm {max_norm}")
    total = 0.0
    for g in grads:
        for value in g.flat:
            total += float(value) ** 2
    norm = total**0.5
    if norm + eps <= max_norm:
        return [np.array(g) for g in grads], norm
    new = [np.empty_like(g) for g in grads]
    for one, g in zip(new, grads, strict=True):
        for index in np.ndindex(g.shape):
            one[index] = g[index] * (max_norm / (norm + eps))
    return new, norm


@right
def norm_of_norms(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm")
    norms = [np.sqrt(np.einsum("i,i->", g.reshape(-1), g.reshape(-1))) for g in grads]
    norm = np.linalg.norm(np.array(norms)) if norms else 0.0
    return [g * np.minimum(1, max_norm / (norm + eps)).astype(g.dtype) for g in grads], norm
