"""The known mistakes of rnn/birnn, as people write them in PyTorch."""

import torch

from solutions.rnn.torch.birnn import birnn


def read(x, weight_ih, weight_hh, bias_ih, bias_hh, state=0.0):
    states, state = [], x.new_zeros(len(x), len(weight_hh)) + state
    for inputs in x.unbind(1):
        state = torch.tanh(inputs @ weight_ih.T + bias_ih + state @ weight_hh.T + bias_hh)
        states.append(state)
    return torch.stack(states, dim=1)


def halves(x, lengths, weights):
    return birnn(x, lengths, *weights).chunk(2, dim=2)


def is_real(x, lengths):
    return (torch.arange(x.shape[1]) < lengths[:, None])[..., None]


def joined(x, lengths, forward, backward):
    return torch.cat([forward, backward], dim=2).masked_fill(~is_real(x, lengths), 0)


def turned(a, lengths):
    return torch.stack([torch.cat([row[:length].flip(0), row[length:]]) for row, length in zip(a, lengths, strict=True)])


def flips_the_padding_to_the_front(x, lengths, *weights):
    forward, _ = halves(x, lengths, weights)
    return joined(x, lengths, forward, read(x.flip(1), *weights[4:]).flip(1))


def leaves_the_order_of_reading(x, lengths, *weights):
    forward, backward = halves(x, lengths, weights)
    return joined(x, lengths, forward, turned(backward, lengths))


def reads_forwards_twice(x, lengths, *weights):
    forward, _ = halves(x, lengths, weights)
    return joined(x, lengths, forward, read(x, *weights[4:]))


def shares_the_weights(x, lengths, *weights):
    return birnn(x, lengths, *weights[:4], *weights[:4])


def puts_the_backward_half_first(x, lengths, *weights):
    forward, backward = halves(x, lengths, weights)
    return torch.cat([backward, forward], dim=2)


def adds_the_halves(x, lengths, *weights):
    forward, backward = halves(x, lengths, weights)
    return forward + backward


def interleaves_the_units(x, lengths, *weights):
    return torch.stack(halves(x, lengths, weights), dim=3).flatten(2)


def joins_along_time(x, lengths, *weights):
    return torch.cat(halves(x, lengths, weights), dim=1)


def hands_the_state_over(x, lengths, *weights):
    forward, _ = halves(x, lengths, weights)
    last = forward[torch.arange(len(x)), lengths - 1]
    return joined(x, lengths, forward, turned(read(turned(x, lengths), *weights[4:], last), lengths))


def leaves_out_the_input_of_the_step(x, lengths, *weights):
    forward, backward = halves(x, lengths, weights)
    later = torch.cat([backward[:, 1:], torch.zeros_like(backward[:, :1])], dim=1)
    return joined(x, lengths, forward, later)


def leaves_states_in_the_padding(x, lengths, *weights):
    birnn(x, lengths, *weights)
    backward = read(turned(x, lengths), *weights[4:])
    return torch.cat([read(x, *weights[:4]), turned(backward, lengths)], dim=2)


def multiplies_by_a_mask(x, lengths, *weights):
    mask = is_real(x, lengths).to(x.dtype)
    return birnn(x, lengths, *weights) + 0 * ((1 - mask) * x).sum(dim=2, keepdim=True)


def forgets_to_transpose_weight_hh(x, lengths, *weights):
    wi, wh, bi, bh, wi_reverse, wh_reverse, bi_reverse, bh_reverse = weights
    return birnn(x, lengths, wi, wh.T, bi, bh, wi_reverse, wh_reverse.T, bi_reverse, bh_reverse)


def forgets_bias_hh(x, lengths, *weights):
    return birnn(x, lengths, *weights[:3], torch.zeros_like(weights[3]), *weights[4:7], torch.zeros_like(weights[7]))


def returns_the_last_states(x, lengths, *weights):
    forward, backward = halves(x, lengths, weights)
    return torch.cat([forward[torch.arange(len(x)), lengths - 1], backward[:, 0]], dim=1)


def checks_nothing(x, lengths, *weights):
    return birnn(x, lengths.clamp(1, x.shape[1]), *weights)


def overwrites_the_padding(x, lengths, *weights):
    h = birnn(x, lengths, *weights)
    with torch.no_grad():
        x[~is_real(x, lengths)[..., 0]] = 0
    return h


def returns_float64(x, lengths, *weights):
    return birnn(x, lengths, *weights).double()
