# verdict: wrong
# mistake: Taking the last place of a stable argsort gives the word with the largest number among equal ones, not the smallest.
# told: takes_the_last_of_equals
import numpy as np


def analogy(embeddings, a, b, c):
    unit = embeddings / np.linalg.norm(embeddings, axis=1, keepdims=True)
    answers = np.empty(len(a), dtype=int)
    for q in range(len(a)):
        target = unit[b[q]] - unit[a[q]] + unit[c[q]]
        scores = (unit * target).sum(axis=1)
        scores[[a[q], b[q], c[q]]] = -np.inf
        answers[q] = np.argsort(scores, kind="stable")[-1]
    return answers
