# verdict: passed
# style: PyTorch, the formula in one line
import torch


def sigmoid_backward(grad_output: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return grad_output * (y * (1.0 - y))
