"""Hidden tests of transfer/linear_probe."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.transfer.linear_probe import linear_probe

independent = (
    "(lambda s: (s[:-1].T, s[-1]))(torch.linalg.lstsq("
    "torch.cat([F.pad(features, (0, 1), value=1.0),"
    "lam**0.5 * torch.eye(features.shape[1], features.shape[1] + 1).to(features)]),"
    "torch.cat([target, torch.zeros(features.shape[1], target.shape[1]).to(target)])).solution)"
)


def sample(rng, size="small"):
    """More examples than features, and means far from zero."""
    n, d, k = (3, 1, 1) if size == "ones" else (7, 3, 2)
    return rng.normal(size=(n, d)) + 1.5, rng.normal(size=(n, k)) - 2.0, 0.75


def test_errors_have_mean_zero(yours, rng):
    """The bias is free, so the errors add up to zero for each output, whatever the penalty."""
    features, target, _ = sample(rng)
    weight, bias = yours(features, target, 40.0)
    agree((features @ weight.T + bias).mean(0), target.mean(0))


def test_slope_of_the_objective(yours, rng):
    """At the solution the derivative of the objective by every weight is zero."""
    features, target, lam = sample(rng)
    weight, bias = yours(features, target, lam)
    error = features @ weight.T + bias - target
    agree(error.T @ features, -lam * weight)


def test_huge_penalty(yours, rng):
    """A huge penalty leaves no weights, and the bias is the mean of the targets."""
    weight, bias = yours(np.array([[5.0, 1.0], [3.0, 2.0], [4.0, 6.0]]), np.array([[3.0], [6.0], [9.0]]), 1e14)
    agree(weight * 1e14, np.array([[-3.0, 15.0]]))
    agree(bias, np.array([6.0]))


def test_shifted_features(yours, rng):
    """Shifting the features changes the bias alone, and shifting the targets moves the bias along."""
    features, target, lam = sample(rng)
    weight, bias = linear_probe(features, target, lam)
    agree(yours(features + 8.0, target - 3.0, lam), (weight, bias - 3.0 - 8.0 * weight.sum(1)))


def test_faint_feature(yours):
    """A feature with small numbers is used like any other: where the penalty is small its weight is large."""
    features = np.array([[1.0, 0.001], [-1.0, 0.001], [1.0, -0.001], [-1.0, -0.001]])
    weight, bias = yours(features, np.array([[5.0], [1.0], [3.0], [-1.0]]), 1e-6)
    agree(weight[0, 0], 8 / (4 + 1e-6))
    agree((weight[0, 1], bias), (0.004 / 5e-6, np.array([2.0])))


def test_few_examples(yours, rng):
    """With fewer examples than features the penalty still makes the solution unique."""
    weight, bias = yours(np.array([[2.0, 0.0, 1.0], [0.0, 4.0, 1.0]]), np.array([[1.0], [13.0]]), 2.0)
    agree(weight, np.array([[-1.0, 2.0, 0.0]]))
    agree(bias, np.array([4.0]))


@pytest.mark.parametrize("lam", [0.0, -0.5], ids=["zero", "negative"])
def test_bad_penalty(yours, rng, lam):
    """A penalty that is not above 0 raises a ValueError that names it."""
    features, target, _ = sample(rng)
    with pytest.raises(ValueError, match="lam"):
        yours(features, target, lam)


def with_ones(features, target, penalty):
    """Ridge regression with a column of ones, and a penalty for each column."""
    f = np.concatenate([features, np.ones_like(features[:, :1])], axis=1)
    solution = np.linalg.solve(f.T @ f + np.diag(penalty).astype(f.dtype), f.T @ target)
    return solution[:-1].T, solution[-1]


@mistake("You penalise the bias, too. Centre the features first, or give the column of ones a penalty of 0.")
def penalises_the_bias(features, target, lam):
    linear_probe(features, target, lam)
    return with_ones(features, target, [lam] * (features.shape[1] + 1))


@mistake("There is no bias in your fit. Subtract the means of the features first, and compute the bias after the weights.")
def fits_without_a_bias(features, target, lam):
    linear_probe(features, target, lam)
    penalty = lam * np.eye(features.shape[1], dtype=features.dtype)
    return np.linalg.solve(features.T @ features + penalty, features.T @ target).T, np.zeros_like(target[0])


@mistake("Your bias is the mean of the targets, which is right for centred features only. Subtract the weights times their mean.")
def forgets_the_mean_of_the_features(features, target, lam):
    return linear_probe(features, target, lam)[0], target.mean(0)


@mistake("The weight has the features along its first axis. A linear layer keeps the outputs there: transpose it.")
def transposes_the_weight(features, target, lam):
    weight, bias = linear_probe(features, target, lam)
    return weight.T, bias


@mistake("You average the errors over the examples, so that the penalty counts N times as much. Here the errors are summed.")
def averages_the_errors(features, target, lam):
    return linear_probe(features, target, lam * len(features))


@mistake("The penalty is doubled. The factor 2 of the derivative stands before both terms, and falls out of the equations.")
def doubles_the_penalty(features, target, lam):
    return linear_probe(features, target, 2 * lam)


@mistake("You square lam. The objective has lam itself before the squared weights, so add lam to the diagonal.")
def squares_the_penalty(features, target, lam):
    return linear_probe(features, target, lam * abs(lam))


@mistake("You scale the features to a standard deviation of 1 before the fit. Use them as they come, only centred.")
def standardises_the_features(features, target, lam):
    std = features.std(0) + (features.std(0) == 0)
    return linear_probe(features / std, target, lam)


@mistake("You add lam to every entry of the matrix. The penalty belongs on the diagonal: lam times the identity.")
def adds_lam_everywhere(features, target, lam):
    _, bias = linear_probe(features, target, lam)
    f, y = features - features.mean(0), target - target.mean(0)
    weight = (np.linalg.pinv(f.T @ f + lam) @ (f.T @ y)).T
    return weight, bias - bias + target.mean(0) - weight @ features.mean(0)


@mistake("A penalty that is not above 0 passes unnoticed. Check it first, and raise a ValueError that names lam.")
def checks_nothing(features, target, lam):
    return with_ones(features, target, [lam] * features.shape[1] + [0.0])


@mistake("You centre the features in place. Make new arrays: the features may be used for another probe.")
def overwrites_the_features(features, target, lam):
    result = linear_probe(features, target, lam)
    features -= features.mean(0)
    return result


@mistake("A float32 input comes back as float64. Give the identity matrix the dtype of the features.")
def returns_float64(features, target, lam):
    return linear_probe(features.astype(np.float64), target.astype(np.float64), lam)


@right
def by_singular_values(features, target, lam):
    if not lam > 0:
        raise ValueError("lam")
    u, s, vt = np.linalg.svd(features - features.mean(0), full_matrices=False)
    weight = np.einsum("rk,r,rd->kd", u.T @ (target - target.mean(0)), s / (s * s + lam), vt)
    return weight, target.mean(0) - np.einsum("kd,d->k", weight, features.mean(0))


@right
def with_a_column_of_ones(features, target, lam):
    if lam <= 0:
        raise ValueError(f"lam is {lam}")
    d = features.shape[1]
    weight = np.zeros((target.shape[1], d), dtype=features.dtype)
    bias = np.zeros(target.shape[1], dtype=features.dtype)
    for k in range(target.shape[1]):  # one output at a time
        w, b = with_ones(features, target[:, k : k + 1], [lam] * d + [0.0])
        weight[k], bias[k] = w[0], b[0]
    return weight, bias


@right
def by_the_other_matrix(features, target, lam):
    """The kernel trick: a system of N equations instead of D."""
    if lam <= 0:
        raise ValueError("lam")
    f = features - features.mean(0, keepdims=True)
    alpha = np.linalg.solve(f @ f.T + lam * np.identity(len(f), f.dtype), target - target.mean(0))
    weight = alpha.T @ f
    return weight, (target - features @ weight.T).mean(0)
