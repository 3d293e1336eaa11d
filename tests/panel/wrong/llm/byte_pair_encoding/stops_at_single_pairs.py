# verdict: wrong
# mistake: Stops when no pair occurs at least twice, although merging goes on until every word is one symbol.
# told: stops_at_single_pairs
from collections import Counter
from itertools import pairwise


def byte_pair_encoding(text, n_merges):
    if n_merges < 0:
        raise ValueError(f"n_merges = {n_merges} is below 0")
    counts_of_words = Counter(text.split())
    words = {w: (*w, "</w>") for w in counts_of_words}
    result = []
    for _ in range(n_merges):
        stats = Counter()
        for w, symbols in words.items():
            for pair in pairwise(symbols):
                stats[pair] += counts_of_words[w]
        if not stats or max(stats.values()) < 2:
            break  # nothing is frequent any more
        best = min(stats, key=lambda p: (-stats[p], p))
        result.append(best)
        for w, symbols in words.items():
            merged, i = [], 0
            while i < len(symbols):
                if symbols[i : i + 2] == best:
                    merged.append(best[0] + best[1])
                    i += 2
                else:
                    merged.append(symbols[i])
                    i += 1
            words[w] = tuple(merged)
    return result
