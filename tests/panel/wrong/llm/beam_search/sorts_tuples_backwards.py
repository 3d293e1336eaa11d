# verdict: wrong
# mistake: Sorts tuples of sum and tokens in reverse, so between equal sums the larger token comes first.
# told: turns_ties_round
def beam_search(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    if beam_size < 1:
        raise ValueError("beam_size: at least one candidate has to be kept")
    live = [(0.0, [])]
    finished = []
    for _ in range(max_new_tokens):
        if len(live) == 0:
            break
        candidates = []
        for total, tokens in live:
            for t, lp in enumerate(next_log_probs(prompt + tokens)):
                candidates.append((total + lp, tokens + [t]))
        kept = sorted(candidates, reverse=True)[:beam_size]
        finished.extend(c for c in kept if c[1][-1] == eos)
        live = [c for c in kept if c[1][-1] != eos]
    best_score, best_tokens = None, None
    for total, tokens in finished + live:
        score = total / len(tokens) ** length_penalty
        if best_score is None or score > best_score:
            best_score, best_tokens = score, tokens
    return best_tokens, best_score
