"""The known mistakes of gradient_flow/signal_survey, as people write them in PyTorch."""

import torch

from solutions.gradient_flow.torch.signal_survey import signal_survey

ABSENT = {}


def sigma(z):
    return torch.exp(z.clamp(max=0)) / (1 + torch.exp(-z.abs()))


def rms(a):
    return torch.sqrt((a * a).mean())


FUNCTIONS = {"sigmoid": sigma, "tanh": torch.tanh, "relu": lambda z: z.clamp(min=0)}
SLOPES = {
    "sigmoid": lambda z: sigma(z) * (1 - sigma(z)),
    "tanh": lambda z: 1 - torch.tanh(z) ** 2,
    "relu": lambda z: (z > 0).to(z.dtype),
}
SCALES = {"xavier": lambda n_out, n_in: (2 / (n_in + n_out)) ** 0.5, "he": lambda _, n_in: (2 / n_in) ** 0.5}


def walk(x, normals, grad, activation, scheme, scales=SCALES, functions=FUNCTIONS, slopes=SLOPES, measure=rms, back=torch.matmul):
    """The reference once more, with parts that can be exchanged."""
    signal_survey(x, [torch.ones_like(x[:1])], x[:, :1], activation, scheme)  # for its errors
    weights, sums, layers, grads = [scales[scheme](*n.shape) * n for n in normals], [], [x], [grad]
    for weight in weights:
        sums.append(layers[-1] @ weight.T)
        layers.append(functions[activation](sums[-1]))
    for weight, z in zip(weights[::-1], sums[::-1], strict=True):
        grads.append(back(grads[-1] * slopes[activation](z), weight))
    return {"forward": torch.stack([measure(h) for h in layers]), "backward": torch.stack([measure(g) for g in grads[::-1]])}


def forgets_the_root(x, normals, grad_output, activation, scheme):
    scales = {name: lambda *shape, name=name: SCALES[name](*shape) ** 2 for name in SCALES}
    return walk(x, normals, grad_output, activation, scheme, scales)


def takes_outputs_for_inputs(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, {**SCALES, "he": lambda n_out, _: (2 / n_out) ** 0.5})


def forgets_the_two_of_he(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, {**SCALES, "he": lambda _, n_in: (1 / n_in) ** 0.5})


def forgets_the_two_of_xavier(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, {**SCALES, "xavier": lambda o, i: (1 / (i + o)) ** 0.5})


def takes_inputs_only_for_xavier(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, {**SCALES, "xavier": lambda _, n_in: (1 / n_in) ** 0.5})


def takes_the_limit_of_a_uniform_distribution(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, {**SCALES, "xavier": lambda o, i: (6 / (i + o)) ** 0.5})


def swaps_the_schemes(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, {"he": SCALES["xavier"], "xavier": SCALES["he"]})


def forgets_to_scale(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, dict.fromkeys(SCALES, lambda *_: 1.0))


def forgets_the_slope(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, slopes=dict.fromkeys(SLOPES, torch.ones_like))


def multiplies_by_the_activation(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, slopes=FUNCTIONS)


def activates_twice(x, normals, grad_output, activation, scheme):
    slopes = {name: lambda z, name=name: SLOPES[name](FUNCTIONS[name](z)) for name in SLOPES}
    return walk(x, normals, grad_output, activation, scheme, slopes=slopes)


def lets_zero_pass(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, slopes={**SLOPES, "relu": lambda z: (z >= 0).to(z.dtype)})


def transposes_on_the_way_back(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, back=lambda g, w: g @ w.T)


def takes_the_standard_deviation(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, measure=lambda a: a.std(correction=0))


def takes_the_length(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, measure=torch.linalg.vector_norm)


def takes_the_mean_square(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, measure=lambda a: (a * a).mean())


def averages_absolute_values(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, measure=lambda a: a.abs().mean())


def leaves_the_gradients_in_reverse(x, normals, grad_output, activation, scheme):
    survey = signal_survey(x, normals, grad_output, activation, scheme)
    return {**survey, "backward": survey["backward"].flip(0)}


def leaves_out_what_was_given(x, normals, grad_output, activation, scheme):
    survey = signal_survey(x, normals, grad_output, activation, scheme)
    return {"forward": survey["forward"][1:].clone(), "backward": survey["backward"][:-1].clone()}


def leaves_the_last_layer_linear(x, normals, grad_output, activation, scheme):
    rest = walk(x, normals[:-1], grad_output @ (SCALES[scheme](*normals[-1].shape) * normals[-1]), activation, scheme)
    hidden = x
    for n in normals[:-1]:
        hidden = FUNCTIONS[activation](hidden @ (SCALES[scheme](*n.shape) * n).T)
    last = rms(hidden @ (SCALES[scheme](*normals[-1].shape) * normals[-1]).T)
    return {
        "forward": torch.cat([rest["forward"], last[None]]),
        "backward": torch.cat([rest["backward"], rms(grad_output)[None]]),
    }


def overflows_in_the_sigmoid(x, normals, grad_output, activation, scheme):
    functions = {**FUNCTIONS, "sigmoid": lambda z: torch.exp(z) / (1 + torch.exp(z))}
    return walk(x, normals, grad_output, activation, scheme, functions=functions)


def takes_any_scheme_for_xavier(x, normals, grad_output, activation, scheme):
    return signal_survey(x, normals, grad_output, activation, scheme if scheme in SCALES else "xavier")


def takes_any_activation_for_relu(x, normals, grad_output, activation, scheme):
    return signal_survey(x, normals, grad_output, activation if activation in SLOPES else "relu", scheme)


def returns_float64(x, normals, grad_output, activation, scheme):
    return {key: value.double() for key, value in signal_survey(x, normals, grad_output, activation, scheme).items()}


def overwrites_normals(x, normals, grad_output, activation, scheme):
    survey = signal_survey(x, normals, grad_output, activation, scheme)
    for n in normals:
        n.mul_(SCALES[scheme](*n.shape))
    return survey
