# verdict: wrong
# mistake: The survivors stay in the order of their ranks, so that ties in a later rung fall to the better one of the rung before and not to the earlier setting.
import math


def successive_halving(configs, eval_fn, min_budget, eta):
    if not configs:
        raise ValueError("configs must not be empty")
    if eta < 2:
        raise ValueError("eta must be >= 2")
    alive = list(range(len(configs)))
    budget, cost, rungs = min_budget, 0, []
    while len(alive) > 1:
        losses = {}
        for i in alive:
            loss = eval_fn(configs[i], budget)
            losses[i] = math.inf if math.isnan(loss) else loss
        cost += budget * len(alive)
        alive.sort(key=losses.get)
        alive = alive[: max(1, len(alive) // eta)]
        rungs.append((budget, sorted(alive)))
        budget *= eta
    return alive[0], rungs, cost
