"""The known mistakes of optimizers/sgd_l2_step, as people write them in PyTorch."""

import torch

from solutions.optimizers.torch.sgd_l2_step import sgd_l2_step


def forgets_the_learning_rate_of_the_decay(param, grad, lr, weight_decay):
    sgd_l2_step(param, grad, lr, weight_decay)
    return (1 - weight_decay) * param - lr * grad


def copies_the_popular_formula(param, grad, lr, weight_decay):
    sgd_l2_step(param, grad, lr, weight_decay)
    return (1 - 2 * weight_decay) * param - grad


def doubles_the_decay(param, grad, lr, weight_decay):
    return sgd_l2_step(param, grad, lr, 2 * weight_decay)


def halves_the_decay(param, grad, lr, weight_decay):
    return sgd_l2_step(param, grad, lr, weight_decay / 2)


def grows_the_parameters(param, grad, lr, weight_decay):
    sgd_l2_step(param, grad, lr, weight_decay)
    return param - lr * (grad - weight_decay * param)


def climbs(param, grad, lr, weight_decay):
    return sgd_l2_step(param, grad, -lr, weight_decay)


def forgets_the_decay(param, grad, lr, weight_decay):
    sgd_l2_step(param, grad, lr, weight_decay)
    return param - lr * grad


def decays_by_the_sign(param, grad, lr, weight_decay):
    sgd_l2_step(param, grad, lr, weight_decay)
    return param - lr * (grad + weight_decay * torch.sign(param))


def decays_after_the_step(param, grad, lr, weight_decay):
    sgd_l2_step(param, grad, lr, weight_decay)
    return (param - lr * grad) * (1 - lr * weight_decay)


def overwrites_the_parameters(param, grad, lr, weight_decay):
    param[...] = sgd_l2_step(param, grad, lr, weight_decay)
    return param


def overwrites_the_gradient(param, grad, lr, weight_decay):
    new = sgd_l2_step(param, grad, lr, weight_decay)
    grad += weight_decay * param
    return new


def returns_float64(param, grad, lr, weight_decay):
    return sgd_l2_step(param.double(), grad.double(), lr, weight_decay)


def checks_nothing(param, grad, lr, weight_decay):
    return param - lr * (grad + weight_decay * param)
