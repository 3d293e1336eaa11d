# verdict: passed
# style: loop with heapq.nsmallest over a dict of losses by index
import heapq


def successive_halving(configs, eval_fn, min_budget, eta):
    if len(configs) == 0:
        raise ValueError("configs must hold at least one setting")
    if eta < 2:
        raise ValueError(f"eta must be at least 2, not {eta}")
    left = list(range(len(configs)))
    rungs, cost, budget = [], 0, min_budget
    while len(left) > 1:
        losses = {}
        for index in left:
            value = eval_fn(configs[index], budget)
            losses[index] = value if value == value else float("inf")
        cost += len(left) * budget
        best = heapq.nsmallest(max(1, len(left) // eta), left, key=lambda index: (losses[index], index))
        left = sorted(best)
        rungs.append((budget, list(left)))
        budget *= eta
    return left[0], rungs, cost
