# verdict: wrong
# mistake: The contexts of a centre come by distance, left and right in turn, and not from left to right.
def skipgram_pairs(tokens, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    n = len(tokens)
    result = []
    for i in range(n):
        for distance in range(1, window + 1):
            if i - distance >= 0:
                result.append((tokens[i], tokens[i - distance]))
            if i + distance < n:
                result.append((tokens[i], tokens[i + distance]))
    return result
