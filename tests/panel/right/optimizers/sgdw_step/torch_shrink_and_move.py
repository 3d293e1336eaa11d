# verdict: passed
# style: PyTorch, out-of-place, decay and movement as two named pieces
import torch


def sgdw_step(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    if weight_decay < 0.0:
        raise ValueError(f"invalid weight_decay: {weight_decay}")
    buffer = torch.add(grad, momentum_buffer, alpha=momentum)
    lost_to_decay = (lr * weight_decay) * param
    moved = lr * buffer
    return param - lost_to_decay - moved, buffer
