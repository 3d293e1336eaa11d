# verdict: wrong
# mistake: The gradient of the trunk is collected in a buffer of torch's default dtype, so for float64 arrays it comes back as float32.
import torch


def hard_sharing_grads(x, targets, weight, heads, task_weights):
    h = torch.tanh(x @ weight.T)
    grad_weight = torch.zeros(weight.shape)
    grad_heads = []
    for y, v, lam in zip(targets, heads, task_weights):
        err = h @ v.T - y
        dy = 2 * lam * err / err.numel()
        grad_heads.append(dy.T @ h)
        grad_weight += ((dy @ v) * (1 - h**2)).T @ x
    return grad_weight, grad_heads
