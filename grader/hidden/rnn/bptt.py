"""Hidden tests of rnn/bptt."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.rnn.bptt import bptt

independent = (
    "torch.autograd.functional.vjp(lambda x, h, *w: (torch.rnn_tanh(x, h[None], w, True, 1, 0.0, False, False, True)[0] - target)"
    ".square().sum() / 2, (x, h0, weight_ih, weight_hh, bias_ih, bias_hh), create_graph=True)"
)


def sample(rng, size="small"):
    """Batch, time, features and units differ; h0 is not zero, and the states are not saturated."""
    return arguments(rng, *((1, 1, 1, 1) if size == "ones" else (3, 5, 4, 2)))


def arguments(rng, n, t, d, h):
    weights = rng.normal(size=(h, d)) / np.sqrt(2 * d), rng.normal(size=(h, h)) / np.sqrt(h)
    biases = rng.normal(size=h) / 3, rng.normal(size=h) / 3
    return rng.normal(size=(n, t, d)), rng.uniform(-0.9, 0.9, (n, h)), *weights, *biases, rng.normal(size=(n, t, h)) + 1.5


def forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    """States before and after each step (N, T + 1, H), and the sums before tanh (N, T, H)."""
    states, sums = [h0], []
    for t in range(x.shape[1]):
        sums.append(x[:, t] @ weight_ih.T + bias_ih + states[-1] @ weight_hh.T + bias_hh)
        states.append(np.tanh(sums[-1]))
    return np.stack(states, axis=1), np.stack(sums, axis=1)


def with_error_at(rng, step):
    """Arguments whose targets are the states themselves, except at one step."""
    *args, target = arguments(rng, 3, 6, 2, 4)
    states, _ = forward(*args)
    target[:, :step], target[:, step + 1 :] = states[:, 1 : step + 1], states[:, step + 2 :]
    return *args, target


def test_loss(yours, rng):
    """The loss is half the sum of all squared differences, divided by nothing."""
    *args, target = sample(rng)
    agree(yours(*args, target)[0], 0.5 * np.sum((forward(*args)[0][:, 1:] - target) ** 2))


def test_one_step(yours, rng):
    """With a single step, the gradients are those of a dense layer with two inputs, x and h0."""
    args = x, h0, wi, wh, _, _, target = arguments(rng, 4, 1, 3, 2)
    h = forward(*args[:6])[0][:, 1]
    delta = (h - target[:, 0]) * (1 - h**2)
    want = (delta @ wi)[:, None], delta @ wh, delta.T @ x[:, 0], delta.T @ h0, delta.sum(axis=0), delta.sum(axis=0)
    agree(yours(*args)[1], want)


@pytest.mark.parametrize("step", [2, 5])
def test_error_at_one_step(yours, rng, step):
    """An error at one step reaches the inputs of this step and of all steps before it, and of none after it."""
    args = with_error_at(rng, step)
    agree(yours(*args)[1], bptt(*args)[1], scale=10.0)


def test_error_at_the_end_of_a_long_sequence(yours, rng):
    """Where hardly anything is lost on the way, an error at the last of 60 steps reaches the first one, and h0."""
    x, h0, wi, _, bi, bh, target = arguments(rng, 2, 60, 1, 2)
    rotation = np.array([[np.cos(0.5), -np.sin(0.5)], [np.sin(0.5), np.cos(0.5)]])
    inputs = 0.02 * x, 0.1 * h0, wi, rotation, 0.02 * bi, 0.02 * bh
    target[:, :-1] = forward(*inputs)[0][:, 1:-1]
    agree(yours(*inputs, target)[1], bptt(*inputs, target)[1])


def test_almost_there(yours, rng):
    """Where the states are almost the targets the loss is tiny, and no rounding of larger numbers drowns it."""
    *args, target = sample(rng)
    states = forward(*args)[0][:, 1:]
    target = states + 1e-6 * (target - states)
    agree(yours(*args, target)[0], 0.5 * np.sum((states - target) ** 2), scale=float(np.sum(np.abs((states - target) * states))))


def test_as_many_features_as_units(yours, rng):
    """Square weights hide no wrong way round."""
    args = arguments(rng, 2, 4, 3, 3)
    agree(yours(*args)[1], bptt(*args)[1])


def test_two_copies_of_the_batch(yours, rng):
    """A batch that holds everything twice has twice the gradients of weights and biases."""
    x, h0, *weights, target = sample(rng)
    twice = yours(np.concatenate([x, x]), np.concatenate([h0, h0]), *weights, np.concatenate([target, target]))[1]
    agree(twice[2:], tuple(2 * grad for grad in bptt(x, h0, *weights, target)[1][2:]))


def test_weight_hh_leads_back_from_row_to_column(yours, rng):
    """If weight_hh[2, 0] is all there is, the error of unit 2 goes back to unit 0."""
    args = arguments(rng, 2, 3, 2, 4)
    args[3][...] = 0
    args[3][2, 0] = 1.5
    agree(yours(*args)[1], bptt(*args)[1])


def test_saturated_units(yours, rng):
    """Where tanh is flat, at -1 or 1, nothing goes back."""
    x, h0, wi, wh, _, *rest = sample(rng)
    args = x, h0, wi, wh, np.array([30.0, -30.0]), *rest
    agree(yours(*args)[1], bptt(*args)[1], scale=1.0)


def deltas(
    args, slope=lambda h, z: 1 - h**2, join=lambda error, later, slope: (error + later) * slope, send_back=lambda d, own, w: d @ w
):
    """delta of each step, as the reference has it unless told otherwise, the error at each step, and all states."""
    *inputs, target = args
    states, sums = forward(*inputs)
    error, later, found = states[:, 1:] - target, np.zeros_like(inputs[1]), []
    for t in reversed(range(target.shape[1])):
        flat = slope(states[:, t + 1], sums[:, t])
        found.append(join(error[:, t], later, flat))
        later = send_back(found[-1], error[:, t] * flat, inputs[3])
    return np.stack(found[::-1], axis=1), error, states


def collect(args, delta, states, part=slice(None)):
    """The gradients that follow from delta; those of weights and biases from `part` of the steps."""
    bias = delta[:, part].sum(axis=(0, 1))
    weights = [np.einsum("nth,ntd->hd", delta[:, part], before[:, part]) for before in (args[0], states)]
    return delta @ args[2], delta[:, 0] @ args[3], *weights, bias, bias.copy()


def variant(*args, part=slice(None), paired=slice(-1), **change):
    delta, error, states = deltas(args, **change)
    return 0.5 * np.sum(error**2), collect(args, delta, states[:, paired], part)


@mistake("The gradients of the weights are overwritten at each step, so only step 0 is left. Add up the shares of all steps.")
def overwrites_instead_of_adding(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    return variant(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, part=slice(1))


@mistake("What later steps send back is missing. A state also acts through its successors: add delta of t + 1 times weight_hh.")
def forgets_the_later_steps(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    return variant(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, send_back=lambda delta, own, w: 0 * delta)


@mistake("An error goes back by one step only. What you send back must contain what came from later steps, all the way to h0.")
def truncates_after_one_step(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    return variant(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, send_back=lambda delta, own, w: own @ w)


@mistake("Only the error of the last step goes back. Here every step has a target: add its own error at each step.")
def uses_the_last_error_only(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh
    inner = np.concatenate([forward(*args)[0][:, 1:-1], target[:, -1:]], axis=1)
    return bptt(*args, target)[0], bptt(*args, inner)[1]


@mistake("What comes from later steps skips tanh on its way. Add it to the error first, and multiply the sum by 1 - h**2.")
def adds_the_later_steps_after_the_slope(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    return variant(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, join=lambda error, later, slope: error * slope + later)


@mistake("The slope of tanh is missing: multiply by 1 - h**2 before you go on to the weights and the earlier state.")
def forgets_the_slope(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    return variant(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, slope=lambda h, z: 1)


@mistake("You take the slope as 1 - z**2, with the sum before tanh. In 1 - h**2, h is the state, after tanh.")
def takes_the_slope_from_the_sum(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    return variant(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, slope=lambda h, z: 1 - z**2)


@mistake("h * (1 - h) is the slope of the sigmoid. That of tanh is 1 - h**2.")
def takes_the_slope_of_the_sigmoid(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    return variant(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, slope=lambda h, z: h * (1 - h))


@mistake("The gradient of weight_hh pairs delta with the state of the same step. It belongs with the state before, h at t - 1.")
def pairs_delta_with_the_new_state(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    return variant(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, paired=slice(1, None))


@mistake("The first step is left out of the gradient of weight_hh. It counts too, with h0 as the state before it.")
def forgets_the_share_of_h0(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target
    loss, (*before, _, grad_bias_ih, grad_bias_hh) = bptt(*args)
    return loss, (*before, variant(*args, part=slice(1, None))[1][3], grad_bias_ih, grad_bias_hh)


@mistake("You go back through weight_hh.T. Forward is h @ weight_hh.T, so backward is delta @ weight_hh.")
def transposes_weight_hh_on_the_way_back(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target
    delta, error, states = deltas(args, send_back=lambda delta, own, w: delta @ w.T)
    return 0.5 * np.sum(error**2), collect((x, h0, weight_ih, weight_hh.T), delta, states[:, :-1])


@mistake("You go back to x through weight_ih.T. Forward is x @ weight_ih.T, so backward is delta @ weight_ih.")
def transposes_weight_ih_on_the_way_back(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target
    loss, grads = bptt(*args)
    return loss, (deltas(args)[0] @ weight_ih.T, *grads[1:])


@mistake("The gradient of weight_hh is transposed. Like the weight itself it is (out, in): delta.T @ h, and not h.T @ delta.")
def transposes_the_gradient_of_weight_hh(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    return loss, (*grads[:3], grads[3].T.copy(), *grads[4:])


@mistake("The loss is divided by the batch size, alone or with its gradients. It is a sum over the batch too: divide by nothing.")
def averages_the_loss_over_the_batch(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    return loss / len(x), tuple(grad / len(x) for grad in grads)


@mistake("The gradients of the biases are means over the batch. The loss is a sum, so they are sums: use sum and not mean.")
def averages_the_biases_over_the_batch(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    return loss, (*grads[:4], grads[4] / len(x), grads[5] / len(x))


@mistake("The gradients of weights and biases are divided by the batch size. The loss is a sum, so they are sums too.")
def averages_over_the_batch(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    return loss, (*grads[:2], *[grad / len(x) for grad in grads[2:]])


@mistake("The loss lacks its factor of one half, though the gradients have it. Return half the sum of the squares.")
def forgets_the_half_in_the_loss(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    return 2 * loss, grads


@mistake("The gradients are twice too large. With the half in the loss, the error sent back is h - target, without a 2.")
def doubles_the_gradients(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    return loss, tuple(2 * grad for grad in grads)


@mistake("grad_x is in the order in which you went back, last step first. Turn it around, or write to grad_x[:, t].")
def leaves_grad_x_reversed(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    return loss, (grads[0][:, ::-1].copy(), *grads[1:])


@mistake("grad_x, made step by step, is reshaped to (N, T, D), which mixes sequences and steps. Stack it along axis 1 instead.")
def reshapes_grad_x(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    return loss, (grads[0].swapaxes(0, 1).reshape(x.shape), *grads[1:])


@mistake("You clip the gradients of weights and biases to -5 and 5. That is a step of training: return the gradients themselves.")
def clips_the_gradients(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    return loss, (*grads[:2], *[np.clip(grad, -5, 5) for grad in grads[2:]])


@mistake("The gradients are float64 whatever the arguments are. Create each with np.zeros_like, or with dtype=x.dtype.")
def returns_float64(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    return loss, tuple(grad.astype(np.float64) for grad in grads)


@mistake("The error is written into target, which belongs to the caller. Put the difference into a new array.")
def overwrites_the_target(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    result = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    target -= 1.0
    return result


@right
def with_lists_and_einsum(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target
    delta, error, states = deltas(args, slope=lambda h, z: (1 - h) * (1 + h))
    return float(np.square(error).sum() / 2), list(collect(args, delta, states[:, :-1]))


@right
def forward_sensitivities(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    """Real-time recurrent learning: push the derivative by each number of each argument forward in time."""
    args = [x, h0, weight_ih, weight_hh, bias_ih, bias_hh]
    states, sums = forward(*args)
    error, slope = states[:, 1:] - target, 4 / (np.exp(sums) + np.exp(-sums)) ** 2
    grads = []
    for k, argument in enumerate(args):
        grad = np.zeros_like(argument)
        for i in np.ndindex(*argument.shape):
            d = [np.zeros_like(a) for a in args]
            d[k][i] = 1
            dh = d[1]
            for t in range(x.shape[1]):
                dz = d[0][:, t] @ weight_ih.T + x[:, t] @ d[2].T + d[4] + dh @ weight_hh.T + states[:, t] @ d[3].T + d[5]
                dh = dz * slope[:, t]
                grad[i] += np.sum(error[:, t] * dh)
        grads.append(grad)
    return np.sum(error**2) / 2, tuple(grads)


@right
def sequence_by_sequence(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    grads, loss = [np.zeros_like(a) for a in (x, h0, weight_ih, weight_hh, bias_ih, bias_hh)], 0.0
    for n in range(len(x)):
        h = [h0[n]]
        for inputs in x[n]:
            h.append(np.tanh(weight_ih @ inputs + bias_ih + weight_hh @ h[-1] + bias_hh))
        back = 0 * h0[n]
        for t in range(x.shape[1] - 1, -1, -1):
            loss += ((h[t + 1] - target[n, t]) ** 2).sum() / 2
            delta = (h[t + 1] - target[n, t] + back) * (1 - h[t + 1] ** 2)
            back = weight_hh.T @ delta
            grads[0][n, t] = weight_ih.T @ delta
            for i, share in enumerate((np.outer(delta, x[n, t]), np.outer(delta, h[t]), delta, delta)):
                grads[2 + i] += share
        grads[1][n] = back
    return loss, tuple(grads)
