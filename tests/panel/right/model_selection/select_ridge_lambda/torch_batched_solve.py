# verdict: passed
# style: PyTorch, all penalties as one batch of linear systems
import torch


def select_ridge_lambda(x_train, y_train, x_val, y_val, lambdas):
    if bool((lambdas < 0).any()):
        raise ValueError("lambdas: a penalty below 0 makes no sense")
    d = x_train.shape[1]
    eye = torch.eye(d, dtype=x_train.dtype)
    systems = x_train.T @ x_train + lambdas.view(-1, 1, 1) * eye
    rhs = (x_train.T @ y_train).view(1, d, 1).expand(len(lambdas), d, 1)
    weights = torch.linalg.solve(systems, rhs).squeeze(-1)
    errors = (torch.einsum("vd,ld->lv", x_val, weights) - y_val).square().mean(dim=1)
    best = min(range(len(lambdas)), key=lambda i: float(errors[i]))
    return lambdas[best].clone(), weights[best], errors
