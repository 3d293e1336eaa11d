# verdict: passed
# style: PyTorch, torch.linalg.vecdot along the axis and unsqueeze
import torch


def softmax_backward(grad_output: torch.Tensor, y: torch.Tensor, dim: int = -1) -> torch.Tensor:
    dot = torch.linalg.vecdot(grad_output, y, dim=dim).unsqueeze(dim)
    return torch.mul(y, torch.sub(grad_output, dot))
