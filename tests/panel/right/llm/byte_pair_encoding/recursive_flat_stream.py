# verdict: passed
# style: one flat list of symbols for the whole text, word ends recognised by their suffix, stack merge, recursion
def _pairs(stream):
    return [(a, b) for a, b in zip(stream, stream[1:]) if not a.endswith("</w>")]


def _merge(stream, pair):
    out = []
    glued = False  # whether the last symbol of out has just been made and must not be the left half again
    for s in stream:
        if out and not glued and (out[-1], s) == pair:
            out[-1] = out[-1] + s
            glued = True
        else:
            out.append(s)
            glued = False
    return out


def byte_pair_encoding(text, n_merges):
    if n_merges < 0:
        raise ValueError("n_merges is negative")
    stream = []
    for word in text.split():
        stream.extend(word)
        stream.append("</w>")
    merges = []
    for _ in range(n_merges):
        tally = {}
        for pair in _pairs(stream):
            tally[pair] = tally.get(pair, 0) + 1
        if not tally:
            break
        top = max(tally.values())
        pair = sorted(p for p, c in tally.items() if c == top)[0]
        merges.append(pair)
        stream = _merge(stream, pair)
    return merges
