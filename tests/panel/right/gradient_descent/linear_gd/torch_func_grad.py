# verdict: passed
# style: torch.func.grad of the mean squared error, torch.split of the order
import torch


def batch_loss(w, xb, yb):
    return torch.mean((xb @ w - yb) ** 2)


def linear_gd(x, y, weight, lr, batch_size, orders):
    if batch_size < 1:
        raise ValueError(f"batch_size is {batch_size}, but must be at least 1")
    w, updates = weight.clone(), 0
    slope = torch.func.grad(batch_loss)
    for order in orders.long():
        for batch in torch.split(order, min(batch_size, len(order))):
            w = w - lr * slope(w, x[batch], y[batch])
            updates += 1
    return w, updates
