# verdict: wrong
# mistake: Finished hypotheses go on taking places in the beam, so later rounds keep fewer than beam_size candidates.
# told: shrinks_the_beam
def beam_search(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    if beam_size < 1:
        raise ValueError("beam_size must be at least 1")
    live, finished = [([], 0.0)], []
    for _ in range(max_new_tokens):
        room = beam_size - len(finished)
        if not live or room <= 0:
            break
        candidates = []
        for tokens, total in live:
            for token, lp in enumerate(next_log_probs(prompt + tokens)):
                candidates.append((tokens + [token], total + lp))
        candidates.sort(key=lambda c: -c[1])
        live_next = []
        for c in candidates[:room]:
            if c[0][-1] == eos:
                finished.append(c)
            else:
                live_next.append(c)
        live = live_next
    tokens, total = max(finished + live, key=lambda c: c[1] / len(c[0]) ** length_penalty)
    return tokens, total / len(tokens) ** length_penalty
