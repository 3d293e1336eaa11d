"""Hidden tests of rnn/time_contributions."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.rnn.time_contributions import time_contributions

independent = (
    "(lambda f: torch.autograd.functional.vjp(lambda w: f(f, w, x.shape[1] - 1), weight_hh.expand(x.shape[1], -1, -1).clone(), "
    "grad_output)[1].flatten(1).norm(dim=1))(lambda f, w, t: h0 if t < 0 else "
    "torch.tanh(x[:, t] @ weight_ih.T + bias_ih + f(f, w, t - 1) @ w[t].T + bias_hh))"
)  # each step has a weight_hh of its own, and autograd tells the gradient of each


def sample(rng, size="small"):
    """Batch, time, features and units differ; h0 is not zero, and the states are not saturated."""
    n, t, d, h = (1, 1, 1, 1) if size == "ones" else (3, 5, 4, 2)
    return arguments(rng, n, t, d, h)


def arguments(rng, n, t, d, h):
    weights = rng.normal(size=(h, d)) / np.sqrt(2 * d), rng.normal(size=(h, h)) / np.sqrt(h)
    biases = rng.normal(size=h) / 3, rng.normal(size=h) / 3
    return rng.normal(size=(n, t, d)), rng.uniform(-0.9, 0.9, (n, h)), *weights, *biases, rng.normal(size=(n, h))


def walk(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    """States before and after each step (N, T + 1, H)."""
    states = [h0]
    for t in range(x.shape[1]):
        states.append(np.tanh(x[:, t] @ weight_ih.T + bias_ih + states[-1] @ weight_hh.T + bias_hh))
    return np.stack(states, axis=1)


def test_single_step(yours, rng):
    """With a single step, the only share is the gradient of a dense layer by its weight."""
    args = arguments(rng, 4, 1, 3, 2)
    delta = args[-1] * (1 - walk(*args[:-1])[:, 1] ** 2)
    agree(yours(*args), np.array([np.sqrt(np.sum(np.einsum("ni,nj->ij", delta, args[1]) ** 2))]))


@pytest.mark.parametrize("radius", [0.5, 1.0, 1.5])
def test_shrinks_or_grows_with_the_distance(yours, rng, radius):
    """Where tanh is straight and weight_hh rotates and scales by r, a share k steps back has r to the k as a factor."""
    c, s = radius * np.cos(0.7), radius * np.sin(0.7)
    args = arguments(rng, 1, 8, 3, 2)
    x, h0, wi, wh, bi, bh, grad = 1e-9 * args[0], 1e-9 * args[1], args[2], np.array([[c, -s], [s, c]]), *args[4:]
    states = walk(x, h0, wi, wh, 0 * bi, 0 * bh)[0, :-1]
    want = radius ** np.arange(7.0, -1, -1) * np.linalg.norm(grad) * np.linalg.norm(states, axis=1)
    agree(yours(x, h0, wi, wh, 0 * bi, 0 * bh, grad) / want, 0 * want + 1)


def test_is_a_derivative(yours, rng):
    """A share is the derivative of the last state by a weight_hh that is changed at one step alone."""
    x, h0, wi, wh, bi, bh, grad = arguments(rng, 2, 4, 1, 1)
    want = []
    for changed in range(4):
        h = h0.astype(complex)
        for t in range(4):
            h = np.tanh(x[:, t] @ wi.T + bi + h @ (wh + (1e-30j if t == changed else 0)).T + bh)
        want.append(abs(np.sum(grad * h.imag) / 1e-30))
    agree(yours(x, h0, wi, wh, bi, bh, grad), np.array(want))


def test_opposite_sequences_cancel(yours, rng):
    """Two equal sequences with opposite gradients leave nothing: shares are added over the batch before they are measured."""
    x, h0, *weights, grad = arguments(rng, 1, 3, 2, 4)
    both = [np.concatenate([a, a]) for a in (x, h0)]
    agree(yours(*both, *weights, np.concatenate([grad, -grad])), np.zeros(3), scale=1.0)


def test_first_state_of_zeros(yours, rng):
    """With a first state of zeros the first step has no share, and the others keep theirs."""
    x, h0, *rest = sample(rng)
    got = yours(x, 0 * h0, *rest)
    agree(got, time_contributions(x, 0 * h0, *rest))
    agree(got[0], 0.0, scale=1.0)


def test_twice_the_gradient(yours, rng):
    """Shares are proportional to the gradient from above: minus three times the gradient is three times the size."""
    *args, grad = sample(rng)
    agree(yours(*args, -3 * grad), 3 * time_contributions(*args, grad))


def test_as_many_sequences_as_units(yours, rng):
    """Nothing is the wrong way round, also where batch, time, features and units have one length."""
    args = arguments(rng, 3, 3, 3, 3)
    agree(yours(*args), time_contributions(*args))


def test_one_way(yours, rng):
    """If weight_hh[2, 0] is all there is, the gradient of unit 2 goes back to unit 0, one step and no further."""
    args = arguments(rng, 2, 4, 2, 4)
    args[3][...] = 0
    args[3][2, 0] = 1.5
    got = yours(*args)
    agree(got, time_contributions(*args))
    agree(got[:2], np.zeros(2), scale=1.0)


def shares(
    args,
    slope=lambda h: 1 - h**2,
    send=lambda delta, w: delta @ w,
    paired=slice(-1),
    pair=np.einsum,
    more=0,
    last=lambda h: 1 - h**2,
):
    """The share of each step, (T, H, H), as the reference has it unless told otherwise."""
    *inputs, grad = args
    states, found = walk(*inputs), []
    before, steps = states[:, paired], args[0].shape[1]
    for t in reversed(range(steps)):
        delta = grad * (last if t == steps - 1 else slope)(states[:, t + 1])
        found.append(pair("ni,nj->ij", delta, before[:, t]))
        grad = send(delta, inputs[3]) + more * args[-1]
    return np.stack(found[::-1])


def size(share):
    return np.sqrt(np.sum(share**2, axis=(-2, -1)))


@mistake("You measure the gradient as it grows while you add up. Measure the share of each step alone.")
def measures_the_sum_so_far(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    share = shares((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output))
    return size(np.cumsum(share[::-1], axis=0)[::-1])


@mistake("The order is that of the way back, last step first. Turn it round: the first number belongs to the first step.")
def leaves_the_order_of_the_way_back(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output)[::-1].copy()


@mistake("The slope of tanh is missing. Multiply by 1 - h**2 at every step, with the state after that step.")
def forgets_the_slope(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output
    return size(shares(args, slope=lambda h: 1, last=lambda h: 1))


@mistake(
    "grad_output is the gradient by the last state, not by the sum before tanh. Multiply by the slope at the last step, too."
)
def skips_the_slope_of_the_last_step(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return size(shares((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output), last=lambda h: 1))


@mistake("That is the slope of the sigmoid, h times (1 - h). The slope of tanh is 1 - h**2.")
def takes_the_slope_of_the_sigmoid(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output
    return size(shares(args, slope=lambda h: h * (1 - h), last=lambda h: h * (1 - h)))


@mistake("You pair delta with the state after the step. weight_hh was multiplied by the state before it, h0 in the first step.")
def pairs_delta_with_the_new_state(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return size(shares((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output), paired=slice(1, None)))


@mistake("You send delta back through the transposed matrix. In rows it is delta @ weight_hh, without .T: forward had the .T.")
def transposes_weight_hh_on_the_way_back(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return size(shares((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output), send=lambda delta, w: delta @ w.T))


@mistake("The way back does not pass through weight_hh. What a step hands to the one before it is delta @ weight_hh.")
def forgets_the_matrix_on_the_way_back(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return size(shares((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output), send=lambda delta, w: delta))


@mistake("You add grad_output at every step. The loss looks at the last state alone: earlier ones get only what comes back.")
def has_an_error_at_every_step(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return size(shares((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output), more=1))


@mistake("You measure each sequence alone and add the norms. Add the shares over the batch first, then take one norm.")
def adds_up_the_norms_of_the_sequences(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output
    each = shares(args, pair=lambda _, delta, h: np.einsum("ni,nj->nij", delta, h))
    return size(each).sum(axis=1)


@mistake("You average over the batch. A gradient is the sum over the sequences: the factor 1/N, if any, is in grad_output.")
def averages_over_the_batch(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output) / len(x)


@mistake("The root is missing: a norm is the root of the sum of squares.")
def forgets_the_root(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output) ** 2


@mistake("That is the spectral norm, the largest singular value. The Frobenius norm is the root of the sum of all squares.")
def takes_the_spectral_norm(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    share = shares((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output))
    return np.linalg.norm(share, 2, axis=(1, 2))


@mistake("You measure delta, the gradient of the sum before tanh. A share in the gradient of weight_hh is delta times a state.")
def measures_delta(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return size(shares((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output), pair=lambda _, delta, h: delta))


@mistake(
    "Those are the shares in the gradient of weight_ih. For weight_hh, delta meets the state before the step, not the input."
)
def measures_weight_ih(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output
    delta = shares(args, pair=lambda _, delta, h: delta)
    return size(np.einsum("tni,ntj->tij", delta, x))


@mistake("The sizes are divided by their sum. Return them as they are: their scale is what tells vanishing from exploding.")
def returns_fractions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    norms = time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output)
    return norms / (norms.sum() + 1e-300)


@mistake("The first step has no share in your result. It counts like the others, with h0 as the state before it.")
def forgets_the_share_of_h0(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    norms = time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output)
    norms[0] = 0
    return norms


@mistake("The result is float64 though all inputs are float32. Allocate it with the dtype of x.")
def returns_float64(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output).astype(np.float64)


@mistake("You multiply grad_output by the slope in place, and it belongs to the caller. Let delta be a new array.")
def overwrites_grad_output(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    norms = time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output)
    grad_output *= 0.5
    return norms


@right
def all_at_once(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    states = walk(x, h0, weight_ih, weight_hh, bias_ih, bias_hh)
    delta = np.zeros_like(states[:, 1:])
    delta[:, -1] = grad_output * (1 - states[:, -1] ** 2)
    for t in range(x.shape[1] - 2, -1, -1):
        delta[:, t] = np.einsum("ni,ij->nj", delta[:, t + 1], weight_hh) * (1 - states[:, t + 1] ** 2)
    return np.sqrt((np.einsum("nti,ntj->tij", delta, states[:, :-1]) ** 2).sum(axis=(1, 2)))


@right
def with_jacobians(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    states, norms = walk(x, h0, weight_ih, weight_hh, bias_ih, bias_hh), []
    for t in range(x.shape[1]):
        total = np.zeros_like(weight_hh)
        for n in range(len(x)):
            row = grad_output[n]
            for later in range(x.shape[1], t + 1, -1):
                row = row @ (np.diag(1 - states[n, later] ** 2) @ weight_hh)
            total += np.outer(row * (1 - states[n, t + 1] ** 2), states[n, t])
        norms.append(np.sum(total * total) ** 0.5)
    return np.array(norms, dtype=x.dtype)
