"""Hidden tests of gradient_flow/bptt_gain."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gradient_flow.bptt_gain import bptt_gain

independent = (
    "(lambda w: torch.stack([torch.linalg.svdvals(p)[0] for p in (w @ torch.linalg.inv(w), w, w @ w, w @ w @ w)]))"
    "(weight_hh - lr * weight_decay * weight_hh - lr * weight_decay * (weight_hh - lr * weight_decay * weight_hh))"
)
TURN = np.array([[0.6, -0.8], [0.8, 0.6]])  # a rotation: it changes no length


def sample(rng, size="small"):
    """A matrix that is not symmetric, shrunk twice."""
    return rng.normal(size=(1, 1) if size == "ones" else (4, 4)), 3, 0.4, 0.3, 2


def test_power_of_the_matrix(yours):
    """The matrix is multiplied by itself, not entry by entry: with rows (0, 2) and (0.25, 0) two steps give half the identity."""
    agree(yours(np.array([[0.0, 2.0], [0.25, 0.0]]), 4, 0.0, 0.1, 5), np.array([1.0, 2.0, 0.5, 1.0, 0.25]))


def test_stretches_before_it_shrinks(yours):
    """A matrix whose eigenvalues are all 0.5 stretches a vector to 4.06 of its length before it shrinks it."""
    squares = yours(np.array([[0.5, 4.0], [0.0, 0.5]]), 2, 0.0, 0.1, 1)[1:] ** 2
    agree(squares + np.array([0.5, 0.25]) ** 4 / squares, np.array([16.5, 16.125]))  # both squared singular values add up


@pytest.mark.parametrize("scale", [0.9, 1.1])
def test_rotation(yours, scale):
    """A rotation scaled by 0.9 leaves 0.015 of a gradient after 40 steps, and scaled by 1.1 makes 45 of it."""
    agree(yours(scale * TURN, 40, 0.0, 0.3, 7) / scale ** np.arange(41.0), np.ones(41))


def test_no_step(yours, rng):
    """Over no step the gain is 1, whatever the matrix and the decay, and nothing else is returned."""
    agree(yours(rng.normal(size=(3, 3)), 0, 0.2, 0.6, 4), np.ones(1))


def test_shrinks_at_every_step(yours):
    """Halving the matrix twice leaves a quarter per step, and over three steps a sixty-fourth."""
    agree(yours(TURN, 3, 2.0, 0.25, 2), np.array([1.0, 1 / 4, 1 / 16, 1 / 64]))
    agree(yours(TURN, 3, 2.0, 1.5, 1), np.array([1.0, 2.0, 4.0, 8.0]))  # decay that overshoots turns the matrix round


def test_many_small_updates(yours):
    """A thousand updates with lr 0.1 and decay 0.01 shrink a matrix to 0.999**1000, that is 0.3677 of it."""
    agree(yours(TURN, 1, 0.01, 0.1, 1000), np.array([1.0, 0.999**1000]))


def test_vanishing_gets_worse(yours):
    """The more decay, the less gain: what vanished before vanishes faster, and decay cures nothing."""
    gains = [yours(0.9 * TURN, 20, decay, 0.1, 10)[-1] for decay in (0.0, 0.1, 0.5)]
    agree(np.array(gains) / 0.9**20, np.array([1.0, 0.99**200, 0.95**200]))


def test_explosion_is_tamed(yours):
    """Where gradients explode decay does help: a radius of 1.63 gains billions over 50 steps, and shrunk to 0.986 only 0.5."""
    agree(yours(1.63 * TURN, 50, 0.1, 0.1, 50)[-1], (1.63 * 0.99**50) ** 50)


def test_negative_steps(yours, rng):
    """A negative number of steps raises a ValueError that names the argument."""
    with pytest.raises(ValueError, match="time_steps"):
        yours(rng.normal(size=(3, 3)), -1, 0.1, 0.1, 3)


def shrink(weight_hh, weight_decay, lr, updates):
    return (1 - lr * weight_decay) ** updates * weight_hh


def instead(norm=lambda m: np.linalg.norm(m, 2), power=np.linalg.matrix_power, shrink=shrink):
    """The reference once more, with one part exchanged."""

    def gains(weight_hh, time_steps, weight_decay, lr, updates):
        bptt_gain(weight_hh, time_steps, weight_decay, lr, updates)
        shrunken = shrink(weight_hh, weight_decay, lr, updates)
        return np.array([norm(power(shrunken, t)) for t in range(time_steps + 1)])

    return gains


@mistake("Each entry is taken to the power. It is a matrix power: the matrix times itself, time_steps times.")
def takes_the_power_of_entries(weight_hh, time_steps, weight_decay, lr, updates):
    return instead(power=np.power)(weight_hh, time_steps, weight_decay, lr, updates)


@mistake("You take the power of the norm. A matrix may undo in one step what it did in the one before: norm of the power.")
def takes_the_power_of_the_norm(weight_hh, time_steps, weight_decay, lr, updates):
    norms = instead(norm=lambda m: m, power=lambda m, t: np.linalg.norm(m, 2) ** t)
    return norms(weight_hh, time_steps, weight_decay, lr, updates)


@mistake("You take the largest eigenvalue. For a matrix that is not symmetric the gain is the largest singular value.")
def takes_the_largest_eigenvalue(weight_hh, time_steps, weight_decay, lr, updates):
    radius = instead(norm=lambda m: np.max(np.abs(np.linalg.eigvals(m))).astype(m.dtype))
    return radius(weight_hh, time_steps, weight_decay, lr, updates)


@mistake("This is the Frobenius norm, the default of norm functions. The spectral norm is the largest singular value: order 2.")
def takes_the_frobenius_norm(weight_hh, time_steps, weight_decay, lr, updates):
    return instead(norm=np.linalg.norm)(weight_hh, time_steps, weight_decay, lr, updates)


@mistake("You take the largest row sum of absolute values. The spectral norm is the largest singular value.")
def takes_the_largest_row_sum(weight_hh, time_steps, weight_decay, lr, updates):
    return instead(norm=lambda m: np.linalg.norm(m, np.inf))(weight_hh, time_steps, weight_decay, lr, updates)


@mistake("You take the smallest singular value. The gain at most is the largest one.")
def takes_the_smallest_singular_value(weight_hh, time_steps, weight_decay, lr, updates):
    return instead(norm=lambda m: np.linalg.norm(m, -2))(weight_hh, time_steps, weight_decay, lr, updates)


@mistake("You take the determinant, the gain of a volume. The gain of a length is at most the largest singular value.")
def takes_the_determinant(weight_hh, time_steps, weight_decay, lr, updates):
    return instead(norm=lambda m: np.abs(np.linalg.det(m)))(weight_hh, time_steps, weight_decay, lr, updates)


@mistake("Decay makes the matrix grow with you. The step goes against the gradient of the penalty: 1 minus lr times decay.")
def grows(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, -weight_decay, lr, updates)


@mistake("Decay has no effect. Shrink the matrix before you take its power.")
def ignores_the_decay(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, 0.0, lr, updates)


@mistake("The matrix is shrunk once only. Each of the updates shrinks it.")
def shrinks_once(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, weight_decay, lr, 1)


@mistake("You subtract lr times decay once for each update. Updates multiply: each one shrinks what the last one left.")
def shrinks_along_a_line(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, updates * weight_decay, lr, 1)


@mistake("The learning rate is missing. An update subtracts lr times weight_decay times the matrix.")
def forgets_the_learning_rate(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, weight_decay, 1.0, updates)


@mistake("There is a factor 2 too many. In torch.optim.SGD the decay adds weight_decay times the matrix to the gradient.")
def differentiates_the_square(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, 2 * weight_decay, lr, updates)


@mistake("exp(-lr * decay * updates) is the limit of ever smaller steps. Here the steps are finite: a power of 1 - lr * decay.")
def decays_continuously(weight_hh, time_steps, weight_decay, lr, updates):
    smooth = instead(shrink=lambda w, decay, lr, updates: float(np.exp(-lr * decay * updates)) * w)
    return smooth(weight_hh, time_steps, weight_decay, lr, updates)


@mistake("You shrink the power and not the matrix. Every time step uses the shrunken matrix, so the shrinking counts each time.")
def shrinks_the_power(weight_hh, time_steps, weight_decay, lr, updates):
    gains = bptt_gain(weight_hh, time_steps, 0.0, lr, updates)
    return np.append(gains[:1], shrink(gains[1:], weight_decay, lr, updates))


@mistake("You subtract from the entries a number and not a share. An update subtracts lr times weight_decay times the matrix.")
def subtracts_a_number(weight_hh, time_steps, weight_decay, lr, updates):
    flat = instead(shrink=lambda w, decay, lr, updates: w - lr * decay * updates)
    return flat(weight_hh, time_steps, weight_decay, lr, updates)


@mistake("The last step is missing: time_steps itself is included, so there is one gain more than there are steps.")
def leaves_out_the_last_step(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, weight_decay, lr, updates)[:-1].copy()


@mistake("The gain over no step is missing. Start with the power 0, the identity, whose gain is 1.")
def starts_with_one_step(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, weight_decay, lr, updates)[1:].copy()


@mistake("Only the last gain is returned. All are wanted, from no step to time_steps.")
def returns_the_last_gain(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, weight_decay, lr, updates)[-1:].copy()


@mistake("The gains come in reverse. Start with the gain over no step.")
def starts_with_the_last_step(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, time_steps, weight_decay, lr, updates)[::-1].copy()


@mistake("A negative number of steps is accepted and gives nothing at all. Raise a ValueError that names time_steps.")
def accepts_negative_steps(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh, max(time_steps, 0), weight_decay, lr, updates)[: time_steps + 1]


@mistake("A float32 matrix gives a float64 result. Do not convert the matrix.")
def returns_float64(weight_hh, time_steps, weight_decay, lr, updates):
    return bptt_gain(weight_hh.astype(np.float64), time_steps, weight_decay, lr, updates)


@mistake("You shrink weight_hh in place. Make a new matrix, and leave the input as it was.")
def overwrites_weight_hh(weight_hh, time_steps, weight_decay, lr, updates):
    bptt_gain(weight_hh, time_steps, weight_decay, lr, updates)
    weight_hh *= (1 - lr * weight_decay) ** updates
    return bptt_gain(weight_hh, time_steps, 0.0, lr, updates)


@right
def update_by_update(weight_hh, time_steps, weight_decay, lr, updates):
    if time_steps < 0:
        raise ValueError("time_steps")
    for _ in range(updates):
        weight_hh = weight_hh - lr * weight_decay * weight_hh
    power, gains = np.eye(len(weight_hh), dtype=weight_hh.dtype), []
    for _ in range(time_steps + 1):
        gains.append(np.linalg.svd(power, compute_uv=False).max())
        power = weight_hh @ power
    return np.array(gains)


@right
def factor_outside(weight_hh, time_steps, weight_decay, lr, updates):
    if time_steps < 0:
        raise ValueError("time_steps")
    powers = np.array([np.linalg.matrix_power(weight_hh.T, t) for t in range(time_steps + 1)])
    factors = abs(1 - lr * weight_decay) ** (updates * np.arange(time_steps + 1.0))
    return factors.astype(weight_hh.dtype) * np.linalg.norm(powers, 2, axis=(1, 2))
