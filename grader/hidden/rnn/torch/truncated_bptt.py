"""The known mistakes of rnn/truncated_bptt, as people write them in PyTorch."""

import torch

from solutions.rnn.torch.truncated_bptt import truncated_bptt


def walk(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, again=()):
    before, after = [h0], []
    for t in range(x.shape[1]):
        if t in again:
            before[-1] = h0
        after.append(torch.tanh(x[:, t] @ weight_ih.T + bias_ih + before[-1] @ weight_hh.T + bias_hh))
        before.append(after[-1])
    return torch.stack(before[:-1], dim=1), torch.stack(after, dim=1)


def first_of(before, after):
    return before


def tanh_slope(h):
    return 1 - h**2


def variant(args, cut=None, again=(), slope=tanh_slope, back=None, pair=first_of, part=slice(None)):
    truncated_bptt(*args)
    x, h0, _, weight_hh, *_, target, k = args
    before, after = walk(*args[:6], again=again)
    error, later, found = after - target, torch.zeros_like(h0), []
    for t in reversed(range(x.shape[1])):
        later = torch.zeros_like(h0) if (cut or (lambda t: t % k == 0))(t + 1) else later
        found.append((error[:, t] + later) * slope(after[:, t]))
        later = found[-1] @ (weight_hh if back is None else back)
    return 0.5 * (error**2).sum(), collect(args, torch.stack(found[::-1], dim=1), pair(before, after), part)


def collect(args, delta, before, part=slice(None)):
    bias = delta[:, part].sum(dim=(0, 1))
    weights = [torch.einsum("nti,ntj->ij", delta[:, part], states[:, part]) for states in (args[0], before)]
    return delta @ args[2], delta[:, 0] @ args[3], *weights, bias, bias.clone()


def ignores_k(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    return variant((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k), cut=lambda t: False)


def makes_pieces_one_step_longer(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    return variant((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k), cut=lambda t: t % (k + 1) == 0)


def cuts_one_step_early(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    return variant((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k), cut=lambda t: (t + 1) % k == 0)


def cuts_one_step_late(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    return variant((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k), cut=lambda t: (t - 1) % k == 0 and t > 1)


def counts_from_the_end(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    steps = x.shape[1]
    return variant((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k), cut=lambda t: (steps - t) % k == 0)


def starts_from_h0_again(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k
    return variant(args, again=range(0, x.shape[1], max(k, 1)))


def lets_each_error_go_back_k_steps(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k
    before, after = walk(*args[:6])
    slope, delta = 1 - after**2, torch.zeros_like(after)
    for step in range(x.shape[1]):
        share = (after - target)[:, step] * slope[:, step]
        for t in range(step, max(step - k, -1), -1):
            delta[:, t] += share
            share = share @ weight_hh * slope[:, t - 1]
    return truncated_bptt(*args)[0], collect(args, delta, before)


def forgets_the_state_at_the_cut(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    inside = torch.arange(x.shape[1]) % k > 0
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k
    return variant(args, pair=lambda before, after: before * inside[:, None])


def keeps_the_first_piece(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    return variant((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k), part=slice(k))


def keeps_the_last_piece(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k
    return variant(args, part=slice((x.shape[1] - 1) // max(k, 1) * k, None))


def drops_the_shorter_piece(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    args = x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k
    return variant(args, part=slice(x.shape[1] // max(k, 1) * k or None))


def averages_over_the_pieces(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    loss, grads = truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k)
    return loss, (*grads[:2], *[grad / -(-x.shape[1] // k) for grad in grads[2:]])


def cuts_off_h0(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    loss, grads = truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k)
    return loss, (grads[0], torch.zeros_like(grads[1]), *grads[2:])


def forgets_the_slope(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    return variant((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k), slope=torch.ones_like)


def transposes_weight_hh_on_the_way_back(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    return variant((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k), back=weight_hh.T)


def pairs_delta_with_the_new_state(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    return variant((x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k), pair=lambda before, after: after)


def averages_the_loss(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    loss, grads = truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k)
    return loss / x.shape[1], grads


def divides_by_zero(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    if k == 0:
        raise ZeroDivisionError("integer modulo by zero")
    return truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k)


def lets_a_negative_k_pass(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    return truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, abs(k))


def returns_float64(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    loss, grads = truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k)
    return loss, tuple(grad.double() for grad in grads)


def overwrites_the_target(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k):
    result = truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k)
    target -= 1.0
    return result
