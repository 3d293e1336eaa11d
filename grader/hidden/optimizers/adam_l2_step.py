"""Hidden tests of optimizers/adam_l2_step."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.optimizers.adam_l2_step import adam_l2_step

independent = (
    "(lambda p, m, v: (torch.optim._functional.adam([p], [grad], [m], [v], [], [torch.tensor(step - 1.0)], foreach=False, "
    "amsgrad=False, beta1=beta1, beta2=beta2, lr=lr, weight_decay=weight_decay, eps=eps, maximize=False), (p, m, v))[1])"
    "(param.clone(), exp_avg.clone(), exp_avg_sq.clone())"
)


def sample(rng, size="small"):
    """Moments that are under way in step 3, with an eps that is large enough to be seen."""
    shape = (1, 1) if size == "ones" else (3, 4)
    step = int(rng.integers(1, 9)) if size == "random" else 3
    return (*rng.normal(size=(3, *shape)), rng.uniform(0.5, 2.0, shape), step, 0.25, 0.75, 0.875, 0.125, 0.375)


def test_only_the_penalty(yours, rng):
    """Without gradients, the first step moves each parameter by the learning rate towards zero, large and small ones alike."""
    param, zeros = np.array([10.0, -1.0, 0.5]), np.zeros(3)
    for weight_decay in (0.01, 3.0):
        got = yours(param, zeros, zeros, zeros, 1, 0.25, eps=1e-15, weight_decay=weight_decay)
        agree(got[0], np.array([9.75, -0.75, 0.25]))


def test_penalty_in_both_moments(yours, rng):
    """The gradient of the penalty is in both moments: they average the complete gradient, and its square."""
    got = yours(np.array([10.0, -4.0]), np.array([1.0, 2.0]), np.zeros(2), np.zeros(2), 1, weight_decay=0.5)
    agree(got[1], np.array([0.6, 0.0]))
    agree(got[2], np.array([0.036, 0.0]))


def test_a_minimum_stays(yours, rng):
    """Where gradient and penalty balance, the parameters stay: that is the minimum of the loss with its penalty."""
    param = np.array([2.0, -6.0])
    agree(yours(param, -0.5 * param, np.zeros(2), np.zeros(2), 1, 0.3, weight_decay=0.5), (param, np.zeros(2), np.zeros(2)))


def test_defaults(yours, rng):
    """By default the learning rate is 0.001, the weight decay 0.01 and eps 1e-8, which halves the step for a gradient of 1e-8."""
    agree(yours(np.zeros(1), np.array([1e-8]), np.zeros(1), np.zeros(1), 1)[0], np.array([-0.0005]))
    got = yours(np.array([100.0]), np.array([1.0]), np.zeros(1), np.zeros(1), 1)
    agree(got, (np.array([99.999]), np.array([0.2]), np.array([0.004])))


def test_many_steps(yours, rng):
    """Fifty steps with gradients at random lead where the formulas lead."""
    mine = want = np.full(4, 3.0), np.zeros(4), np.zeros(4)
    for step in range(1, 51):
        grad = rng.normal(size=4) * np.array([0.01, 1.0, 10.0, 100.0])
        mine = yours(mine[0], grad, mine[1], mine[2], step, 0.1, weight_decay=0.5)
        want = adam_l2_step(want[0], grad, want[1], want[2], step, 0.1, weight_decay=0.5)
    agree(mine, want)


@pytest.mark.parametrize("step", [0, -1])
def test_bad_step(yours, rng, step):
    """Steps are counted from 1: a step of 0 raises a ValueError that names it."""
    param, grad, exp_avg, exp_avg_sq, *_ = sample(rng)
    with pytest.raises(ValueError, match="step"):
        yours(param, grad, exp_avg, exp_avg_sq, step)


@mistake(
    "The parameters shrink past the moments, which is AdamW. An L2 penalty is a part of the loss: add weight_decay * param to "
    "the gradient first."
)
def decays_as_adamw_does(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    new, m, v = adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 0.0)
    return new - lr * weight_decay * param, m, v


@mistake(
    "The penalty has the learning rate in front of it already in the gradient. Add weight_decay * param, and multiply by lr "
    "at the end only."
)
def multiplies_the_penalty_by_the_learning_rate(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    return adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, lr * weight_decay)


@mistake("The penalty is in the first moment only. Adam sees one gradient: make both moments of grad + weight_decay * param.")
def leaves_the_second_moment_out(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    v = adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 0.0)[2]
    m = adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, weight_decay)[1]
    mean, size = m / (1 - beta1**step), (v / (1 - beta2**step)) ** 0.5
    return param - lr * mean / (size + eps), m, v


@mistake("The penalty is in the second moment only. Adam sees one gradient: make both moments of grad + weight_decay * param.")
def leaves_the_first_moment_out(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    m = adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 0.0)[1]
    v = adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, weight_decay)[2]
    mean, size = m / (1 - beta1**step), (v / (1 - beta2**step)) ** 0.5
    return param - lr * mean / (size + eps), m, v


@mistake("The penalty is added to the gradient in place. Make a new array: the gradient belongs to whoever called you.")
def overwrites_the_gradient(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    found = adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, weight_decay)
    grad += weight_decay * param
    return found


@mistake("The decay is missing: this is plain Adam.")
def forgets_the_decay(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 0.0)


@mistake("There is a 2 in front of the decay. Weight decay counts once: half the squared length has a gradient without a 2.")
def doubles_the_decay(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, 2 * weight_decay)


@mistake("The parameters grow by the decay. It pulls them towards zero.")
def grows_the_parameters(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, -weight_decay)


@mistake("The eps is missing, so nothing keeps the denominator from zero. Add eps to the root.")
def forgets_eps(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, 0.0, weight_decay)


@mistake("The betas have changed places: beta1 belongs to the average of the gradient, beta2 to that of its square.")
def swaps_the_betas(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta2, beta1, eps, weight_decay)


@mistake(
    "Your exponent is one too large: you count as if the first step were number 0. Divide by one minus beta to the power of step."
)
def counts_from_zero(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    _, m, v = adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, weight_decay)
    mean, size = m / (1 - beta1 ** (step + 1)), (v / (1 - beta2 ** (step + 1))) ** 0.5
    return param - lr * mean / (size + eps), m, v


@mistake(
    "The bias correction is missing, which makes the first step 3.16 times too long. Divide each moment by one minus its beta "
    "to the power of step."
)
def forgets_the_bias_correction(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    _, m, v = adam_l2_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, weight_decay)
    return param - lr * m / (v**0.5 + eps), m, v


@mistake("The moments are updated in place. Make new arrays: state goes in, and state comes out.")
def overwrites_the_moments(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    param, exp_avg[...], exp_avg_sq[...] = adam_l2_step(
        param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps, weight_decay
    )
    return param, exp_avg, exp_avg_sq


@mistake("A float32 parameter comes back as float64. Do not convert the arrays; Python numbers leave their dtype alone.")
def returns_float64(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    wide = [a.astype(np.float64) for a in (param, grad, exp_avg, exp_avg_sq)]
    return adam_l2_step(*wide, step, lr, beta1, beta2, eps, weight_decay)


@mistake(
    "A step of 0 passes unnoticed, though nothing can be corrected there. Raise a ValueError that names step where it is below 1."
)
def checks_nothing(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return adam_l2_step(param, grad, exp_avg, exp_avg_sq, max(step, 1), lr, beta1, beta2, eps, weight_decay)


@right
def number_by_number(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    adam_l2_step(param, grad, exp_avg, exp_avg_sq, step)
    new, m, v = np.empty_like(param), np.empty_like(param), np.empty_like(param)
    for i in np.ndindex(param.shape):
        g = grad[i] + weight_decay * param[i]
        m[i] = beta1 * exp_avg[i] + (1 - beta1) * g
        v[i] = beta2 * exp_avg_sq[i] + (1 - beta2) * g * g
        new[i] = param[i] - lr * (m[i] / (1 - beta1**step)) / ((v[i] / (1 - beta2**step)) ** 0.5 + eps)
    return new, m, v


@right
def folded_into_one_rate(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    adam_l2_step(param, grad, exp_avg, exp_avg_sq, step)
    root = float(np.sqrt(1 - beta2**step))
    grad = weight_decay * param + grad
    m = exp_avg + (1 - beta1) * (grad - exp_avg)
    v = exp_avg_sq + (1 - beta2) * (grad * grad - exp_avg_sq)
    return param - float(lr * root / (1 - beta1**step)) * m / (np.sqrt(v) + eps * root), m, v
