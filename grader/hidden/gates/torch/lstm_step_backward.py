"""The known mistakes of gates/lstm_step_backward, as people write them in PyTorch."""

import torch

from solutions.gates.torch.lstm_step_backward import lstm_step_backward


def variant(args, total=None, delta=None, old_cell=None, collect=None):
    grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh = args
    z_i, z_f, z_g, z_o = (x @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh).chunk(4, dim=1)
    p = {
        "c": c,
        "i": torch.sigmoid(z_i),
        "f": torch.sigmoid(z_f),
        "g": torch.tanh(z_g),
        "o": torch.sigmoid(z_o),
        "grad_h": grad_h,
        "grad_c": grad_c,
    }
    p["new"] = p["f"] * c + p["i"] * p["g"]
    p["shown"] = torch.tanh(p["new"])
    p["total"] = total(p) if total else grad_c + grad_h * p["o"] * (1 - p["shown"] ** 2)
    parts = {
        "i": p["total"] * p["g"] * p["i"] * (1 - p["i"]),
        "f": p["total"] * c * p["f"] * (1 - p["f"]),
        "g": p["total"] * p["i"] * (1 - p["g"] ** 2),
        "o": grad_h * p["shown"] * p["o"] * (1 - p["o"]),
    } | (delta(p) if delta else {})
    d = torch.cat([parts[name] for name in "ifgo"], dim=1)
    before = old_cell(p) if old_cell else p["total"] * p["f"]
    state = collect(p) if collect else h
    return d @ weight_ih, d @ weight_hh, before, d.T @ x, d.T @ state, d.sum(dim=0), d.sum(dim=0)


def forgets_the_path_through_the_output(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh), total=lambda p: p["grad_c"])


def ignores_grad_c(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return lstm_step_backward(grad_h, torch.zeros_like(grad_c), x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)


def forgets_the_tanh_of_the_cell(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, total=lambda p: p["grad_c"] + p["grad_h"] * p["o"])


def takes_the_slope_from_the_cell(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, total=lambda p: p["grad_c"] + p["grad_h"] * p["o"] * (1 - p["new"] ** 2))


def takes_the_slope_at_the_old_cell(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, total=lambda p: p["grad_c"] + p["grad_h"] * p["o"] * (1 - torch.tanh(p["c"]) ** 2))


def forgets_the_output_gate(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, total=lambda p: p["grad_c"] + p["grad_h"] * (1 - p["shown"] ** 2))


def forgets_the_slopes_of_the_gates(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, delta=lambda p: {"i": p["total"] * p["g"], "f": p["total"] * p["c"], "o": p["grad_h"] * p["shown"]})


def forgets_the_slope_of_the_candidate(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, delta=lambda p: {"g": p["total"] * p["i"]})


def treats_the_candidate_as_a_gate(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, delta=lambda p: {"g": p["total"] * p["i"] * p["g"] * (1 - p["g"])})


def pairs_the_forget_gate_with_the_new_cell(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, delta=lambda p: {"f": p["total"] * p["new"] * p["f"] * (1 - p["f"])})


def pairs_the_output_gate_with_the_cell(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, delta=lambda p: {"o": p["grad_h"] * p["new"] * p["o"] * (1 - p["o"])})


def hands_the_gradient_of_the_cell_to_the_output_gate(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, delta=lambda p: {"o": p["total"] * p["shown"] * p["o"] * (1 - p["o"])})


def forgets_the_partner_in_the_product(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, delta=lambda p: {"i": p["total"] * p["i"] * (1 - p["i"]), "g": p["total"] * (1 - p["g"] ** 2)})


def forgets_the_forget_gate(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh), old_cell=lambda p: p["total"].clone())


def hands_only_grad_c_to_the_old_cell(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, old_cell=lambda p: p["grad_c"] * p["f"])


def pairs_delta_with_the_new_output(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, collect=lambda p: p["o"] * p["shown"])


def joins_in_another_order(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    def exchange(p):
        return {
            "o": p["total"] * p["i"] * (1 - p["g"] ** 2),
            "g": p["grad_h"] * p["shown"] * p["o"] * (1 - p["o"]),
        }

    return variant((grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh), delta=exchange)


def averages_over_the_batch(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    grads = lstm_step_backward(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)
    return *grads[:3], *[grad / len(x) for grad in grads[3:]]


def doubles_the_biases(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    grads = lstm_step_backward(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)
    return *grads[:5], 2 * grads[5], 2 * grads[6]


def returns_six_gradients(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return lstm_step_backward(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)[:6]


def overwrites_grad_c(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    grads = lstm_step_backward(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)
    grad_c += grad_h
    return grads


def returns_float64(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    grads = lstm_step_backward(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)
    return tuple(grad.double() for grad in grads)
