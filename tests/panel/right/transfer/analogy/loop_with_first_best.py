# verdict: passed
# style: plain loops over questions and words, dot products summed one by one, strict comparison keeps the first
import numpy as np


def _dot(p, q):
    total = 0.0
    for s, t in zip(p, q):
        total += s * t
    return total


def analogy(embeddings, a, b, c):
    units = []
    for row in embeddings.astype(np.float64):
        length = np.sqrt(_dot(row, row))
        units.append(row / length)
    answers = []
    for qa, qb, qc in zip(a.tolist(), b.tolist(), c.tolist()):
        target = units[qb] - units[qa] + units[qc]
        best, best_score = None, None
        for i, unit in enumerate(units):
            if i in (qa, qb, qc):
                continue
            score = _dot(unit, target)  # the length of the target is the same for all words
            if best is None or score > best_score:
                best, best_score = i, score
        answers.append(best)
    return np.array(answers, dtype=np.int64)
