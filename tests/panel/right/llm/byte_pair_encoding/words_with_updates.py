# verdict: passed
# style: keeps pair counts up to date, only words that hold the merged pair are counted again
from collections import Counter, defaultdict


def _join(symbols, pair):
    out, i = [], 0
    while i < len(symbols):
        if i + 1 < len(symbols) and symbols[i] == pair[0] and symbols[i + 1] == pair[1]:
            out.append(pair[0] + pair[1])
            i += 2
        else:
            out.append(symbols[i])
            i += 1
    return out


def byte_pair_encoding(text, n_merges):
    if n_merges < 0:
        raise ValueError(f"n_merges must be 0 or more, got {n_merges}")
    times = Counter(text.split())
    words = {w: list(w) + ["</w>"] for w in times}
    counts, where = Counter(), defaultdict(set)
    for w, symbols in words.items():
        for pair in zip(symbols, symbols[1:]):
            counts[pair] += times[w]
            where[pair].add(w)
    merges = []
    while len(merges) < n_merges and counts:
        pair = min(counts, key=lambda p: (-counts[p], p))
        merges.append(pair)
        for w in list(where[pair]):
            old = words[w]
            for p in zip(old, old[1:]):
                counts[p] -= times[w]
                where[p].discard(w)
                if counts[p] == 0:
                    del counts[p]
            words[w] = new = _join(old, pair)
            for p in zip(new, new[1:]):
                counts[p] += times[w]
                where[p].add(w)
    return merges
