# verdict: wrong
# mistake: Stops as soon as beam_size hypotheses are finished, instead of going on while any is alive.
def beam_search(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    if beam_size < 1:
        raise ValueError("beam_size must be positive")
    beams = [(0.0, [])]
    done = []
    for _ in range(max_new_tokens):
        if not beams or len(done) >= beam_size:
            break
        expanded = []
        for total, tokens in beams:
            logps = next_log_probs(list(prompt) + tokens)
            for t in range(len(logps)):
                expanded.append((total + logps[t], tokens + [t]))
        expanded = sorted(expanded, key=lambda item: item[0], reverse=True)[:beam_size]
        beams = []
        for item in expanded:
            (done if item[1][-1] == eos else beams).append(item)
    best = max(done + beams, key=lambda item: item[0] / len(item[1]) ** length_penalty)
    return best[1], best[0] / len(best[1]) ** length_penalty
