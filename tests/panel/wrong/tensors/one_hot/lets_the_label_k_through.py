# verdict: wrong
# mistake: The check has > where >= is needed, so the label num_classes is accepted and becomes a row of zeros.
# told: allows_one_too_many
import numpy as np


def one_hot(labels, num_classes):
    if ((labels < 0) | (labels > num_classes)).any():
        raise ValueError(f"labels must be from 0 to {num_classes - 1}")
    return (labels[..., np.newaxis] == np.arange(num_classes)).astype(np.float64)
