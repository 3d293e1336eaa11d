"""Hidden tests of transfer/analogy."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.transfer.analogy import analogy

independent = (
    "F.cosine_similarity((lambda u: u[b] - u[a] + u[c])(F.normalize(embeddings))[:, None], embeddings[None], dim=-1)"
    ".masked_fill(sum(F.one_hot(w, len(embeddings)) for w in (a, b, c)) > 0, -torch.inf).argmax(1)"
)


def sample(rng, size="small"):
    """Eleven words of different lengths in four dimensions, and thirty questions about them."""
    v, d, q = (4, 1, 1) if size == "ones" else (11, 4, 30)
    if size == "ones":
        return np.array([[2.0], [-1.0], [0.5], [3.0]]), np.array([0]), np.array([1]), np.array([2])
    lengths = rng.choice([0.2, 1.0, 5.0], (v, 1))
    questions = np.stack([rng.choice(v, 3, replace=False) for _ in range(q)])
    return rng.normal(size=(v, d)) * lengths, *(questions[:, i].copy() for i in range(3))


def ask(yours, embeddings, *questions):
    return yours(embeddings, *(np.array(words) for words in zip(*questions, strict=True)))


def test_planted_parallelogram(yours, rng):
    """In a planted parallelogram of unit vectors each corner is found from the other three, in either direction."""
    angle = np.array([0.3, 1.1, 2.6, 3.4, 4.6])
    words = np.stack([np.cos(angle), np.sin(angle)], 1)
    king, man, woman, queen = words[1] + words[0], words[1], words[3], words[3] + words[0]
    embeddings = np.stack([king, man, woman, queen, -king])
    embeddings = np.concatenate([embeddings, np.zeros((5, 1))], 1)
    embeddings[:, 2] = np.sqrt(9 - (embeddings**2).sum(1))  # on a sphere, around one of its poles
    agree(ask(yours, embeddings, (1, 0, 2), (2, 3, 1), (0, 1, 3), (0, 3, 1)), np.array([3, 0, 2, 2]))


def test_words_of_the_question(yours, rng):
    """The words of the question are excluded, however near they are, and also where all that is left points away."""
    embeddings = np.array([[1.0, 0.1], [1.0, 0.0], [1.0, 0.2], [-1.0, 0.5], [-1.0, 0.0]])
    agree(ask(yours, embeddings, (0, 1, 2), (2, 1, 0), (1, 2, 0), (0, 0, 2)), np.array([3, 3, 3, 1]))


def test_length_of_a_word(yours, rng):
    """The length of a vector says nothing: stretching any rows changes no answer."""
    embeddings, a, b, c = sample(rng)
    stretched = embeddings * rng.uniform(0.01, 100.0, (len(embeddings), 1))
    agree(yours(stretched, a, b, c), analogy(embeddings, a, b, c))


def test_equal_words(yours, rng):
    """Of several words with the same vector the first is taken, and a twin of an excluded word may be the answer."""
    embeddings = np.array([[0.0, 1.0], [1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 0.0], [-1.0, 3.0]])
    agree(ask(yours, embeddings, (0, 1, 2), (5, 5, 0), (5, 1, 5)), np.array([3, 2, 3]))


def answers(embeddings, target, words, a, b, c, *, first=True):
    """The rows of `words` most similar to the targets, without the words of the questions."""
    similarity = target @ words.T
    for word in (a, b, c):
        similarity[np.arange(len(a)), word] = -np.inf
    return similarity.argmax(1) if first else len(words) - 1 - similarity[:, ::-1].argmax(1)


def unit(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


@mistake("Words of the question are among the answers: c or b is nearly always the nearest. Exclude a, b and c.")
def forgets_to_exclude(embeddings, a, b, c):
    u = unit(embeddings)
    return ((u[b] - u[a] + u[c]) @ u.T).argmax(1)


@mistake("You set the similarity of excluded words to 0, which beats every negative cosine. Set it to minus infinity.")
def excludes_with_zeros(embeddings, a, b, c):
    u = unit(embeddings)
    similarity = (u[b] - u[a] + u[c]) @ u.T
    for word in (a, b, c):
        similarity[np.arange(len(a)), word] = 0
    return similarity.argmax(1)


@mistake("You compare by the plain dot product, and long vectors win. Divide each row by its length first.")
def uses_the_dot_product(embeddings, a, b, c):
    u = unit(embeddings)
    return answers(embeddings, u[b] - u[a] + u[c], embeddings, a, b, c)


@mistake("The target is made of raw vectors, so that a long one dominates it. Scale all rows to the length 1 first.")
def makes_the_target_of_raw_vectors(embeddings, a, b, c):
    return answers(embeddings, embeddings[b] - embeddings[a] + embeddings[c], unit(embeddings), a, b, c)


@mistake("Nothing is scaled at all: target and words are raw vectors. Scale all rows to the length 1 first.")
def scales_nothing(embeddings, a, b, c):
    return answers(embeddings, embeddings[b] - embeddings[a] + embeddings[c], embeddings, a, b, c)


@mistake("The signs are mixed up: this is a minus b plus c. The step goes from a to b: b minus a, plus c.")
def goes_from_b_to_a(embeddings, a, b, c):
    return analogy(embeddings, b, a, c)


@mistake("You take a plus b minus c. The step goes from a to b and is made from c: only a has a minus.")
def subtracts_c(embeddings, a, b, c):
    return analogy(embeddings, c, b, a)


@mistake("You take the least similar word. The cosine is largest where the angle is smallest: look for the maximum.")
def takes_the_least_similar(embeddings, a, b, c):
    u = unit(embeddings)
    return answers(embeddings, u[a] - u[b] - u[c], u, a, b, c)


@mistake("You compare the size of the cosine without its sign, so that opposite words count as similar. Leave the sign.")
def ignores_the_sign_of_the_cosine(embeddings, a, b, c):
    u = unit(embeddings)
    similarity = np.abs((u[b] - u[a] + u[c]) @ u.T)
    for word in (a, b, c):
        similarity[np.arange(len(a)), word] = -np.inf
    return similarity.argmax(1)


@mistake("You scale the columns and not the rows. A word is a row: take the lengths along the second axis.")
def scales_the_columns(embeddings, a, b, c):
    u = unit(embeddings.T).T
    return answers(embeddings, u[b] - u[a] + u[c], u, a, b, c)


@mistake("Of words with the same vector you take the last. The smallest number wins, as argmax does it.")
def takes_the_last_of_equals(embeddings, a, b, c):
    u = unit(embeddings)
    return answers(embeddings, u[b] - u[a] + u[c], u, a, b, c, first=False)


@mistake("You scale the embeddings in place. Make a new array: the table belongs to the caller.")
def overwrites_the_embeddings(embeddings, a, b, c):
    embeddings /= np.linalg.norm(embeddings, axis=1, keepdims=True)
    return analogy(embeddings, a, b, c)


@right
def question_by_question(embeddings, a, b, c):
    u, found = unit(embeddings), []
    for question in zip(a.tolist(), b.tolist(), c.tolist(), strict=True):
        i, j, k = question
        target = u[j] - u[i] + u[k]
        left = [v for v in range(len(u)) if v not in question]
        found.append(max(left, key=lambda v: (float((u[v] * target).sum() / np.sqrt(target @ target)), -v)))
    return np.array(found)


@right
def by_distance_of_unit_vectors(embeddings, a, b, c):
    """On the unit sphere the nearest point is the one with the largest cosine."""
    u = embeddings / np.sqrt(np.einsum("vd,vd->v", embeddings, embeddings))[:, None]
    target = u[b] + u[c] - u[a]
    distance = ((target[:, None] - u[None]) ** 2).sum(-1)
    words = np.arange(len(u))
    excluded = (words == a[:, None]) | (words == b[:, None]) | (words == c[:, None])
    return np.where(excluded, np.inf, distance).argmin(1)
