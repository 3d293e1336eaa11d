# grades: activations/sigmoid
# dtype: float16
import torch


def sigmoid(x):
    z = x if x.dtype == torch.float64 else x.float()
    e = torch.exp(-z.abs())
    return torch.where(z >= 0, 1 / (1 + e), e / (1 + e))
