# verdict: passed
# style: torch, all heads stacked to one big head with a scale per output column, split at the end
import torch


def hard_sharing_grads(x, targets, weight, heads, task_weights):
    sizes = [v.shape[0] for v in heads]
    if not heads:
        return torch.zeros_like(weight), []
    big_head = torch.cat(heads, dim=0)
    big_target = torch.cat(targets, dim=1)
    scale = torch.cat([
        torch.full((k,), 2.0 * float(lam) / (k * x.shape[0]), dtype=x.dtype, device=x.device)
        for k, lam in zip(sizes, task_weights)
    ])
    hidden = torch.tanh(x @ weight.T)
    delta = (hidden @ big_head.T - big_target) * scale
    grad_heads = [g.clone() for g in torch.split(delta.T @ hidden, sizes, dim=0)]
    grad_weight = ((delta @ big_head) * (1 - hidden.square())).T @ x
    return grad_weight, grad_heads
