# verdict: passed
# style: torch without autograd, lstsq for the head, einsum gradients, stacked histories
import torch


def two_stage_vs_joint(x, target, x_val, target_val, weight, lr, steps):
    w = weight.clone()
    v = torch.linalg.lstsq(torch.tanh(x @ w.T), target[:, None]).solution[:, 0]
    history = []
    for k in range(steps + 1):
        h = torch.tanh(x @ w.T)
        error = h @ v - target
        error_val = torch.tanh(x_val @ w.T) @ v - target_val
        history.append(torch.stack([(error**2).mean(), (error_val**2).mean()]))
        if k < steps:
            factor = 2.0 / x.shape[0]
            grad_v = factor * torch.einsum("n,nh->h", error, h)
            grad_w = factor * torch.einsum("n,h,nh,nd->hd", error, v, 1 - h * h, x)
            w, v = w - lr * grad_w, v - lr * grad_v
    curves = torch.stack(history)
    return curves[:, 0].clone(), curves[:, 1].clone()
