"""The known mistakes of gates/lstm_step, as people write them in PyTorch."""

import torch

from solutions.gates.torch.lstm_step import lstm_step


def same(z):
    return z


def variant(
    x,
    h,
    c,
    weight_ih,
    weight_hh,
    bias_ih,
    bias_hh,
    order="ifgo",
    gate=torch.sigmoid,
    write=torch.tanh,
    show=torch.tanh,
    keep=None,
):
    z = x @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh
    blocks = dict(zip(order, z.chunk(4, dim=1), strict=True))
    i, f, o = (gate(blocks[name]) for name in "ifo")
    f = keep(i, f) if keep else f
    new = f * c + i * write(blocks["g"])
    return o * show(new), new


def swaps_input_and_forget_gate(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, order="figo")


def puts_the_candidate_last(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, order="ifog")


def uses_the_order_of_onnx(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, order="iofg")


def interleaves_the_blocks(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    z = x @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh
    i, f, g, o = z.unflatten(1, (-1, 4)).unbind(2)
    c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    return torch.sigmoid(o) * torch.tanh(c), c


def squashes_the_candidate_by_a_sigmoid(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, write=torch.sigmoid)


def shows_the_cell_itself(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, show=same)


def shows_the_sigmoid_of_the_cell(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, show=torch.sigmoid)


def shows_the_old_cell(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, show=lambda new: torch.tanh(c))


def squashes_the_memory(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    h, c = lstm_step(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)
    return h, torch.tanh(c)


def couples_the_gates(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, keep=lambda i, f: 1 - i)


def takes_the_forget_gate_at_its_word(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, keep=lambda i, f: 1 - f)


def never_forgets(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, keep=lambda i, f: 1.0)


def adds_one_to_the_forget_bias(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    i, f, g, o = bias_ih.chunk(4)
    return lstm_step(x, h, c, weight_ih, weight_hh, torch.cat([i, f + 1, g, o]), bias_hh)


def uses_the_hard_sigmoid(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, gate=lambda z: (0.2 * z + 0.5).clamp(0, 1))


def forgets_bias_hh(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return lstm_step(x, h, c, weight_ih, weight_hh, bias_ih, torch.zeros_like(bias_hh))


def ignores_the_old_output(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return lstm_step(x, torch.zeros_like(h), c, weight_ih, weight_hh, bias_ih, bias_hh)


def looks_at_the_cell(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, c, c, weight_ih, weight_hh, bias_ih, bias_hh)


def returns_the_cell_first(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return lstm_step(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)[::-1]


def returns_the_output_alone(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return lstm_step(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)[0]


def cancels_in_the_sigmoid(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, gate=lambda z: 0.5 + 0.5 * torch.tanh(z / 2))


def overflows_in_the_sigmoid(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh, gate=lambda z: z.exp() / (1 + z.exp()))


def overwrites_the_cell(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    h, new = lstm_step(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)
    c.copy_(new)
    return h, new


def returns_float64(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    h, c = lstm_step(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)
    return h.double(), c.double()
