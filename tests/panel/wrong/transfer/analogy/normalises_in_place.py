# verdict: wrong
# mistake: The rows are divided by their lengths in place, so the caller's embeddings are changed.
# told: overwrites_the_embeddings
import numpy as np


def analogy(embeddings, a, b, c):
    embeddings /= np.sqrt((embeddings**2).sum(axis=1, keepdims=True))
    target = embeddings[b] - embeddings[a] + embeddings[c]
    scores = (embeddings[None, :, :] * target[:, None, :]).sum(axis=2)
    q = np.arange(len(a))
    scores[q, a] = -np.inf
    scores[q, b] = -np.inf
    scores[q, c] = -np.inf
    return scores.argmax(axis=1)
