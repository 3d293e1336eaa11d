"""The known mistakes of transfer/analogy, as people write them in PyTorch."""

import torch

from solutions.transfer.torch.analogy import analogy


def answers(embeddings, target, words, a, b, c, *, first=True):
    """The rows of `words` most similar to the targets, without the words of the questions."""
    similarity = target @ words.T
    for word in (a, b, c):
        similarity[torch.arange(len(a), device=a.device), word] = float("-inf")
    return similarity.argmax(1) if first else len(words) - 1 - similarity.flip(1).argmax(1)


def unit(x):
    return x / torch.linalg.vector_norm(x, dim=1, keepdim=True)


def forgets_to_exclude(embeddings, a, b, c):
    u = unit(embeddings)
    return ((u[b] - u[a] + u[c]) @ u.T).argmax(1)


def excludes_with_zeros(embeddings, a, b, c):
    u = unit(embeddings)
    similarity = (u[b] - u[a] + u[c]) @ u.T
    for word in (a, b, c):
        similarity[torch.arange(len(a), device=a.device), word] = 0
    return similarity.argmax(1)


def uses_the_dot_product(embeddings, a, b, c):
    u = unit(embeddings)
    return answers(embeddings, u[b] - u[a] + u[c], embeddings, a, b, c)


def makes_the_target_of_raw_vectors(embeddings, a, b, c):
    return answers(embeddings, embeddings[b] - embeddings[a] + embeddings[c], unit(embeddings), a, b, c)


def scales_nothing(embeddings, a, b, c):
    return answers(embeddings, embeddings[b] - embeddings[a] + embeddings[c], embeddings, a, b, c)


def goes_from_b_to_a(embeddings, a, b, c):
    return analogy(embeddings, b, a, c)


def subtracts_c(embeddings, a, b, c):
    return analogy(embeddings, c, b, a)


def takes_the_least_similar(embeddings, a, b, c):
    u = unit(embeddings)
    return answers(embeddings, u[a] - u[b] - u[c], u, a, b, c)


def ignores_the_sign_of_the_cosine(embeddings, a, b, c):
    u = unit(embeddings)
    similarity = torch.abs((u[b] - u[a] + u[c]) @ u.T)
    for word in (a, b, c):
        similarity[torch.arange(len(a), device=a.device), word] = float("-inf")
    return similarity.argmax(1)


def scales_the_columns(embeddings, a, b, c):
    u = unit(embeddings.T).T
    return answers(embeddings, u[b] - u[a] + u[c], u, a, b, c)


def takes_the_last_of_equals(embeddings, a, b, c):
    u = unit(embeddings)
    return answers(embeddings, u[b] - u[a] + u[c], u, a, b, c, first=False)


def overwrites_the_embeddings(embeddings, a, b, c):
    embeddings /= torch.linalg.vector_norm(embeddings, dim=1, keepdim=True)
    return analogy(embeddings, a, b, c)
