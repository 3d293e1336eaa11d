"""Hidden tests of rnn/many_to_one."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.rnn.many_to_one import many_to_one

independent = (
    "torch.addmm(bias_out, (lambda p: torch.rnn_tanh(p.data, p.batch_sizes, x.new_zeros(1, len(x), len(weight_hh)), "
    "(weight_ih, weight_hh, bias_ih, bias_hh), True, 1, 0.0, False, False)[1][0][p.unsorted_indices])"
    "(torch.nn.utils.rnn.pack_padded_sequence(x, lengths, True, False)), weight_out.T)"
)


def sample(rng, size="small"):
    """Four sequences of up to six steps; lengths in no order, one of 1 and one of T; the padding holds large numbers."""
    n, t, d, h, k = (1, 1, 1, 1, 1) if size == "ones" else (4, 6, 3, 5, 2)
    lengths = rng.permutation([1, 3, 4, 6])[:n] if n > 1 else np.array([1])
    return arguments(rng, lengths, t, d, h, k)


def arguments(rng, lengths, t, d, h, k):
    lengths, n = np.asarray(lengths), len(lengths)
    x = rng.normal(size=(n, t, d))
    x[np.arange(t) >= lengths[:, None]] += 3.0
    weights = rng.normal(size=(h, d)) / np.sqrt(d), rng.normal(size=(h, h)) / np.sqrt(h)
    biases = rng.normal(size=h) / 2, rng.normal(size=h) / 2
    return x, lengths, *weights, *biases, rng.normal(size=(k, h)), rng.normal(size=k)


def read(x, weight_ih, weight_hh, bias_ih, bias_hh, h0=0.0, carry=lambda new: new):
    """All states, (N, T, H)."""
    states, state = [], h0 + np.zeros((len(x), len(weight_hh)), dtype=x.dtype)
    for t in range(x.shape[1]):
        states.append(np.tanh(x[:, t] @ weight_ih.T + bias_ih + state @ weight_hh.T + bias_hh))
        state = carry(states[-1])
    return np.stack(states, axis=1)


def pick(states, steps):
    return states[np.arange(len(states)), steps]


def test_equals_reading_each_sequence_alone(yours, rng):
    """The batch gives what each sequence gives alone, without its padding."""
    x, lengths, *weights, weight_out, bias_out = sample(rng)
    want = [read(x[n : n + 1, :length], *weights)[0, -1] @ weight_out.T + bias_out for n, length in enumerate(lengths)]
    agree(yours(x, lengths, *weights, weight_out, bias_out), np.stack(want))


@pytest.mark.parametrize("padding", [0.0, 1e6, np.nan, -np.inf], ids=["zeros", "large", "nan", "infinity"])
def test_padding_has_no_influence(yours, rng, padding):
    """Whatever stands in the padding, the logits stay the same."""
    x, lengths, *rest = sample(rng)
    other = x.copy()
    other[np.arange(x.shape[1]) >= lengths[:, None]] = padding
    agree(yours(other, lengths, *rest), many_to_one(x, lengths, *rest))


def test_longer_padding(yours, rng):
    """Two more columns of padding, as another batch would need them, change nothing."""
    x, lengths, *rest = sample(rng)
    longer = np.concatenate([x, rng.normal(size=(4, 2, 3))], axis=1)
    agree(yours(longer, lengths, *rest), many_to_one(x, lengths, *rest))


def test_single_steps(yours, rng):
    """Sequences of one step give a dense layer with tanh and a linear one, without any share of weight_hh."""
    x, lengths, wi, wh, bi, bh, wo, bo = arguments(rng, [1, 1, 1], 4, 3, 2, 5)
    agree(yours(x, lengths, wi, wh, bi, bh, wo, bo), np.tanh(x[:, 0] @ wi.T + bi + bh) @ wo.T + bo)


def test_all_full(yours, rng):
    """Where nothing is padded, the state after the last step counts."""
    x, lengths, *weights, weight_out, bias_out = arguments(rng, [5, 5, 5], 5, 2, 4, 3)
    agree(yours(x, lengths, *weights, weight_out, bias_out), read(x, *weights)[:, -1] @ weight_out.T + bias_out)


def test_output_layer_of_zeros(yours, rng):
    """With output weights of zero the logits are bias_out, which nothing squashes."""
    *args, weight_out, bias_out = sample(rng)
    agree(yours(*args, 0 * weight_out, 5 * bias_out), np.tile(5 * bias_out, (4, 1)))


def test_order_of_the_batch(yours, rng):
    """Another order of the sequences gives the logits in this other order."""
    x, lengths, *rest = arguments(rng, [2, 5, 1, 4], 5, 3, 4, 3)
    order = np.array([2, 0, 3, 1])
    agree(yours(x[order], lengths[order], *rest), many_to_one(x, lengths, *rest)[order])


@pytest.mark.parametrize("length", [0, -2, 7])
def test_bad_lengths(yours, rng, length):
    """A length below 1 or above the number of steps raises a ValueError that names lengths."""
    x, lengths, *rest = sample(rng)
    lengths[2] = length
    with pytest.raises(ValueError, match="lengths"):
        yours(x, lengths, *rest)


def answer(x, lengths, weights, choose, **change):
    """The reference, with another choice among the states (N, T, H)."""
    many_to_one(x, lengths, *weights)
    *inner, weight_out, bias_out = weights
    return choose(read(x, *inner, **change)) @ weight_out.T + bias_out


def is_real(x, lengths):
    return (np.arange(x.shape[1]) < lengths[:, None])[..., None]


@mistake(
    "You take the last column for all, so the network has read the padding. Take the state after each sequence's last real step."
)
def takes_the_last_column(x, lengths, *weights):
    return answer(x, lengths, weights, lambda states: states[:, -1])


@mistake("Your state comes one step too late: a length as an index points behind the last real step, which is at length - 1.")
def comes_one_step_too_late(x, lengths, *weights):
    return answer(x, lengths, weights, lambda states: pick(states, np.minimum(lengths, x.shape[1] - 1)))


@mistake("Your state comes one step too early. The last real step is at length - 1, and the state after it is wanted.")
def comes_one_step_too_early(x, lengths, *weights):
    before = answer(x, lengths, weights, lambda states: pick(states, np.maximum(lengths - 2, 0)))
    return np.where(lengths[:, None] > 1, before, weights[-1])


@mistake("A colon for the rows takes every length for every sequence. Index rows and columns together, one column for each row.")
def takes_all_lengths_for_all_sequences(x, lengths, *weights):
    return answer(x, lengths, weights, lambda states: states[:, lengths - 1])


@mistake("You average the real states. That is pooling, a fine model but another one: take the state after the last real step.")
def averages_the_real_states(x, lengths, *weights):
    def mean(states):
        return np.sum(np.where(is_real(x, lengths), states, 0), axis=1) / lengths[:, None].astype(x.dtype)

    return answer(x, lengths, weights, mean)


@mistake("You average all states, padding included. Take the one state after the last real step of each sequence.")
def averages_all_states(x, lengths, *weights):
    return answer(x, lengths, weights, lambda states: states.mean(axis=1))


@mistake("Each step begins with a state of zeros again, so only the last word counts. Hand the new state on to the next step.")
def forgets_everything_at_each_step(x, lengths, *weights):
    return answer(x, lengths, weights, lambda states: pick(states, lengths - 1), carry=lambda new: 0 * new)


@mistake("The first state is not zero. Begin each sequence with a state of zeros.")
def starts_from_ones(x, lengths, *weights):
    return answer(x, lengths, weights, lambda states: pick(states, lengths - 1), h0=1.0)


@mistake("You look for the real steps at the end of each row. The padding is at the end: the real steps are the first ones.")
def expects_the_padding_in_front(x, lengths, *weights):
    many_to_one(x, lengths, *weights)
    rolled = np.stack([np.roll(row, length, axis=0) for row, length in zip(x, lengths, strict=True)])
    return many_to_one(rolled, lengths, *weights)


@mistake("You read the sequences from their last real step to the first. A recurrent network reads forwards in time.")
def reads_backwards(x, lengths, *weights):
    many_to_one(x, lengths, *weights)
    turned = x.copy()
    for row, length in zip(turned, lengths, strict=True):
        row[:length] = row[:length][::-1].copy()
    return many_to_one(turned, lengths, *weights)


@mistake("You cut all sequences to the shortest one. Each is read to its own last real step.")
def stops_at_the_shortest(x, lengths, *weights):
    return answer(x, lengths, weights, lambda states: states[:, lengths.min() - 1])


@mistake("Your logits are in the order of the sorted lengths. Put them back into the order of the batch.")
def leaves_the_batch_sorted(x, lengths, *weights):
    return many_to_one(x, lengths, *weights)[np.argsort(-lengths, kind="stable")]


@mistake("You silence the padding by multiplying with a mask, and 0 times NaN is NaN. Choose with where, or index the states.")
def multiplies_by_a_mask(x, lengths, *weights):
    mask = is_real(x, lengths).astype(x.dtype)
    return many_to_one(x, lengths, *weights) + 0 * np.sum((1 - mask) * x, axis=(1, 2))[:, None]


@mistake("You multiply by weight_hh without transposing it. weight_hh[i, j] leads from unit j to unit i: use h @ weight_hh.T.")
def forgets_to_transpose_weight_hh(x, lengths, weight_ih, weight_hh, bias_ih, bias_hh, weight_out, bias_out):
    return many_to_one(x, lengths, weight_ih, weight_hh.T, bias_ih, bias_hh, weight_out, bias_out)


@mistake("bias_hh is missing. The recurrent layer has two biases, as in PyTorch: add both inside the tanh.")
def forgets_bias_hh(x, lengths, weight_ih, weight_hh, bias_ih, bias_hh, weight_out, bias_out):
    return many_to_one(x, lengths, weight_ih, weight_hh, bias_ih, 0 * bias_hh, weight_out, bias_out)


@mistake("bias_out is missing. Add it to the logits.")
def forgets_bias_out(x, lengths, *weights):
    return many_to_one(x, lengths, *weights[:-1], 0 * weights[-1])


@mistake("You return the state itself. The output layer is missing: multiply by weight_out, transposed, and add bias_out.")
def forgets_the_output_layer(x, lengths, *weights):
    many_to_one(x, lengths, *weights)
    return pick(read(x, *weights[:-2]), lengths - 1)


@mistake("A softmax turns your logits into probabilities. Return the logits: the loss takes care of the softmax.")
def returns_probabilities(x, lengths, *weights):
    e = np.exp(many_to_one(x, lengths, *weights))
    return e / e.sum(axis=1, keepdims=True)


@mistake("You squash the logits by tanh. The output layer is linear; only the recurrent layer has a tanh.")
def squashes_the_logits(x, lengths, *weights):
    return np.tanh(many_to_one(x, lengths, *weights))


@mistake("A bad length passes unnoticed: 0 becomes the index -1, the last column. Check lengths first and raise a ValueError.")
def checks_nothing(x, lengths, *weights):
    *inner, weight_out, bias_out = weights
    return pick(read(x, *inner), np.minimum(lengths, x.shape[1]) - 1) @ weight_out.T + bias_out


@mistake("You set the padding to zero in x, which belongs to the caller. Leave x as it is: choose the right state instead.")
def overwrites_the_padding(x, lengths, *weights):
    logits = many_to_one(x, lengths, *weights)
    x[~is_real(x, lengths)[..., 0]] = 0
    return logits


@mistake("The logits are float64 though the inputs are float32. Give the state of zeros the dtype of x.")
def returns_float64(x, lengths, *weights):
    return many_to_one(x, lengths, *weights).astype(np.float64)


@right
def sequence_by_sequence(x, lengths, weight_ih, weight_hh, bias_ih, bias_hh, weight_out, bias_out):
    logits = np.empty((len(x), len(bias_out)), dtype=x.dtype)
    for n, length in enumerate(lengths):
        if not 1 <= length <= x.shape[1]:
            raise ValueError(f"lengths: {length} is not from 1 to {x.shape[1]}")
        h = 0 * bias_hh
        for inputs in x[n, :length]:
            h = np.tanh(weight_ih @ inputs + weight_hh @ h + (bias_ih + bias_hh))
        logits[n] = weight_out @ h + bias_out
    return logits


@right
def keeps_the_state_that_has_ended(x, lengths, weight_ih, weight_hh, bias_ih, bias_hh, weight_out, bias_out):
    if (lengths < 1).any() or (lengths > x.shape[1]).any():
        raise ValueError("bad lengths")
    h = np.zeros((len(x), len(weight_hh)), dtype=x.dtype)
    for t in range(lengths.max()):
        new = np.tanh(np.concatenate([x[:, t], h], axis=1) @ np.concatenate([weight_ih, weight_hh], axis=1).T + bias_ih + bias_hh)
        h = np.where(t < lengths[:, None], new, h)
    return np.einsum("kh,nh->nk", weight_out, h) + bias_out


@right
def shrinking_batch(x, lengths, weight_ih, weight_hh, bias_ih, bias_hh, weight_out, bias_out):
    if min(lengths) < 1 or max(lengths) > x.shape[1]:
        raise ValueError("lengths must fit x")
    h = np.zeros((len(x), len(weight_hh)), dtype=x.dtype)
    for t in range(x.shape[1]):
        reading = np.flatnonzero(lengths > t)
        h[reading] = np.tanh(x[reading, t] @ weight_ih.T + h[reading] @ weight_hh.T + bias_ih + bias_hh)
    return h @ weight_out.T + bias_out
