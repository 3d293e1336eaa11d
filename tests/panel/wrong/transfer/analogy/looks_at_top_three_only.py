# verdict: wrong
# mistake: Only the three nearest words are looked at, so where these are all words of the question, one of them is returned.
import numpy as np


def analogy(embeddings, a, b, c):
    unit = embeddings / np.linalg.norm(embeddings, axis=1, keepdims=True)
    target = unit[b] - unit[a] + unit[c]
    scores = (target[:, None, :] * unit[None, :, :]).sum(axis=-1)
    ranking = np.argsort(-scores, axis=1, kind="stable")[:, :3]
    answers = []
    for q, candidates in enumerate(ranking):
        answer = candidates[0]
        for word in candidates:
            if word not in (a[q], b[q], c[q]):
                answer = word
                break
        answers.append(int(answer))
    return np.array(answers)
