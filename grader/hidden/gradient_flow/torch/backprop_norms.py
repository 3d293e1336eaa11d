"""The known mistakes of gradient_flow/backprop_norms, as people write them in PyTorch."""

import torch

from solutions.gradient_flow.torch.backprop_norms import backprop_norms

ABSENT = {}
KINDS = ("identity", "relu", "tanh", "sigmoid")
FUNCTIONS = {"identity": lambda z: z, "relu": torch.relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid}
SLOPES = {
    "identity": torch.ones_like,
    "relu": lambda z: (z > 0).to(z.dtype),
    "tanh": lambda z: 1 - torch.tanh(z) ** 2,
    "sigmoid": lambda z: torch.sigmoid(z) * (1 - torch.sigmoid(z)),
}


def walk(weights, pre_activations, grad, activation, slopes=SLOPES, back=torch.matmul, measure=torch.linalg.vector_norm):
    if activation not in KINDS:
        raise ValueError("activation")
    norms = [measure(grad)]
    for weight, z in zip(weights[::-1], pre_activations[::-1], strict=True):
        grad = back(grad * slopes[activation](z), weight)
        norms.append(measure(grad))
    return torch.stack(norms[::-1])


def starts_with_the_output(weights, pre_activations, grad_output, activation):
    return backprop_norms(weights, pre_activations, grad_output, activation).flip(0)


def forgets_the_slope(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, dict.fromkeys(KINDS, torch.ones_like))


def takes_the_slope_at_the_activations(weights, pre_activations, grad_output, activation):
    slopes = {kind: lambda z, kind=kind: SLOPES[kind](FUNCTIONS[kind](z)) for kind in KINDS}
    return walk(weights, pre_activations, grad_output, activation, slopes)


def takes_z_for_the_output(weights, pre_activations, grad_output, activation):
    slopes = {**SLOPES, "tanh": lambda z: 1 - z * z, "sigmoid": lambda z: z * (1 - z)}
    return walk(weights, pre_activations, grad_output, activation, slopes)


def multiplies_by_the_activation(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, FUNCTIONS)


def skips_the_last_slope(weights, pre_activations, grad_output, activation):
    rest = backprop_norms(weights[:-1], pre_activations[:-1], grad_output @ weights[-1], activation)
    return torch.cat([rest, torch.linalg.vector_norm(grad_output)[None]])


def transposes_the_weights(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, back=lambda g, w: g @ w.T)


def normalises_at_each_layer(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, back=lambda g, w: g @ w / torch.linalg.vector_norm(g @ w))


def forgets_the_root(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, measure=lambda g: (g * g).sum())


def averages_over_the_samples(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, measure=lambda g: torch.linalg.vector_norm(g, dim=1).mean())


def takes_the_mean_square(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, measure=lambda g: torch.sqrt((g * g).mean()))


def adds_up_absolute_values(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, measure=lambda g: g.abs().sum())


def takes_the_spectral_norm(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, measure=lambda g: torch.linalg.matrix_norm(g, 2))


def multiplies_upper_bounds(weights, pre_activations, grad_output, activation):
    backprop_norms(weights, pre_activations, grad_output, activation)
    norms = [torch.linalg.vector_norm(grad_output)]
    for weight, z in zip(weights[::-1], pre_activations[::-1], strict=True):
        norms.append(norms[-1] * torch.linalg.matrix_norm(weight, 2) * SLOPES[activation](z).max())
    return torch.stack(norms[::-1])


def leaves_out_the_input(weights, pre_activations, grad_output, activation):
    return backprop_norms(weights, pre_activations, grad_output, activation)[1:].clone()


def leaves_out_the_output(weights, pre_activations, grad_output, activation):
    return backprop_norms(weights, pre_activations, grad_output, activation)[:-1].clone()


def lets_zero_pass(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, {**SLOPES, "relu": lambda z: (z >= 0).to(z.dtype)})


def forgets_the_square(weights, pre_activations, grad_output, activation):
    return walk(weights, pre_activations, grad_output, activation, {**SLOPES, "tanh": lambda z: 1 - torch.tanh(z)})


def overflows_in_the_sigmoid(weights, pre_activations, grad_output, activation):
    slopes = {**SLOPES, "sigmoid": lambda z: torch.exp(z) / (1 + torch.exp(z)) ** 2}
    return walk(weights, pre_activations, grad_output, activation, slopes)


def takes_any_word_for_the_identity(weights, pre_activations, grad_output, activation):
    return backprop_norms(weights, pre_activations, grad_output, activation if activation in KINDS else "identity")


def returns_float64(weights, pre_activations, grad_output, activation):
    return backprop_norms(weights, pre_activations, grad_output, activation).double()


def overwrites_grad_output(weights, pre_activations, grad_output, activation):
    norms = backprop_norms(weights, pre_activations, grad_output, activation)
    grad_output.mul_(SLOPES[activation](pre_activations[-1]))
    return norms
