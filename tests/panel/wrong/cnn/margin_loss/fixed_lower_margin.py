# verdict: wrong
# mistake: The margin of the absent classes is the constant 0.1; the argument m_neg is not used.
import numpy as np

LOWER = 0.1


def margin_loss(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    total = 0.0
    for lengths, present in zip(input, target):
        for length, is_there in zip(lengths, present):
            if is_there:
                total += max(0.0, m_pos - float(length)) ** 2
            else:
                total += lam * max(0.0, float(length) - LOWER) ** 2
    return total / input.shape[0]
