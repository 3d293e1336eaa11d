# verdict: wrong
# mistake: The result is built from nested lists, so that no labels give an array of shape (0,) without its K columns.
import numpy as np


def one_hot(labels, num_classes):
    def encode(entry):
        if isinstance(entry, list):
            return [encode(e) for e in entry]
        if not 0 <= entry < num_classes:
            raise ValueError(f"labels must be from 0 to {num_classes - 1}")
        row = [0.0] * num_classes
        row[entry] = 1.0
        return row

    return np.array(encode(labels.tolist()), dtype=np.float64)
