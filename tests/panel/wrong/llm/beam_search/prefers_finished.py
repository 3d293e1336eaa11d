# verdict: wrong
# mistake: Lets the hypotheses that are still alive compete only if none is finished.
# told: drops_unfinished_texts
def beam_search(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    if beam_size < 1:
        raise ValueError(f"beam_size is {beam_size}, must be >= 1")
    hyps, complete = [([], 0.0)], []
    for _ in range(max_new_tokens):
        pool = []
        for seq, s in hyps:
            pool += [(seq + [v], s + lp) for v, lp in enumerate(next_log_probs([*prompt, *seq]))]
        pool.sort(key=lambda h: h[1], reverse=True)
        pool = pool[:beam_size]
        complete += [h for h in pool if h[0][-1] == eos]
        hyps = [h for h in pool if h[0][-1] != eos]
        if not hyps:
            break
    result = complete if complete else hyps
    scored = [(h[0], h[1] / len(h[0]) ** length_penalty) for h in result]
    return max(scored, key=lambda h: h[1])
