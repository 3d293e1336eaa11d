# verdict: passed
# style: PyTorch, addcmul for the sum and a scaled gradient
import torch


def adagrad_step(param, grad, square_sum, lr=1e-2, eps=1e-10):
    total = torch.addcmul(square_sum, grad, grad)
    lengths = torch.sqrt(total) + eps
    scaled = grad / lengths
    return torch.add(param, scaled, alpha=-lr), total
