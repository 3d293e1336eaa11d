"""Hidden tests of gates/gated_update."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gates.gated_update import gated_update

independent = "torch.addcmul(f * c, i, g)"


def sample(rng, size="small"):
    """Gates between 0 and 1 that do not add up to one, a large memory."""
    shape = (1, 1) if size == "ones" else (4, 3)
    return 3 * rng.normal(size=shape), rng.uniform(0.1, 0.9, shape), rng.uniform(0.1, 0.9, shape), rng.normal(size=shape)


def test_open_and_closed_gates(yours):
    """Gates that are fully open or closed keep, replace, add and wipe, to the last digit."""
    c, g = np.array([-0.1, 5.0, 7.0, 9.0]), np.array([4.0, -0.3, 2.0, 6.0])
    f, i = np.array([1.0, 0.0, 1.0, 0.0]), np.array([0.0, 1.0, 1.0, 0.0])
    agree(yours(c, f, i, g), np.array([-0.1, -0.3, 9.0, 0.0]))


def test_keeps_for_ever(yours, rng):
    """With the forget gate open and the input gate closed, ten steps change nothing."""
    c, f, i, g = sample(rng)
    kept = c
    for _ in range(10):
        kept = yours(kept, 0 * f + 1, 0 * i, g)
    agree(kept, c, exact=True)


def test_fades(yours):
    """Memories that are half kept at each step shrink to 1/64 in six, and nothing limits one that is written to each time."""
    c, g = np.array([64.0, 0.0]), np.array([5.0, 2.0])
    for _ in range(6):
        c = yours(c, np.array([0.5, 1.0]), np.array([0.0, 1.0]), g)
    agree(c, np.array([1.0, 12.0]), exact=True)


def test_half_open(yours):
    """Gates in between take shares: a gate of 0.25 takes a quarter."""
    got = yours(np.array([8.0, -8.0]), np.array([0.25, 0.75]), np.array([0.5, 0.125]), np.array([-2.0, 16.0]))
    agree(got, np.array([1.0, -4.0]), exact=True)


@pytest.mark.parametrize("shape", [(), (5,), (2, 1, 3)], ids=["no_axis", "one_axis", "three_axes"])
def test_shapes(yours, rng, shape):
    """Any shape works, down to a single number."""
    c, g = np.asarray(rng.normal(size=shape)), np.asarray(rng.normal(size=shape))
    f, i = np.asarray(rng.uniform(0.1, 0.9, shape)), np.asarray(rng.uniform(0.1, 0.9, shape))
    agree(yours(c, f, i, g), gated_update(c, f, i, g))


@pytest.mark.parametrize("value", [-0.25, 1.25], ids=["below", "above"])
@pytest.mark.parametrize("name", ["f", "i"])
def test_no_gate(yours, rng, name, value):
    """A gate with a single element outside 0 to 1 raises a ValueError that names it."""
    c, f, i, g = sample(rng)
    {"f": f, "i": i}[name][2, 1] = value
    with pytest.raises(ValueError, match=rf"\b{name}\b"):
        yours(c, f, i, g)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


@mistake("You write 1 - f of the candidate. Here the gates are independent: write the share i, whatever f is.")
def couples_the_input_gate(c, f, i, g):
    gated_update(c, f, i, g)
    return f * c + (1 - f) * g


@mistake("You keep 1 - i of the memory. Here the gates are independent: keep the share f, whatever i is.")
def couples_the_forget_gate(c, f, i, g):
    gated_update(c, f, i, g)
    return (1 - i) * c + i * g


@mistake("The forget gate is turned round. Despite its name it tells what share is kept: multiply the memory by f, not by 1 - f.")
def takes_the_forget_gate_at_its_word(c, f, i, g):
    return gated_update(c, f, i, g) - f * c + (1 - f) * c


@mistake("The gates pass a sigmoid once more. They are gates already: use them as they are.")
def applies_the_sigmoid_again(c, f, i, g):
    gated_update(c, f, i, g)
    return sigmoid(f) * c + sigmoid(i) * g


@mistake("You squash the candidate by tanh. It has passed whatever it had to pass: use it as it is.")
def squashes_the_candidate(c, f, i, g):
    return gated_update(c, f, i, np.tanh(g))


@mistake("You squash the new memory by tanh, so that it fades at each step. It is the plain sum of both shares.")
def squashes_the_memory(c, f, i, g):
    return np.tanh(gated_update(c, f, i, g))


@mistake("The gates have changed places. The forget gate belongs to the memory and the input gate to the candidate.")
def swaps_the_gates(c, f, i, g):
    gated_update(c, f, i, g)
    return i * c + f * g


@mistake("Nothing is forgotten: the forget gate is missing. Multiply the old memory by f.")
def never_forgets(c, f, i, g):
    gated_update(c, f, i, g)
    return c + i * g


@mistake("The candidate is written in full: the input gate is missing. Multiply the candidate by i.")
def writes_everything(c, f, i, g):
    gated_update(c, f, i, g)
    return f * c + g


@mistake("Your gates are switches, open above one half. They let a share pass: multiply by them as they are.")
def makes_switches_of_the_gates(c, f, i, g):
    gated_update(c, f, i, g)
    return np.where(f > 0.5, c, 0) + np.where(i > 0.5, g, 0)


@mistake("You divide by the sum of the gates, as if it were a weighted mean. Add both shares and divide by nothing.")
def divides_by_the_sum_of_the_gates(c, f, i, g):
    return gated_update(c, f, i, g) / np.maximum(f + i, 1e-9)


@mistake("You push the gates into the range from 0 to 1 and go on. Raise a ValueError: somebody has forgotten a sigmoid.")
def clips_the_gates(c, f, i, g):
    return gated_update(c, np.clip(f, 0, 1), np.clip(i, 0, 1), g)


@mistake("A gate of exactly 0 or exactly 1 is refused. Both are allowed: raise only outside of them.")
def refuses_open_and_closed_gates(c, f, i, g):
    for name, gate in (("f", f), ("i", i)):
        if ((gate <= 0) | (gate >= 1)).any():
            raise ValueError(f"{name} must lie between 0 and 1")
    return f * c + i * g


@mistake("You look for gates above 1 only. A negative number is no gate either: raise a ValueError for it.")
def lets_negative_gates_pass(c, f, i, g):
    gated_update(c, np.maximum(f, 0), np.maximum(i, 0), g)
    return f * c + i * g


@mistake("Your result is float64 though the arrays are float32. Do not convert on the way.")
def returns_float64(c, f, i, g):
    return gated_update(c, f, i, g).astype(np.float64)


@mistake("You change the memory in place. Return a new array and leave the old memory as it was.")
def overwrites_the_memory(c, f, i, g):
    new = gated_update(c, f, i, g)
    c[...] = new
    return new


@right
def element_by_element(c, f, i, g):
    result = np.empty_like(c)
    for index in np.ndindex(c.shape):
        for name, gate in {"f": f[index], "i": i[index]}.items():
            if not 0 <= gate <= 1:
                raise ValueError(f"{name} = {gate} is not from 0 to 1")
        result[index] = c[index] * f[index] + g[index] * i[index]
    return result


@right
def by_einsum(c, f, i, g):
    if f.min() < 0 or f.max() > 1:
        raise ValueError("f is not a gate")
    if i.min() < 0 or i.max() > 1:
        raise ValueError("i is not a gate")
    return np.einsum("k...,k...->...", np.stack([f, i]), np.stack([c, g]))
