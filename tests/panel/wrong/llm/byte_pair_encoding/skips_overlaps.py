# verdict: wrong
# mistake: Counts a pair of equal symbols only at places that do not overlap, so `a a a` has (a, a) once instead of twice.
# told: does_not_count_overlaps
from collections import Counter


def _count(symbols):
    counts = Counter()
    i, last = 0, None
    while i + 1 < len(symbols):
        pair = (symbols[i], symbols[i + 1])
        if pair == last and pair[0] == pair[1]:
            last = None
        else:
            counts[pair] += 1
            last = pair
        i += 1
    return counts


def _apply(symbols, pair):
    new = []
    for s in symbols:
        if new and (new[-1], s) == pair:
            new[-1] = "".join(pair)
        else:
            new.append(s)
    return new


def byte_pair_encoding(text, n_merges):
    if n_merges < 0:
        raise ValueError("n_merges must be >= 0")
    corpus = Counter(text.split())
    words = {w: [*w, "</w>"] for w in corpus}
    merges = []
    for _ in range(n_merges):
        total = Counter()
        for w, n in corpus.items():
            for pair, c in _count(words[w]).items():
                total[pair] += c * n
        if not total:
            return merges
        best = min(total.items(), key=lambda item: (-item[1], item[0]))[0]
        merges.append(best)
        words = {w: _apply(s, best) for w, s in words.items()}
    return merges
