"""Hidden tests of backpropagation/history_sensitivity."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.backpropagation.history_sensitivity import history_sensitivity


def recurrent(weight_in, weight_state):
    """A network with a state: tanh of a mixture of the input and the state of the step before."""

    def f(x):
        state, outputs = np.zeros(len(weight_state)), []
        for step in x:
            state = np.tanh(weight_in @ step + weight_state @ state)
            outputs.append(state)
        return np.array(outputs)

    return f


def window(width, factor=1.0):
    """A feedforward network that reads the last `width` steps, the present one included, each with another weight."""

    def f(x):
        padded = np.concatenate([np.zeros((width - 1, x.shape[1])), x])
        return factor * sum((width - lag) * padded[width - 1 - lag : len(padded) - lag] for lag in range(width))

    return f


def sample(rng, size="small"):
    """A linear network with a state, whose last output leans on all steps; each feature in another way."""
    steps, features, k = (1, 1, 0) if size == "ones" else (6, 3, 2)
    signs = np.array([-3.0, 1.0, 2.0])[:features]

    def f(x):
        fading = 0.5 ** np.arange(len(x))[::-1, None]
        return np.cumsum(np.asarray(x) * fading, axis=0) * signs.astype(x.dtype)

    return f, rng.normal(size=(steps, features)), rng.normal(size=(steps, features)), k


def two_sequences(rng, steps, features):
    return rng.uniform(0.5, 1.5, (steps, features)), rng.uniform(-1.5, -0.5, (steps, features))


def test_step_by_step(yours, rng):
    """A perceptron that is applied to each step has no past: only a change of the last step itself shows."""
    x, other = two_sequences(rng, 5, 2)
    for k in (2, 5, 1):
        agree(yours(lambda v: np.tanh(3.0 * v), x, other, k), 0.0)
    agree(yours(lambda v: 3.0 * v, x, other, 0), float(3.0 * np.max(x[-1] - other[-1])))


@pytest.mark.parametrize("width", [2, 3])
def test_window(yours, rng, width):
    """A feedforward network with a window remembers exactly as far as its window reaches."""
    x, other = two_sequences(rng, 6, 2)
    agree([yours(window(width), x, other, k) for k in (width, width + 1, 6)], [0.0, 0.0, 0.0])
    for k in range(1, width):
        agree(yours(window(width), x, other, k), history_sensitivity(window(width), x, other, k))


def test_recurrent(yours, rng):
    """A recurrent network still feels the first step of eight, a little."""
    f = recurrent(
        np.array([[0.4, -0.2], [0.3, 0.5], [-0.6, 0.1]]), np.array([[0.5, -0.3, 0.2], [0.1, 0.6, -0.2], [0.3, 0.2, 0.4]])
    )
    x, other = two_sequences(rng, 8, 2)
    for k in (7, 4, 1):
        agree(yours(f, x, other, k), history_sensitivity(f, x, other, k))


def test_first_step_only(yours):
    """With k one less than the number of steps, only the first step is replaced: here a running sum moves by its change."""
    x, other = np.array([[1.0], [5.0], [2.0]]), np.array([[4.0], [9.0], [-7.0]])
    agree(yours(lambda v: np.cumsum(v, axis=0), x, other, 2), 3.0, exact=True)
    agree(yours(lambda v: np.cumsum(v, axis=0), x, other, 1), 7.0, exact=True)


def test_everything_and_nothing(yours):
    """With k = 0 the last step is replaced too; with k equal to the number of steps nothing is."""
    x, other = np.array([[1.0], [5.0], [2.0]]), np.array([[4.0], [9.0], [-7.0]])
    agree(yours(lambda v: np.cumsum(v, axis=0), x, other, 0), 2.0, exact=True)
    agree(yours(lambda v: 1.0 + v, x, other, 0), 9.0, exact=True)
    agree(yours(lambda v: 1.0 + np.cumsum(v, axis=0), x, other, 3), 0.0, exact=True)


def test_downwards_and_in_one_output_only(yours):
    """A change counts in whichever output it shows, and in whichever direction."""

    def f(v):
        return np.cumsum(v, axis=0) * np.array([0.0, -1.0, 0.25])

    x, other = np.array([[2.0, 1.0, 3.0], [1.0, 1.0, 1.0]]), np.array([[2.0, 9.0, -9.0], [5.0, 5.0, 5.0]])
    agree(yours(f, x, other, 1), 8.0, exact=True)


@pytest.mark.parametrize("k", [-1, 4])
def test_k_out_of_range(yours, k):
    """A k below 0 or above the number of steps raises a ValueError that names k."""
    x, other = np.array([[1.0], [5.0], [2.0]]), np.array([[4.0], [9.0], [-7.0]])
    agree(yours(lambda v: np.cumsum(v, axis=0), x, other, 2), 3.0)
    with pytest.raises(ValueError, match="k"):
        yours(lambda v: np.cumsum(v, axis=0), x, other, k)


def measured(f, x, changed, k, reduce=np.max, last=-1):
    history_sensitivity(f, x, x, k)  # for the check of k
    return reduce(np.abs(f(changed)[last] - f(x)[last]))


@mistake(
    "The last k steps are replaced, and the past is kept. Keep the last k steps of x, and take what is before them from other."
)
def replaces_the_last_steps(f, x, other, k):
    return measured(f, x, np.concatenate([x[: len(x) - k], other[len(x) - k :]]), k)


@mistake("All steps are replaced, the last k as well. They stay as they are in x: else the present itself has changed.")
def replaces_everything(f, x, other, k):
    return measured(f, x, other, k)


@mistake(
    "With k = 0 nothing is replaced: x[:-0] is empty, because minus zero is zero. Count from the front: the cut lies at T - k."
)
def slices_with_minus_zero(f, x, other, k):
    changed = x.copy()
    changed[:-k] = other[:-k]
    return measured(f, x, changed, k)


@mistake("The cut lies one step too late: k - 1 steps are kept. The last k steps, from position T - k on, are those of x.")
def keeps_one_step_too_few(f, x, other, k):
    cut = min(len(x), len(x) - k + 1)
    return measured(f, x, np.concatenate([other[:cut], x[cut:]]), k)


@mistake("The cut is counted from the front: k steps are replaced. It is the last k steps that are kept.")
def replaces_the_first_k_steps(f, x, other, k):
    return measured(f, x, np.concatenate([other[:k], x[k:]]), k)


@mistake("The past is added to and not replaced. Put the steps of other in the place of those of x.")
def adds_the_other_sequence(f, x, other, k):
    cut = len(x) - k
    return measured(f, x, np.concatenate([x[:cut] + other[:cut], x[cut:]]), k)


@mistake("You cut the past away instead of replacing it. The sequence keeps its length: take the past from other.")
def cuts_the_past_away(f, x, other, k):
    return measured(f, x, x[len(x) - k :], k) if k else measured(f, x, other, k)


@mistake("This is the largest change at any step. Changes of early outputs say nothing: look at the last output only.")
def looks_at_all_steps(f, x, other, k):
    cut = len(x) - k
    return measured(f, x, np.concatenate([other[:cut], x[cut:]]), k, last=slice(None))


@mistake("This is the mean change over the outputs, in which the change of a single one drowns. Take the largest.")
def takes_the_mean(f, x, other, k):
    cut = len(x) - k
    return measured(f, x, np.concatenate([other[:cut], x[cut:]]), k, np.mean)


@mistake("This is the sum of all changes, or their length as a vector. Take the largest change of a single output.")
def adds_up_the_changes(f, x, other, k):
    cut = len(x) - k
    return measured(f, x, np.concatenate([other[:cut], x[cut:]]), k, np.sum)


@mistake("A change keeps its sign, so that one downwards does not count. Take absolute values before the maximum.")
def keeps_the_sign(f, x, other, k):
    history_sensitivity(f, x, x, k)
    cut = len(x) - k
    return np.max(f(np.concatenate([other[:cut], x[cut:]]))[-1] - f(x)[-1])


@mistake("A k that is out of range is accepted. If it is below 0 or above the number of steps, raise a ValueError that names k.")
def accepts_any_k(f, x, other, k):
    cut = len(x) - k
    return np.max(np.abs(f(np.concatenate([other[:cut], x[max(cut, 0) :]]))[-1] - f(x)[-1])) if k >= 0 else np.float64(0.0)


@mistake("You write the other past into x itself. It belongs to the caller: build a new sequence.")
def overwrites_x(f, x, other, k):
    result = history_sensitivity(f, x, other, k)
    x[: len(x) - k] = other[: len(x) - k]
    return result


@right
def on_a_copy(f, x, other, k):
    if k < 0 or k > len(x):
        raise ValueError(f"k is {k}, and there are {len(x)} steps")
    changed = x.copy()
    changed[: len(x) - k] = other[: len(x) - k]
    before, after = f(x), f(changed)
    return float(max(abs(a - b) for a, b in zip(after[-1], before[-1], strict=True)))


@right
def with_a_mask(f, x, other, k):
    if k not in range(len(x) + 1):
        raise ValueError("k must be a number of steps of x")
    past = np.arange(len(x)).reshape(-1, 1) < len(x) - k
    difference = f(np.where(past, other, x))[len(x) - 1] - f(x)[len(x) - 1]
    return max(difference.max(), -difference.min())
