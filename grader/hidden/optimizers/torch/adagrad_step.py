"""The known mistakes of optimizers/adagrad_step, as people write them in PyTorch."""

from solutions.optimizers.torch.adagrad_step import adagrad_step


def puts_eps_inside_the_root(param, grad, square_sum, lr=1e-2, eps=1e-10):
    total = square_sum + grad**2
    return param - lr * grad / (total + eps).sqrt(), total


def forgets_eps(param, grad, square_sum, lr=1e-2, eps=1e-10):
    return adagrad_step(param, grad, square_sum, lr, 0.0)


def forgets_the_root(param, grad, square_sum, lr=1e-2, eps=1e-10):
    total = square_sum + grad**2
    return param - lr * grad / (total + eps), total


def divides_by_the_old_sum(param, grad, square_sum, lr=1e-2, eps=1e-10):
    total = square_sum + grad**2
    return param - lr * grad / (square_sum.sqrt() + eps), total


def adds_up_the_sizes(param, grad, square_sum, lr=1e-2, eps=1e-10):
    total = square_sum + grad.abs()
    return param - lr * grad / (total.sqrt() + eps), total


def shares_one_sum(param, grad, square_sum, lr=1e-2, eps=1e-10):
    total = square_sum + grad.square().mean()
    return param - lr * grad / (total.sqrt() + eps), total


def climbs(param, grad, square_sum, lr=1e-2, eps=1e-10):
    return adagrad_step(param, grad, square_sum, -lr, eps)


def forgets_like_rmsprop(param, grad, square_sum, lr=1e-2, eps=1e-10):
    total = 0.99 * square_sum + 0.01 * grad**2
    return param - lr * grad / (total.sqrt() + eps), total


def overwrites_the_sum(param, grad, square_sum, lr=1e-2, eps=1e-10):
    square_sum.addcmul_(grad, grad)
    return param - lr * grad / (square_sum.sqrt() + eps), square_sum


def overwrites_the_parameters(param, grad, square_sum, lr=1e-2, eps=1e-10):
    param[...], total = adagrad_step(param, grad, square_sum, lr, eps)
    return param, total


def returns_float64(param, grad, square_sum, lr=1e-2, eps=1e-10):
    return adagrad_step(param.double(), grad.double(), square_sum.double(), lr, eps)
