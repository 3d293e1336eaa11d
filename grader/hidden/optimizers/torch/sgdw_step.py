"""The known mistakes of optimizers/sgdw_step, as people write them in PyTorch."""

from solutions.optimizers.torch.sgdw_step import sgdw_step


def puts_the_decay_into_the_buffer(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)
    return sgdw_step(param, grad + weight_decay * param, momentum_buffer, lr, momentum, 0.0)


def forgets_the_learning_rate_of_the_decay(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    buffer = sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)[1]
    return (1 - weight_decay) * param - lr * buffer, buffer


def doubles_the_decay(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    return sgdw_step(param, grad, momentum_buffer, lr, momentum, 2 * weight_decay)


def grows_the_parameters(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    new, buffer = sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)
    return new + 2 * lr * weight_decay * param, buffer


def decays_after_the_step(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    buffer = sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)[1]
    return (param - lr * buffer) * (1 - lr * weight_decay), buffer


def moves_by_the_old_buffer(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    buffer = sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)[1]
    return (1 - lr * weight_decay) * param - lr * momentum_buffer, buffer


def dampens_the_gradient(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    return sgdw_step(param, (1 - momentum) * grad, momentum_buffer, lr, momentum, weight_decay)


def forgets_the_momentum(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    buffer = sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)[1]
    return (1 - lr * weight_decay) * param - lr * grad, buffer


def forgets_the_decay(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)
    return sgdw_step(param, grad, momentum_buffer, lr, momentum, 0.0)


def climbs(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    new, buffer = sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)
    return new + 2 * lr * buffer, buffer


def overwrites_the_buffer(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    new, momentum_buffer[...] = sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)
    return new, momentum_buffer


def returns_float64(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    param, grad, momentum_buffer = param.double(), grad.double(), momentum_buffer.double()
    return sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)


def checks_nothing(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    buffer = momentum * momentum_buffer + grad
    return (1 - lr * weight_decay) * param - lr * buffer, buffer
