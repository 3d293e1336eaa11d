# verdict: passed
# style: recursion over rounds with a small hypothesis class and sort keys
from dataclasses import dataclass


@dataclass(frozen=True)
class Hypothesis:
    tokens: tuple
    total: float

    def score(self, penalty):
        return self.total / len(self.tokens) ** penalty


def beam_search(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    if beam_size < 1:
        raise ValueError("beam_size has to be 1 or more")

    def rounds(live, rest):
        """All competitors in the order in which ties are decided."""
        if rest == 0 or not live:
            return list(live)
        candidates = []
        for rank, h in enumerate(live):
            for token, lp in enumerate(next_log_probs([*prompt, *h.tokens])):
                candidates.append((-(h.total + lp), rank, token))
        candidates.sort()
        kept = [Hypothesis((*live[rank].tokens, token), -neg) for neg, rank, token in candidates[:beam_size]]
        finished = [h for h in kept if h.tokens[-1] == eos]
        return finished + rounds([h for h in kept if h.tokens[-1] != eos], rest - 1)

    best = None
    for h in rounds([Hypothesis((), 0.0)], max_new_tokens):
        if best is None or h.score(length_penalty) > best.score(length_penalty):
            best = h
    return list(best.tokens), best.score(length_penalty)
