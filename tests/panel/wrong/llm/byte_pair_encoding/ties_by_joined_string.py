# verdict: wrong
# mistake: Breaks ties by the joined string instead of by the first symbol and then the second.
# told: compares_joined_strings
from collections import Counter
from itertools import pairwise


def byte_pair_encoding(text, n_merges):
    if n_merges < 0:
        raise ValueError("n_merges must be at least 0")
    words = [(list(w) + ["</w>"], n) for w, n in Counter(text.split()).items()]
    merges = []
    while len(merges) < n_merges:
        counts = Counter()
        for symbols, n in words:
            for pair in pairwise(symbols):
                counts[pair] += n
        if not counts:
            break
        pair = sorted(counts, key=lambda p: (-counts[p], p[0] + p[1]))[0]
        merges.append(pair)
        for symbols, _ in words:
            i = 0
            while i < len(symbols) - 1:
                if (symbols[i], symbols[i + 1]) == pair:
                    symbols[i : i + 2] = ["".join(pair)]
                i += 1
    return merges
