"""The known mistakes of optimizers/rmsprop_step, as people write them in PyTorch."""

from solutions.optimizers.torch.rmsprop_step import rmsprop_step


def puts_eps_inside_the_root(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    average = alpha * square_avg + (1 - alpha) * grad**2
    return param - lr * grad / (average + eps).sqrt(), average


def forgets_eps(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    return rmsprop_step(param, grad, square_avg, lr, alpha, 0.0)


def forgets_the_root(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    average = alpha * square_avg + (1 - alpha) * grad**2
    return param - lr * grad / (average + eps), average


def divides_by_the_old_average(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    average = alpha * square_avg + (1 - alpha) * grad**2
    return param - lr * grad / (square_avg.sqrt() + eps), average


def exchanges_the_weights(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    return rmsprop_step(param, grad, square_avg, lr, 1 - alpha, eps)


def adds_the_whole_square(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    average = alpha * square_avg + grad**2
    return param - lr * grad / (average.sqrt() + eps), average


def averages_the_size(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    average = alpha * square_avg + (1 - alpha) * grad.abs()
    return param - lr * grad / (average.sqrt() + eps), average


def shares_one_average(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    average = alpha * square_avg + (1 - alpha) * grad.square().mean()
    return param - lr * grad / (average.sqrt() + eps), average


def climbs(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    return rmsprop_step(param, grad, square_avg, -lr, alpha, eps)


def corrects_like_adam(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    average = alpha * square_avg + (1 - alpha) * grad**2
    return param - lr * grad / ((average / (1 - alpha)).sqrt() + eps), average


def overwrites_the_average(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    square_avg.mul_(alpha).addcmul_(grad, grad, value=1 - alpha)
    return param - lr * grad / (square_avg.sqrt() + eps), square_avg


def overwrites_the_parameters(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    param[...], average = rmsprop_step(param, grad, square_avg, lr, alpha, eps)
    return param, average


def returns_float64(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    return rmsprop_step(param.double(), grad.double(), square_avg.double(), lr, alpha, eps)
