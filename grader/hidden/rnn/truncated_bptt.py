"""Hidden tests of rnn/truncated_bptt."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.rnn.truncated_bptt import truncated_bptt

independent = (
    "(lambda run: torch.autograd.functional.vjp(lambda x, h, *w: run(run, x, h, w, 0), (x, h0, weight_ih, weight_hh, bias_ih, "
    "bias_hh), create_graph=True))(lambda run, x, h, w, t: 0 if t >= x.shape[1] else (lambda o: (o - target[:, t : t + k])"
    ".square().sum() / 2 + run(run, x, o[:, -1].detach(), w, t + k))"
    "(torch.rnn_tanh(x[:, t : t + k], h[None], w, True, 1, 0.0, False, False, True)[0]))"
)  # piece by piece, with a detach between them


def sample(rng, size="small"):
    """Ten steps in pieces of four, so the last piece is shorter; h0 is not zero, and the states are not saturated."""
    return arguments(rng, *((1, 1, 1, 1, 1) if size == "ones" else (2, 10, 3, 5, 4)))


def arguments(rng, n, t, d, h, k):
    weights = rng.normal(size=(h, d)) / np.sqrt(2 * d), rng.normal(size=(h, h)) / np.sqrt(h)
    biases = rng.normal(size=h) / 3, rng.normal(size=h) / 3
    return rng.normal(size=(n, t, d)), rng.uniform(-0.9, 0.9, (n, h)), *weights, *biases, rng.normal(size=(n, t, h)) + 1.5, k


def walk(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, again=()):
    """States before and after each step, (N, T, H) each; before the steps in `again` the state is h0 once more."""
    before, after = [h0], []
    for t in range(x.shape[1]):
        if t in again:
            before[-1] = h0
        after.append(np.tanh(x[:, t] @ weight_ih.T + bias_ih + before[-1] @ weight_hh.T + bias_hh))
        before.append(after[-1])
    return np.stack(before[:-1], axis=1), np.stack(after, axis=1)


@pytest.mark.parametrize("k", [1, 3, 10])
def test_loss_knows_no_pieces(yours, rng, k):
    """The loss is that of the whole sequence, whatever k is: the state is carried across the cuts."""
    *args, target, _ = sample(rng)
    agree(yours(*args, target, k)[0], 0.5 * np.sum((walk(*args)[1] - target) ** 2))


def test_full_gradient(yours, rng):
    """With k of at least T nothing is cut: the gradients are derivatives of the loss."""
    x, h0, wi, wh, bi, bh, target, _ = arguments(rng, 2, 4, 1, 1, 0)
    numbers, want = [wi, wh, bi, bh], []
    for i in range(4):
        moved = [a + (1e-30j if i == j else 0) for j, a in enumerate(numbers)]
        want.append(np.sum((walk(x, h0 + 0j, *moved)[1] - target) ** 2).imag / 2e-30)
    for k in (4, 9):
        agree(np.array([np.sum(grad) for grad in yours(x, h0, wi, wh, bi, bh, target, k)[1][2:]]), np.array(want))


def test_pieces_of_one_step(yours, rng):
    """With k = 1 each step is a dense layer for itself, whose second input is the state before it."""
    x, h0, wi, wh, bi, bh, target, _ = sample(rng)
    before, after = walk(x, h0, wi, wh, bi, bh)
    delta = (after - target) * (1 - after**2)
    weights = np.einsum("nti,ntj->ij", delta, x), np.einsum("nti,ntj->ij", delta, before)
    bias = delta.sum(axis=(0, 1))
    agree(yours(x, h0, wi, wh, bi, bh, target, 1)[1], (delta @ wi, delta[:, 0] @ wh, *weights, bias, bias))


def test_gradients_of_the_pieces_add_up(yours, rng):
    """The gradients of the weights are the sum of those of the pieces, each started from the state before it."""
    x, *args, target, k = arguments(rng, 3, 10, 2, 5, 4)
    before, _ = walk(x, *args)
    want = 0
    for first in (0, 4, 8):
        piece = slice(first, first + 4)
        grads = truncated_bptt(x[:, piece], before[:, first], *args[1:], target[:, piece], 4)[1]
        want = want + np.concatenate([grad.ravel() for grad in grads[2:]])
    agree(np.concatenate([grad.ravel() for grad in yours(x, *args, target, k)[1][2:]]), want)


@pytest.mark.parametrize(("step", "first"), [(3, 0), (5, 4), (7, 4), (9, 8)])
def test_error_stays_in_its_piece(yours, rng, step, first):
    """An error reaches the inputs of its own piece up to its step, and none outside of the piece."""
    *args, target, k = sample(rng)
    wrong = walk(*args)[1]
    wrong[:, step] = target[:, step]
    grad_x = yours(*args, wrong, k)[1][0]
    touched = np.abs(grad_x).max(axis=(0, 2)) > 1e-9
    agree(touched, (np.arange(10) >= first) & (np.arange(10) <= step))


def test_first_state_sees_the_first_piece(yours, rng):
    """The gradient of h0 comes from the first piece alone, as if the sequence ended there."""
    x, *args, target, k = sample(rng)
    agree(yours(x, *args, target, k)[1][1], truncated_bptt(x[:, :4], *args, target[:, :4], 4)[1][1])


def test_pieces_that_fit(yours, rng):
    """Six steps in pieces of two leave no shorter piece."""
    args = arguments(rng, 3, 6, 2, 3, 2)
    agree(yours(*args), truncated_bptt(*args))


@pytest.mark.parametrize("k", [0, -2])
def test_bad_k(yours, rng, k):
    """A k below 1 raises a ValueError that names it."""
    with pytest.raises(ValueError, match=r"\bk\b"):
        yours(*sample(rng)[:-1], k)


def variant(args, cut=None, again=(), slope=lambda h: 1 - h**2, back=None, pair=lambda before, after: before, part=slice(None)):
    """The reference, with the gradient cut behind the steps where cut(t + 1) is true, and a few more screws to turn."""
    truncated_bptt(*args)
    x, h0, _, weight_hh, *_, target, k = args
    before, after = walk(*args[:6], again=again)
    error, later, found = after - target, 0 * h0, []
    for t in reversed(range(x.shape[1])):
        later = 0 * h0 if (cut or (lambda t: t % k == 0))(t + 1) else later
        found.append((error[:, t] + later) * slope(after[:, t]))
        later = found[-1] @ (weight_hh if back is None else back)
    return 0.5 * np.sum(error**2), collect(args, np.stack(found[::-1], axis=1), pair(before, after), part)


def collect(args, delta, before, part=slice(None)):
    """The gradients that follow from delta; those of weights and biases from `part` of the steps."""
    bias = delta[:, part].sum(axis=(0, 1))
    weights = [np.einsum("nti,ntj->ij", delta[:, part], states[:, part]) for states in (args[0], before)]
    return delta @ args[2], delta[:, 0] @ args[3], *weights, bias, bias.copy()


@mistake("Nothing is cut: those are the full gradients. Drop what comes from the next step where that step opens a new piece.")
def ignores_k(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    return variant((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k), cut=lambda t: False)


@mistake("Your pieces have one step too many. The gradient is cut between step k and step k + 1.")
def makes_pieces_one_step_longer(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    return variant((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k), cut=lambda t: t % (k + 1) == 0)


@mistake(
    "Your cuts lie one step too early. A piece consists of the steps 1 to k, so step k still hands its gradient to step k - 1."
)
def cuts_one_step_early(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    return variant((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k), cut=lambda t: (t + 1) % k == 0)


@mistake("Your cuts lie one step too late. A piece consists of the steps 1 to k, and step k + 1 opens the next one.")
def cuts_one_step_late(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    return variant((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k), cut=lambda t: (t - 1) % k == 0 and t > 1)


@mistake("You count the pieces from the end of the sequence. Count them from the start: the last one may be shorter.")
def counts_from_the_end(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    steps = x.shape[1]
    return variant((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k), cut=lambda t: (steps - t) % k == 0)


@mistake("The state starts from h0 again in each piece. Only the gradient is cut: carry the state on.")
def starts_from_h0_again(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k
    return variant(args, again=range(0, x.shape[1], max(k, 1)))


@mistake("You let each error go back exactly k steps. That is another scheme: here the sequence falls into fixed pieces.")
def lets_each_error_go_back_k_steps(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k
    before, after = walk(*args[:6])
    slope, delta = 1 - after**2, 0 * after
    for step in range(x.shape[1]):
        share = (after - target)[:, step] * slope[:, step]
        for t in range(step, max(step - k, -1), -1):
            delta[:, t] += share
            share = share @ weight_hh * slope[:, t - 1]
    return truncated_bptt(*args)[0], collect(args, delta, before)


@mistake(
    "The step after a cut has no share in grad_weight_hh. The state before it is a constant and not zero: count its product."
)
def forgets_the_state_at_the_cut(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    inside = np.arange(x.shape[1]) % k > 0
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k
    return variant(args, pair=lambda before, after: before * inside[:, None])


@mistake("Only the first piece counts in the gradients of weights and biases. Add up the shares of all steps.")
def keeps_the_first_piece(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    return variant((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k), part=slice(k))


@mistake("Only the last piece counts: each piece overwrites the gradients of the one before. Add them up.")
def keeps_the_last_piece(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k
    return variant(args, part=slice((x.shape[1] - 1) // max(k, 1) * k, None))


@mistake("The last, shorter piece is left out of the gradients of weights and biases. It counts like the others.")
def drops_the_shorter_piece(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k
    return variant(args, part=slice(x.shape[1] // max(k, 1) * k or None))


@mistake("You average the gradients of the pieces. They add up: divide by nothing.")
def averages_over_the_pieces(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    loss, grads = truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k)
    return loss, (*grads[:2], *[grad / -(-x.shape[1] // k) for grad in grads[2:]])


@mistake("The gradient of h0 is zero. Only gradients between pieces are cut: the first piece does reach h0.")
def cuts_off_h0(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    loss, grads = truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k)
    return loss, (grads[0], 0 * grads[1], *grads[2:])


@mistake("The slope of tanh is missing. Multiply by 1 - h**2 at every step.")
def forgets_the_slope(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    return variant((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k), slope=lambda h: 1)


@mistake("You send delta back through the transposed matrix. In rows it is delta @ weight_hh, without .T: forward had the .T.")
def transposes_weight_hh_on_the_way_back(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    return variant((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k), back=weight_hh.T)


@mistake("You pair delta with the state after the step. weight_hh was multiplied by the state before it, h0 in the first step.")
def pairs_delta_with_the_new_state(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    return variant((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k), pair=lambda before, after: after)


@mistake("The loss is divided by the number of steps. It is half the sum of all squared differences, divided by nothing.")
def averages_the_loss(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    loss, grads = truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k)
    return loss / x.shape[1], grads


@mistake("A k of 0 ends in a ZeroDivisionError. Check k first, and raise a ValueError that names it.")
def divides_by_zero(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    if k == 0:
        raise ZeroDivisionError("integer modulo by zero")
    return truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k)


@mistake("A negative k passes unnoticed. Check that k is at least 1, and raise a ValueError that names it.")
def lets_a_negative_k_pass(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    return truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, abs(k))


@mistake("The gradients are float64 though all inputs are float32. Allocate them with the dtype of the inputs.")
def returns_float64(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    loss, grads = truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k)
    return loss, tuple(grad.astype(np.float64) for grad in grads)


@mistake("You subtract in place from target, which belongs to the caller. Put the error into a new array.")
def overwrites_the_target(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    result = truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k)
    target -= 1.0
    return result


@right
def piece_by_piece(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    if k <= 0:
        raise ValueError("k must be positive")
    loss, grads = 0.0, [np.zeros_like(a) for a in (x, h0, weight_ih, weight_hh, bias_ih)]
    state = h0
    for first in range(0, x.shape[1], k):
        inputs, states = x[:, first : first + k], [state]
        for t in range(inputs.shape[1]):
            states.append(np.tanh(inputs[:, t] @ weight_ih.T + states[-1] @ weight_hh.T + bias_ih + bias_hh))
        back = 0
        for t in range(inputs.shape[1] - 1, -1, -1):
            error = states[t + 1] - target[:, first + t]
            loss = loss + (error * error).sum() / 2
            delta = (error + back) * (1 - states[t + 1]) * (1 + states[t + 1])
            back = delta @ weight_hh
            grads[0][:, first + t] = delta @ weight_ih
            for i, share in enumerate((delta.T @ inputs[:, t], delta.T @ states[t], delta.sum(axis=0))):
                grads[2 + i] += share
        if first == 0:
            grads[1] = back
        state = states[-1]
    return loss, (*grads, grads[-1].copy())


@right
def all_weights_at_once(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    if not k >= 1:
        raise ValueError(f"bad k: {k}")
    before, after = walk(x, h0, weight_ih, weight_hh, bias_ih, bias_hh)
    slope = 1 - after * after
    delta = (after - target) * slope
    for t in range(x.shape[1] - 2, -1, -1):
        if (t + 1) // k == t // k:
            delta[:, t] += np.einsum("ni,ij->nj", delta[:, t + 1], weight_hh) * slope[:, t]
    rows = delta.reshape(-1, delta.shape[-1])
    weights = rows.T @ x.reshape(len(rows), -1), rows.T @ before.reshape(rows.shape)
    bias = rows.sum(axis=0)
    return ((after - target) ** 2).sum() / 2, (delta @ weight_ih, delta[:, 0] @ weight_hh, *weights, bias, bias)
