"""Hidden tests of gates/lstm_step."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gates.lstm_step import lstm_step

independent = "torch.lstm_cell(x, (h, c), weight_ih, weight_hh, bias_ih, bias_hh)"


def sample(rng, size="small"):
    """Batch, features and units differ; cells go beyond 1, and both biases matter."""
    return arguments(rng, *((1, 1, 1) if size == "ones" else (3, 2, 5)))


def arguments(rng, n, d, h):
    weights = rng.normal(size=(4 * h, d)) / np.sqrt(d), rng.normal(size=(4 * h, h)) / np.sqrt(h)
    biases = rng.normal(size=4 * h) / 2, rng.normal(size=4 * h) / 2
    return rng.normal(size=(n, d)), rng.uniform(-0.9, 0.9, (n, h)), 2 * rng.normal(size=(n, h)), *weights, *biases


def with_gates(rng, i, f, g, o):
    """Arguments for which all weights are zero and the sums before the activations are these."""
    x, h, c, wi, wh, _, bh = arguments(rng, 3, 4, 2)
    return x, h, c, 0 * wi, 0 * wh, np.repeat([i, f, g, o], 2) - bh, bh


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def test_biases_alone(yours, rng):
    """With weights of zero the four blocks are the biases: i, f, g, o in this order."""
    args = with_gates(rng, -1.0, 0.5, 0.75, 2.0)
    c = sigmoid(0.5) * args[2] + sigmoid(-1.0) * np.tanh(0.75)
    agree(yours(*args), (sigmoid(2.0) * np.tanh(c), c))


def test_keeps(yours, rng):
    """With the forget gate open and the input gate closed the cell stays as it is, however large, for ever."""
    args = with_gates(rng, -1000.0, 1000.0, 3.0, 1000.0)
    c = 40 * args[2]
    got = yours(*args[:2], c, *args[3:])
    agree(got, (np.tanh(c), c))


def test_replaces(yours, rng):
    """With the forget gate closed and the input gate open the cell becomes the candidate, between -1 and 1."""
    args = with_gates(rng, 1000.0, -1000.0, -0.5, 0.0)
    agree(yours(*args), (np.full((3, 2), 0.5 * np.tanh(np.tanh(-0.5))), np.full((3, 2), np.tanh(-0.5))))


def test_adds(yours, rng):
    """With both gates open the candidate is added: the two do not share a whole between them."""
    args = with_gates(rng, 1000.0, 1000.0, 1000.0, -1000.0)
    agree(yours(*args), (0 * args[2], args[2] + 1))


@pytest.mark.parametrize(("row", "number"), [(0, 0), (3, 1), (5, 2), (6, 3)])
def test_rows_of_the_weights(yours, rng, row, number):
    """One row of weights serves one unit of one block, and reads the whole input or the whole old output."""
    x, h, c, wi, wh, bi, bh = arguments(rng, 4, 3, 2)
    one, two = np.zeros_like(wi), np.zeros_like(wh)
    one[row], two[row] = 2 * wi[row], 2 * wh[row]
    agree(yours(x, h, c, one, two, bi, bh), lstm_step(x, h, c, one, two, bi, bh))


def test_old_output_and_cell_of_zeros(yours, rng):
    """From nothing, the cell is input gate times candidate, and bias_hh still counts."""
    x, h, c, wi, wh, bi, bh = sample(rng)
    i, _, g, o = np.split(x @ wi.T + bi + bh, 4, axis=1)
    new = sigmoid(i) * np.tanh(g)
    agree(yours(x, 0 * h, 0 * c, wi, wh, bi, bh), (sigmoid(o) * np.tanh(new), new))


def test_gates_see_the_output_and_not_the_cell(yours, rng):
    """Another cell changes the new cell by the share that the forget gate keeps, and no gate."""
    x, h, c, *rest = sample(rng)
    kept = sigmoid(np.split(x @ rest[0].T + rest[2] + h @ rest[1].T + rest[3], 4, axis=1)[1])
    agree(yours(x, h, c + 3.0, *rest)[1], lstm_step(x, h, c, *rest)[1] + 3.0 * kept)


def test_almost_closed_gates(yours, rng):
    """Gates that are almost closed let a little through: outputs and cells are tiny and not zero."""
    args = with_gates(rng, -50.0, -60.0, 1.0, -55.0)
    got_h, got_c = yours(*args)
    want = sigmoid(-60.0) * args[2] + sigmoid(-50.0) * np.tanh(1.0)
    agree(got_c, want)
    agree(got_h, sigmoid(-55.0) * want)


def variant(
    x,
    h,
    c,
    weight_ih,
    weight_hh,
    bias_ih,
    bias_hh,
    order="ifgo",
    gate=sigmoid,
    write=np.tanh,
    show=np.tanh,
    split=None,
    keep=None,
):
    """The reference, with the blocks in another order or with other functions."""
    z = x @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh
    blocks = dict(zip(order, split(z) if split else np.split(z, 4, axis=1), strict=True))
    i, f, o = (gate(blocks[name]) for name in "ifo")
    f = keep(i, f) if keep else f
    new = f * c + i * write(blocks["g"])
    return o * show(new), new


@mistake("Input and forget gate have changed places. The order of the blocks is i, f, g, o.")
def swaps_input_and_forget_gate(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, order="figo")


@mistake("You take the third block for the output gate and the fourth for the candidate. The order is i, f, g, o.")
def puts_the_candidate_last(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, order="ifog")


@mistake("That is the order of ONNX, i, o, f, g. PyTorch's order is i, f, g, o.")
def uses_the_order_of_onnx(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, order="iofg")


@mistake("You take every fourth number for a gate. The four blocks lie one after another, H numbers each.")
def interleaves_the_blocks(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, split=lambda z: [z[:, k::4] for k in range(4)])


@mistake(
    "The candidate passes a sigmoid, so nothing negative can ever be written. It passes tanh; the three gates pass a sigmoid."
)
def squashes_the_candidate_by_a_sigmoid(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, write=sigmoid)


@mistake("The tanh of the new cell is missing in the output. Return o times tanh(c), which stays between -1 and 1.")
def shows_the_cell_itself(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, show=lambda z: z)


@mistake("The output squashes the cell by a sigmoid. It is o times tanh(c).")
def shows_the_sigmoid_of_the_cell(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, show=sigmoid)


@mistake("The output shows the old cell. Compute the new cell first: the output is o times its tanh.")
def shows_the_old_cell(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, show=lambda new: np.tanh(c))


@mistake("The cell that you return is squashed by tanh, so the memory fades at each step. Only the output has the tanh.")
def squashes_the_memory(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    h, c = lstm_step(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)
    return h, np.tanh(c)


@mistake("Your forget gate is one minus the input gate. An LSTM has separate gates: it may keep everything and write as well.")
def couples_the_gates(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, keep=lambda i, f: 1 - i)


@mistake("The forget gate is turned round: it tells what share of the cell is kept, not what share is forgotten.")
def takes_the_forget_gate_at_its_word(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, keep=lambda i, f: 1 - f)


@mistake("There is no forget gate in your step: that is the LSTM of 1997. Multiply the old cell by the forget gate.")
def never_forgets(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, keep=lambda i, f: 1.0)


@mistake("You add 1 to the bias of the forget gate. That is a way to initialize it, and no part of the step.")
def adds_one_to_the_forget_bias(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    shift = np.repeat([0, 1, 0, 0], h.shape[1]).astype(x.dtype)
    return lstm_step(x, h, c, weight_ih, weight_hh, bias_ih + shift, bias_hh)


@mistake("Your gates are piecewise linear, like the hard sigmoid of old Keras. Use the sigmoid itself.")
def uses_the_hard_sigmoid(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, gate=lambda z: np.clip(0.2 * z + 0.5, 0, 1))


@mistake("bias_hh is missing. There are two biases, as in PyTorch: add both.")
def forgets_bias_hh(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return lstm_step(x, h, c, weight_ih, weight_hh, bias_ih, 0 * bias_hh)


@mistake("The old output has no influence: the term with weight_hh is missing. The gates see x and h.")
def ignores_the_old_output(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return lstm_step(x, 0 * h, c, weight_ih, weight_hh, bias_ih, bias_hh)


@mistake("Your gates look at the old cell where they should look at the old output. Multiply weight_hh by h.")
def looks_at_the_cell(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, c, c, weight_ih, weight_hh, bias_ih, bias_hh)


@mistake("The results have changed places. Return the output first and the cell second.")
def returns_the_cell_first(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return lstm_step(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)[::-1]


@mistake("You return the output alone. The next step needs the cell as well: return both.")
def returns_the_output_alone(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return lstm_step(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)[0]


@mistake("Your sigmoid is half of one plus tanh, and for a gate that is almost closed this is exactly 0. Do not let it cancel.")
def cancels_in_the_sigmoid(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, gate=lambda z: 0.5 + 0.5 * np.tanh(z / 2))


@mistake(
    "Your sigmoid divides one exponential by another, and for large sums infinity by infinity is NaN. Divide 1 by 1 + exp(-z)."
)
def overflows_in_the_sigmoid(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, gate=lambda z: np.exp(z) / (1 + np.exp(z)))


@mistake("The cell is changed in place, and it belongs to the caller. Make a new array for the new cell.")
def overwrites_the_cell(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    h, new = lstm_step(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)
    c[...] = new
    return h, new


@mistake("The results are float64 though the inputs are float32. Do not convert on the way.")
def returns_float64(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    h, c = lstm_step(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)
    return h.astype(np.float64), c.astype(np.float64)


@right
def four_layers(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    size = h.shape[1]

    def layer(block):
        rows = slice(block * size, (block + 1) * size)
        return x @ weight_ih[rows].T + bias_ih[rows] + h @ weight_hh[rows].T + bias_hh[rows]

    with np.errstate(over="ignore"):
        i, f, o = (1 / (1 + np.exp(-layer(block))) for block in (0, 1, 3))
    cell = c * f + np.tanh(layer(2)) * i
    return np.tanh(cell) * o, cell


@right
def one_product_and_einsum(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    both = np.concatenate([x, h], axis=1)
    z = np.einsum("nk,jk->nj", both, np.concatenate([weight_ih, weight_hh], axis=1)) + (bias_ih + bias_hh)
    i, f, g, o = z.reshape(len(x), 4, -1).swapaxes(0, 1)
    e = [np.exp(-abs(gate)) for gate in (i, f, o)]
    i, f, o = (np.where(gate < 0, small, 1) / (1 + small) for gate, small in zip((i, f, o), e, strict=True))
    new = f * c + i * np.tanh(g)
    return o * np.tanh(new), new
