# verdict: wrong
# mistake: A text no longer than the window is said to have no pairs, but at the ends the context only gets shorter.
def skipgram_pairs(tokens, window):
    if window < 1:
        raise ValueError("window has to be 1 or more")
    if len(tokens) <= window:
        return []
    return [
        (tokens[i], tokens[j])
        for i in range(len(tokens))
        for j in range(i - window, i + window + 1)
        if 0 <= j < len(tokens) and j != i
    ]
