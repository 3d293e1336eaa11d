# verdict: raised
# mistake: The settings are used as keys of a dict, which crashes for the usual settings, that are dicts themselves.
import math


def successive_halving(configs, eval_fn, min_budget, eta):
    if not configs:
        raise ValueError("configs must not be empty")
    if eta < 2:
        raise ValueError("eta must be at least 2")
    index = {config: i for i, config in reversed(list(enumerate(configs)))}
    left = list(configs)
    rungs, cost, budget = [], 0, min_budget
    while len(left) > 1:
        loss = {}
        for config in left:
            value = eval_fn(config, budget)
            loss[config] = math.inf if math.isnan(value) else value
            cost += budget
        n = max(1, len(left) // eta)
        left = sorted(left, key=lambda c: (loss[c], index[c]))[:n]
        left.sort(key=lambda c: index[c])
        rungs.append((budget, [index[c] for c in left]))
        budget *= eta
    return index[left[0]], rungs, cost
