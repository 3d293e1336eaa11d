# verdict: wrong
# mistake: The padding is removed by a test for truth, which also removes contexts that are the number 0 or an empty string.
def skipgram_pairs(tokens, window):
    if window < 1:
        raise ValueError(f"window is {window}, but must be at least 1")
    padded = [None] * window + list(tokens) + [None] * window
    pairs = []
    for i in range(window, window + len(tokens)):
        around = padded[i - window : i] + padded[i + 1 : i + window + 1]
        pairs.extend((padded[i], word) for word in around if word)
    return pairs
