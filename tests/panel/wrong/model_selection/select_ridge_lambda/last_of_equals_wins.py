# verdict: wrong
# mistake: Of equal validation errors the last one wins, because of <= in the comparison.
# told: takes_the_last_of_equals
import numpy as np


def select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas):
    if min(lambdas) < 0:
        raise ValueError("lambdas contains a negative penalty")
    n, d = x_train.shape
    errors = np.empty_like(lambdas)
    best_err, best_lam, best_w = np.inf, None, None
    for i, lam in enumerate(lambdas):
        a = x_train.T @ x_train + lam * np.eye(d, dtype=x_train.dtype)
        w = np.linalg.solve(a, x_train.T @ y_train)
        r = x_val @ w - y_val
        errors[i] = r @ r / len(y_val)
        if errors[i] <= best_err:
            best_err, best_lam, best_w = errors[i], lam, w
    return best_lam, best_w, errors
