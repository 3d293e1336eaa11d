"""Hidden tests of optimizers/rmsprop_step."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.optimizers.rmsprop_step import rmsprop_step

independent = (
    "(lambda p, s: (torch.optim._functional.rmsprop([p], [grad], [s], [], [], [torch.tensor(0.0)], foreach=False, lr=lr, "
    "alpha=alpha, eps=eps, weight_decay=0.0, momentum=0.0, centered=False), (p, s))[1])(param.clone(), square_avg.clone())"
)


def sample(rng, size="small"):
    """An average that is under way, with an eps that is large enough to be seen."""
    shape = (1, 1) if size == "ones" else (3, 4)
    return (*rng.normal(size=(2, *shape)), rng.uniform(0.5, 2.0, shape), 0.25, 0.75, 0.125)


def test_first_step(yours, rng):
    """By default the first step is ten times the learning rate, against the sign of the gradient, whatever its size."""
    param, _ = yours(np.zeros(3), np.array([2.0, -300.0, 0.01]), np.zeros(3), eps=1e-12)
    agree(param, np.array([-0.1, 0.1, -0.1]))


def test_first_average(yours, rng):
    """By default the first average is a hundredth of the square."""
    agree(yours(np.zeros(2), np.array([2.0, -30.0]), np.zeros(2))[1], np.array([0.04, 9.0]))


def test_small_gradients(yours, rng):
    """The default eps of 1e-8 is added to the root: for a gradient of 1e-7 it is half of the denominator in the first step."""
    agree(yours(np.zeros(1), np.array([1e-7]), np.zeros(1))[0], np.array([-0.05]))


def test_no_gradient(yours, rng):
    """A parameter that never had a gradient stays where it is, and NaN is far away."""
    param = np.array([3.0, -5.0])
    agree(yours(param, np.zeros(2), np.zeros(2)), (param, np.zeros(2)), exact=True)


def test_each_parameter_by_itself(yours, rng):
    """In the long run all parameters move by the learning rate, however different their gradients are."""
    param, grad, average = np.zeros(3), np.array([1e-3, -2.0, 5e4]), np.zeros(3)
    for _ in range(200):
        before = param
        param, average = yours(param, grad, average, 0.5, 0.5, 0.0)
    agree(param - before, np.array([-0.5, 0.5, -0.5]))


def test_many_steps(yours, rng):
    """Thirty steps with gradients at random lead where the formulas lead."""
    mine = want = np.zeros(4), np.zeros(4)
    for _ in range(30):
        grad = rng.normal(size=4) * np.array([0.01, 1.0, 10.0, 100.0])
        mine, want = yours(mine[0], grad, mine[1], 0.1, 0.9), rmsprop_step(want[0], grad, want[1], 0.1, 0.9)
    agree(mine, want)


@mistake("The eps is inside the root. Take the root of the average first, and add eps to that.")
def puts_eps_inside_the_root(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    average = rmsprop_step(param, grad, square_avg, lr, alpha, eps)[1]
    return param - lr * grad / (average + eps) ** 0.5, average


@mistake("The eps is missing, so a parameter without any gradient becomes 0 / 0. Add eps to the root in the denominator.")
def forgets_eps(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    return rmsprop_step(param, grad, square_avg, lr, alpha, 0.0)


@mistake("The root is missing: you divide by the average of the squares itself. Take its root, which is a typical gradient.")
def forgets_the_root(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    average = rmsprop_step(param, grad, square_avg, lr, alpha, eps)[1]
    return param - lr * grad / (average + eps), average


@mistake("You divide by the old average. Bring it up to date first: the gradient of this step counts in its own denominator.")
def divides_by_the_old_average(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    average = rmsprop_step(param, grad, square_avg, lr, alpha, eps)[1]
    return param - lr * grad / (square_avg**0.5 + eps), average


@mistake("You exchange alpha and 1 - alpha. The old average is multiplied by alpha, the new square by 1 - alpha.")
def exchanges_the_weights(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    return rmsprop_step(param, grad, square_avg, lr, 1 - alpha, eps)


@mistake("The new square has its full weight, as in AdaGrad. In a moving average it is multiplied by 1 - alpha.")
def adds_the_whole_square(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    average = alpha * square_avg + grad**2
    return param - lr * grad / (average**0.5 + eps), average


@mistake("The average is of the size of the gradient. It is the average of the square of the gradient.")
def averages_the_size(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    average = alpha * square_avg + (1 - alpha) * np.abs(grad)
    return param - lr * grad / (average**0.5 + eps), average


@mistake("You take the square of the whole array's length, so all parameters share one step length. Square entry by entry.")
def shares_one_average(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    average = alpha * square_avg + (1 - alpha) * (grad**2).mean()
    return param - lr * grad / (average**0.5 + eps), average


@mistake("You climb: the step is added. Subtract it, since the gradient points uphill.")
def climbs(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    return rmsprop_step(param, grad, square_avg, -lr, alpha, eps)


@mistake("You correct the average as Adam does. RMSprop has no bias correction: its first steps are longer.")
def corrects_like_adam(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    average = rmsprop_step(param, grad, square_avg, lr, alpha, eps)[1]
    return param - lr * grad / ((average / (1 - alpha)) ** 0.5 + eps), average


@mistake("You update the average in place. Make a new array: state goes in, and state comes out.")
def overwrites_the_average(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    param, square_avg[...] = rmsprop_step(param, grad, square_avg, lr, alpha, eps)
    return param, square_avg


@mistake("You move the parameters in place. Return new ones; whoever called you may still need the old.")
def overwrites_the_parameters(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    param[...], average = rmsprop_step(param, grad, square_avg, lr, alpha, eps)
    return param, average


@mistake("A float32 parameter comes back as float64. Do not convert the arrays; Python numbers leave their dtype alone.")
def returns_float64(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    return rmsprop_step(*(a.astype(np.float64) for a in (param, grad, square_avg)), lr, alpha, eps)


@right
def moves_towards_the_square(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    average = square_avg + (1 - alpha) * (grad * grad - square_avg)
    return param - grad * (lr / (average**0.5 + eps)), average


@right
def number_by_number(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    new, average = np.empty_like(param), np.empty_like(square_avg)
    for i in np.ndindex(param.shape):
        average[i] = alpha * square_avg[i] + (1 - alpha) * grad[i] * grad[i]
        new[i] = param[i] - lr * grad[i] / (np.sqrt(average[i]) + eps)
    return new, average
