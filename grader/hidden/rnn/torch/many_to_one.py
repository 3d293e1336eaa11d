"""The known mistakes of rnn/many_to_one, as people write them in PyTorch."""

import torch

from solutions.rnn.torch.many_to_one import many_to_one


def same(new):
    return new


def read(x, weight_ih, weight_hh, bias_ih, bias_hh, h0=0.0, carry=same):
    states, state = [], x.new_zeros(len(x), len(weight_hh)) + h0
    for inputs in x.unbind(1):
        states.append(torch.tanh(inputs @ weight_ih.T + bias_ih + state @ weight_hh.T + bias_hh))
        state = carry(states[-1])
    return torch.stack(states, dim=1)


def pick(states, steps):
    return states[torch.arange(len(states)), steps]


def answer(x, lengths, weights, choose, **change):
    many_to_one(x, lengths, *weights)
    *inner, weight_out, bias_out = weights
    return choose(read(x, *inner, **change)) @ weight_out.T + bias_out


def is_real(x, lengths):
    return (torch.arange(x.shape[1]) < lengths[:, None])[..., None]


def takes_the_last_column(x, lengths, *weights):
    return answer(x, lengths, weights, lambda states: states[:, -1])


def comes_one_step_too_late(x, lengths, *weights):
    return answer(x, lengths, weights, lambda states: pick(states, lengths.clamp(max=x.shape[1] - 1)))


def comes_one_step_too_early(x, lengths, *weights):
    before = answer(x, lengths, weights, lambda states: pick(states, (lengths - 2).clamp(min=0)))
    return torch.where(lengths[:, None] > 1, before, weights[-1])


def takes_all_lengths_for_all_sequences(x, lengths, *weights):
    return answer(x, lengths, weights, lambda states: states[:, lengths - 1])


def averages_the_real_states(x, lengths, *weights):
    real = is_real(x, lengths)
    return answer(x, lengths, weights, lambda states: states.masked_fill(~real, 0).sum(dim=1) / lengths[:, None].to(x.dtype))


def averages_all_states(x, lengths, *weights):
    return answer(x, lengths, weights, lambda states: states.mean(dim=1))


def forgets_everything_at_each_step(x, lengths, *weights):
    return answer(x, lengths, weights, lambda states: pick(states, lengths - 1), carry=torch.zeros_like)


def starts_from_ones(x, lengths, *weights):
    return answer(x, lengths, weights, lambda states: pick(states, lengths - 1), h0=1.0)


def expects_the_padding_in_front(x, lengths, *weights):
    many_to_one(x, lengths, *weights)
    rolled = torch.stack([row.roll(int(length), 0) for row, length in zip(x, lengths, strict=True)])
    return many_to_one(rolled, lengths, *weights)


def reads_backwards(x, lengths, *weights):
    many_to_one(x, lengths, *weights)
    turned = torch.stack([torch.cat([row[:length].flip(0), row[length:]]) for row, length in zip(x, lengths, strict=True)])
    return many_to_one(turned, lengths, *weights)


def stops_at_the_shortest(x, lengths, *weights):
    return answer(x, lengths, weights, lambda states: states[:, int(lengths.min()) - 1])


def leaves_the_batch_sorted(x, lengths, *weights):
    return many_to_one(x, lengths, *weights)[torch.argsort(-lengths, stable=True)]


def multiplies_by_a_mask(x, lengths, *weights):
    mask = is_real(x, lengths).to(x.dtype)
    return many_to_one(x, lengths, *weights) + 0 * ((1 - mask) * x).sum(dim=(1, 2))[:, None]


def forgets_to_transpose_weight_hh(x, lengths, weight_ih, weight_hh, bias_ih, bias_hh, weight_out, bias_out):
    return many_to_one(x, lengths, weight_ih, weight_hh.T, bias_ih, bias_hh, weight_out, bias_out)


def forgets_bias_hh(x, lengths, weight_ih, weight_hh, bias_ih, bias_hh, weight_out, bias_out):
    return many_to_one(x, lengths, weight_ih, weight_hh, bias_ih, torch.zeros_like(bias_hh), weight_out, bias_out)


def forgets_bias_out(x, lengths, *weights):
    return many_to_one(x, lengths, *weights[:-1], torch.zeros_like(weights[-1]))


def forgets_the_output_layer(x, lengths, *weights):
    many_to_one(x, lengths, *weights)
    return pick(read(x, *weights[:-2]), lengths - 1)


def returns_probabilities(x, lengths, *weights):
    return torch.softmax(many_to_one(x, lengths, *weights), dim=1)


def squashes_the_logits(x, lengths, *weights):
    return torch.tanh(many_to_one(x, lengths, *weights))


def checks_nothing(x, lengths, *weights):
    *inner, weight_out, bias_out = weights
    return pick(read(x, *inner), lengths.clamp(max=x.shape[1]) - 1) @ weight_out.T + bias_out


def overwrites_the_padding(x, lengths, *weights):
    logits = many_to_one(x, lengths, *weights)
    with torch.no_grad():
        x[~is_real(x, lengths)[..., 0]] = 0
    return logits


def returns_float64(x, lengths, *weights):
    return many_to_one(x, lengths, *weights).double()
