# verdict: passed
# style: PyTorch, lerp towards the square and one addcdiv
import torch


def rmsprop_step(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    new_avg = torch.lerp(square_avg, grad.square(), 1 - alpha)
    return torch.addcdiv(param, grad, new_avg.sqrt() + eps, value=-lr), new_avg
