"""The known mistakes of optimizers/momentum_step, as people write them in PyTorch."""

from solutions.optimizers.torch.momentum_step import momentum_step


def puts_lr_into_the_buffer(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    param, _ = momentum_step(param, lr * grad, momentum_buffer, 1.0, momentum, nesterov)
    return param, momentum * momentum_buffer + lr * grad


def dampens_the_gradient(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    _, buffer = momentum_step(param, (1 - momentum) * grad, momentum_buffer, lr, momentum)
    return param - lr * (grad + momentum * buffer if nesterov else buffer), buffer


def moves_by_the_old_buffer(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    _, buffer = momentum_step(param, grad, momentum_buffer, lr, momentum)
    return param - lr * (grad + momentum * momentum_buffer if nesterov else momentum_buffer), buffer


def moves_by_the_gradient(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    _, buffer = momentum_step(param, grad, momentum_buffer, lr, momentum, nesterov)
    return param - lr * grad, buffer


def climbs(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    return momentum_step(param, grad, momentum_buffer, -lr, momentum, nesterov)


def keeps_the_velocity(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    _, buffer = momentum_step(param, -grad, momentum_buffer, lr, momentum)
    return param + lr * (momentum * buffer - grad if nesterov else buffer), buffer


def never_forgets(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    momentum_step(param, grad, momentum_buffer, lr, momentum)
    buffer = momentum_buffer + grad
    return param - lr * (grad + momentum * buffer if nesterov else buffer), buffer


def shrinks_the_sum(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    _, buffer = momentum_step(param, momentum * grad, momentum_buffer, lr, momentum)
    return param - lr * (grad + momentum * buffer if nesterov else buffer), buffer


def ignores_nesterov(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    return momentum_step(param, grad, momentum_buffer, lr, momentum)


def always_looks_ahead(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    return momentum_step(param, grad, momentum_buffer, lr, momentum, True)


def forgets_momentum_in_nesterov(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    _, buffer = momentum_step(param, grad, momentum_buffer, lr, momentum)
    return param - lr * (grad + buffer if nesterov else buffer), buffer


def returns_the_direction(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    param, buffer = momentum_step(param, grad, momentum_buffer, lr, momentum, nesterov)
    return param, grad + momentum * buffer if nesterov else buffer


def swaps_the_results(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    return momentum_step(param, grad, momentum_buffer, lr, momentum, nesterov)[::-1]


def overwrites_the_buffer(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    param, momentum_buffer[...] = momentum_step(param, grad, momentum_buffer, lr, momentum, nesterov)
    return param, momentum_buffer


def overwrites_param(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    param[...], momentum_buffer = momentum_step(param, grad, momentum_buffer, lr, momentum, nesterov)
    return param, momentum_buffer


def returns_float64(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    return momentum_step(param.double(), grad, momentum_buffer.double(), lr, momentum, nesterov)


def checks_nothing(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    buffer = momentum * momentum_buffer + grad
    return param - lr * (grad + momentum * buffer if nesterov else buffer), buffer


def refuses_zero(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    if momentum <= 0:
        raise ValueError(f"momentum must be positive, got {momentum}")
    return momentum_step(param, grad, momentum_buffer, lr, momentum, nesterov)
