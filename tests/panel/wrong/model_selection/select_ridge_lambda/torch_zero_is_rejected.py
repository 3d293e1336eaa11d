# verdict: raised
# mistake: A penalty of 0 is rejected, though only those below 0 should be.
import torch


def select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas):
    if torch.any(lambdas <= 0):
        raise ValueError("lambdas must be positive")
    eye = torch.eye(x_train.shape[1], dtype=x_train.dtype)
    ws = [torch.linalg.solve(x_train.T @ x_train + lam * eye, x_train.T @ y_train) for lam in lambdas]
    errors = torch.stack([((x_val @ w - y_val) ** 2).mean() for w in ws])
    i = int(torch.argmin(errors))
    return lambdas[i].clone(), ws[i], errors
