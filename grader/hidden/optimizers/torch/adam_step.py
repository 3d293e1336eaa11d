"""The known mistakes of optimizers/adam_step, as people write them in PyTorch."""

from solutions.optimizers.torch.adam_step import adam_step


def moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2):
    """The new moments, and both corrected."""
    _, m, v = adam_step(grad, grad, exp_avg, exp_avg_sq, step, 1.0, beta1, beta2, 1.0)
    return m, v, m / (1 - beta1**step), v / (1 - beta2**step)


def puts_eps_inside_the_root(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, mean, square = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    return param - lr * mean / (square + eps) ** 0.5, m, v


def adds_eps_before_the_correction(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, mean, _ = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    return param - lr * mean * (1 - beta2**step) ** 0.5 / (v**0.5 + eps), m, v


def forgets_eps(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, 0.0)


def forgets_the_bias_correction(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, _, _ = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    return param - lr * m / (v**0.5 + eps), m, v


def corrects_only_the_first_moment(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, mean, _ = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    return param - lr * mean / (v**0.5 + eps), m, v


def corrects_as_in_the_first_step(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, _, _ = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    return param - lr * m / (1 - beta1) / ((v / (1 - beta2)) ** 0.5 + eps), m, v


def counts_from_zero(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, _, _ = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    return param - lr * m / (1 - beta1 ** (step + 1)) / ((v / (1 - beta2 ** (step + 1))) ** 0.5 + eps), m, v


def returns_the_corrected_moments(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    param, _, _ = adam_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps)
    return (param, *moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)[2:])


def forgets_the_root(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, mean, square = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    return param - lr * mean / (square + eps), m, v


def averages_the_size(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, _, mean, _ = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    v = beta2 * exp_avg_sq + (1 - beta2) * grad.abs()
    return param - lr * mean / ((v / (1 - beta2**step)) ** 0.5 + eps), m, v


def moves_by_the_gradient(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, _, square = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    return param - lr * grad / (square**0.5 + eps), m, v


def moves_by_the_old_moments(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, _, _ = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    return param - lr * exp_avg / (1 - beta1**step) / ((exp_avg_sq / (1 - beta2**step)) ** 0.5 + eps), m, v


def exchanges_the_weights(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    _, m, v = adam_step(param, grad, exp_avg, exp_avg_sq, step, lr, 1 - beta1, 1 - beta2, eps)
    return param - lr * m / (1 - beta1**step) / ((v / (1 - beta2**step)) ** 0.5 + eps), m, v


def swaps_the_betas(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta2, beta1, eps)


def climbs(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step(param, grad, exp_avg, exp_avg_sq, step, -lr, beta1, beta2, eps)


def overwrites_the_moments(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    param, exp_avg[...], exp_avg_sq[...] = adam_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps)
    return param, exp_avg, exp_avg_sq


def returns_float64(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    wide = [a.double() for a in (param, grad, exp_avg, exp_avg_sq)]
    return adam_step(*wide, step, lr, beta1, beta2, eps)


def checks_nothing(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step(param, grad, exp_avg, exp_avg_sq, max(step, 1), lr, beta1, beta2, eps)
