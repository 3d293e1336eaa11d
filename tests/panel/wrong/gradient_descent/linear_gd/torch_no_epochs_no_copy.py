# verdict: wrong
# mistake: without any epoch the weights that come back are the argument itself and not a copy.
# told: hands_back_what_does_not_move
import torch


def linear_gd(x, y, weight, lr, batch_size, orders):
    if batch_size < 1:
        raise ValueError("batch_size must be at least 1")
    w = weight
    count = 0
    for epoch in range(orders.shape[0]):
        for idx in orders[epoch].long().split(batch_size):
            residual = torch.mv(x[idx], w) - y[idx]
            w = w - lr * (2.0 / idx.numel()) * torch.mv(x[idx].T, residual)
            count += 1
    return w, count
