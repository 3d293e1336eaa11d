"""The known mistakes of backpropagation/linear_probe_by_layer, as people write them in PyTorch."""

import torch

from solutions.backpropagation.torch.linear_probe_by_layer import linear_probe_by_layer

ABSENT = {"inverts_a_singular_matrix": "PyTorch raises an error of another type than NumPy does."}

FUNCTIONS = {"relu": torch.relu, "tanh": torch.tanh, "identity": lambda z: z}


def features(x, params, hidden):
    if hidden not in FUNCTIONS:
        raise ValueError("hidden is unknown")
    found = [x]
    for weight, bias in params:
        found.append(FUNCTIONS[hidden](found[-1] @ weight.T + bias))
    return found


def with_ones(h):
    return torch.cat([h, torch.ones_like(h[:, :1])], 1)


def accuracy(columns, y, low=-1.0, threshold=0.001, penalty=0.0):
    targets = torch.where(y == 1, 1.0, low).to(columns.dtype)
    if penalty:
        square = columns.T @ columns + penalty * torch.eye(columns.shape[1], dtype=columns.dtype)
        weights = torch.linalg.solve(square, columns.T @ targets)
    else:
        weights = torch.linalg.pinv(columns) @ targets
    return ((columns @ weights > threshold) == y).double().mean().item()


def probes_without_a_constant(x, y, params, hidden="tanh"):
    return [accuracy(h, y) for h in features(x, params, hidden)]


def leaves_out_the_input(x, y, params, hidden="tanh"):
    return linear_probe_by_layer(x, y, params, hidden)[1:]


def probes_the_last_layer_only(x, y, params, hidden="tanh"):
    return linear_probe_by_layer(x, y, params, hidden)[-1:]


def forgets_the_activation(x, y, params, hidden="tanh"):
    features(x, [], hidden)
    return linear_probe_by_layer(x, y, params, "identity")


def ignores_hidden(x, y, params, hidden="tanh"):
    features(x, [], hidden)
    return linear_probe_by_layer(x, y, params)


def forgets_the_biases(x, y, params, hidden="tanh"):
    return linear_probe_by_layer(x, y, [(weight, 0 * bias) for weight, bias in params], hidden)


def piles_up_the_features(x, y, params, hidden="tanh"):
    found = features(x, params, hidden)
    return [accuracy(with_ones(torch.cat(found[: i + 1], 1)), y) for i in range(len(found))]


def feeds_every_layer_the_input(x, y, params, hidden="tanh"):
    return [*linear_probe_by_layer(x, y, [], hidden), *(linear_probe_by_layer(x, y, [pair], hidden)[1] for pair in params)]


def fits_zero_and_one(x, y, params, hidden="tanh"):
    return [accuracy(with_ones(h), y, low=0.0) for h in features(x, params, hidden)]


def calls_a_draw_a_yes(x, y, params, hidden="tanh"):
    return [accuracy(with_ones(h), y, threshold=-0.001) for h in features(x, params, hidden)]


def adds_a_penalty(x, y, params, hidden="tanh"):
    return [accuracy(with_ones(h), y, penalty=0.1) for h in features(x, params, hidden)]


def returns_the_error(x, y, params, hidden="tanh"):
    return [1 - share for share in linear_probe_by_layer(x, y, params, hidden)]


def returns_a_count(x, y, params, hidden="tanh"):
    return [float(torch.round(share * len(y))) for share in linear_probe_by_layer(x, y, params, hidden)]


def accepts_any_name(x, y, params, hidden="tanh"):
    return linear_probe_by_layer(x, y, params, hidden if hidden in FUNCTIONS else "identity")


def overwrites_x(x, y, params, hidden="tanh"):
    result = linear_probe_by_layer(x, y, params, hidden)
    x.tanh_()
    return result
