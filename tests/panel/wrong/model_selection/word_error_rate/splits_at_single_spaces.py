# verdict: wrong
# mistake: It splits at every single space, so double spaces make empty words and tabs or newlines do not part words.
def word_error_rate(reference, hypothesis):
    if not reference.strip():
        raise ValueError("reference is empty")
    r = reference.strip().split(" ")
    h = hypothesis.strip().split(" ") if hypothesis.strip() else []
    prev = list(range(len(h) + 1))
    for i in range(1, len(r) + 1):
        cur = [i]
        for j in range(1, len(h) + 1):
            cost = 0 if r[i - 1] == h[j - 1] else 1
            cur.append(min(prev[j] + 1, cur[j - 1] + 1, prev[j - 1] + cost))
        prev = cur
    return prev[-1] / len(r)
