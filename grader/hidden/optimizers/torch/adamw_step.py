"""The known mistakes of optimizers/adamw_step, as people write them in PyTorch."""

from solutions.optimizers.torch.adamw_step import adamw_step


def puts_the_decay_into_the_gradient(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    return adamw_step(param, grad + weight_decay * param, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 0.0)


def forgets_the_learning_rate_of_the_decay(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    new, m, v = adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 0.0)
    return new - weight_decay * param, m, v


def decays_after_the_step(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    new, m, v = adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 0.0)
    return new * (1 - lr * weight_decay), m, v


def divides_the_decay_by_the_root(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    new, m, v = adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 0.0)
    return new - lr * weight_decay * param / ((v / (1 - beta2**step)) ** 0.5 + eps), m, v


def forgets_the_decay(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 0.0)


def doubles_the_decay(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 2 * weight_decay)


def grows_the_parameters(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, -weight_decay)


def forgets_eps(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, 0.0, weight_decay)


def swaps_the_betas(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta2, beta1, eps, weight_decay)


def counts_from_zero(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    _, m, v = adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, weight_decay)
    mean, size = m / (1 - beta1 ** (step + 1)), (v / (1 - beta2 ** (step + 1))) ** 0.5
    return (1 - lr * weight_decay) * param - lr * mean / (size + eps), m, v


def forgets_the_bias_correction(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    _, m, v = adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, weight_decay)
    return (1 - lr * weight_decay) * param - lr * m / (v**0.5 + eps), m, v


def overwrites_the_moments(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    param, exp_avg[...], exp_avg_sq[...] = adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, weight_decay)
    return param, exp_avg, exp_avg_sq


def returns_float64(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    wide = [a.double() for a in (param, grad, exp_avg, exp_avg_sq)]
    return adamw_step(*wide, step, lr, beta1, beta2, eps, weight_decay)


def checks_nothing(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adamw_step(param, grad, exp_avg, exp_avg_sq, max(step, 1), lr, beta1, beta2, eps, weight_decay)
