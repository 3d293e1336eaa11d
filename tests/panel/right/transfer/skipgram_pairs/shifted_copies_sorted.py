# verdict: passed
# style: pairs of places made from shifted copies (zip with an offset), then sorted by place
def skipgram_pairs(tokens, window):
    if window < 1:
        raise ValueError(f"window must be at least 1, not {window}")
    places = range(len(tokens))
    pairs = []
    for shift in range(1, min(window, len(tokens) - 1) + 1):
        for left, right in zip(places, places[shift:]):
            pairs.append((left, right))
            pairs.append((right, left))
    pairs.sort()
    return [(tokens[i], tokens[j]) for i, j in pairs]
