"""Hidden tests of model_selection/select_ridge_lambda."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.model_selection.select_ridge_lambda import select_ridge_lambda

# Ridge regression is an ordinary one with a row for each feature more, whose targets are 0.
independent = (
    "(lambda w: (lambda e: (lambdas[e.argmin()], w[e.argmin()], e))(((x_val @ w.T - y_val[:, None]) ** 2).mean(0)))"
    "(torch.stack([torch.linalg.lstsq(torch.cat([x_train, lam.sqrt() * torch.eye(x_train.shape[1], dtype=lam.dtype)]),"
    " torch.cat([y_train, 0 * lam.expand(x_train.shape[1])])[:, None]).solution[:, 0] for lam in lambdas]))"
)


def noisy(rng, n, weight):
    x = rng.normal(size=(n, len(weight)))
    return x, x @ weight + rng.normal(scale=1.5, size=n)


def sample(rng, size="small"):
    """Few and noisy data; the penalties are not sorted, and the winner is neither the smallest nor the largest."""
    if size == "ones":
        return (*noisy(rng, 1, rng.normal(size=1)), *noisy(rng, 1, rng.normal(size=1)), rng.uniform(0.5, 2.0, 1))
    x_train = np.linalg.qr(rng.normal(size=(6, 3)))[0] @ np.diag([2.0, -2.5, 3.0])
    y_train = x_train @ rng.normal(size=3) + rng.normal(size=6)
    x_val = rng.normal(size=(5, 3))
    shrunk = np.linalg.solve(x_train.T @ x_train + 2 * np.eye(3), x_train.T @ y_train)
    lambdas = np.array([60.0, 0.05, 2.0, 0.4, 12.0]) * rng.uniform(0.9, 1.1, 5)
    return x_train, y_train, x_val, x_val @ shrunk + 0.1 * rng.normal(size=5), lambdas


def test_by_hand(yours):
    """With orthogonal inputs the weights are divided by 1 + lambda, and the validation data want half of them."""
    x, y = np.eye(2), np.array([2.0, -4.0])
    found = yours(x, y, x.copy(), np.array([1.0, -2.0]), np.array([0.25, 9.0, 1.0]))
    agree(found, (1.0, np.array([1.0, -2.0]), np.array([0.9, 1.6, 0.0])))
    agree(yours(x, y, x.copy(), 0.6 * y, np.array([9.0, 0.0])), (0.0, y, np.array([2.5, 1.6])))


def test_validation_decides(yours, rng):
    """The training error would take the smallest penalty; the validation error takes the one that predicts best."""
    x, y, x_val, y_val, lambdas = sample(rng)
    fits = [np.linalg.solve(x.T @ x + lam * np.eye(3), x.T @ y) for lam in lambdas]
    agree(int(np.argmin([np.sum((x @ w - y) ** 2) for w in fits])), 1)  # on the training data 0.05 is best
    errors = np.array([np.mean((x_val @ w - y_val) ** 2) for w in fits])
    agree(yours(x, y, x_val, y_val, lambdas), (lambdas[errors.argmin()], fits[errors.argmin()], errors))


def test_weights_are_stationary(yours, rng):
    """At the weights the gradient of the penalized training error is zero."""
    x, y, x_val, y_val, _ = sample(rng)
    for lam in (0.3, 4.0):
        _, w, _ = yours(x, y, x_val, y_val, np.array([lam]))
        agree(x.T @ (x @ w - y) + lam * w, np.zeros(3), scale=float(np.abs(x.T @ y).max() + np.abs(x.T @ x).sum()))


def test_errors_are_means(yours, rng):
    """The validation data twice give the same errors, in the order of the penalties."""
    x, y, x_val, y_val, lambdas = sample(rng)
    want = select_ridge_lambda(x, y, x_val, y_val, lambdas)
    agree(yours(x, y, np.concatenate([x_val, x_val]), np.concatenate([y_val, y_val]), lambdas), want)
    agree(yours(x, y, x_val, y_val, lambdas[::-1].copy())[2], want[2][::-1].copy())


def test_fit_sees_training_data_only(yours, rng):
    """Other validation targets change the errors and leave the weights of a penalty as they are."""
    x, y, x_val, y_val, lambdas = sample(rng)
    _, weight, _ = select_ridge_lambda(x, y, x_val, y_val, lambdas[:1])
    agree(yours(x, y, x_val, y_val + 5.0, lambdas[:1])[1], weight)
    agree(yours(x, y, -3 * x_val, y_val, lambdas[:1])[1], weight)


def test_equal_errors(yours):
    """If several penalties are equally good, the first one wins."""
    x, zeros = np.array([[1.0, 2.0], [3.0, -1.0], [0.5, 1.0]]), np.zeros(3)
    found = yours(x, zeros, x[:2], np.array([1.0, 3.0]), np.array([3.0, 1.0, 2.0]))
    agree(found, (3.0, np.zeros(2), np.array([5.0, 5.0, 5.0])))


def test_more_features_than_samples(yours, rng):
    """With a penalty the weights are determined even where there are fewer samples than features."""
    x, y = rng.normal(size=(2, 4)), rng.normal(size=2)
    dual = x.T @ np.linalg.solve(x @ x.T + 0.5 * np.eye(2), y)
    agree(yours(x, y, np.eye(4)[:3], np.zeros(3), np.array([0.5])), (0.5, dual, np.array([np.mean(dual[:3] ** 2)])))


def test_negative_penalty(yours, rng):
    """A penalty below 0 would reward large weights: a ValueError that names lambdas."""
    x, y, x_val, y_val, lambdas = sample(rng)
    lambdas[3] = -0.1
    with pytest.raises(ValueError, match="lambdas"):
        yours(x, y, x_val, y_val, lambdas)


def chosen(x, y, x_val, y_val, lambdas, fit=None, score=None, report=None):
    """The reference with another fit(lam), another score(w, lam) to choose by, or another report(w)."""
    select_ridge_lambda(x, y, x_val, y_val, lambdas)
    weights = [(fit or (lambda lam: ridge(x, y, lam)))(lam) for lam in lambdas]
    errors = np.stack([(report or (lambda w: np.mean((x_val @ w - y_val) ** 2)))(w) for w in weights])
    scores = [score(w, lam) for w, lam in zip(weights, lambdas, strict=True)] if score else errors
    best = int(np.argmin(scores))
    return lambdas[best], weights[best], errors


def ridge(x, y, lam):
    return np.linalg.solve(x.T @ x + lam * np.eye(x.shape[1], dtype=x.dtype), x.T @ y)


@mistake("You choose by the training error, which always takes the smallest penalty. Choose by the validation error.")
def chooses_by_the_training_error(x_train, y_train, x_val, y_val, lambdas):
    return chosen(x_train, y_train, x_val, y_val, lambdas, score=lambda w, lam: np.mean((x_train @ w - y_train) ** 2))


@mistake("You return training errors, and choose by them. The errors are those on the validation data.")
def reports_training_errors(x_train, y_train, x_val, y_val, lambdas):
    return chosen(x_train, y_train, x_val, y_val, lambdas, report=lambda w: np.mean((x_train @ w - y_train) ** 2))


@mistake("The validation data leak into the fit. Fit to the training data alone, or the validation error means nothing.")
def leaks_validation_data(x_train, y_train, x_val, y_val, lambdas):
    x, y = np.concatenate([x_train, x_val]), np.concatenate([y_train, y_val])
    return chosen(x_train, y_train, x_val, y_val, lambdas, fit=lambda lam: ridge(x, y, lam))


@mistake("The winner is fitted once more, to all data. Return its weights as they were fitted to the training data.")
def refits_to_everything(x_train, y_train, x_val, y_val, lambdas):
    lam, _, errors = select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas)
    return lam, ridge(np.concatenate([x_train, x_val]), np.concatenate([y_train, y_val]), lam), errors


@mistake("The penalty is part of the errors. It belongs to the fit only: report and compare plain validation errors.")
def penalizes_the_errors(x_train, y_train, x_val, y_val, lambdas):
    select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas)
    weights = [ridge(x_train, y_train, lam) for lam in lambdas]
    pairs = zip(weights, lambdas, strict=True)
    errors = np.stack([np.mean((x_val @ w - y_val) ** 2) + lam * np.sum(w**2) for w, lam in pairs])
    return lambdas[errors.argmin()], weights[errors.argmin()], errors


@mistake("You take the largest error for the best. Take the smallest.")
def takes_the_worst(x_train, y_train, x_val, y_val, lambdas):
    return chosen(x_train, y_train, x_val, y_val, lambdas, score=lambda w, lam: -np.mean((x_val @ w - y_val) ** 2))


@mistake("Of equally good penalties the last one wins. Take the first: replace the best only if the new one is better.")
def takes_the_last_of_equals(x_train, y_train, x_val, y_val, lambdas):
    lam, weight, errors = select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas[::-1])
    return lam, weight, errors[::-1].copy()


@mistake("The weights are those of the last penalty that was tried. Keep the weights of the best one.")
def returns_the_last_weights(x_train, y_train, x_val, y_val, lambdas):
    lam, _, errors = select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas)
    return lam, ridge(x_train, y_train, lambdas[-1]), errors


@mistake("The penalty is added to the whole matrix. Add it to the diagonal only: lambda times the identity.")
def adds_to_the_whole_matrix(x_train, y_train, x_val, y_val, lambdas):
    def fit(lam):
        return np.linalg.pinv(x_train.T @ x_train + lam) @ (x_train.T @ y_train)

    return chosen(x_train, y_train, x_val, y_val, lambdas, fit=fit)


@mistake("The penalties add up from turn to turn, as you change the matrix in place. Begin each turn anew.")
def adds_up_the_penalties(x_train, y_train, x_val, y_val, lambdas):
    select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas)
    _, weight, errors = select_ridge_lambda(x_train, y_train, x_val, y_val, np.cumsum(lambdas))
    return lambdas[errors.argmin()], weight, errors


@mistake("The penalty is multiplied by the number of samples. The squares are summed here and not averaged: leave it as it is.")
def multiplies_by_the_number_of_samples(x_train, y_train, x_val, y_val, lambdas):
    def fit(lam):
        return ridge(x_train, y_train, len(x_train) * lam)

    return chosen(x_train, y_train, x_val, y_val, lambdas, fit=fit)


@mistake("The penalty is squared. Minimize the squares plus lambda times the squared weights: lambda is on the diagonal once.")
def squares_the_penalty(x_train, y_train, x_val, y_val, lambdas):
    return chosen(x_train, y_train, x_val, y_val, lambdas, fit=lambda lam: ridge(x_train, y_train, lam**2))


@mistake("The penalty has no effect: all weights are those of least squares. Add lambda to the diagonal of the matrix.")
def forgets_the_penalty(x_train, y_train, x_val, y_val, lambdas):
    return chosen(x_train, y_train, x_val, y_val, lambdas, fit=lambda lam: np.linalg.lstsq(x_train, y_train, rcond=None)[0])


@mistake("The errors are sums. Take means over the validation samples.")
def sums_the_errors(x_train, y_train, x_val, y_val, lambdas):
    return chosen(x_train, y_train, x_val, y_val, lambdas, report=lambda w: np.sum((x_val @ w - y_val) ** 2))


@mistake("You take the root of the errors. The mean squared error is asked for, without a root.")
def takes_the_root(x_train, y_train, x_val, y_val, lambdas):
    return chosen(x_train, y_train, x_val, y_val, lambdas, report=lambda w: np.sqrt(np.mean((x_val @ w - y_val) ** 2)))


@mistake("You take absolute errors. Square the differences before you average them.")
def takes_absolute_errors(x_train, y_train, x_val, y_val, lambdas):
    return chosen(x_train, y_train, x_val, y_val, lambdas, report=lambda w: np.mean(np.abs(x_val @ w - y_val)))


@mistake("The errors stand in the order of sorted penalties. Keep the order in which the lambdas are given.")
def sorts_the_penalties(x_train, y_train, x_val, y_val, lambdas):
    return select_ridge_lambda(x_train, y_train, x_val, y_val, np.sort(lambdas))


@mistake("The first result is the place of the winner in lambdas. Return the penalty itself.")
def returns_the_place(x_train, y_train, x_val, y_val, lambdas):
    _, weight, errors = select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas)
    return errors.argmin(), weight, errors


@mistake("float32 data come back as float64: np.eye makes float64 unless you tell it the dtype.")
def returns_float64(x_train, y_train, x_val, y_val, lambdas):
    lam, weight, errors = select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas)
    return lam, weight.astype(np.float64), errors.astype(np.float64)


@mistake("A negative penalty passes, though it rewards large weights. Raise a ValueError that names lambdas.")
def allows_negative_penalties(x_train, y_train, x_val, y_val, lambdas):
    lam, weight, errors = select_ridge_lambda(x_train, y_train, x_val, y_val, np.abs(lambdas))
    return lam, weight, errors


@mistake("You subtract y_val in place from the predictions' targets. Make a new array: the arguments must stay as they are.")
def overwrites_y_val(x_train, y_train, x_val, y_val, lambdas):
    found = select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas)
    y_val -= x_val @ found[1]
    return found


@right
def turn_by_turn(x_train, y_train, x_val, y_val, lambdas):
    if lambdas.min() < 0:
        raise ValueError("lambdas")
    best, errors = None, np.zeros_like(lambdas)
    for i, lam in enumerate(lambdas):
        gram = x_train.T @ x_train
        gram[np.diag_indices_from(gram)] += lam
        w = np.linalg.solve(gram, x_train.T @ y_train)
        for x, y in zip(x_val, y_val, strict=True):
            errors[i] += (x @ w - y) ** 2 / len(y_val)
        if best is None or errors[i] < errors[best[0]]:
            best = i, lam, w
    return best[1], best[2], errors


@right
def by_extra_rows(x_train, y_train, x_val, y_val, lambdas):
    """A penalty is a sample more for each feature, with the target 0."""
    if not (lambdas >= 0).all():
        raise ValueError("negative lambdas")
    d, weights = x_train.shape[1], []
    for lam in lambdas:
        x = np.concatenate([x_train, np.sqrt(lam) * np.eye(d, dtype=x_train.dtype)])
        weights.append(np.linalg.lstsq(x, np.concatenate([y_train, np.zeros(d, dtype=y_train.dtype)]), rcond=None)[0])
    errors = np.array([np.mean((y_val - x_val @ w) ** 2) for w in weights])
    i = np.argmin(errors)
    return lambdas[i], weights[i], errors


@right
def by_singular_values(x_train, y_train, x_val, y_val, lambdas):
    if np.any(np.sign(lambdas) < 0):
        raise ValueError("lambdas below zero")
    u, s, vt = np.linalg.svd(x_train, full_matrices=False)
    weights = (s / (s**2 + lambdas[:, None]) * (u.T @ y_train)) @ vt
    residuals = np.einsum("vd,ld->lv", x_val, weights) - y_val
    errors = np.einsum("lv,lv->l", residuals, residuals) / len(y_val)
    return lambdas[errors.argmin()], weights[errors.argmin()].copy(), errors
