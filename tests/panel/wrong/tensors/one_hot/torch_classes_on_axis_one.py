# verdict: wrong
# mistake: For pictures the classes are moved to axis 1, as channels, and do not lie along the last axis.
import torch


def one_hot(labels, num_classes):
    if ((labels < 0) | (labels >= num_classes)).any():
        raise ValueError(f"labels must be from 0 to {num_classes - 1}")
    classes = torch.arange(num_classes)
    hot = (labels.unsqueeze(-1) == classes).double()
    if labels.dim() > 1:
        hot = hot.movedim(-1, 1).contiguous()
    return hot
