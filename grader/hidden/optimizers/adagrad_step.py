"""Hidden tests of optimizers/adagrad_step."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.optimizers.adagrad_step import adagrad_step

independent = (
    "(lambda p, s: (torch.optim._functional.adagrad([p], [grad], [s], [torch.tensor(0.0)], foreach=False, lr=lr, lr_decay=0.0, "
    "eps=eps, weight_decay=0.0, has_sparse_grad=False, maximize=False), (p, s))[1])(param.clone(), square_sum.clone())"
)


def sample(rng, size="small"):
    """A sum that is under way, with an eps that is large enough to be seen."""
    shape = (1, 1) if size == "ones" else (3, 4)
    return (*rng.normal(size=(2, *shape)), rng.uniform(0.5, 2.0, shape), 0.25, 0.125)


def test_first_step(yours, rng):
    """By default the first step is the learning rate of 0.01, against the sign of the gradient, whatever its size."""
    param, _ = yours(np.zeros(3), np.array([2.0, -300.0, 0.01]), np.zeros(3), eps=1e-15)
    agree(param, np.array([-0.01, 0.01, -0.01]))


def test_first_sum(yours, rng):
    """The first sum is the square."""
    agree(yours(np.zeros(2), np.array([2.0, -30.0]), np.zeros(2))[1], np.array([4.0, 900.0]))


def test_small_gradients(yours, rng):
    """The default eps of 1e-10 is added to the root: for a gradient of 1e-10 it halves the first step."""
    agree(yours(np.zeros(1), np.array([1e-10]), np.zeros(1))[0], np.array([-0.005]))


def test_no_gradient(yours, rng):
    """A parameter that never had a gradient stays where it is, and NaN is far away."""
    param = np.array([3.0, -5.0])
    agree(yours(param, np.zeros(2), np.zeros(2)), (param, np.zeros(2)), exact=True)


def test_steps_get_shorter(yours, rng):
    """Under a constant gradient the fourth step has half the length of the first, and the ninth a third of it."""
    param, grad, total, steps = np.zeros(3), np.array([1e-3, -2.0, 5e4]), np.zeros(3), []
    for _ in range(9):
        before = param
        param, total = yours(param, grad, total, 0.5, 0.0)
        steps.append(param - before)
    agree(steps[3] / steps[0], np.full(3, 1 / 2))
    agree(steps[8] / steps[0], np.full(3, 1 / 3))


def test_rare_gradients(yours, rng):
    """A parameter whose gradient was zero until now takes the long first step, while its neighbour has grown tired."""
    param, total = np.zeros(2), np.zeros(2)
    for _ in range(15):
        param, total = yours(param, np.array([1.0, 0.0]), total, 1.0, 0.0 + 1e-12)
    agree(yours(param, np.array([1.0, 1.0]), total, 1.0, 1e-12)[0] - param, np.array([-0.25, -1.0]), scale=10.0)


def test_many_steps(yours, rng):
    """Thirty steps with gradients at random lead where the formulas lead."""
    mine = want = np.zeros(4), np.zeros(4)
    for _ in range(30):
        grad = rng.normal(size=4) * np.array([0.01, 1.0, 10.0, 100.0])
        mine, want = yours(mine[0], grad, mine[1], 0.1, 0.5), adagrad_step(want[0], grad, want[1], 0.1, 0.5)
    agree(mine, want)


@mistake("The eps is inside the root. Take the root of the sum first, and add eps to that.")
def puts_eps_inside_the_root(param, grad, square_sum, lr=1e-2, eps=1e-10):
    total = adagrad_step(param, grad, square_sum, lr, eps)[1]
    return param - lr * grad / (total + eps) ** 0.5, total


@mistake("The eps is missing, so a parameter without any gradient becomes 0 / 0. Add eps to the root in the denominator.")
def forgets_eps(param, grad, square_sum, lr=1e-2, eps=1e-10):
    return adagrad_step(param, grad, square_sum, lr, 0.0)


@mistake("The root is missing: you divide by the sum of the squares itself. Take its root.")
def forgets_the_root(param, grad, square_sum, lr=1e-2, eps=1e-10):
    total = adagrad_step(param, grad, square_sum, lr, eps)[1]
    return param - lr * grad / (total + eps), total


@mistake("You divide by the old sum. Bring it up to date first: the gradient of this step counts in its own denominator.")
def divides_by_the_old_sum(param, grad, square_sum, lr=1e-2, eps=1e-10):
    total = adagrad_step(param, grad, square_sum, lr, eps)[1]
    return param - lr * grad / (square_sum**0.5 + eps), total


@mistake("You add up the sizes of the gradients. It is their squares that are added up.")
def adds_up_the_sizes(param, grad, square_sum, lr=1e-2, eps=1e-10):
    total = square_sum + np.abs(grad)
    return param - lr * grad / (total**0.5 + eps), total


@mistake("You take the square of the whole array's length, so all parameters share one step length. Square entry by entry.")
def shares_one_sum(param, grad, square_sum, lr=1e-2, eps=1e-10):
    total = square_sum + (grad**2).mean()
    return param - lr * grad / (total**0.5 + eps), total


@mistake("You climb: the step is added. Subtract it, since the gradient points uphill.")
def climbs(param, grad, square_sum, lr=1e-2, eps=1e-10):
    return adagrad_step(param, grad, square_sum, -lr, eps)


@mistake("You total, as RMSprop does. AdaGrad adds squares up with their full weight and forgets nothing.")
def forgets_like_rmsprop(param, grad, square_sum, lr=1e-2, eps=1e-10):
    total = 0.99 * square_sum + 0.01 * grad**2
    return param - lr * grad / (total**0.5 + eps), total


@mistake("You update the sum in place. Make a new array: state goes in, and state comes out.")
def overwrites_the_sum(param, grad, square_sum, lr=1e-2, eps=1e-10):
    param, square_sum[...] = adagrad_step(param, grad, square_sum, lr, eps)
    return param, square_sum


@mistake("You move the parameters in place. Return new ones; whoever called you may still need the old.")
def overwrites_the_parameters(param, grad, square_sum, lr=1e-2, eps=1e-10):
    param[...], total = adagrad_step(param, grad, square_sum, lr, eps)
    return param, total


@mistake("A float32 parameter comes back as float64. Do not convert the arrays; Python numbers leave their dtype alone.")
def returns_float64(param, grad, square_sum, lr=1e-2, eps=1e-10):
    return adagrad_step(*(a.astype(np.float64) for a in (param, grad, square_sum)), lr, eps)


@right
def multiplies_first(param, grad, square_sum, lr=1e-2, eps=1e-10):
    total = grad * grad + square_sum
    return param - grad * (lr / (total**0.5 + eps)), total


@right
def number_by_number(param, grad, square_sum, lr=1e-2, eps=1e-10):
    new, total = np.empty_like(param), np.empty_like(square_sum)
    for i in np.ndindex(param.shape):
        total[i] = square_sum[i] + grad[i] * grad[i]
        new[i] = param[i] - lr * grad[i] / (np.sqrt(total[i]) + eps)
    return new, total
