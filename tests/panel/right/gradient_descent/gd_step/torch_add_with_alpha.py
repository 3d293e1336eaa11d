# verdict: passed
# style: torch.add with alpha=-lr after a loop of checks
import torch


def gd_step(params, grads, lr):
    if len(grads) != len(params):
        raise ValueError(f"grads has {len(grads)} entries, params {len(params)}")
    for place, (param, grad) in enumerate(zip(params, grads)):
        if tuple(grad.shape) != tuple(param.shape):
            raise ValueError(f"grads[{place}] has shape {tuple(grad.shape)}, its parameter {tuple(param.shape)}")
    return [torch.add(param, grad, alpha=-lr) for param, grad in zip(params, grads)]
