# verdict: passed
# style: recursion, one call for each rung
import math


def _rung(alive, configs, eval_fn, budget, eta):
    if len(alive) == 1:
        return alive[0], [], 0
    ranked = []
    for i in alive:
        loss = float(eval_fn(configs[i], budget))
        ranked.append((math.inf if math.isnan(loss) else loss, i))
    ranked.sort()
    keep = max(1, len(alive) // eta)
    on = sorted(i for _, i in ranked[:keep])
    winner, later, cost = _rung(on, configs, eval_fn, budget * eta, eta)
    return winner, [(budget, on)] + later, cost + budget * len(alive)


def successive_halving(configs, eval_fn, min_budget, eta):
    if not configs:
        raise ValueError("configs is empty")
    if eta < 2:
        raise ValueError("eta has to be at least 2")
    return _rung(list(range(len(configs))), configs, eval_fn, min_budget, eta)
