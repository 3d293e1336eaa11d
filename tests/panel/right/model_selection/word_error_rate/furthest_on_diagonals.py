# verdict: passed
# style: furthest reach on each diagonal, one error more at a time
def word_error_rate(reference, hypothesis):
    a, b = reference.split(), hypothesis.split()
    if len(a) == 0:
        raise ValueError("reference must have at least one word")
    n, m = len(a), len(b)

    def slide(i, d):
        while i < n and i + d < m and a[i] == b[i + d]:
            i += 1
        return i

    reach = {0: slide(0, 0)}
    errors = 0
    while reach.get(m - n) != n:
        errors += 1
        new = {}
        for d in range(-errors, errors + 1):
            tries = []
            if d in reach:
                tries.append(reach[d] + 1)  # substitution
            if d + 1 in reach:
                tries.append(reach[d + 1] + 1)  # deletion
            if d - 1 in reach:
                tries.append(reach[d - 1])  # insertion
            i = min(max(tries, default=-1), n, m - d)
            if i >= 0 and i + d >= 0:
                new[d] = slide(i, d)
        reach = new
    return errors / n
