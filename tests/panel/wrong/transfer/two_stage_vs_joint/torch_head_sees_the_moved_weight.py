# verdict: wrong
# mistake: The features are computed again after the weight has moved, so the gradient of the head is not taken at the old values.
import torch


def two_stage_vs_joint(x, target, x_val, target_val, weight, lr, steps):
    w = weight.clone()
    n = x.shape[0]
    v = torch.linalg.pinv(torch.tanh(x @ w.T)) @ target

    def error(inputs, y):
        return ((torch.tanh(inputs @ w.T) @ v - y) ** 2).mean()

    train, val = [error(x, target)], [error(x_val, target_val)]
    for _ in range(steps):
        h = torch.tanh(x @ w.T)
        g = 2 * (h @ v - target) / n
        w = w - lr * (torch.outer(g, v) * (1 - h**2)).T @ x
        h = torch.tanh(x @ w.T)
        g = 2 * (h @ v - target) / n
        v = v - lr * h.T @ g
        train.append(error(x, target))
        val.append(error(x_val, target_val))
    return torch.stack(train), torch.stack(val)
