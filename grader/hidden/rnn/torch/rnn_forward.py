"""The known mistakes of rnn/rnn_forward, as people write them in PyTorch."""

import torch

from solutions.rnn.torch.rnn_forward import rnn_forward


def unroll(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, squash, carry=lambda z, h: h):
    """The right answer, with another function instead of tanh, or with something else than the state handed on."""
    states, state = [], h0
    for t in range(x.shape[1]):
        z = x[:, t] @ weight_ih.T + bias_ih + state @ weight_hh.T + bias_hh
        states.append(squash(z))
        state = carry(z, states[-1])
    return torch.stack(states, dim=1)


def forgets_bias_hh(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, torch.zeros_like(bias_hh))


def forgets_bias_ih(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return rnn_forward(x, h0, weight_ih, weight_hh, torch.zeros_like(bias_ih), bias_hh)


def forgets_to_transpose_weight_hh(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return rnn_forward(x, h0, weight_ih, weight_hh.T, bias_ih, bias_hh)


def starts_from_zeros(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return rnn_forward(x, torch.zeros_like(h0), weight_ih, weight_hh, bias_ih, bias_hh)


def starts_from_h0_again(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return unroll(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, torch.tanh, lambda z, h: h0)


def leaves_out_the_state(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return torch.tanh(x @ weight_ih.T + bias_ih + bias_hh)


def loops_at_each_unit(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return rnn_forward(x, h0, weight_ih, torch.diag(torch.diag(weight_hh)), bias_ih, bias_hh)


def carries_the_sum(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return unroll(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, torch.tanh, lambda z, h: z)


def uses_relu(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return unroll(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, torch.relu)


def uses_sigmoid(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return unroll(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, torch.sigmoid)


def cancels_in_tanh(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return unroll(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, lambda z: 2 * torch.sigmoid(2 * z) - 1)


def overflows_in_tanh(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    def quotient(z):
        return (torch.exp(z) - torch.exp(-z)) / (torch.exp(z) + torch.exp(-z))

    return unroll(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, quotient)


def reads_backwards(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return rnn_forward(x.flip(1), h0, weight_ih, weight_hh, bias_ih, bias_hh).flip(1)


def takes_the_first_axis_for_time(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return rnn_forward(x.transpose(0, 1), h0, weight_ih, weight_hh, bias_ih, bias_hh).transpose(0, 1)


def returns_the_states_before_each_step(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    h = rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh)
    return torch.cat([h0[:, None], h[:, :-1]], dim=1)


def overwrites_h0(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    h = rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh)
    h0.copy_(h[:, -1])
    return h


def merges_the_biases_in_place(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    with torch.no_grad():
        bias_ih += bias_hh
    return rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, torch.zeros_like(bias_hh))


def squeezes_the_result(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    return rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh).squeeze()


def stores_one_array_for_all(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    states, state = [], h0.clone()
    for t in range(x.shape[1]):
        state.copy_(torch.tanh(x[:, t] @ weight_ih.T + bias_ih + state @ weight_hh.T + bias_hh))
        states.append(state)
    return torch.stack(states, dim=1)


def stores_h0_for_all(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    states = []
    for t in range(x.shape[1]):
        h0.copy_(torch.tanh(x[:, t] @ weight_ih.T + bias_ih + h0 @ weight_hh.T + bias_hh))
        states.append(h0)
    return torch.stack(states, dim=1)


def collects_in_float64(x, h0, weight_ih, weight_hh, bias_ih, bias_hh):
    h = torch.empty(*x.shape[:2], len(weight_hh), dtype=torch.float64, device=x.device)
    h[...] = rnn_forward(x, h0, weight_ih, weight_hh, bias_ih, bias_hh)
    return h
