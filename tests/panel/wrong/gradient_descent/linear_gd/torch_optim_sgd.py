# verdict: forbidden
# mistake: the updates are left to torch.optim.SGD, which must not be used.
import torch


def linear_gd(x, y, weight, lr, batch_size, orders):
    if batch_size < 1:
        raise ValueError("batch_size must be at least 1")
    w = weight.detach().clone().requires_grad_(True)
    optimizer = torch.optim.SGD([w], lr=lr)
    updates = 0
    for order in orders:
        for idx in torch.split(order.long(), batch_size):
            optimizer.zero_grad()
            loss = ((x[idx] @ w - y[idx]) ** 2).mean()
            loss.backward()
            optimizer.step()
            updates += 1
    return w.detach(), updates
