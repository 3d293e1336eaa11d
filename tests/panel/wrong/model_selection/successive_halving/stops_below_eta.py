# verdict: wrong
# mistake: It stops as soon as fewer than eta settings are left, and takes the first of them without another rung.
import math


def successive_halving(configs, eval_fn, min_budget, eta):
    if not configs:
        raise ValueError("configs is empty")
    if eta < 2:
        raise ValueError("eta is below 2")
    survivors = list(range(len(configs)))
    budget, total, rungs = min_budget, 0, []
    while len(survivors) >= eta:
        results = []
        for i in survivors:
            loss = eval_fn(configs[i], budget)
            results.append((math.inf if math.isnan(loss) else loss, i))
            total += budget
        results.sort()
        survivors = sorted(i for _, i in results[: len(survivors) // eta])
        rungs.append((budget, survivors))
        budget *= eta
    return survivors[0], rungs, total
