# verdict: passed
# style: NumPy rows, insertions resolved by a running minimum
import numpy as np


def word_error_rate(reference, hypothesis):
    ref, hyp = reference.split(), hypothesis.split()
    if not ref:
        raise ValueError("reference has no words")
    places = np.arange(len(hyp) + 1)
    row = places.copy()
    for i, word in enumerate(ref):
        differs = np.array([h != word for h in hyp], dtype=np.int64)
        new = np.empty_like(row)
        new[0] = i + 1
        new[1:] = np.minimum(row[:-1] + differs, row[1:] + 1)
        row = np.minimum.accumulate(new - places) + places
    return float(row[-1] / len(ref))
