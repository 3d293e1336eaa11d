# verdict: passed
# style: PyTorch, probability by tanh, dead scores masked with masked_fill
import torch


def relu_sigmoid_head_grad(x, target):
    p = (1 + torch.tanh(x.clamp(min=0) / 2)) / 2
    return (p - target).masked_fill(x <= 0, 0.0)
