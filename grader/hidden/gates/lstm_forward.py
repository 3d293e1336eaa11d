"""Hidden tests of gates/lstm_forward."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.gates.lstm_forward import lstm_forward

independent = (
    "(lambda found: (found[0], found[2][0]))(torch.lstm(x, (h0[None], c0[None]), (weight_ih, weight_hh, bias_ih, bias_hh), "
    "True, 1, 0.0, False, False, True))"
)


def sample(rng, size="small"):
    """Batch, time, features and units differ; first output and cell are not zero."""
    return arguments(rng, *((1, 1, 1, 1) if size == "ones" else (3, 4, 2, 5)))


def arguments(rng, n, t, d, h):
    weights = rng.normal(size=(4 * h, d)) / np.sqrt(d), rng.normal(size=(4 * h, h)) / np.sqrt(h)
    biases = rng.normal(size=4 * h) / 2, rng.normal(size=4 * h) / 2
    return rng.normal(size=(n, t, d)), rng.uniform(-0.9, 0.9, (n, h)), 1.5 * rng.normal(size=(n, h)), *weights, *biases


def with_gates(rng, i, f, g, o):
    """Arguments for which all weights are zero and the sums before the activations are these, at each of 6 steps."""
    x, h, c, wi, wh, _, bh = arguments(rng, 3, 6, 4, 2)
    return x, h, c, 0 * wi, 0 * wh, np.repeat([i, f, g, o], 2) - bh, bh


def test_single_step(yours, rng):
    """A sequence of one step gives o times tanh of the new cell, in the order i, f, g, o of the blocks."""
    x, h0, c0, wi, wh, bi, bh = arguments(rng, 4, 1, 3, 2)
    i, f, g, o = np.split(x[:, 0] @ wi.T + bi + h0 @ wh.T + bh, 4, axis=1)
    c = c0 / (1 + np.exp(-f)) + np.tanh(g) / (1 + np.exp(-i))
    agree(yours(x, h0, c0, wi, wh, bi, bh), ((np.tanh(c) / (1 + np.exp(-o)))[:, None], c))


def test_carousel(yours, rng):
    """With open forget gates and closed input gates the cell comes out as it went in."""
    args = with_gates(rng, -1000.0, 1000.0, 2.0, 1000.0)
    agree(yours(*args), (np.repeat(np.tanh(args[2])[:, None], 6, axis=1), args[2]))


def test_fades(yours, rng):
    """Forget gates of one half leave 1/64 of the cell after six steps."""
    args = with_gates(rng, -1000.0, 0.0, 2.0, 1000.0)
    faded = args[2][:, None] * 0.5 ** np.arange(1.0, 7)[:, None]
    agree(yours(*args), (np.tanh(faded), args[2] / 64))


def test_counts(yours, rng):
    """With all gates open and a candidate of 1 the cell counts the steps, beyond 1."""
    args = with_gates(rng, 1000.0, 1000.0, 1000.0, 1000.0)
    counted = args[2][:, None] + np.arange(1.0, 7)[:, None]
    agree(yours(*args), (np.tanh(counted), args[2] + 6))


def test_no_look_into_the_future(yours, rng):
    """The first outputs do not depend on later inputs."""
    x, *rest = sample(rng)
    other = x.copy()
    other[:, 2:] = rng.normal(size=other[:, 2:].shape)
    agree(yours(other, *rest)[0][:, :2], lstm_forward(x, *rest)[0][:, :2])


def test_output_and_cell_are_all_the_memory(yours, rng):
    """Stopping after two steps and going on later, from the last output and the cell, gives the same as reading in one go."""
    x, h0, c0, *weights = sample(rng)
    first, cell = yours(x[:, :2], h0, c0, *weights)
    second, cell = yours(x[:, 2:], first[:, -1], cell, *weights)
    agree((np.concatenate([first, second], axis=1), cell), lstm_forward(x, h0, c0, *weights))


def test_as_many_sequences_as_steps(yours, rng):
    """The first axis is the batch, also where it is as long as the sequence."""
    args = arguments(rng, 3, 3, 4, 2)
    agree(yours(*args), lstm_forward(*args))


def unroll(args, order="ifgo", carry=lambda h, c: (h, c), show=np.tanh):
    """Outputs and cells of all steps; `carry` says what goes on to the next step."""
    x, h, c, weight_ih, weight_hh, bias_ih, bias_hh = args
    outputs, cells = [], []
    for t in range(x.shape[1]):
        z = x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh
        blocks = dict(zip(order, np.split(z, 4, axis=1), strict=True))
        i, f, o = (np.exp(-np.logaddexp(0, -blocks[name])) for name in "ifo")
        cells.append(f * c + i * np.tanh(blocks["g"]))
        outputs.append(o * show(cells[-1]))
        h, c = carry(outputs[-1], cells[-1])
    return np.stack(outputs, axis=1), np.stack(cells, axis=1)


def variant(args, **change):
    outputs, cells = unroll(args, **change)
    return outputs, cells[:, -1].copy()


@mistake("Every step starts from c0 again, so the cell remembers nothing. Hand the new cell on to the next step.")
def starts_from_c0_again(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh), carry=lambda h, c: (h, c0))


@mistake("Every step starts with an empty cell. Hand the new cell on to the next step.")
def empties_the_cell_at_each_step(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh), carry=lambda h, c: (h, 0 * c))


@mistake("Every step sees h0 again. Hand the new output on to the next step, along with the cell.")
def sees_h0_again(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh), carry=lambda h, c: (h0, c))


@mistake("The cell is squashed by tanh on its way to the next step, and the memory fades. Only the output has the tanh.")
def squashes_the_memory(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh), carry=lambda h, c: (h, np.tanh(c)))


@mistake("The next step sees the cell where it should see the output. The gates look at h, not at c.")
def hands_the_cell_on_as_the_output(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh), carry=lambda h, c: (c, c))


@mistake("The first output is zero and not h0. Start the loop from the h0 that you are given.")
def starts_from_an_output_of_zeros(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return lstm_forward(x, 0 * h0, c0, weight_ih, weight_hh, bias_ih, bias_hh)


@mistake("The first cell is empty and not c0. Start the loop from the c0 that you are given.")
def starts_from_an_empty_cell(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return lstm_forward(x, h0, 0 * c0, weight_ih, weight_hh, bias_ih, bias_hh)


@mistake("You return the cells of all steps as outputs. The output of a step is o times tanh of its cell.")
def returns_the_cells(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    cells = unroll((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh))[1]
    return cells, cells[:, -1].copy()


@mistake("The second result is the last output. Return the last cell: the last output is in the first result already.")
def returns_the_last_output_twice(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    outputs = unroll((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh))[0]
    return outputs, outputs[:, -1].copy()


@mistake("You return the cells of all steps. Of the cell, only the last one is wanted.")
def returns_all_cells(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return unroll((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh))


@mistake("You return the last output only. The first result holds the outputs of all steps, along axis 1.")
def returns_the_last_output_only(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    h, c = lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh)
    return h[:, -1].copy(), c


@mistake("You return the outputs before each step, h0 first. h[:, t] is the output after the input x[:, t], without h0.")
def returns_the_outputs_before_each_step(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    h, c = lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh)
    return np.concatenate([h0[:, None], h[:, :-1]], axis=1), c


@mistake("Time is the first axis of your outputs. Stack them along axis 1: the batch comes first.")
def stacks_time_first(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    h, c = lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh)
    return h.swapaxes(0, 1).copy(), c


@mistake("You read the sequence from its end. Start at x[:, 0]: an output may depend on earlier inputs only.")
def reads_backwards(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    h, c = lstm_forward(x[:, ::-1], h0, c0, weight_ih, weight_hh, bias_ih, bias_hh)
    return h[:, ::-1].copy(), c


@mistake("Input and forget gate have changed places. The order of the blocks is i, f, g, o.")
def swaps_input_and_forget_gate(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh), order="figo")


@mistake("You take the third block for the output gate and the fourth for the candidate. The order is i, f, g, o.")
def puts_the_candidate_last(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh), order="ifog")


@mistake("The tanh of the new cell is missing in the output. An output is o times tanh(c), between -1 and 1.")
def shows_the_cell_itself(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh), show=lambda c: c)


@mistake("bias_hh is missing. There are two biases, as in PyTorch: add both.")
def forgets_bias_hh(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, 0 * bias_hh)


@mistake("All steps show the last output: one and the same array is stored T times. Make a new one at each step.")
def stores_one_array_for_all(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    h, c = lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh)
    return np.zeros_like(h) + h[:, -1:], c


@mistake("The cell is updated in place, in c0, which belongs to the caller. Make a new array at each step.")
def overwrites_c0(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    h, c = lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh)
    c0[...] = c
    return h, c


@mistake("The outputs are float64 though all inputs are float32: an array of zeros is, unless told otherwise. Give it x's dtype.")
def collects_in_float64(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    h, c = lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh)
    return h.astype(np.float64), c


@right
def fills_an_array(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    size = h0.shape[1]
    h, c = np.empty((*x.shape[:2], size), dtype=x.dtype), c0.copy()
    from_input = x @ weight_ih.T + (bias_ih + bias_hh)
    for t in range(x.shape[1]):
        z = from_input[:, t] + (h[:, t - 1] if t else h0) @ weight_hh.T
        gates = np.tanh(z / 2) / 2 + 0.5
        c = gates[:, size : 2 * size] * c + gates[:, :size] * np.tanh(z[:, 2 * size : 3 * size])
        h[:, t] = gates[:, 3 * size :] * np.tanh(c)
    return h, c


@right
def sequence_by_sequence(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    outputs, cells = [], []
    for inputs, h, c in zip(x, h0, c0, strict=True):
        row = []
        for one in inputs:
            i, f, g, o = (weight_ih @ one + weight_hh @ h + bias_ih + bias_hh).reshape(4, -1)
            i, f, o = (np.exp(-np.logaddexp(0, -gate)) for gate in (i, f, o))
            c = f * c + i * np.tanh(g)  # noqa: PLW2901  # the state is what the loop is about
            h = o * np.tanh(c)  # noqa: PLW2901
            row.append(h)
        outputs.append(np.stack(row))
        cells.append(c)
    return np.stack(outputs), np.stack(cells)
