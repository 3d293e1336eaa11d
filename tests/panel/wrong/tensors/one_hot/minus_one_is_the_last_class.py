# verdict: wrong
# mistake: Only the upper end is checked, so a label of -1 is indexed from the end and becomes a sample of the last class.
# told: checks_the_upper_end_only
import numpy as np


def one_hot(labels, num_classes):
    if np.any(labels >= num_classes):
        raise ValueError(f"labels must be from 0 to {num_classes - 1}")
    return np.eye(num_classes)[labels]
