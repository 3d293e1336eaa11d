"""The known mistakes of optimizers/adam_l2_step, as people write them in PyTorch."""

from solutions.optimizers.torch.adam_l2_step import adam_l2_step


def decays_as_adamw_does(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    new, m, v = adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 0.0)
    return new - lr * weight_decay * param, m, v


def multiplies_the_penalty_by_the_learning_rate(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    return adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, lr * weight_decay)


def leaves_the_second_moment_out(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    v = adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 0.0)[2]
    m = adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, weight_decay)[1]
    mean, size = m / (1 - beta1**step), (v / (1 - beta2**step)) ** 0.5
    return param - lr * mean / (size + eps), m, v


def leaves_the_first_moment_out(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    m = adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 0.0)[1]
    v = adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, weight_decay)[2]
    mean, size = m / (1 - beta1**step), (v / (1 - beta2**step)) ** 0.5
    return param - lr * mean / (size + eps), m, v


def overwrites_the_gradient(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    found = adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, weight_decay)
    grad += weight_decay * param
    return found


def forgets_the_decay(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 0.0)


def doubles_the_decay(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 2 * weight_decay)


def grows_the_parameters(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, -weight_decay)


def forgets_eps(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, 0.0, weight_decay)


def swaps_the_betas(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta2, beta1, eps, weight_decay)


def counts_from_zero(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    _, m, v = adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, weight_decay)
    mean, size = m / (1 - beta1 ** (step + 1)), (v / (1 - beta2 ** (step + 1))) ** 0.5
    return param - lr * mean / (size + eps), m, v


def forgets_the_bias_correction(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    _, m, v = adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, weight_decay)
    return param - lr * m / (v**0.5 + eps), m, v


def overwrites_the_moments(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    param, exp_avg[...], exp_avg_sq[...] = adam_l2_step(
        param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, weight_decay
    )
    return param, exp_avg, exp_avg_sq


def returns_float64(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    wide = [a.double() for a in (param, grad, exp_avg, exp_avg_sq)]
    return adam_l2_step(*wide, step, lr, beta1, beta2, eps, weight_decay)


def checks_nothing(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adam_l2_step(param, grad, exp_avg, exp_avg_sq, max(step, 1), lr, beta1, beta2, eps, weight_decay)
