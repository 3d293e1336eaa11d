"""The known mistakes of model_selection/select_ridge_lambda, as people write them in PyTorch."""

import torch

from solutions.model_selection.torch.select_ridge_lambda import select_ridge_lambda

ABSENT = {}


def chosen(x, y, x_val, y_val, lambdas, fit=None, score=None, report=None):
    """The twin with another fit(lam), another score(w, lam) to choose by, or another report(w)."""
    select_ridge_lambda(x, y, x_val, y_val, lambdas)
    weights = [(fit or (lambda lam: ridge(x, y, lam)))(lam) for lam in lambdas]
    errors = torch.stack([(report or (lambda w: (x_val @ w - y_val).square().mean()))(w) for w in weights])
    scores = torch.stack([score(w, lam) for w, lam in zip(weights, lambdas, strict=True)]) if score else errors
    best = scores.argmin()
    return lambdas[best].clone(), weights[best].clone(), errors


def ridge(x, y, lam):
    return torch.linalg.solve(x.T @ x + lam * torch.eye(x.shape[1], dtype=x.dtype), x.T @ y)


def chooses_by_the_training_error(x_train, y_train, x_val, y_val, lambdas):
    return chosen(x_train, y_train, x_val, y_val, lambdas, score=lambda w, lam: (x_train @ w - y_train).square().mean())


def reports_training_errors(x_train, y_train, x_val, y_val, lambdas):
    return chosen(x_train, y_train, x_val, y_val, lambdas, report=lambda w: (x_train @ w - y_train).square().mean())


def leaks_validation_data(x_train, y_train, x_val, y_val, lambdas):
    x, y = torch.cat([x_train, x_val]), torch.cat([y_train, y_val])
    return chosen(x_train, y_train, x_val, y_val, lambdas, fit=lambda lam: ridge(x, y, lam))


def refits_to_everything(x_train, y_train, x_val, y_val, lambdas):
    lam, _, errors = select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas)
    return lam, ridge(torch.cat([x_train, x_val]), torch.cat([y_train, y_val]), lam), errors


def penalizes_the_errors(x_train, y_train, x_val, y_val, lambdas):
    select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas)
    weights = [ridge(x_train, y_train, lam) for lam in lambdas]
    pairs = zip(weights, lambdas, strict=True)
    errors = torch.stack([(x_val @ w - y_val).square().mean() + lam * w.square().sum() for w, lam in pairs])
    return lambdas[errors.argmin()].clone(), weights[errors.argmin()], errors


def takes_the_worst(x_train, y_train, x_val, y_val, lambdas):
    return chosen(x_train, y_train, x_val, y_val, lambdas, score=lambda w, lam: -(x_val @ w - y_val).square().mean())


def takes_the_last_of_equals(x_train, y_train, x_val, y_val, lambdas):
    lam, weight, errors = select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas.flip(0))
    return lam, weight, errors.flip(0)


def returns_the_last_weights(x_train, y_train, x_val, y_val, lambdas):
    lam, _, errors = select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas)
    return lam, ridge(x_train, y_train, lambdas[-1]), errors


def adds_to_the_whole_matrix(x_train, y_train, x_val, y_val, lambdas):
    def fit(lam):
        return torch.linalg.pinv(x_train.T @ x_train + lam) @ (x_train.T @ y_train)

    return chosen(x_train, y_train, x_val, y_val, lambdas, fit=fit)


def adds_up_the_penalties(x_train, y_train, x_val, y_val, lambdas):
    select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas)
    _, weight, errors = select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas.cumsum(0))
    return lambdas[errors.argmin()].clone(), weight, errors


def multiplies_by_the_number_of_samples(x_train, y_train, x_val, y_val, lambdas):
    def fit(lam):
        return ridge(x_train, y_train, len(x_train) * lam)

    return chosen(x_train, y_train, x_val, y_val, lambdas, fit=fit)


def squares_the_penalty(x_train, y_train, x_val, y_val, lambdas):
    return chosen(x_train, y_train, x_val, y_val, lambdas, fit=lambda lam: ridge(x_train, y_train, lam**2))


def forgets_the_penalty(x_train, y_train, x_val, y_val, lambdas):
    return chosen(x_train, y_train, x_val, y_val, lambdas, fit=lambda lam: torch.linalg.pinv(x_train) @ y_train)


def sums_the_errors(x_train, y_train, x_val, y_val, lambdas):
    return chosen(x_train, y_train, x_val, y_val, lambdas, report=lambda w: (x_val @ w - y_val).square().sum())


def takes_the_root(x_train, y_train, x_val, y_val, lambdas):
    return chosen(x_train, y_train, x_val, y_val, lambdas, report=lambda w: (x_val @ w - y_val).square().mean().sqrt())


def takes_absolute_errors(x_train, y_train, x_val, y_val, lambdas):
    return chosen(x_train, y_train, x_val, y_val, lambdas, report=lambda w: (x_val @ w - y_val).abs().mean())


def sorts_the_penalties(x_train, y_train, x_val, y_val, lambdas):
    return select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas.sort().values)


def returns_the_place(x_train, y_train, x_val, y_val, lambdas):
    _, weight, errors = select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas)
    return errors.argmin(), weight, errors


def returns_float64(x_train, y_train, x_val, y_val, lambdas):
    lam, weight, errors = select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas)
    return lam, weight.double(), errors.double()


def allows_negative_penalties(x_train, y_train, x_val, y_val, lambdas):
    return select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas.abs())


def overwrites_y_val(x_train, y_train, x_val, y_val, lambdas):
    found = select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas)
    y_val -= x_val @ found[1]
    return found
