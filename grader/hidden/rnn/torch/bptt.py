"""The known mistakes of rnn/bptt, as people write them in PyTorch."""

import torch

from solutions.rnn.torch.bptt import bptt


def forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    """States before and after each step (N, T + 1, H), and the sums before tanh (N, T, H)."""
    states, sums = [h0], []
    for t in range(x.shape[1]):
        sums.append(x[:, t] @ weight_ih.T + bias_ih + states[-1] @ weight_hh.T + bias_hh)
        states.append(torch.tanh(sums[-1]))
    return torch.stack(states, dim=1), torch.stack(sums, dim=1)


def deltas(
    args,
    slope=lambda h, z: 1 - h**2,
    join=lambda error, later, slope: (error + later) * slope,
    send_back=lambda delta, own, w: delta @ w,
):
    """delta of each step, as it should be unless told otherwise, the error at each step, and all states."""
    *inputs, target = args
    states, sums = forward(*inputs)
    error, later, found = states[:, 1:] - target, torch.zeros_like(inputs[1]), []
    for t in reversed(range(target.shape[1])):
        flat = slope(states[:, t + 1], sums[:, t])
        found.append(join(error[:, t], later, flat))
        later = send_back(found[-1], error[:, t] * flat, inputs[3])
    return torch.stack(found[::-1], dim=1), error, states


def collect(args, delta, states, part=slice(None)):
    """The gradients that follow from delta; those of weights and biases from `part` of the steps."""
    bias = delta[:, part].sum(dim=(0, 1))
    weights = [torch.einsum("nth,ntd->hd", delta[:, part], before[:, part]) for before in (args[0], states)]
    return delta @ args[2], delta[:, 0] @ args[3], *weights, bias, bias.clone()


def variant(*args, part=slice(None), **change):
    delta, error, states = deltas(args, **change)
    return 0.5 * (error**2).sum(), collect(args, delta, states[:, :-1], part)


def overwrites_instead_of_adding(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    return variant(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, part=slice(1))


def forgets_the_later_steps(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    return variant(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, send_back=lambda delta, own, w: torch.zeros_like(delta))


def truncates_after_one_step(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    return variant(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, send_back=lambda delta, own, w: own @ w)


def uses_the_last_error_only(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh
    inner = torch.cat([forward(*args)[0][:, 1:-1], target[:, -1:]], dim=1)
    return bptt(*args, target)[0], bptt(*args, inner)[1]


def adds_the_later_steps_after_the_slope(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    return variant(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, join=lambda error, later, slope: error * slope + later)


def forgets_the_slope(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    return variant(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, slope=lambda h, z: 1)


def takes_the_slope_from_the_sum(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    return variant(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, slope=lambda h, z: 1 - z**2)


def takes_the_slope_of_the_sigmoid(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    return variant(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, slope=lambda h, z: h * (1 - h))


def pairs_delta_with_the_new_state(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target
    delta, error, states = deltas(args)
    return 0.5 * (error**2).sum(), collect(args, delta, states[:, 1:])


def forgets_the_share_of_h0(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target
    loss, (*before, _, grad_bias_ih, grad_bias_hh) = bptt(*args)
    return loss, (*before, variant(*args, part=slice(1, None))[1][3], grad_bias_ih, grad_bias_hh)


def transposes_weight_hh_on_the_way_back(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target
    delta, error, states = deltas(args, send_back=lambda delta, own, w: delta @ w.T)
    return 0.5 * (error**2).sum(), collect((x, h0, weight_ih, weight_hh.T), delta, states[:, :-1])


def transposes_weight_ih_on_the_way_back(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target
    loss, grads = bptt(*args)
    return loss, (deltas(args)[0] @ weight_ih.T, *grads[1:])


def transposes_the_gradient_of_weight_hh(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    return loss, (*grads[:3], grads[3].T, *grads[4:])


def averages_the_loss_over_the_batch(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    return loss / len(x), tuple(grad / len(x) for grad in grads)


def averages_the_biases_over_the_batch(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    delta = deltas((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target))[0]
    return loss, (*grads[:4], delta.sum(dim=1).mean(dim=0), delta.sum(dim=1).mean(dim=0))


def averages_over_the_batch(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    return loss, (*grads[:2], *[grad / len(x) for grad in grads[2:]])


def forgets_the_half_in_the_loss(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    return 2 * loss, grads


def doubles_the_gradients(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    return loss, tuple(2 * grad for grad in grads)


def leaves_grad_x_reversed(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    return loss, (grads[0].flip(1), *grads[1:])


def reshapes_grad_x(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    return loss, (torch.cat(grads[0].unbind(1)).reshape(x.shape), *grads[1:])


def clips_the_gradients(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    return loss, (*grads[:2], *[grad.clamp(-5, 5) for grad in grads[2:]])


def returns_float64(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    return loss, tuple(grad.double() for grad in grads)


def overwrites_the_target(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    result = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target)
    target -= 1.0
    return result
