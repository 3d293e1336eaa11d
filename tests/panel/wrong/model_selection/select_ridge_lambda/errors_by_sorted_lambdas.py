# verdict: wrong
# mistake: The lambdas are sorted first, and the errors come in that order in place of the given one.
# told: sorts_the_penalties
import numpy as np


def select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas):
    if np.any(lambdas < 0):
        raise ValueError("lambdas must be non-negative")
    gram = x_train.T @ x_train
    rhs = x_train.T @ y_train
    eye = np.eye(len(gram), dtype=gram.dtype)
    errors, weights = [], []
    grid = np.sort(lambdas)
    for lam in grid:
        w = np.linalg.solve(gram + lam * eye, rhs)
        weights.append(w)
        errors.append(np.mean((x_val @ w - y_val) ** 2))
    errors = np.array(errors, dtype=x_train.dtype)
    i = np.argmin(errors)
    return grid[i], weights[i], errors
