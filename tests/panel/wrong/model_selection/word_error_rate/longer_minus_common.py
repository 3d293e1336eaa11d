# verdict: wrong
# mistake: It takes the longer length minus the longest common subsequence, which counts two words that changed places as one error.
# told: compares_bags_of_words
def word_error_rate(reference, hypothesis):
    ref = reference.split()
    hyp = hypothesis.split()
    if not ref:
        raise ValueError("reference must contain words")
    common = [[0] * (len(hyp) + 1) for _ in range(len(ref) + 1)]
    for i, r in enumerate(ref):
        for j, h in enumerate(hyp):
            if r == h:
                common[i + 1][j + 1] = common[i][j] + 1
            else:
                common[i + 1][j + 1] = max(common[i][j + 1], common[i + 1][j])
    return (max(len(ref), len(hyp)) - common[-1][-1]) / len(ref)
