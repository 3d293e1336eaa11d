"""The known mistakes of rnn/time_contributions, as people write them in PyTorch."""

import torch

from solutions.rnn.torch.time_contributions import time_contributions


def walk(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    states = [h0]
    for t in range(x.shape[1]):
        states.append(torch.tanh(x[:, t] @ weight_ih.T + bias_ih + states[-1] @ weight_hh.T + bias_hh))
    return torch.stack(states, dim=1)


def flat(h):
    return 1


def tanh_slope(h):
    return 1 - h**2


def sigmoid_slope(h):
    return h * (1 - h)


def outer(delta, h):
    return delta.T @ h


def shares(args, slope=tanh_slope, send=torch.matmul, paired=slice(-1), pair=outer, more=0, last=tanh_slope):
    """The share of each step, (T, H, H), as it should be unless told otherwise."""
    *inputs, grad = args
    states, found = walk(*inputs), []
    before, steps = states[:, paired], args[0].shape[1]
    for t in reversed(range(steps)):
        delta = grad * (last if t == steps - 1 else slope)(states[:, t + 1])
        found.append(pair(delta, before[:, t]))
        grad = send(delta, inputs[3]) + more * args[-1]
    return torch.stack(found[::-1])


def size(share):
    return (share**2).sum(dim=(-2, -1)).sqrt()


def measures_the_sum_so_far(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    share = shares((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output))
    return size(share.flip(0).cumsum(dim=0).flip(0))


def leaves_the_order_of_the_way_back(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output).flip(0)


def forgets_the_slope(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return size(shares((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output), slope=flat, last=flat))


def skips_the_slope_of_the_last_step(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return size(shares((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output), last=flat))


def takes_the_slope_of_the_sigmoid(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return size(shares((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output), slope=sigmoid_slope, last=sigmoid_slope))


def pairs_delta_with_the_new_state(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return size(shares((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output), paired=slice(1, None)))


def transposes_weight_hh_on_the_way_back(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return size(shares((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output), send=lambda delta, w: delta @ w.T))


def forgets_the_matrix_on_the_way_back(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return size(shares((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output), send=lambda delta, w: delta))


def has_an_error_at_every_step(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return size(shares((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output), more=1))


def adds_up_the_norms_of_the_sequences(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output
    return size(shares(args, pair=lambda delta, h: delta[:, :, None] * h[:, None])).sum(dim=1)


def averages_over_the_batch(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output) / len(x)


def forgets_the_root(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output) ** 2


def takes_the_spectral_norm(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return torch.linalg.matrix_norm(shares((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output)), 2)


def measures_delta(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return size(shares((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output), pair=lambda delta, h: delta))


def measures_weight_ih(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    delta = shares((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output), pair=lambda delta, h: delta)
    return size(torch.einsum("tni,ntj->tij", delta, x))


def returns_fractions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    norms = time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output)
    return norms / (norms.sum() + 1e-300)


def forgets_the_share_of_h0(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    norms = time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output)
    return torch.cat([torch.zeros_like(norms[:1]), norms[1:]])


def returns_float64(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    return time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output).double()


def overwrites_grad_output(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output):
    norms = time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, grad_output)
    grad_output *= 0.5
    return norms
