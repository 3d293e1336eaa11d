"""The known mistakes of gates/gru_step, as people write them in PyTorch."""

import torch

from solutions.gates.torch.gru_step import gru_step


def weighted(z, n, h):
    return (1 - z) * n + z * h


def variant(args, reset_after, gate=torch.sigmoid, squash=torch.tanh, mix=weighted, past=None, order=(0, 1, 2)):
    x, h, weight_ih, weight_hh, bias_ih, bias_hh = args
    i = [(x @ weight_ih.T + bias_ih).chunk(3, dim=1)[k] for k in order]
    wh, bh = ([a.chunk(3)[k] for k in order] for a in (weight_hh, bias_hh))
    r, z = (gate(i[k] + h @ wh[k].T + bh[k]) for k in (0, 1))
    if past:
        seen = past(r, h, wh[2].T, bh[2])
    else:
        seen = r * (h @ wh[2].T + bh[2]) if reset_after else (r * h) @ wh[2].T + bh[2]
    return mix(z, squash(i[2] + seen), h)


def keeps_one_minus_z(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, mix=lambda z, n, h: z * n + (1 - z) * h)


def always_resets_before(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return gru_step(x, h, weight_ih, weight_hh, bias_ih, bias_hh, False)


def always_resets_after(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return gru_step(x, h, weight_ih, weight_hh, bias_ih, bias_hh, True)


def leaves_the_bias_out_of_the_reset(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    past = (lambda r, h, w, b: r * (h @ w) + b) if reset_after else None
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, past=past)


def takes_the_bias_into_the_reset(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    past = None if reset_after else (lambda r, h, w, b: (r * h) @ w + r * b)
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, past=past)


def uses_the_order_of_keras(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, order=(1, 0, 2))


def puts_the_candidate_first(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, order=(1, 2, 0))


def forgets_the_reset_gate(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, past=lambda r, h, w, b: h @ w + b)


def hides_the_state_from_the_candidate(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, past=lambda r, h, w, b: 0)


def squashes_the_candidate_by_a_sigmoid(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, squash=torch.sigmoid)


def adds_the_whole_candidate(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, mix=lambda z, n, h: n + z * h)


def squashes_the_new_state(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return torch.tanh(gru_step(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after))


def returns_the_candidate(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return variant((x, h, weight_ih, weight_hh, bias_ih, bias_hh), reset_after, mix=lambda z, n, h: n)


def forgets_bias_hh(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return gru_step(x, h, weight_ih, weight_hh, bias_ih, torch.zeros_like(bias_hh), reset_after)


def interleaves_the_blocks(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    turned = (torch.cat([a[k::3] for k in range(3)]) for a in (weight_ih, weight_hh, bias_ih, bias_hh))
    return gru_step(x, h, *turned, reset_after)


def cancels_in_the_sigmoid(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    args = x, h, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, reset_after, gate=lambda z: 0.5 + 0.5 * torch.tanh(z / 2))


def overflows_in_the_sigmoid(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    args = x, h, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, reset_after, gate=lambda z: z.exp() / (1 + z.exp()))


def overwrites_the_state(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    new = gru_step(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after)
    h.copy_(new)
    return new


def returns_float64(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=True):
    return gru_step(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after).double()
