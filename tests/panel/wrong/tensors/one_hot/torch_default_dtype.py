# verdict: wrong
# mistake: The zeros have PyTorch's default dtype, so the result is float32 and not float64.
# told: returns_float32
import torch


def one_hot(labels, num_classes):
    if ((labels < 0) | (labels >= num_classes)).any():
        raise ValueError(f"labels must be from 0 to {num_classes - 1}")
    flat = labels.reshape(-1)
    out = torch.zeros(flat.numel(), num_classes)
    out[torch.arange(flat.numel()), flat] = 1.0
    return out.reshape(*labels.shape, num_classes)
