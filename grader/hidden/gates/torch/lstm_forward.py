"""The known mistakes of gates/lstm_forward, as people write them in PyTorch."""

import torch

from solutions.gates.torch.lstm_forward import lstm_forward


def both(h, c):
    return h, c


def same(c):
    return c


def unroll(args, order="ifgo", carry=both, show=torch.tanh):
    x, h, c, weight_ih, weight_hh, bias_ih, bias_hh = args
    outputs, cells = [], []
    for inputs in x.unbind(1):
        z = inputs @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh
        blocks = dict(zip(order, z.chunk(4, dim=1), strict=True))
        i, f, o = (torch.sigmoid(blocks[name]) for name in "ifo")
        cells.append(f * c + i * torch.tanh(blocks["g"]))
        outputs.append(o * show(cells[-1]))
        h, c = carry(outputs[-1], cells[-1])
    return torch.stack(outputs, dim=1), torch.stack(cells, dim=1)


def variant(args, **change):
    outputs, cells = unroll(args, **change)
    return outputs, cells[:, -1].clone()


def starts_from_c0_again(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh), carry=lambda h, c: (h, c0))


def empties_the_cell_at_each_step(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh), carry=lambda h, c: (h, torch.zeros_like(c)))


def sees_h0_again(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh), carry=lambda h, c: (h0, c))


def squashes_the_memory(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh), carry=lambda h, c: (h, torch.tanh(c)))


def hands_the_cell_on_as_the_output(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh), carry=lambda h, c: (c, c))


def starts_from_an_output_of_zeros(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return lstm_forward(x, torch.zeros_like(h0), c0, weight_ih, weight_hh, bias_ih, bias_hh)


def starts_from_an_empty_cell(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return lstm_forward(x, h0, torch.zeros_like(c0), weight_ih, weight_hh, bias_ih, bias_hh)


def returns_the_cells(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    cells = unroll((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh))[1]
    return cells, cells[:, -1].clone()


def returns_the_last_output_twice(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    outputs = unroll((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh))[0]
    return outputs, outputs[:, -1].clone()


def returns_all_cells(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return unroll((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh))


def returns_the_last_output_only(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    h, c = lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh)
    return h[:, -1].clone(), c


def returns_the_outputs_before_each_step(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    h, c = lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh)
    return torch.cat([h0[:, None], h[:, :-1]], dim=1), c


def stacks_time_first(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    h, c = lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh)
    return torch.stack(h.unbind(1)), c


def reads_backwards(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    h, c = lstm_forward(x.flip(1), h0, c0, weight_ih, weight_hh, bias_ih, bias_hh)
    return h.flip(1), c


def swaps_input_and_forget_gate(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh), order="figo")


def puts_the_candidate_last(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh), order="ifog")


def shows_the_cell_itself(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh), show=same)


def forgets_bias_hh(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    return lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, torch.zeros_like(bias_hh))


def stores_one_array_for_all(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    h, c = lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh)
    return torch.stack([h[:, -1]] * x.shape[1], dim=1), c


def overwrites_c0(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    h, c = lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh)
    c0.copy_(c)
    return h, c


def collects_in_float64(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh):
    h, c = lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh)
    return h.double(), c
