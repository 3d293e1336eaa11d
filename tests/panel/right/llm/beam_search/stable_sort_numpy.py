# verdict: passed
# style: a flat NumPy vector of all sums, stable argsort, index split by divmod
import numpy as np


def beam_search(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    if beam_size < 1:
        raise ValueError(f"beam_size must be at least 1, not {beam_size}")
    live = [([], 0.0)]
    done = []
    for _ in range(max_new_tokens):
        if not live:
            break
        sums = np.array([[s + lp for lp in next_log_probs(list(prompt) + tokens)] for tokens, s in live], dtype=float)
        vocab = sums.shape[1]
        flat = sums.ravel()
        best = np.argsort(-flat, kind="stable")[:beam_size]
        following = []
        for index in best.tolist():
            parent, token = divmod(index, vocab)
            hypothesis = (live[parent][0] + [token], float(flat[index]))
            (done if token == eos else following).append(hypothesis)
        live = following
    scores = [s / len(tokens) ** length_penalty for tokens, s in done + live]
    winner = max(range(len(scores)), key=scores.__getitem__)  # max returns the first of equal ones
    return (done + live)[winner][0], scores[winner]
