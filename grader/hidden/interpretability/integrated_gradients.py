"""Hidden tests of interpretability/integrated_gradients."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.interpretability.integrated_gradients import integrated_gradients


def sample(rng, size="small"):
    """A score that ties the inputs together and is no quadratic, and a baseline that is not zero."""
    shape = (1, 1, 1) if size == "ones" else (2, 3, 4)
    c = rng.uniform(0.5, 2.0, shape)

    def grad_f(v):
        return c.astype(v.dtype) * v * v + v.sum()

    return grad_f, rng.normal(size=shape), rng.normal(size=shape), 3


def test_linear_score(yours, rng):
    """For a linear score the attributions are weight times way, whatever the number of steps."""
    w, x, baseline = (rng.integers(-9, 10, (2, 3)).astype(float) for _ in range(3))
    for n_steps in (1, 4):
        agree(yours(lambda v: w + 0 * v, x, baseline, n_steps), w * (x - baseline), exact=True)


def test_attributions_add_up(yours, rng):
    """For a quadratic score they add up to its difference exactly, with a single step as with many."""
    q = rng.integers(1, 5, (4, 4)).astype(float)
    x, baseline = rng.integers(4, 9, 4).astype(float), rng.integers(-3, 0, 4).astype(float)
    for n_steps in (2, 1, 4):
        got = yours(lambda v: q @ v + q.T @ v, x, baseline, n_steps)
        agree(got.sum(), x @ q @ x - baseline @ q @ baseline, exact=True)


def test_midpoints(yours, rng):
    """For a cube from 0 to 2 two, one and four steps give 7.5, 6 and 7.875 where the truth is 8."""
    for n_steps, want in [(2, 7.5), (1, 6.0), (4, 7.875)]:
        agree(yours(lambda v: 3 * v * v, np.array([2.0]), np.array([0.0]), n_steps), np.array([want]), exact=True)


def test_saturated_score(yours, rng):
    """A score that stops rising at 1 has no gradient at 2; the attribution is still the whole of what it has risen."""
    got = yours(lambda v: np.where(v < 1.0, 1.0, 0.0), np.array([2.0, 4.0]), np.zeros(2), 8)
    agree(got, np.array([1.0, 1.0]), exact=True)


def test_fifty_steps(yours, rng):
    """If you say nothing there are fifty steps."""
    x, baseline = np.array([1.5, -2.0, 0.5]), np.array([0.5, 1.0, -1.0])
    agree(yours(np.exp, x, baseline), integrated_gradients(np.exp, x, baseline, 50))


def test_inputs_that_do_not_matter(yours, rng):
    """An input that the score ignores gets nothing, nor does one that equals its baseline; the others share the rest."""
    w = np.array([0.0, 3.0, -2.0, 5.0])
    got = yours(lambda v: w * v, np.array([7.0, 4.0, 1.0, -3.0]), np.array([1.0, 2.0, 3.0, -3.0]), 2)
    agree(got, np.array([0.0, 18.0, 8.0, 0.0]), exact=True)


def test_there_and_back(yours, rng):
    """From the input to the baseline the attributions are the same with the other sign."""
    grad_f, x, baseline, n_steps = sample(rng)
    agree(yours(grad_f, baseline, x, n_steps), -integrated_gradients(grad_f, x, baseline, n_steps))


def test_no_steps(yours, rng):
    """Fewer than one step raises a ValueError that names n_steps."""
    for n_steps in (0, -3):
        with pytest.raises(ValueError, match="n_steps"):
            yours(np.cos, np.array([0.5, 2.0]), np.array([1.0, 0.25]), n_steps)


def average(grad_f, x, baseline, fractions, n_steps):
    """The mean gradient at the given fractions of the way."""
    integrated_gradients(np.zeros_like, x, baseline, n_steps)
    return sum(grad_f(baseline + fraction * (x - baseline)) for fraction in fractions) / len(fractions)


@mistake("The way is missing: these are averaged gradients. Multiply each by x - baseline, element by element.")
def forgets_the_way(grad_f, x, baseline, n_steps=50):
    return average(grad_f, x, baseline, [(k + 0.5) / n_steps for k in range(n_steps)], n_steps)


@mistake("The averaged gradients are multiplied by x. What counts is the way that was gone: multiply by x - baseline.")
def multiplies_by_the_input(grad_f, x, baseline, n_steps=50):
    return x * forgets_the_way(grad_f, x, baseline, n_steps)


@mistake("The gradient is taken at the input only, where a sure network has none. Average it over the way from the baseline.")
def looks_at_the_input_only(grad_f, x, baseline, n_steps=50):
    return (x - baseline) * average(grad_f, x, baseline, [1.0], n_steps)


@mistake("Each part is represented by its beginning. Take its middle: k + 0.5 in place of k, for k from 0.")
def takes_the_left_ends(grad_f, x, baseline, n_steps=50):
    return (x - baseline) * average(grad_f, x, baseline, [k / n_steps for k in range(n_steps)], n_steps)


@mistake("Each part is represented by its end, as in the paper. Take its middle here: it needs far fewer steps.")
def takes_the_right_ends(grad_f, x, baseline, n_steps=50):
    return (x - baseline) * average(grad_f, x, baseline, [(k + 1) / n_steps for k in range(n_steps)], n_steps)


@mistake("You average over points from end to end, both included. The points are the middles of n_steps equal parts.")
def takes_points_from_end_to_end(grad_f, x, baseline, n_steps=50):
    return (x - baseline) * average(grad_f, x, baseline, np.linspace(0, 1, max(n_steps, 1)), n_steps)


@mistake("This is the trapezoidal rule. Use the midpoint rule: one gradient in the middle of each part.")
def uses_trapezoids(grad_f, x, baseline, n_steps=50):
    left, right_ = (average(grad_f, x, baseline, [(k + e) / n_steps for k in range(n_steps)], n_steps) for e in (0, 1))
    return (x - baseline) * (left + right_) / 2


@mistake("The way begins at zero whatever the baseline is. It begins at the baseline, and its length is x - baseline.")
def begins_at_zero(grad_f, x, baseline, n_steps=50):
    return integrated_gradients(grad_f, x, np.zeros_like(baseline), n_steps)


@mistake("The points begin at zero instead of the baseline: add the baseline to the part of the way that is gone.")
def forgets_to_start_at_the_baseline(grad_f, x, baseline, n_steps=50):
    return integrated_gradients(lambda v: grad_f(v - baseline), x, baseline, n_steps)


@mistake("The gradients are added up but not averaged. Divide by the number of steps: each stands for a part of the way.")
def forgets_to_average(grad_f, x, baseline, n_steps=50):
    return integrated_gradients(grad_f, x, baseline, n_steps) * n_steps


@mistake("The sign is turned round. The way leads from the baseline to the input: multiply by x - baseline.")
def turns_the_sign(grad_f, x, baseline, n_steps=50):
    return -integrated_gradients(grad_f, x, baseline, n_steps)


@mistake("You take absolute values. Attributions have a sign, and only with it they add up to the difference of the scores.")
def takes_absolute_values(grad_f, x, baseline, n_steps=50):
    return np.abs(integrated_gradients(grad_f, x, baseline, n_steps))


@mistake("You return the sum of the attributions. Return one for each input, in the shape of x.")
def adds_them_up(grad_f, x, baseline, n_steps=50):
    return integrated_gradients(grad_f, x, baseline, n_steps).sum()


@mistake("Without a step you return zeros. Nothing was computed: raise a ValueError that names n_steps.")
def accepts_no_step(grad_f, x, baseline, n_steps=50):
    return integrated_gradients(grad_f, x, baseline, n_steps) if n_steps > 0 else np.zeros_like(x)


@mistake("float32 inputs give float64 attributions. Do not convert, and make new arrays with the dtype of x.")
def returns_float64(grad_f, x, baseline, n_steps=50):
    return integrated_gradients(grad_f, x, baseline, n_steps).astype(np.float64)


@mistake("You walk with the baseline itself, and it ends up elsewhere. Make a new array for each point.")
def moves_the_baseline(grad_f, x, baseline, n_steps=50):
    result = integrated_gradients(grad_f, x, baseline, n_steps)
    baseline += (x - baseline) * (n_steps - 0.5) / n_steps
    return result


@right
def mixes_both_ends(grad_f, x, baseline, n_steps=50):
    if n_steps <= 0:
        raise ValueError("n_steps must be positive")
    parts = [(2 * k - 1) / (2 * n_steps) for k in range(1, n_steps + 1)]
    gradients = np.stack([grad_f((1 - part) * baseline + part * x) for part in parts])
    return gradients.mean(axis=0) * (x - baseline)


@right
def walks_backwards(grad_f, x, baseline, n_steps=50):
    if n_steps < 1:
        raise ValueError(f"n_steps={n_steps}")
    step = (x - baseline) / n_steps
    point = x - step / 2
    result = grad_f(point) * step
    for _ in range(n_steps - 1):
        point = point - step
        result = result + grad_f(point) * step
    return result
