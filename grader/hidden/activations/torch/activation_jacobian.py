"""The known mistakes of activations/activation_jacobian, as people write them in PyTorch."""

import torch

from solutions.activations.torch.activation_jacobian import activation_jacobian

NAMES = ("sigmoid", "tanh", "relu", "softmax", "log_softmax")


def _but(**others):
    """The Jacobians with some of them replaced."""
    return lambda x, name: others[name](x) if name in others else activation_jacobian(x, name)


def _elementwise(change):
    """The Jacobians with `change` made of the slopes of the elementwise functions."""

    def changed(x, name):
        jacobian = activation_jacobian(x, name)
        return jacobian if name.endswith("softmax") else change(torch.diag(jacobian))

    return changed


def _softmax(x):
    return torch.softmax(x, 0)


def takes_softmax_for_elementwise(x, name):
    return _but(softmax=lambda x: torch.diag(_softmax(x) * (1 - _softmax(x))))(x, name)


def forgets_the_diagonal_of_softmax(x, name):
    return _but(softmax=lambda x: -torch.outer(_softmax(x), _softmax(x)))(x, name)


def adds_the_outer_product(x, name):
    return _but(softmax=lambda x: torch.diag(_softmax(x)) + torch.outer(_softmax(x), _softmax(x)))(x, name)


def turns_the_sign_of_softmax(x, name):
    return _but(softmax=lambda x: torch.outer(_softmax(x), _softmax(x)) - torch.diag(_softmax(x)))(x, name)


def transposes(x, name):
    return activation_jacobian(x, name).T.clone()


def takes_log_softmax_for_elementwise(x, name):
    return _but(log_softmax=lambda x: torch.diag(1 - _softmax(x)))(x, name)


def forgets_the_identity(x, name):
    return _but(log_softmax=lambda x: -_softmax(x).repeat(len(x), 1))(x, name)


def forgets_the_logarithm(x, name):
    return _but(log_softmax=lambda x: activation_jacobian(x, "softmax"))(x, name)


def returns_a_vector(x, name):
    return _elementwise(torch.clone)(x, name)


def fills_the_rows(x, name):
    return _elementwise(lambda slopes: slopes.repeat(len(slopes), 1))(x, name)


def multiplies_slopes_by_slopes(x, name):
    return _elementwise(lambda slopes: torch.outer(slopes, slopes))(x, name)


def puts_outputs_on_the_diagonal(x, name):
    return _but(
        sigmoid=lambda x: torch.diag(torch.sigmoid(x)),
        tanh=lambda x: torch.diag(torch.tanh(x)),
        relu=lambda x: torch.diag(torch.relu(x)),
    )(x, name)


def opens_relu_at_zero(x, name):
    return _but(relu=lambda x: torch.diag((x >= 0).to(x.dtype)))(x, name)


def takes_tanh_for_a_sigmoid(x, name):
    return _but(tanh=lambda x: torch.diag(torch.sigmoid(x) * (1 - torch.sigmoid(x))))(x, name)


def overflows(x, name):
    p = torch.exp(x) / torch.exp(x).sum()
    full = {"softmax": torch.diag(p) - torch.outer(p, p), "log_softmax": torch.eye(len(x), dtype=x.dtype) - p}
    return full[name] if name in full else activation_jacobian(x, name)


def takes_the_unknown_for_the_identity(x, name):
    return activation_jacobian(x, name) if name in NAMES else torch.eye(len(x), dtype=x.dtype)


def returns_float64(x, name):
    return activation_jacobian(x.double(), name)


def overwrites_the_input(x, name):
    return activation_jacobian(x.sub_(x.max()), name)
