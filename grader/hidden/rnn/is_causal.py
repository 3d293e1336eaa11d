"""Hidden tests of rnn/is_causal."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.rnn.is_causal import is_causal


def sample(rng, size="small"):
    """A function that mixes the steps, causal or not, and a step in the middle."""
    n, t, d = (1, 2, 1) if size == "ones" else (3, 6, 2)
    mix = np.tril(rng.normal(size=(t, t)))
    if rng.integers(3):
        mix = mix + np.triu(rng.normal(size=(t, t))) / 8

    def f(x):
        return np.einsum("st,ntd->nsd", mix, x)

    return f, rng.normal(size=(n, t, d)), 0 if size == "ones" else 3, 0.75


def batch(rng):
    return rng.integers(-8, 8, (3, 6, 2)).astype(float)


def plain_rnn(x):
    states, state = [], np.zeros((len(x), 2))
    for t in range(x.shape[1]):
        state = np.tanh(x[:, t] @ np.array([[0.5, -1.0], [0.25, 0.75]]) + state @ np.array([[0.5, 1.0], [-0.75, 0.5]]))
        states.append(state)
    return np.stack(states, axis=1)


def only(row, column, factor=1.0):
    """A function whose output at step `row` has the input of step `column` added, beside its own."""

    def f(x):
        out = x.copy()
        out[:, row] += factor * x[:, column]
        return out

    return f


@pytest.mark.parametrize("t", [0, 2, 4])
def test_recurrent_network(yours, rng, t):
    """A network that reads forwards is causal, at the first step, in the middle and at the last that has a later one."""
    agree(yours(plain_rnn, batch(rng) / 8, t), (True, 0.0))


@pytest.mark.parametrize("t", [1, 2])
def test_two_directions(yours, rng, t):
    """A network that reads in both directions is not: the first output moves as well, and by more the less is fixed."""

    def both(x):
        return np.concatenate([np.cumsum(x, axis=1), np.cumsum(x[:, ::-1], axis=1)[:, ::-1]], axis=2)

    agree(yours(both, batch(rng), t, 0.5), (False, 0.5 * (5 - t)), exact=True)


def test_centred_convolution(yours, rng):
    """A centred filter peeps one step ahead, so that only the last output of the past moves; shifted, it is causal."""

    def centred(x):
        padded = np.pad(x, ((0, 0), (1, 1), (0, 0)))
        return 0.25 * padded[:, :-2] + 0.5 * x + 0.125 * padded[:, 2:]

    def shifted(x):
        return np.pad(centred(x), ((0, 0), (1, 0), (0, 0)))[:, :-1]

    x = batch(rng)
    agree(yours(centred, x, 1, 4.0), (False, 0.5), exact=True)
    agree(yours(shifted, x, 1, 4.0), (True, 0.0))


@pytest.mark.parametrize("factor", [1.5, -1.5])
def test_first_output_and_last_input(yours, rng, factor):
    """That the first output depends on the very last input is a leak, whatever its sign."""
    agree(yours(only(0, 5, factor), batch(rng), 3, 2.0), (False, 3.0), exact=True)


def test_present_and_past(yours, rng):
    """An output may depend on its own input and on all earlier ones."""
    x = batch(rng)
    agree(yours(lambda x: np.array([[5.0], [1.0], [3.0], [2.0], [6.0], [4.0]]) * x, x, 2), (True, 0.0))
    agree(yours(only(3, 0), x, 3), (True, 0.0))


def test_one_sequence_of_the_batch(yours, rng):
    """A single unit of a single sequence that leaks is enough."""

    def f(x):
        out = np.cumsum(x, axis=1)
        out[2, 1, 1] += 0.25 * x[2, 4, 0]
        return out

    agree(yours(f, batch(rng), 3), (False, 0.25), exact=True)


def test_tolerance(yours, rng):
    """A leak of exactly atol is forgiven, a larger one is not, and the tolerance does not grow with the outputs."""
    x = batch(rng)
    agree(yours(only(1, 4, 0.25), x, 2, 1.0, 0.375), (True, 0.25), exact=True)
    agree(yours(only(1, 4, 0.25), x, 2, 1.0, 0.25), (True, 0.25), exact=True)
    agree(yours(only(1, 4, 0.25), x, 2, 1.0, 0.125), (False, 0.25), exact=True)
    agree(yours(only(1, 4, 0.25), x + 2.0**20, 2, 1.0, 0.125), (False, 0.25), exact=True)


def test_default_tolerance(yours, rng):
    """Unless told otherwise, delta is 1 and a leak above 1e-8 counts."""
    x = np.zeros((2, 4, 3))
    agree(yours(only(1, 3, 0.9e-8), x, 1), (True, 0.9e-8))
    agree(yours(only(1, 3, 1.1e-8), x, 1), (False, 1.1e-8))


def test_delta_is_added(yours):
    """Later inputs that equal delta already are doubled, neither left as they are nor set to zero."""

    def f(x):
        return x + x[:, 2:3] ** 2 / 4

    agree(yours(f, np.full((2, 4, 3), 2.0), 1, 2.0), (False, 3.0), exact=True)


@pytest.mark.parametrize(("t", "delta", "name"), [(2, 0.0, "delta"), (5, 1.0, "t"), (-1, 1.0, "t")])
def test_empty_experiments(yours, rng, t, delta, name):
    """A delta of 0, a step without a later one and a negative step raise a ValueError that names the argument."""
    with pytest.raises(ValueError, match=rf"\b{name}\b"):
        yours(plain_rnn, batch(rng), t, delta)


def moved(f, x, t, delta, start=1, stop=None):
    """The change of all outputs when inputs t + start and later are changed."""
    is_causal(f, x, t, delta)
    other = x.copy()
    other[:, t + start : stop] += delta
    return f(other) - f(x)


def verdict(leak, atol):
    return bool(leak <= atol), float(leak)


@mistake("You compare all outputs, and later ones may well move. Compare those up to step t only.")
def compares_all_outputs(f, x, t, delta=1.0, atol=1e-8):
    return verdict(np.abs(moved(f, x, t, delta)).max(), atol)


@mistake("You compare the output at step t alone. Earlier outputs may leak where this one does not: compare steps 0 to t.")
def compares_one_step(f, x, t, delta=1.0, atol=1e-8):
    return verdict(np.abs(moved(f, x, t, delta)[:, t]).max(), atol)


@mistake("The output at step t is not among those that you compare: a slice does not contain its end. Go up to t + 1.")
def leaves_out_step_t(f, x, t, delta=1.0, atol=1e-8):
    return verdict(np.abs(moved(f, x, t, delta)[:, :t]).max(initial=0.0), atol)


@mistake("You change the input at step t, too. It is the present, and the output at t may depend on it: begin at t + 1.")
def changes_the_present(f, x, t, delta=1.0, atol=1e-8):
    return verdict(np.abs(moved(f, x, t, delta, start=0)[:, : t + 1]).max(), atol)


@mistake("You change the next input only. A leak may come from any later one: change all of them.")
def changes_the_next_step_only(f, x, t, delta=1.0, atol=1e-8):
    return verdict(np.abs(moved(f, x, t, delta, stop=t + 2)[:, : t + 1]).max(), atol)


@mistake("You leave the input at t + 1 as it is. The future begins right after step t.")
def changes_too_late(f, x, t, delta=1.0, atol=1e-8):
    return verdict(np.abs(moved(f, x, t, delta, start=2)[:, : t + 1]).max(), atol)


@mistake("You change the past. Outputs always depend on it: change the inputs after step t.")
def changes_the_past(f, x, t, delta=1.0, atol=1e-8):
    return verdict(np.abs(moved(f, x, t, delta, start=-t, stop=t + 1)[:, : t + 1]).max(), atol)


@mistake("You look for the largest difference with its sign, and a negative leak escapes. Take absolute values first.")
def forgets_the_absolute_value(f, x, t, delta=1.0, atol=1e-8):
    return verdict(moved(f, x, t, delta)[:, : t + 1].max(), atol)


@mistake("You average the differences, which dilutes a leak at one place. Take the largest.")
def averages_the_differences(f, x, t, delta=1.0, atol=1e-8):
    return verdict(np.abs(moved(f, x, t, delta)[:, : t + 1]).mean(), atol)


@mistake("You look at the first sequence of the batch only. Take the largest difference over all of them.")
def looks_at_the_first_sequence(f, x, t, delta=1.0, atol=1e-8):
    return verdict(np.abs(moved(f, x, t, delta)[0, : t + 1]).max(), atol)


@mistake("You put delta in place of the later inputs. Add it: where an input equals delta already, nothing would change.")
def replaces_the_inputs(f, x, t, delta=1.0, atol=1e-8):
    is_causal(f, x, t, delta)
    other = x.copy()
    other[:, t + 1 :] = delta
    return verdict(np.abs(f(other) - f(x))[:, : t + 1].max(), atol)


@mistake("The verdict is the wrong way round. It is True where the leak is at most atol.")
def turns_the_verdict_round(f, x, t, delta=1.0, atol=1e-8):
    causal, leak = is_causal(f, x, t, delta, atol)
    return not causal, leak


@mistake("Your tolerance grows with the outputs, as that of allclose does. It is absolute: compare the leak with atol.")
def forgives_in_proportion(f, x, t, delta=1.0, atol=1e-8):
    leak = is_causal(f, x, t, delta)[1]
    return bool(leak <= atol + 1e-5 * np.abs(f(x)).max()), leak


@mistake("A leak of exactly atol is forgiven: compare with <= and not with <.")
def is_strict_at_the_tolerance(f, x, t, delta=1.0, atol=1e-8):
    leak = is_causal(f, x, t, delta)[1]
    return bool(leak < atol) or leak == 0, leak


@mistake("You ignore atol and demand exact equality. Sums may round in another order: forgive up to atol.")
def ignores_the_tolerance(f, x, t, delta=1.0, atol=1e-8):
    return is_causal(f, x, t, delta, 0.0)


@mistake("You return the verdict alone. Return the leak beside it: it tells how bad things are.")
def returns_the_verdict_alone(f, x, t, delta=1.0, atol=1e-8):
    return is_causal(f, x, t, delta, atol)[0]


@mistake(
    "An experiment that changes nothing counts as a pass. Raise a ValueError for a delta of 0, and for a t without later steps."
)
def checks_nothing(f, x, t, delta=1.0, atol=1e-8):
    other = x.copy()
    other[:, t + 1 :] += delta
    return verdict(np.abs(f(other) - f(x))[:, : t + 1].max(initial=0.0), atol)


@mistake("A negative t passes unnoticed and counts from the end. Steps are from 0 to T - 2: raise a ValueError otherwise.")
def lets_a_negative_step_pass(f, x, t, delta=1.0, atol=1e-8):
    return is_causal(f, x, t if t >= 0 else 0, delta, atol)


@mistake("You add delta to x itself, which belongs to the caller. Change a copy.")
def overwrites_x(f, x, t, delta=1.0, atol=1e-8):
    result = is_causal(f, x, t, delta, atol)
    x[:, t + 1 :] += delta
    return result


@right
def with_where(f, x, t, delta=1.0, atol=1e-8):
    if delta == 0 or t < 0 or t + 1 >= x.shape[1]:
        raise ValueError(f"bad delta {delta} or bad t {t}")
    later = np.arange(x.shape[1]) > t
    before, after = f(x), f(np.where(later[:, None], x + delta, x))
    leak = float(np.linalg.norm((after - before)[:, ~later].ravel(), np.inf))
    return leak <= atol, leak


@right
def number_by_number(f, x, t, delta=1.0, atol=1e-8):
    if not delta:
        raise ValueError("delta")
    if t not in range(x.shape[1] - 1):
        raise ValueError("t is no step, or has none after it")
    before = np.array(f(x))
    after = np.array(f(np.concatenate([x[:, : t + 1], delta + x[:, t + 1 :]], axis=1)))
    leak = 0.0
    for n, s, k in np.ndindex(len(x), t + 1, before.shape[2]):
        leak = max(leak, abs(float(before[n, s, k]) - float(after[n, s, k])))
    return not leak > atol, leak
