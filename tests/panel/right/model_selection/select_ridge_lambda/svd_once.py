# verdict: passed
# style: one SVD of the training inputs serves all penalties
import numpy as np


def select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas):
    if (lambdas < 0).any():
        raise ValueError("lambdas must not be negative")
    u, s, vt = np.linalg.svd(x_train, full_matrices=False)
    shrink = s / (s**2 + lambdas[:, None])  # one row for each penalty
    weights = (shrink * (u.T @ y_train)) @ vt
    errors = np.mean((weights @ x_val.T - y_val) ** 2, axis=1)
    best = int(np.argmin(errors))
    return lambdas[best], weights[best].copy(), errors
