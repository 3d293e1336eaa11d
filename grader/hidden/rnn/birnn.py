"""Hidden tests of rnn/birnn."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.rnn.birnn import birnn

independent = (
    "(lambda p: torch.nn.utils.rnn.pad_packed_sequence(torch.nn.utils.rnn.PackedSequence(torch.rnn_tanh(p.data, p.batch_sizes, "
    "x.new_zeros(2, len(x), len(weight_hh)), (weight_ih, weight_hh, bias_ih, bias_hh, weight_ih_reverse, weight_hh_reverse, "
    "bias_ih_reverse, bias_hh_reverse), True, 1, 0.0, False, True)[0], p.batch_sizes, p.sorted_indices, p.unsorted_indices), "
    "True, total_length=x.shape[1])[0])(torch.nn.utils.rnn.pack_padded_sequence(x, lengths, True, False))"
)


def sample(rng, size="small"):
    """Four sequences of up to five steps; lengths in no order, none of them twice; the padding holds large numbers."""
    if size == "ones":
        return arguments(rng, [1], 1, 1, 1)
    return arguments(rng, rng.permutation([1, 3, 4, 5]), 5, 3, 2)


def arguments(rng, lengths, t, d, h):
    lengths, n = np.asarray(lengths), len(lengths)
    x = rng.normal(size=(n, t, d))
    x[np.arange(t) >= lengths[:, None]] += 3.0
    return x, lengths, *layer(rng, d, h), *layer(rng, d, h)


def layer(rng, d, h):
    weights = rng.normal(size=(h, d)) / np.sqrt(d), rng.normal(size=(h, h)) / np.sqrt(h)
    return *weights, rng.normal(size=h) / 2, rng.normal(size=h) / 2


def read(x, weight_ih, weight_hh, bias_ih, bias_hh, state=0.0):
    """States after each step, (N, T, H)."""
    states, state = [], state + np.zeros((len(x), len(weight_hh)), dtype=x.dtype)
    for t in range(x.shape[1]):
        state = np.tanh(x[:, t] @ weight_ih.T + bias_ih + state @ weight_hh.T + bias_hh)
        states.append(state)
    return np.stack(states, axis=1)


def test_equals_reading_each_sequence_alone(yours, rng):
    """The batch gives what each sequence gives alone, without its padding, which becomes zeros."""
    x, lengths, *weights = sample(rng)
    want = np.zeros((4, 5, 4))
    for n, length in enumerate(lengths):
        row = x[n : n + 1, :length]
        want[n, :length, :2], want[n, :length, 2:] = read(row, *weights[:4])[0], read(row[:, ::-1], *weights[4:])[0, ::-1]
    agree(yours(x, lengths, *weights), want)


def test_forward_half(yours, rng):
    """The first half is the plain forward network, whatever the other layer does."""
    x, lengths, *weights = arguments(rng, [4, 4], 4, 2, 3)
    agree(yours(x, lengths, *weights)[..., :3], read(x, *weights[:4]))
    agree(yours(x, lengths, *weights[:4], *layer(rng, 2, 3))[..., :3], read(x, *weights[:4]))


def test_backward_half(yours, rng):
    """The second half at the last real step has seen this one input, and at the first step all of them."""
    x, lengths, *weights = arguments(rng, [3, 3], 5, 2, 4)
    backward = yours(x, lengths, *weights)[..., 4:]
    agree(backward[:, 2], read(x[:, 2:3], *weights[4:])[:, 0])
    agree(backward[:, 0], read(x[:, 2::-1], *weights[4:])[:, -1])


def test_palindrome(yours, rng):
    """A palindrome with equal weights for both layers gives mirrored halves."""
    x, lengths, *weights = arguments(rng, [5], 5, 2, 3)
    x[:, 3:] = x[:, 1::-1]
    h = yours(x, lengths, *weights[:4], *weights[:4])
    agree(h, birnn(x, lengths, *weights[:4], *weights[:4]))
    agree(h[..., 3:], h[:, ::-1, :3])


@pytest.mark.parametrize("padding", [0.0, 1e6, np.nan, np.inf], ids=["zeros", "large", "nan", "infinity"])
def test_padding_has_no_influence(yours, rng, padding):
    """Whatever stands in the padding, the states stay the same, and those of the padding are zeros."""
    x, lengths, *weights = sample(rng)
    other = x.copy()
    other[np.arange(5) >= lengths[:, None]] = padding
    agree(yours(other, lengths, *weights), birnn(x, lengths, *weights))


def test_single_steps(yours, rng):
    """A sequence of one step passes each layer once."""
    x, lengths, *weights = arguments(rng, [1, 1, 1], 1, 4, 2)
    wi, _, bi, bh, wi_reverse, _, bi_reverse, bh_reverse = weights
    want = np.tanh(x[:, 0] @ wi.T + bi + bh), np.tanh(x[:, 0] @ wi_reverse.T + bi_reverse + bh_reverse)
    agree(yours(x, lengths, *weights)[:, 0], np.concatenate(want, axis=1))


@pytest.mark.parametrize("length", [0, 6])
def test_bad_lengths(yours, rng, length):
    """A length below 1 or above the number of steps raises a ValueError that names lengths."""
    x, lengths, *weights = sample(rng)
    lengths[2] = length
    with pytest.raises(ValueError, match="lengths"):
        yours(x, lengths, *weights)


def halves(x, lengths, weights):
    h = birnn(x, lengths, *weights)
    return h[..., : h.shape[2] // 2], h[..., h.shape[2] // 2 :]


def joined(x, lengths, forward, backward):
    """Both halves, silent at the padding."""
    real = (np.arange(x.shape[1]) < lengths[:, None])[..., None]
    return np.where(real, np.concatenate([forward, backward], axis=2), 0)


def turned(a, lengths):
    """The real part of each row in reverse."""
    a = a.copy()
    for row, length in zip(a, lengths, strict=True):
        row[:length] = row[:length][::-1].copy()
    return a


@mistake(
    "Flipping the whole row brings the padding to the front, and the backward layer reads it first. Reverse the real part only."
)
def flips_the_padding_to_the_front(x, lengths, *weights):
    forward, _ = halves(x, lengths, weights)
    return joined(x, lengths, forward, read(x[:, ::-1], *weights[4:])[:, ::-1])


@mistake(
    "The backward states are in the order of reading. Reverse them again, so that both halves of a step belong to one input."
)
def leaves_the_order_of_reading(x, lengths, *weights):
    forward, backward = halves(x, lengths, weights)
    return joined(x, lengths, forward, turned(backward, lengths))


@mistake("Both layers read forwards. The second one has to read each sequence from its last real step to its first.")
def reads_forwards_twice(x, lengths, *weights):
    forward, _ = halves(x, lengths, weights)
    return joined(x, lengths, forward, read(x, *weights[4:]))


@mistake("Both directions share the weights of the forward layer. Use those that end in _reverse for the second one.")
def shares_the_weights(x, lengths, *weights):
    return birnn(x, lengths, *weights[:4], *weights[:4])


@mistake("The backward half comes first. Put the forward state first, as PyTorch does.")
def puts_the_backward_half_first(x, lengths, *weights):
    return np.concatenate(halves(x, lengths, weights)[::-1], axis=2)


@mistake("You add the two states. Join them side by side: the result has 2H entries at each step.")
def adds_the_halves(x, lengths, *weights):
    forward, backward = halves(x, lengths, weights)
    return forward + backward


@mistake("Forward and backward units alternate. First come all units of the forward layer, then all of the other one.")
def interleaves_the_units(x, lengths, *weights):
    return np.stack(halves(x, lengths, weights), axis=3).reshape(*x.shape[:2], -1)


@mistake("The halves follow each other in time. Join them along the last axis, the units: at each step there are 2H of them.")
def joins_along_time(x, lengths, *weights):
    return np.concatenate(halves(x, lengths, weights), axis=1)


@mistake("The backward layer starts from the last state of the forward one. Both start from a state of zeros.")
def hands_the_state_over(x, lengths, *weights):
    forward, _ = halves(x, lengths, weights)
    last = forward[np.arange(len(x)), lengths - 1]
    return joined(x, lengths, forward, turned(read(turned(x, lengths), *weights[4:], last), lengths))


@mistake("The backward state at a step does not contain this step's own input: you are off by one. It has read x[t] already.")
def leaves_out_the_input_of_the_step(x, lengths, *weights):
    forward, backward = halves(x, lengths, weights)
    return joined(x, lengths, forward, np.concatenate([backward[:, 1:], 0 * backward[:, :1]], axis=1))


@mistake("There are states at the padded steps. Set the result to 0 where a step lies behind the length of its sequence.")
def leaves_states_in_the_padding(x, lengths, *weights):
    birnn(x, lengths, *weights)
    there = turned(x, lengths)
    return np.concatenate([read(x, *weights[:4]), turned(read(there, *weights[4:]), lengths)], axis=2)


@mistake("You silence the padding by multiplying with a mask, and 0 times NaN is NaN. Choose with where, or cut the padding off.")
def multiplies_by_a_mask(x, lengths, *weights):
    mask = (np.arange(x.shape[1]) < lengths[:, None])[..., None].astype(x.dtype)
    return birnn(x, lengths, *weights) + 0 * np.sum((1 - mask) * x, axis=2, keepdims=True)


@mistake(
    "You multiply by the weights of the state without transposing them. weight_hh[i, j] leads from j to i: use h @ weight_hh.T."
)
def forgets_to_transpose_weight_hh(x, lengths, *weights):
    wi, wh, bi, bh, wi_reverse, wh_reverse, bi_reverse, bh_reverse = weights
    return birnn(x, lengths, wi, wh.T, bi, bh, wi_reverse, wh_reverse.T, bi_reverse, bh_reverse)


@mistake("The biases of the state, bias_hh and bias_hh_reverse, are missing. Each layer has two biases: add both.")
def forgets_bias_hh(x, lengths, *weights):
    return birnn(x, lengths, *weights[:3], 0 * weights[3], *weights[4:7], 0 * weights[7])


@mistake("You return the last states only. Return both states at every step.")
def returns_the_last_states(x, lengths, *weights):
    forward, backward = halves(x, lengths, weights)
    return np.concatenate([forward[np.arange(len(x)), lengths - 1], backward[:, 0]], axis=1)


@mistake("A bad length passes unnoticed. Check that all lengths lie from 1 to T, and raise a ValueError that names lengths.")
def checks_nothing(x, lengths, *weights):
    return birnn(x, np.clip(lengths, 1, x.shape[1]), *weights)


@mistake("You set the padding to zero in x, which belongs to the caller. Leave x as it is and choose among results.")
def overwrites_the_padding(x, lengths, *weights):
    h = birnn(x, lengths, *weights)
    x[np.arange(x.shape[1]) >= lengths[:, None]] = 0
    return h


@mistake("The states are float64 though the inputs are float32. Give the states of zeros the dtype of x.")
def returns_float64(x, lengths, *weights):
    return birnn(x, lengths, *weights).astype(np.float64)


@right
def sequence_by_sequence(x, lengths, *weights):
    if min(lengths) < 1 or max(lengths) > x.shape[1]:
        raise ValueError("lengths must be from 1 to T")
    h = len(weights[1])
    result = np.zeros((len(x), x.shape[1], 2 * h), dtype=x.dtype)
    for n, length in enumerate(lengths):
        for first, (wi, wh, bi, bh), order in ((0, weights[:4], 1), (h, weights[4:], -1)):
            state = np.zeros(h, dtype=x.dtype)
            for t in range(length)[::order]:
                state = np.tanh(wi @ x[n, t] + bi + wh @ state + bh)
                result[n, t, first : first + h] = state
    return result


@right
def with_two_loops_over_time(x, lengths, *weights):
    if not ((lengths >= 1) & (lengths <= x.shape[1])).all():
        raise ValueError(f"bad lengths {lengths}")
    parts = []
    for (wi, wh, bi, bh), order in ((weights[:4], 1), (weights[4:], -1)):
        states = np.zeros((len(x), x.shape[1], len(wh)), dtype=x.dtype)
        state = np.zeros_like(states[:, 0])
        for t in range(x.shape[1])[::order]:
            state[lengths <= t] = 0
            here = lengths > t
            state = state.copy()
            state[here] = np.tanh(x[here, t] @ wi.T + state[here] @ wh.T + (bi + bh))
            states[:, t] = state
        parts.append(states)
    return np.concatenate(parts, axis=-1)
