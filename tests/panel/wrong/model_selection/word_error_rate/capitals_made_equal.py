# verdict: wrong
# mistake: Both texts are made lower case first, though words are compared as they are.
# told: ignores_capitals
def word_error_rate(reference, hypothesis):
    r = reference.lower().split()
    h = hypothesis.lower().split()
    if not r:
        raise ValueError("reference has no words")
    d = [[0] * (len(h) + 1) for _ in range(len(r) + 1)]
    for i in range(len(r) + 1):
        d[i][0] = i
    for j in range(len(h) + 1):
        d[0][j] = j
    for i in range(1, len(r) + 1):
        for j in range(1, len(h) + 1):
            if r[i - 1] == h[j - 1]:
                d[i][j] = d[i - 1][j - 1]
            else:
                d[i][j] = 1 + min(d[i - 1][j - 1], d[i - 1][j], d[i][j - 1])
    return d[-1][-1] / len(r)
