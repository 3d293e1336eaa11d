# verdict: wrong
# mistake: The target is made of the raw vectors and only the comparison uses the cosine, but the rows must be scaled to length 1 first.
# told: makes_the_target_of_raw_vectors
import torch
import torch.nn.functional as F


def analogy(embeddings, a, b, c):
    target = embeddings[b] - embeddings[a] + embeddings[c]
    scores = F.normalize(target, dim=1) @ F.normalize(embeddings, dim=1).T
    rows = torch.arange(len(a))
    for word in (a, b, c):
        scores[rows, word] = float("-inf")
    return scores.argmax(dim=1)
