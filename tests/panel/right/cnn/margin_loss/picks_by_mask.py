# verdict: passed
# style: NumPy, boolean picking of present and absent lengths, sum of squares as dot products
import numpy as np


def _squared_excess(gaps):
    gaps = gaps[gaps > 0].astype(np.float64)
    return float(gaps @ gaps)


def margin_loss(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    present = _squared_excess(m_pos - input[target])
    absent = _squared_excess(input[~target] - m_neg)
    return (present + lam * absent) / len(input)
