"""Hidden tests of optimizers/adamw_step."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.optimizers.adamw_step import adamw_step

independent = (
    "(lambda p, m, v: (torch.optim._functional.adamw([p], [grad], [m], [v], [], [torch.tensor(step - 1.0)], foreach=False, "
    "amsgrad=False, beta1=beta1, beta2=beta2, lr=lr, weight_decay=weight_decay, eps=eps, maximize=False), (p, m, v))[1])"
    "(param.clone(), exp_avg.clone(), exp_avg_sq.clone())"
)


def sample(rng, size="small"):
    """Moments that are under way in step 3, with an eps that is large enough to be seen."""
    shape = (1, 1) if size == "ones" else (3, 4)
    step = int(rng.integers(1, 9)) if size == "random" else 3
    return (*rng.normal(size=(3, *shape)), rng.uniform(0.5, 2.0, shape), step, 0.25, 0.75, 0.875, 0.125, 0.375)


def test_only_the_decay(yours, rng):
    """Without gradients, each parameter loses lr times weight_decay of itself, exactly, and the moments stay zero."""
    param, zeros = np.array([10.0, -1.0, 1e-6]), np.zeros(3)
    agree(yours(param, zeros, zeros, zeros, 5, 0.01, weight_decay=0.5), (param * 0.995, zeros, zeros))


def test_first_step(yours, rng):
    """In the first step the parameters shrink, and then move by the learning rate against the sign of the gradient."""
    got = yours(np.array([8.0, -4.0]), np.array([1e-3, -50.0]), np.zeros(2), np.zeros(2), 1, 0.5, eps=1e-15, weight_decay=0.25)
    agree(got[0], np.array([6.5, -3.0]))
    late = yours(*np.array([[8.0], [0.5], [0.25], [4.0]]), 1500, 0.5)
    agree(late, adamw_step(*np.array([[8.0], [0.5], [0.25], [4.0]]), 1500, 0.5))


def test_moments_know_nothing_of_the_decay(yours, rng):
    """The moments are those of Adam: the averages of the gradient and of its square, however strong the decay is."""
    got = yours(np.full(2, 1e3), np.array([2.0, -30.0]), np.zeros(2), np.zeros(2), 1, weight_decay=10.0)
    agree(got[1], np.array([0.2, -3.0]))
    agree(got[2], np.array([0.004, 0.9]))


def test_defaults(yours, rng):
    """By default the learning rate is 0.001, the weight decay 0.01 and eps 1e-8, which halves the step for a gradient of 1e-8."""
    agree(yours(np.array([100.0]), np.array([1e-8]), np.zeros(1), np.zeros(1), 1)[0], np.array([100.0 - 0.001 - 0.0005]))
    agree(yours(np.zeros(1), np.array([1e-8]), np.zeros(1), np.zeros(1), 1)[0], np.array([-0.0005]))


def test_many_steps(yours, rng):
    """Fifty steps with gradients at random lead where the formulas lead."""
    mine = want = np.full(4, 3.0), np.zeros(4), np.zeros(4)
    for step in range(1, 51):
        grad = rng.normal(size=4) * np.array([0.01, 1.0, 10.0, 100.0])
        mine = yours(mine[0], grad, mine[1], mine[2], step, 0.1, weight_decay=0.5)
        want = adamw_step(want[0], grad, want[1], want[2], step, 0.1, weight_decay=0.5)
    agree(mine, want)


@pytest.mark.parametrize("step", [0, -1])
def test_bad_step(yours, rng, step):
    """Steps are counted from 1: a step of 0 raises a ValueError that names it."""
    param, grad, exp_avg, exp_avg_sq, *_ = sample(rng)
    with pytest.raises(ValueError, match="step"):
        yours(param, grad, exp_avg, exp_avg_sq, step)


@mistake(
    "The decay goes into the gradient, as an L2 penalty would, and the root divides it away. Shrink the parameters instead, "
    "and leave grad and the moments alone."
)
def puts_the_decay_into_the_gradient(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    return adamw_step(param, grad + weight_decay * param, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 0.0)


@mistake("The decay has lost the learning rate. A step shrinks the parameters by lr * weight_decay, not by weight_decay.")
def forgets_the_learning_rate_of_the_decay(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    new, m, v = adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 0.0)
    return new - weight_decay * param, m, v


@mistake(
    "The parameters shrink after Adam's step, so that the step shrinks too. The decay takes its share of the old parameters."
)
def decays_after_the_step(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    new, m, v = adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 0.0)
    return new * (1 - lr * weight_decay), m, v


@mistake("The decay is divided by the root as well. It goes past the moments: subtract lr * weight_decay * param by itself.")
def divides_the_decay_by_the_root(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    new, m, v = adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 0.0)
    return new - lr * weight_decay * param / ((v / (1 - beta2**step)) ** 0.5 + eps), m, v


@mistake("The decay is missing: this is plain Adam.")
def forgets_the_decay(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 0.0)


@mistake("There is a 2 in front of the decay. Weight decay counts once: half the squared length has a gradient without a 2.")
def doubles_the_decay(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 2 * weight_decay)


@mistake("The parameters grow by the decay. It pulls them towards zero.")
def grows_the_parameters(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, -weight_decay)


@mistake("The eps is missing, so nothing keeps the denominator from zero. Add eps to the root.")
def forgets_eps(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, 0.0, weight_decay)


@mistake("The betas have changed places: beta1 belongs to the average of the gradient, beta2 to that of its square.")
def swaps_the_betas(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta2, beta1, eps, weight_decay)


@mistake(
    "Your exponent is one too large: you count as if the first step were number 0. Divide by one minus beta to the power of step."
)
def counts_from_zero(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    _, m, v = adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, weight_decay)
    mean, size = m / (1 - beta1 ** (step + 1)), (v / (1 - beta2 ** (step + 1))) ** 0.5
    return (1 - lr * weight_decay) * param - lr * mean / (size + eps), m, v


@mistake(
    "The bias correction is missing, which makes the first step 3.16 times too long. Divide each moment by one minus its beta "
    "to the power of step."
)
def forgets_the_bias_correction(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    _, m, v = adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, weight_decay)
    return (1 - lr * weight_decay) * param - lr * m / (v**0.5 + eps), m, v


@mistake("The moments are updated in place. Make new arrays: state goes in, and state comes out.")
def overwrites_the_moments(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    param, exp_avg[...], exp_avg_sq[...] = adamw_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, weight_decay)
    return param, exp_avg, exp_avg_sq


@mistake("A float32 parameter comes back as float64. Do not convert the arrays; Python numbers leave their dtype alone.")
def returns_float64(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    wide = [a.astype(np.float64) for a in (param, grad, exp_avg, exp_avg_sq)]
    return adamw_step(*wide, step, lr, beta1, beta2, eps, weight_decay)


@mistake(
    "A step of 0 passes unnoticed, though nothing can be corrected there. Raise a ValueError that names step where it is below 1."
)
def checks_nothing(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adamw_step(param, grad, exp_avg, exp_avg_sq, max(step, 1), lr, beta1, beta2, eps, weight_decay)


@right
def number_by_number(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    adamw_step(param, grad, exp_avg, exp_avg_sq, step)
    new, m, v = np.empty_like(param), np.empty_like(param), np.empty_like(param)
    for i in np.ndindex(param.shape):
        g = grad[i]
        m[i] = beta1 * exp_avg[i] + (1 - beta1) * g
        v[i] = beta2 * exp_avg_sq[i] + (1 - beta2) * g * g
        new[i] = (1 - lr * weight_decay) * param[i] - lr * (m[i] / (1 - beta1**step)) / ((v[i] / (1 - beta2**step)) ** 0.5 + eps)
    return new, m, v


@right
def folded_into_one_rate(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    adamw_step(param, grad, exp_avg, exp_avg_sq, step)
    root = float(np.sqrt(1 - beta2**step))
    m = exp_avg + (1 - beta1) * (grad - exp_avg)
    v = exp_avg_sq + (1 - beta2) * (grad * grad - exp_avg_sq)
    return param - lr * weight_decay * param - float(lr * root / (1 - beta1**step)) * m / (np.sqrt(v) + eps * root), m, v
