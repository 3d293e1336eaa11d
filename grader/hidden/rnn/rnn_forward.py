"""Hidden tests of rnn/rnn_forward."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.rnn.rnn_forward import rnn_forward

independent = (
    "torch.rnn_tanh(x, h0[None], (weight_ih, weight_hh, bias_ih, bias_hh), "
    "has_biases=True, num_layers=1, dropout=0.0, train=False, bidirectional=False, batch_first=True)[0]"
)


def sample(rng, size="small"):
    """Batch, time, features and units differ, and h0 and both biases matter."""
    n, t, d, h = (1, 1, 1, 1) if size == "ones" else (3, 6, 4, 5)
    return arguments(rng, n, t, d, h)


def arguments(rng, n, t, d, h):
    weights = rng.normal(size=(h, d)) / np.sqrt(d), rng.normal(size=(h, h)) / np.sqrt(h)
    return rng.normal(size=(n, t, d)), rng.uniform(-0.9, 0.9, (n, h)), *weights, rng.normal(size=h) / 2, rng.normal(size=h) / 2


def test_one_step(yours, rng):
    """A sequence of one step is a dense layer on the input and the state together."""
    x, h0, wi, wh, bi, bh = arguments(rng, 4, 1, 3, 2)
    both = np.concatenate([x[:, 0], h0], axis=1)
    agree(yours(x, h0, wi, wh, bi, bh)[:, 0], np.tanh(both @ np.concatenate([wi, wh], axis=1).T + bi + bh))


def test_biases(yours, rng):
    """With weights of zero, every state is tanh(bias_ih + bias_hh)."""
    x, h0, wi, wh, bi, bh = sample(rng)
    agree(yours(x, h0, 0 * wi, 0 * wh, bi, bh), np.tile(np.tanh(bi + bh), (3, 6, 1)))


def test_weight_hh_leads_from_column_to_row(yours, rng):
    """weight_hh[2, 0] leads from unit 0 to unit 2, and unit 0 gets nothing from it."""
    x, h0, wi, wh, bi, bh = arguments(rng, 2, 1, 3, 4)
    only = np.zeros_like(wh)
    only[2, 0] = 1.5
    want = np.zeros((2, 1, 4))
    want[:, 0, 2] = np.tanh(1.5 * h0[:, 0])
    agree(yours(x, h0, 0 * wi, only, 0 * bi, 0 * bh), want)


def test_no_look_into_the_future(yours, rng):
    """The first states do not depend on later inputs."""
    x, *rest = sample(rng)
    other = x.copy()
    other[:, 2:] = rng.normal(size=other[:, 2:].shape)
    agree(yours(other, *rest)[:, :2], rnn_forward(x, *rest)[:, :2])


def test_state_is_all_the_memory(yours, rng):
    """Stopping after two steps and going on from that state later gives the same as reading in one go."""
    x, h0, *weights = sample(rng)
    first = yours(x[:, :2], h0, *weights)
    second = yours(x[:, 2:], first[:, -1], *weights)
    agree(np.concatenate([first, second], axis=1), rnn_forward(x, h0, *weights))


def test_as_many_sequences_as_steps(yours, rng):
    """The first axis is the batch, also where it is as long as the sequence."""
    args = arguments(rng, 4, 4, 3, 2)
    agree(yours(*args), rnn_forward(*args))


def test_start_from_zero(yours, rng):
    """A first state of zeros takes away the share of weight_hh in the first step, and not bias_hh."""
    x, h0, *weights = sample(rng)
    agree(yours(x, 0 * h0, *weights), rnn_forward(x, 0 * h0, *weights))


def test_tiny_sums(yours, rng):
    """Tiny sums give tiny states and not zeros: there tanh(z) is as good as z."""
    x, h0, wi, wh, bi, bh = sample(rng)
    args = 1e-20 * x, 1e-20 * h0, wi, wh, 1e-20 * bi, 1e-20 * bh
    agree(yours(*args), rnn_forward(*args))


def unroll(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, squash, carry=lambda z, h: h):
    """The reference, with another function instead of tanh, or with something else than the state handed on."""
    states, state = [], h0
    for t in range(x.shape[1]):
        z = x[:, t] @ weight_ih.T + bias_ih + state @ weight_hh.T + bias_hh
        states.append(squash(z))
        state = carry(z, states[-1])
    return np.stack(states, axis=1)


@mistake("bias_hh is missing. The layer has two biases, as in PyTorch: add both inside the tanh.")
def forgets_bias_hh(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, 0 * bias_hh)


@mistake("bias_ih is missing. The layer has two biases, one with the input and one with the state: add both inside the tanh.")
def forgets_bias_ih(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return rnn_forward(x, h0, weight_ih, weight_hh, 0 * bias_ih, bias_hh)


@mistake("You multiply by weight_hh without transposing it. weight_hh[i, j] leads from unit j to unit i: use h @ weight_hh.T.")
def forgets_to_transpose_weight_hh(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return rnn_forward(x, h0, weight_ih, weight_hh.T, bias_ih, bias_hh)


@mistake("The first state is zero and not h0. Start the loop from the h0 that you are given.")
def starts_from_zeros(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return rnn_forward(x, 0 * h0, weight_ih, weight_hh, bias_ih, bias_hh)


@mistake("Every step starts from h0 again, so nothing is remembered. Hand the new state on to the next step.")
def starts_from_h0_again(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return unroll(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, np.tanh, lambda z, h: h0)


@mistake("The state has no influence: the term with weight_hh is missing. Add h @ weight_hh.T before the tanh.")
def leaves_out_the_state(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return rnn_forward(x, h0, weight_ih, 0 * weight_hh, bias_ih, bias_hh)


@mistake("Each unit only feeds back to itself. weight_hh is a full matrix, each unit hears of all others: use a matrix product.")
def loops_at_each_unit(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return rnn_forward(x, h0, weight_ih, np.diag(np.diag(weight_hh)), bias_ih, bias_hh)


@mistake("The sum before the tanh is carried to the next step. Hand on the state itself, after the tanh.")
def carries_the_sum(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return unroll(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, np.tanh, lambda z, h: z)


@mistake("That is ReLU. The states of this network are squashed by tanh, into -1 to 1.")
def uses_relu(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return unroll(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, lambda z: np.maximum(z, 0))


@mistake("That is the sigmoid. The states of this network are squashed by tanh, into -1 to 1.")
def uses_sigmoid(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return unroll(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, lambda z: 1 / (1 + np.exp(-z)))


@mistake(
    "Your tanh, made of a sigmoid or of exponentials, subtracts nearly equal numbers where the sum is tiny, and 0 is left. "
    "Use the library's tanh."
)
def cancels_in_tanh(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return unroll(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, lambda z: 2 / (1 + np.exp(-2 * z)) - 1)


@mistake("tanh as a quotient of exponentials gives NaN for large sums, inf divided by inf. Use the library's tanh.")
def overflows_in_tanh(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    def quotient(z):
        return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))

    return unroll(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, quotient)


@mistake("You read the sequence from its end. Start at x[:, 0]: a state may depend on earlier inputs only.")
def reads_backwards(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return rnn_forward(x[:, ::-1], h0, weight_ih, weight_hh, bias_ih, bias_hh)[:, ::-1]


@mistake("You take the first axis of x for time. The batch comes first here: the inputs of step t are x[:, t].")
def takes_the_first_axis_for_time(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return rnn_forward(x.swapaxes(0, 1), h0, weight_ih, weight_hh, bias_ih, bias_hh).swapaxes(0, 1)


@mistake("You return the states before each step, h0 first. h[:, t] is the state after the input x[:, t], without h0.")
def returns_the_states_before_each_step(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    h = rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh)
    return np.concatenate([h0[:, None], h[:, :-1]], axis=1)


@mistake("The new states are written into h0, which belongs to the caller. Let every step make a new array.")
def overwrites_h0(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    h = rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh)
    np.positive(h[:, -1], out=h0)
    return h


@mistake(
    "One bias is added into the other, which belongs to the caller. Put the sum of both into a new array: bias_ih + bias_hh."
)
def merges_the_biases_in_place(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    h = rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh)
    bias_ih += bias_hh
    return h


@mistake("Axes of length 1 are lost. A batch of one, a single step and a single unit keep their axis: leave out the squeeze().")
def squeezes_the_result(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return np.squeeze(rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh))


@mistake("All steps show the last state: one and the same array is stored T times. Make a new one at each step, or store copies.")
def stores_one_array_for_all(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    h = rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh)
    return np.zeros_like(h) + h[:, -1:]


@mistake("You write each state into h0 and store h0 T times, so all steps show the last state. Make a new array at each step.")
def stores_h0_for_all(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    h = rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh)
    np.positive(h[:, -1], out=h0)
    return np.zeros_like(h) + h[:, -1:]


@mistake("The states are collected in a float64 array, whatever x is. Create it with the dtype of x.")
def collects_in_float64(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh).astype(np.float64)


@right
def step_by_step_stacked(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    projected = np.einsum("ntd,hd->tnh", x, weight_ih) + (bias_ih + bias_hh)
    states = [h0]
    for row in projected:
        states.append(np.tanh(row + np.einsum("nj,ij->ni", states[-1], weight_hh)))
    return np.stack(states[1:], axis=1)


@right
def with_one_joined_weight(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    joined = np.hstack([weight_ih, weight_hh])
    bias = bias_ih + bias_hh
    h, result = h0.copy(), []
    for t in range(x.shape[1]):
        h = np.tanh(np.hstack([x[:, t, :], h]) @ joined.T + bias)
        result.append(h)
    return np.array(result).transpose(1, 0, 2)


@right
def unit_by_unit(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    n, steps, features = x.shape
    units = h0.shape[1]
    h = np.zeros((n, steps, units), dtype=x.dtype)
    for b in range(n):
        before = h0[b]
        for t in range(steps):
            for i in range(units):
                total = bias_ih[i] + bias_hh[i]
                for d in range(features):
                    total += weight_ih[i, d] * x[b, t, d]
                for j in range(units):
                    total += weight_hh[i, j] * before[j]
                h[b, t, i] = np.tanh(total)
            before = h[b, t]
    return h
