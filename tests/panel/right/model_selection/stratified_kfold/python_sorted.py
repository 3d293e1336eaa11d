# verdict: passed
# style: plain Python sort of (label, number) and sets
import numpy as np


def stratified_kfold(y, k):
    n = len(y)
    if k < 2 or k > n:
        raise ValueError("k must be from 2 to the number of samples")
    deck = [i for _, i in sorted(zip(y.tolist(), range(n)))]
    rounds = []
    for f in range(k):
        hand = sorted(deck[f::k])
        held = set(hand)
        others = [i for i in range(n) if i not in held]
        rounds.append((np.array(others, dtype=np.int64), np.array(hand, dtype=np.int64)))
    return rounds
