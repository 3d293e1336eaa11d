# verdict: wrong
# mistake: NaN is ranked behind infinity, though it counts as infinite and the earlier setting should win the tie.
import math


def successive_halving(configs, eval_fn, min_budget, eta):
    if len(configs) < 1:
        raise ValueError("configs: at least one setting is needed")
    if eta < 2:
        raise ValueError("eta: at least 2")
    left = list(range(len(configs)))
    rungs, cost, b = [], 0, min_budget
    while len(left) > 1:
        scores = [eval_fn(configs[i], b) for i in left]
        cost += len(left) * b
        order = sorted(range(len(left)), key=lambda j: (math.isnan(scores[j]), scores[j], j))
        n_next = max(1, len(left) // eta)
        left = sorted(left[j] for j in order[:n_next])
        rungs.append((b, left))
        b = b * eta
    return left[0], rungs, cost
