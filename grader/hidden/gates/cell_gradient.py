"""Hidden tests of gates/cell_gradient."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gates.cell_gradient import cell_gradient

independent = "torch.stack([f[:, t + 1 :].prod(dim=1) for t in range(f.shape[1])], dim=1)"


def sample(rng, size="small"):
    """Batch, time and units differ; gates are neither open nor closed."""
    return (rng.uniform(0.2, 0.95, (1, 1, 1) if size == "ones" else (3, 5, 4)),)


def test_carousel(yours):
    """Through open gates the gradient passes a hundred steps without any loss."""
    agree(yours(np.ones((2, 100, 3))), np.ones((2, 100, 3)), exact=True)


@pytest.mark.parametrize("gate", [0.5, 0.75])
def test_constant_gates(yours, gate):
    """Constant gates leave the power of the gate with the distance to the end: half-open ones leave 1/512 after nine steps."""
    want = gate ** np.arange(9.0, -1, -1)
    agree(yours(np.full((1, 10, 1), gate))[0, :, 0] / want, np.ones(10))


def test_closed_gate(yours):
    """A closed gate stops what comes from before it, and nothing that comes after it."""
    f = np.array([0.5, 0.25, 0.0, 0.5, 0.0, 0.25, 0.5])
    got = yours(np.stack([f, f[::-1]], axis=1)[None])[0]
    agree(got[:, 0], np.array([0, 0, 0, 0, 0.125, 0.5, 1.0]), exact=True)
    agree(got[:, 1], np.array([0, 0, 0, 0, 0.125, 0.5, 1.0]), exact=True)


def test_is_the_derivative(yours, rng):
    """If a cell is moved, the last cell moves by the result times as much."""
    f, i, g = rng.uniform(0.1, 0.9, (3, 2, 6, 4))
    want = np.zeros((2, 6, 4))
    for moved in range(6):
        cells = np.zeros((2, 2, 4))
        for t in range(6):
            cells = f[:, t] * cells + i[:, t] * g[:, t]
            cells[1] += float(t == moved)
        want[:, moved] = cells[1] - cells[0]
    agree(yours(f), want)


def test_first_gates_do_not_count(yours, rng):
    """The gates of the first step lie before the first cell: other ones change nothing."""
    f = rng.uniform(0.2, 0.9, (2, 4, 3))
    other = f.copy()
    other[:, 0] = 0.0
    agree(yours(other), cell_gradient(f))


def test_units_and_sequences_are_independent(yours, rng):
    """One unit of one sequence whose gates are open has ones, whatever the others do."""
    f = rng.uniform(0.2, 0.9, (4, 4, 4))
    f[2, :, 1] = 1.0
    got = yours(f)
    agree(got, cell_gradient(f))
    agree(got[2, :, 1], np.ones(4), exact=True)


def walk(f, start, step):
    """From the last step to the first: start with `start`, and go on by step(gradient, t)."""
    found = [start]
    for t in range(f.shape[1] - 1, 0, -1):
        found.append(step(found[-1], t))
    return np.stack(found[::-1], axis=1)


@mistake("You multiply by the gate of the step itself as well. It lies before its cell: only later gates count.")
def includes_the_own_gate(f):
    return cell_gradient(f) * f


@mistake("One gate too few: the gate right after a cell lies on the way to it. The product starts with the very next step.")
def leaves_out_the_next_gate(f):
    return np.concatenate([cell_gradient(f)[:, 1:], np.ones_like(f[:, :1])], axis=1)


@mistake("You multiply the earlier gates. On the way from the last cell back to this one lie the later ones.")
def multiplies_the_earlier_gates(f):
    return np.cumprod(f, axis=1)


@mistake("You add up the gates. A gradient that passes one gate after another is multiplied by each of them.")
def adds_up_the_gates(f):
    return walk(f, np.ones_like(f[:, 0]), lambda grad, t: grad + f[:, t])


@mistake("The order is that of the way back. The first place belongs to the first cell: reverse the time axis again.")
def leaves_the_order_of_the_way_back(f):
    return cell_gradient(f)[:, ::-1].copy()


@mistake("You say that nothing is ever lost. That holds only where all forget gates are 1: multiply them up.")
def claims_no_decay(f):
    return np.ones_like(f)


@mistake("Every place has the product of all gates. Each cell has its own product, of the gates after it.")
def multiplies_all_gates(f):
    return np.zeros_like(f) + f.prod(axis=1, keepdims=True)


@mistake(
    "You divide the product of all gates by that of the early ones, 0 by 0 where one is closed. Multiply from the end instead."
)
def divides_products(f):
    with np.errstate(invalid="ignore"):
        return f.prod(axis=1, keepdims=True) / np.cumprod(f, axis=1)


@mistake("You take the running product along the units. Time is the axis in the middle, and units are independent.")
def multiplies_along_the_units(f):
    result = np.ones_like(f)
    result[..., :-1] = np.cumprod(f[..., :0:-1], axis=2)[..., ::-1]
    return result


@mistake(
    "You multiply by the slope of the sigmoid, f times (1 - f). The path along the cells does not go through the gate: take f."
)
def multiplies_by_the_slope_of_the_sigmoid(f):
    return cell_gradient(f * (1 - f))


@mistake("You pass the gates through a sigmoid once more. They are gates already: use them as they are.")
def applies_the_sigmoid_again(f):
    return cell_gradient(1 / (1 + np.exp(-f)))


@mistake("You raise one gate to a power, as if all later ones were equal. Multiply the gates as they are.")
def takes_a_power_of_the_next_gate(f):
    later = np.concatenate([f[:, 1:], np.ones_like(f[:, :1])], axis=1)
    return later ** np.arange(f.shape[1] - 1, -1, -1, dtype=f.dtype)[:, None]


@mistake("The last cell is missing. Its derivative by itself is 1, and it is part of the result.")
def leaves_out_the_last_cell(f):
    return cell_gradient(f)[:, :-1].copy()


@mistake("You average over the batch. Each sequence has gates of its own, and a result of its own.")
def averages_over_the_batch(f):
    return cell_gradient(f).mean(axis=0)


@mistake("The result is float64 though the gates are float32. Give the array of ones the dtype of f.")
def returns_float64(f):
    return cell_gradient(f).astype(np.float64)


@mistake("You take the running product in f itself, which belongs to the caller. Put it into a new array.")
def overwrites_the_gates(f):
    result = cell_gradient(f)
    f[...] = np.cumprod(f, axis=1)
    return result


@right
def product_of_each_rest(f):
    return np.stack([np.prod(f[:, t + 1 :], axis=1) for t in range(f.shape[1])], axis=1)


@right
def number_by_number(f):
    result = np.empty_like(f)
    for n, t, unit in np.ndindex(f.shape):
        product = 1.0
        for s in range(t + 1, f.shape[1]):
            product = product * f[n, s, unit]
        result[n, t, unit] = product
    return result
