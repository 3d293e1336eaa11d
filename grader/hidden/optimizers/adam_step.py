"""Hidden tests of optimizers/adam_step."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.optimizers.adam_step import adam_step

independent = (
    "(lambda p, m, v: (torch.optim._functional.adam([p], [grad], [m], [v], [], [torch.tensor(step - 1.0)], foreach=False, "
    "amsgrad=False, beta1=beta1, beta2=beta2, lr=lr, weight_decay=0.0, eps=eps, maximize=False), (p, m, v))[1])"
    "(param.clone(), exp_avg.clone(), exp_avg_sq.clone())"
)


def sample(rng, size="small"):
    """Moments that are under way in step 3, with an eps that is large enough to be seen."""
    shape = (1, 1) if size == "ones" else (3, 4)
    step = int(rng.integers(1, 9)) if size == "random" else 3
    return (*rng.normal(size=(3, *shape)), rng.uniform(0.5, 2.0, shape), step, 0.25, 0.75, 0.875, 0.125)


@pytest.mark.parametrize("grad", [1e-3, -1.0, 1e3])
def test_first_step_is_the_sign(yours, rng, grad):
    """The first step is the learning rate times the sign of the gradient, for 0.001 as for -1 and 1000."""
    param, _, _ = yours(np.zeros(1), np.array([grad]), np.zeros(1), np.zeros(1), 1, lr=0.5, eps=1e-12)
    agree(param, np.array([-0.5 * np.sign(grad)]))


def test_first_moments(yours, rng):
    """After the first step the moments are a tenth of the gradient and a thousandth of its square, uncorrected."""
    _, exp_avg, exp_avg_sq = yours(np.ones(2), np.array([2.0, -30.0]), np.zeros(2), np.zeros(2), 1)
    agree(exp_avg, np.array([0.2, -3.0]))
    agree(exp_avg_sq, np.array([0.004, 0.9]))


def test_defaults(yours, rng):
    """The default learning rate is 0.001, and the default eps of 1e-8 halves the first step for a gradient of 1e-8."""
    agree(yours(np.zeros(1), np.array([1e-8]), np.zeros(1), np.zeros(1), 1)[0], np.array([-0.0005]))


def test_no_gradient(yours, rng):
    """Parameters that never had a gradient stay where they are: 0 / (0 + eps) is 0 and not NaN."""
    zeros = np.zeros(2)
    agree(yours(np.array([3.0, -5.0]), zeros, zeros, zeros, 4), (np.array([3.0, -5.0]), zeros, zeros), exact=True)


def test_constant_gradient(yours, rng):
    """Under a constant gradient all ten steps have the same length, since the bias correction is exact."""
    param, grad, exp_avg, exp_avg_sq = np.zeros(2), np.array([0.02, -300.0]), np.zeros(2), np.zeros(2)
    for step in range(1, 11):
        param, exp_avg, exp_avg_sq = yours(param, grad, exp_avg, exp_avg_sq, step, 0.5, 0.8, 0.9, 0.0)
        agree(param, np.array([-0.5, 0.5]) * step)


def test_many_steps(yours, rng):
    """Fifty steps with gradients at random lead where the formulas lead."""
    mine = want = np.zeros(4), np.zeros(4), np.zeros(4)
    for step in range(1, 51):
        grad = rng.normal(size=4) * np.array([0.01, 1.0, 10.0, 100.0])
        mine = yours(mine[0], grad, mine[1], mine[2], step, 0.1)
        want = adam_step(want[0], grad, want[1], want[2], step, 0.1)
    agree(mine[0], want[0])
    late = *np.array([[8.0], [0.5], [0.25], [4.0]]), 1500, 0.5
    agree(yours(*late), adam_step(*late))


@pytest.mark.parametrize("step", [0, -1])
def test_bad_step(yours, rng, step):
    """Steps are counted from 1: a step of 0 raises a ValueError that names it."""
    param, grad, exp_avg, exp_avg_sq, *_ = sample(rng)
    with pytest.raises(ValueError, match="step"):
        yours(param, grad, exp_avg, exp_avg_sq, step)


def moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2):
    """The new moments, and both corrected."""
    _, m, v = adam_step(grad, grad, exp_avg, exp_avg_sq, step, 1.0, beta1, beta2, 1.0)
    return m, v, m / (1 - beta1**step), v / (1 - beta2**step)


@mistake("The eps is inside the root. Take the root of the corrected second moment first, and add eps to that.")
def puts_eps_inside_the_root(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, mean, square = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    return param - lr * mean / (square + eps) ** 0.5, m, v


@mistake(
    "You add eps to the root before the second moment is corrected, so that eps weighs more in the first steps. Correct first, "
    "take the root, and then add eps."
)
def adds_eps_before_the_correction(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, mean, _ = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    return param - lr * mean * (1 - beta2**step) ** 0.5 / (v**0.5 + eps), m, v


@mistake("The eps is missing, so a parameter without any gradient becomes 0 / 0. Add eps to the root in the denominator.")
def forgets_eps(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, 0.0)


@mistake(
    "The bias correction is missing, which makes the first step 3.16 times too long. Divide each moment by one minus its beta to "
    "the power of step."
)
def forgets_the_bias_correction(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, _, _ = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    return param - lr * m / (v**0.5 + eps), m, v


@mistake("You correct the first moment only. The second one starts at zero as well: divide it by 1 - beta2**step.")
def corrects_only_the_first_moment(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, mean, _ = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    return param - lr * mean / (v**0.5 + eps), m, v


@mistake("You correct with 1 - beta in every step. The weights add up to one minus beta to the power of step.")
def corrects_as_in_the_first_step(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, _, _ = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    return param - lr * m / (1 - beta1) / ((v / (1 - beta2)) ** 0.5 + eps), m, v


@mistake("Your exponent is one too large: you count as if the first step were number 0. The exponent is step itself.")
def counts_from_zero(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, _, _ = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    return param - lr * m / (1 - beta1 ** (step + 1)) / ((v / (1 - beta2 ** (step + 1))) ** 0.5 + eps), m, v


@mistake("You return the corrected moments, so the next step corrects them once more. Return the averages as they are.")
def returns_the_corrected_moments(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    param, _, _ = adam_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps)
    return (param, *moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)[2:])


@mistake("The root is missing: you divide by the second moment itself, and large gradients give tiny steps. Take its root.")
def forgets_the_root(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, mean, square = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    return param - lr * mean / (square + eps), m, v


@mistake("Your second moment averages the size of the gradient. It is the average of the square of the gradient.")
def averages_the_size(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, _, mean, _ = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    v = beta2 * exp_avg_sq + (1 - beta2) * np.abs(grad)
    return param - lr * mean / ((v / (1 - beta2**step)) ** 0.5 + eps), m, v


@mistake("You move by the gradient and not by its average. The first moment, corrected, is the direction.")
def moves_by_the_gradient(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, _, square = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    return param - lr * grad / (square**0.5 + eps), m, v


@mistake("The old moments move the parameters. Update both moments first, and use the new ones for the step.")
def moves_by_the_old_moments(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, _, _ = moments(grad, exp_avg, exp_avg_sq, step, beta1, beta2)
    return param - lr * exp_avg / (1 - beta1**step) / ((exp_avg_sq / (1 - beta2**step)) ** 0.5 + eps), m, v


@mistake("You exchange beta and 1 - beta. The old moment is multiplied by beta, the new gradient by 1 - beta.")
def exchanges_the_weights(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    _, m, v = adam_step(param, grad, exp_avg, exp_avg_sq, step, lr, 1 - beta1, 1 - beta2, eps)
    return param - lr * m / (1 - beta1**step) / ((v / (1 - beta2**step)) ** 0.5 + eps), m, v


@mistake("The betas have changed places: beta1 belongs to the average of the gradient, beta2 to that of its square.")
def swaps_the_betas(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta2, beta1, eps)


@mistake("You climb: the step is added. Subtract it, since the gradient points uphill.")
def climbs(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step(param, grad, exp_avg, exp_avg_sq, step, -lr, beta1, beta2, eps)


@mistake("You update the moments in place. Make new arrays: state goes in, and state comes out.")
def overwrites_the_moments(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    param, exp_avg[...], exp_avg_sq[...] = adam_step(param, grad, exp_avg, exp_avg_sq, step, lr, beta1, beta2, eps)
    return param, exp_avg, exp_avg_sq


@mistake("A float32 parameter comes back as float64. Do not convert the arrays; Python numbers leave their dtype alone.")
def returns_float64(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    wide = [a.astype(np.float64) for a in (param, grad, exp_avg, exp_avg_sq)]
    return adam_step(*wide, step, lr, beta1, beta2, eps)


@mistake(
    "A step of 0 passes unnoticed, though nothing can be corrected there. Raise a ValueError that names step where it is below 1."
)
def checks_nothing(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_step(param, grad, exp_avg, exp_avg_sq, max(step, 1), lr, beta1, beta2, eps)


@right
def folded_into_one_rate(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    adam_step(param, grad, exp_avg, exp_avg_sq, step)
    root = np.sqrt(1 - beta2**step)
    rate = float(lr * root / (1 - beta1**step))
    exp_avg = exp_avg + (1 - beta1) * (grad - exp_avg)
    exp_avg_sq = exp_avg_sq + (1 - beta2) * (grad * grad - exp_avg_sq)
    return param - rate * exp_avg / (np.sqrt(exp_avg_sq) + eps * float(root)), exp_avg, exp_avg_sq


@right
def number_by_number(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    adam_step(param, grad, exp_avg, exp_avg_sq, step)
    new, m, v = np.empty_like(param), np.empty_like(param), np.empty_like(param)
    for i in np.ndindex(param.shape):
        m[i] = beta1 * exp_avg[i] + (1 - beta1) * grad[i]
        v[i] = beta2 * exp_avg_sq[i] + (1 - beta2) * grad[i] * grad[i]
        new[i] = param[i] - lr * (m[i] / (1 - beta1**step)) / ((v[i] / (1 - beta2**step)) ** 0.5 + eps)
    return new, m, v
