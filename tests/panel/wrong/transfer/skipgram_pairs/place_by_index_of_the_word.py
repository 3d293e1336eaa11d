# verdict: wrong
# mistake: The place of a centre is looked up with index, which always finds the first occurrence, so a repeated word gets the context of the first one.
def skipgram_pairs(tokens, window):
    if window < 1:
        raise ValueError(f"window must be at least 1, got {window}")
    pairs = []
    for centre in tokens:
        i = tokens.index(centre)
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if j != i:
                pairs.append((centre, tokens[j]))
    return pairs
