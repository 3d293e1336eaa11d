# verdict: wrong
# mistake: The largest change is taken over the outputs of all kept steps, where only the last output counts.
import torch


def history_sensitivity(f, x, other, k):
    steps = len(x)
    if k < 0 or k > steps:
        raise ValueError(f"k must be from 0 to {steps}")
    changed = x.clone()
    changed[: steps - k] = other[: steps - k]
    # outputs of the kept steps only, and the last one where none is kept
    difference = f(changed)[-max(k, 1) :] - f(x)[-max(k, 1) :]
    return difference.abs().max()
