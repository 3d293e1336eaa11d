"""Hidden tests of gates/gru_step."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gates.gru_step import gru_step

independent = "torch.gru_cell(x, h, weight_ih, weight_hh, bias_ih, bias_hh)"

both_forms = pytest.mark.parametrize("reset_after", [True, False], ids=["after", "before"])


def sample(rng, size="small"):
    """Batch, features and units differ, and both biases matter."""
    return arguments(rng, *((1, 1, 1) if size == "ones" else (3, 2, 5)))


def arguments(rng, n, d, h):
    weights = rng.normal(size=(3 * h, d)) / np.sqrt(d), 1.5 * rng.normal(size=(3 * h, h)) / np.sqrt(h)
    biases = rng.normal(size=3 * h) / 2, rng.normal(size=3 * h) / 2
    return rng.normal(size=(n, d)), rng.uniform(-0.9, 0.9, (n, h)), *weights, *biases


def with_gate(args, block, value):
    """The same arguments, but one of the gates is fixed by a bias that is too large for anything else to matter."""
    x, h, wi, wh, bi, bh = (a.copy() for a in args)
    bi[block * h.shape[1] : (block + 1) * h.shape[1]] = value
    return x, h, wi, wh, bi, bh


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


@both_forms
def test_update_gate_open(yours, rng, reset_after):
    """With the update gate at 1 the state is copied, whatever the input says."""
    args = with_gate(sample(rng), 1, 1e4)
    agree(yours(*args, reset_after), args[1], exact=True)


@both_forms
def test_update_gate_closed(yours, rng, reset_after):
    """With the update gate at 0 the new state is the candidate."""
    args = x, h, wi, wh, bi, bh = with_gate(sample(rng), 1, -1e4)
    r = sigmoid(x @ wi[:5].T + bi[:5] + h @ wh[:5].T + bh[:5])
    past = r * (h @ wh[10:].T + bh[10:]) if reset_after else (r * h) @ wh[10:].T + bh[10:]
    agree(yours(*args, reset_after), np.tanh(x @ wi[10:].T + bi[10:] + past))


def test_biases_alone(yours, rng):
    """With weights of zero the blocks are the biases, in the order r, z, n, and the reset gate reaches bias_hh."""
    h = rng.uniform(-0.9, 0.9, (3, 2))
    bi, bh = np.repeat([0.5, -1.0, 0.75], 2), np.repeat([0.25, 0.5, -2.0], 2)
    z, n = sigmoid(-0.5), np.tanh(0.75 - 2.0 * sigmoid(0.75))
    agree(yours(np.ones((3, 4)), h, np.zeros((6, 4)), np.zeros((6, 2)), bi, bh), (1 - z) * n + z * h)
    n = np.tanh(0.75 - 2.0)
    agree(yours(np.ones((3, 4)), h, np.zeros((6, 4)), np.zeros((6, 2)), bi, bh, False), (1 - z) * n + z * h)


def test_both_forms_agree_without_reset(yours, rng):
    """Where the reset gate is 1, both forms are the same."""
    args = with_gate(sample(rng), 0, 1e4)
    agree(yours(*args, False), gru_step(*args, True))
    agree(yours(*args, True), gru_step(*args, False))


@both_forms
def test_reset(yours, rng, reset_after):
    """Where the reset gate is 0, the candidate sees nothing of the state, and of bias_hh in one form only."""
    x, h, wi, wh, bi, bh = args = with_gate(sample(rng), 0, -1e4)
    z = sigmoid(x @ wi[5:10].T + bi[5:10] + h @ wh[5:10].T + bh[5:10])
    n = np.tanh(x @ wi[10:].T + bi[10:] + (0 if reset_after else bh[10:]))
    agree(yours(*args, reset_after), (1 - z) * n + z * h)


@both_forms
def test_path_of_one_unit(yours, rng, reset_after):
    """With one weight per block, unit 1 takes its candidate from unit 0: only the reset gate of the right one counts."""
    x, h, wi, wh, bi, bh = arguments(rng, 4, 3, 2)
    wh[...] = 0
    wh[5, 0] = 2.0
    args = x, h, wi, wh, bi, bh
    agree(yours(*args, reset_after), gru_step(*args, reset_after))


def test_default_form(yours, rng):
    """Unless told otherwise, the reset gate acts after the product, as in PyTorch."""
    args = arguments(rng, 2, 4, 3)
    agree(yours(*args), gru_step(*args, True))


def test_almost_closed_gates(yours, rng):
    """Gates that are almost closed let a little through, and not nothing."""
    h, zeros = rng.uniform(0.2, 0.9, (3, 2)), np.zeros((6, 2))
    bias = np.repeat([0.0, -50.0, 0.0], 2)
    agree(yours(h, h, zeros, zeros, bias, 0 * bias), sigmoid(-50.0) * h)
    bias = np.repeat([-50.0, -1e4, 0.0], 2)
    agree(yours(h, h, zeros, zeros, bias, np.repeat([0.0, 0.0, 0.5], 2)), 0 * h + 0.5 * sigmoid(-50.0))


def variant(args, reset_after, gate=sigmoid, squash=np.tanh, mix=lambda z, n, h: (1 - z) * n + z * h, past=None, order=(0, 1, 2)):
    """The reference, with other functions or blocks; past(r, h, weight, bias) is what the candidate sees of the state."""
    x, h, weight_ih, weight_hh, bias_ih, bias_hh = args
    i = [np.split(x @ weight_ih.T + bias_ih, 3, axis=1)[k] for k in order]
    wh, bh = ([np.split(a, 3)[k] for k in order] for a in (weight_hh, bias_hh))
    r, z = (gate(i[k] + h @ wh[k].T + bh[k]) for k in (0, 1))
    after, before = (lambda: r * (h @ wh[2].T + bh[2])), (lambda: (r * h) @ wh[2].T + bh[2])
    seen = past(r, h, wh[2].T, bh[2]) if past else after() if reset_after else before()
    return mix(z, squash(i[2] + seen), h)


@mistake("z and 1 - z have changed places. In PyTorch z is the share that is kept: with z = 1 the state is copied.")
def keeps_one_minus_z(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, mix=lambda z, n, h: z * n + (1 - z) * h)


@mistake("Your reset gate always acts before the product. That is the form of the paper: by default it acts after it.")
def always_resets_before(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return gru_step(x, h, weight_ih, weight_hh, bias_ih, bias_hh, False)


@mistake("You ignore reset_after=False. There the reset gate multiplies the state, and the product comes after it.")
def always_resets_after(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return gru_step(x, h, weight_ih, weight_hh, bias_ih, bias_hh, True)


@mistake(
    "In the default form the reset gate does not reach your bias_hh, perhaps because you add both biases beforehand. Multiply "
    "the whole share of the state by it, its bias included."
)
def leaves_the_bias_out_of_the_reset(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    past = (lambda r, h, w, b: r * (h @ w) + b) if reset_after else None
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, past=past)


@mistake("With reset_after=False your reset gate reaches bias_hh. There it multiplies the state alone, before the product.")
def takes_the_bias_into_the_reset(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    past = None if reset_after else (lambda r, h, w, b: (r * h) @ w + r * b)
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, past=past)


@mistake("Reset and update gate have changed places. The order of the blocks is r, z, n; that of Keras is z, r, n.")
def uses_the_order_of_keras(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, order=(1, 0, 2))


@mistake("You take the first block for the candidate. The order of the blocks is r, z, n.")
def puts_the_candidate_first(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, order=(1, 2, 0))


@mistake("The reset gate is missing. Multiply by it what the candidate sees of the state.")
def forgets_the_reset_gate(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, past=lambda r, h, w, b: h @ w + b)


@mistake("Your candidate sees nothing of the state. The share of the state belongs to it, multiplied by the reset gate.")
def hides_the_state_from_the_candidate(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, past=lambda r, h, w, b: 0 * h)


@mistake("The candidate passes a sigmoid, so the state can never become negative. It passes tanh.")
def squashes_the_candidate_by_a_sigmoid(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, squash=sigmoid)


@mistake("The candidate is added in full. The two shares add up to one: the candidate has the factor 1 - z.")
def adds_the_whole_candidate(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, mix=lambda z, n, h: n + z * h)


@mistake("You squash the new state by tanh once more, so that it fades at each step. It is the weighted mean as it is.")
def squashes_the_new_state(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return np.tanh(gru_step(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after))


@mistake("You return the candidate. The new state is a mean of the candidate and the old state, weighted by z.")
def returns_the_candidate(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, mix=lambda z, n, h: n)


@mistake("bias_hh is missing. There are two biases, as in PyTorch, and in a GRU they are not the same.")
def forgets_bias_hh(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return gru_step(x, h, weight_ih, weight_hh, bias_ih, 0 * bias_hh, reset_after)


@mistake("You take every third number for a gate. The three blocks lie one after another, H numbers each.")
def interleaves_the_blocks(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    turned = (np.concatenate([a[k::3] for k in range(3)]) for a in (weight_ih, weight_hh, bias_ih, bias_hh))
    return gru_step(x, h, *turned, reset_after)


@mistake("Your sigmoid is half of one plus tanh, and for a gate that is almost closed this is exactly 0. Do not let it cancel.")
def cancels_in_the_sigmoid(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    args = x, h, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, reset_after, gate=lambda z: 0.5 + 0.5 * np.tanh(z / 2))


@mistake(
    "Your sigmoid divides one exponential by another, and for large sums infinity by infinity is NaN. Divide 1 by 1 + exp(-z)."
)
def overflows_in_the_sigmoid(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    args = x, h, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, reset_after, gate=lambda z: np.exp(z) / (1 + np.exp(z)))


@mistake("The state is changed in place, and it belongs to the caller. Make a new array for the new state.")
def overwrites_the_state(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    new = gru_step(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after)
    h[...] = new
    return new


@mistake("The result is float64 though the inputs are float32. Do not convert on the way.")
def returns_float64(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return gru_step(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after).astype(np.float64)


@right
def three_layers(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    size = h.shape[1]
    first, second, third = slice(size), slice(size, 2 * size), slice(2 * size, None)

    def layer(a, weight, bias, rows):
        return np.einsum("nk,jk->nj", a, weight[rows]) + bias[rows]

    with np.errstate(over="ignore"):
        r = 1 / (1 + np.exp(-layer(x, weight_ih, bias_ih, first) - layer(h, weight_hh, bias_hh, first)))
        z = 1 / (1 + np.exp(-layer(x, weight_ih, bias_ih, second) - layer(h, weight_hh, bias_hh, second)))
    past = r * layer(h, weight_hh, bias_hh, third) if reset_after else layer(r * h, weight_hh, bias_hh, third)
    n = np.tanh(layer(x, weight_ih, bias_ih, third) + past)
    return n + z * (h - n)


@right
def sequence_by_sequence(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    rows = []
    for one, old in zip(x, h, strict=True):
        i, s = (weight_ih @ one + bias_ih).reshape(3, -1), (weight_hh @ old + bias_hh).reshape(3, -1)
        r, z = (np.exp(-np.logaddexp(0, -i[k] - s[k])) for k in (0, 1))
        size = len(old)
        past = r * s[2] if reset_after else weight_hh[-size:] @ (r * old) + bias_hh[-size:]
        rows.append(z * old + (1 - z) * np.tanh(i[2] + past))
    return np.stack(rows)
