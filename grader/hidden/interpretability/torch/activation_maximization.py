"""The known mistakes of interpretability/activation_maximization, as people write them in PyTorch."""

from solutions.interpretability.torch.activation_maximization import activation_maximization


def climb(x0, n_steps, step):
    x = x0.clone()
    for _ in range(n_steps):
        x = step(x)
    return x


def descends(grad_f, x0, lr, n_steps, l2=0.0):
    return climb(x0, n_steps, lambda x: x - lr * (grad_f(x) - 2 * l2 * x))


def descends_but_shrinks(grad_f, x0, lr, n_steps, l2=0.0):
    return climb(x0, n_steps, lambda x: x - lr * (grad_f(x) + 2 * l2 * x))


def pushes_away_from_zero(grad_f, x0, lr, n_steps, l2=0.0):
    return climb(x0, n_steps, lambda x: x + lr * (grad_f(x) + 2 * l2 * x))


def forgets_the_prior(grad_f, x0, lr, n_steps, l2=0.0):
    return climb(x0, n_steps, lambda x: x + lr * grad_f(x))


def forgets_the_two(grad_f, x0, lr, n_steps, l2=0.0):
    return climb(x0, n_steps, lambda x: x + lr * (grad_f(x) - l2 * x))


def pulls_by_the_sign(grad_f, x0, lr, n_steps, l2=0.0):
    return climb(x0, n_steps, lambda x: x + lr * (grad_f(x) - 2 * l2 * x.sign()))


def shrinks_after_the_step(grad_f, x0, lr, n_steps, l2=0.0):
    return climb(x0, n_steps, lambda x: (x + lr * grad_f(x)) * (1 - 2 * lr * l2))


def shrinks_without_lr(grad_f, x0, lr, n_steps, l2=0.0):
    return climb(x0, n_steps, lambda x: x + lr * grad_f(x) - 2 * l2 * x)


def pulls_to_the_start(grad_f, x0, lr, n_steps, l2=0.0):
    return climb(x0, n_steps, lambda x: x + lr * (grad_f(x) - 2 * l2 * (x - x0)))


def never_looks_again(grad_f, x0, lr, n_steps, l2=0.0):
    gradient = grad_f(x0.clone())
    return climb(x0, n_steps, lambda x: x + lr * (gradient - 2 * l2 * x))


def normalizes_the_gradient(grad_f, x0, lr, n_steps, l2=0.0):
    def step(x):
        gradient = grad_f(x)
        return x + lr * (gradient / gradient.norm().clamp(min=1e-12) - 2 * l2 * x)

    return climb(x0, n_steps, step)


def climbs_one_step_more(grad_f, x0, lr, n_steps, l2=0.0):
    return activation_maximization(grad_f, x0, lr, n_steps + 1, l2)


def clips_to_a_picture(grad_f, x0, lr, n_steps, l2=0.0):
    return activation_maximization(grad_f, x0, lr, n_steps, l2).clamp(0, 1)


def returns_float64(grad_f, x0, lr, n_steps, l2=0.0):
    return activation_maximization(grad_f, x0, lr, n_steps, l2).double()


def overwrites_the_start(grad_f, x0, lr, n_steps, l2=0.0):
    for _ in range(n_steps):
        x0 += lr * (grad_f(x0) - 2 * l2 * x0)
    return x0.clone()


def hands_back_the_start(grad_f, x0, lr, n_steps, l2=0.0):
    return activation_maximization(grad_f, x0, lr, n_steps, l2) if n_steps else x0
