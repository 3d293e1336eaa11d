# grades: activations/softmax
import torch


def softmax(x: torch.Tensor, dim: int = -1, temperature: float = 1.0) -> torch.Tensor:
    raise NotImplementedError("write softmax here")
