# verdict: passed
# style: NumPy, the mask is made first, then all sequences, laid end to end, are poured into its True places
import numpy as np


def pad_sequences(sequences, padding_value=0):
    lengths = np.fromiter((s.shape[0] for s in sequences), dtype=np.intp, count=len(sequences))
    mask = np.less.outer(np.arange(lengths.max()), lengths).T.copy()
    x = np.full(mask.shape, padding_value, dtype=sequences[0].dtype)
    x[mask] = np.concatenate(sequences)
    return x, mask
