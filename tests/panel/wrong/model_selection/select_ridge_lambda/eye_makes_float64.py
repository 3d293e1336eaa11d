# verdict: wrong
# mistake: np.eye is float64, and so for float32 data the weights and the errors are too.
# told: returns_float64
import numpy as np


def select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas):
    if np.any(lambdas < 0):
        raise ValueError("lambdas: no penalty may be below 0")
    eye = np.eye(x_train.shape[1])
    ws = np.stack([np.linalg.solve(x_train.T @ x_train + lam * eye, x_train.T @ y_train) for lam in lambdas])
    errors = ((ws @ x_val.T - y_val) ** 2).mean(axis=1)
    k = errors.argmin()
    return lambdas[k], ws[k], errors
