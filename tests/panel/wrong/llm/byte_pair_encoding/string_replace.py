# verdict: wrong
# mistake: Merges by replacing text in the joined word, which also hits symbols that merely end or begin with the two strings of the pair.
# told: replaces_text
from collections import Counter


def byte_pair_encoding(text, n_merges):
    if n_merges < 0:
        raise ValueError("n_merges must not be negative")
    vocab = Counter(" ".join(word) + " </w>" for word in text.split())
    merges = []
    for _ in range(n_merges):
        pairs = Counter()
        for word, n in vocab.items():
            symbols = word.split(" ")
            for a, b in zip(symbols, symbols[1:]):
                pairs[a, b] += n
        if not pairs:
            break
        best = min(pairs, key=lambda p: (-pairs[p], p))
        merges.append(best)
        vocab = {word.replace(" ".join(best), "".join(best)): n for word, n in vocab.items()}
    return merges
