"""Hidden tests of model_selection/successive_halving."""

import math

import pytest

from grader.authoring import agree, mistake, right
from solutions.model_selection.successive_halving import successive_halving


def curve(config, budget):
    """A learning curve: it falls to a floor, the more slowly the larger the delay."""
    return config["floor"] + config["delay"] / budget


def number(config, budget):
    """A setting that is its own loss, whatever the budget."""
    return config


def sample(rng, size="small"):
    """Learning curves that cross, and a number of settings that three does not divide."""
    n = 1 if size == "ones" else 14
    configs = [{"floor": float(rng.uniform(0, 3)), "delay": float(rng.uniform(0, 9))} for _ in range(n)]
    return configs, curve, 2, 3


@pytest.mark.parametrize(
    ("n", "eta", "sizes"),
    [(16, 2, [8, 4, 2, 1]), (27, 3, [9, 3, 1]), (11, 2, [5, 2, 1]), (17, 3, [5, 1]), (5, 4, [1]), (2, 3, [1]), (3, 5, [1])],
)
def test_sizes_of_the_rungs(yours, rng, n, eta, sizes):
    """From each rung one eta-th of the settings goes on, rounded down, and at least one."""
    _, rungs, _ = yours([float(i) for i in rng.permutation(n)], number, 3, eta)
    agree([len(survivors) for _, survivors in rungs], sizes)


def test_the_lowest_loss_wins(yours, rng):
    """If the budget does not matter, the setting with the lowest loss wins."""
    order = [float(i) for i in rng.permutation(20)]
    agree(yours(order, number, 1, 2)[0], order.index(0.0))


def test_budget_grows(yours):
    """The budget is multiplied by eta from rung to rung, so settings that begin slowly come forward."""
    configs = [(1.0, 1.0), (0.0, 12.0), (0.5, 2.9), (3.0, 0.0), (0.7, 2.0), (9.0, 9.0), (0.1, 8.0), (0.0, 10.0)]
    # floor and delay: with the budget 2 the best is number 0, with 4 it is number 4, and with 8 it is number 2
    found = yours(configs, lambda config, budget: config[0] + config[1] / budget, 2, 2)
    agree(found, (2, [(2, [0, 2, 3, 4]), (4, [2, 4]), (8, [2])], 8 * 2 + 4 * 4 + 2 * 8))


def test_early_losses_are_forgotten(yours):
    """A setting that was best with a small budget and overfits with a large one does not win."""
    losses = {("a", 5): 0.5, ("b", 5): 0.75, ("c", 5): 2.0, ("d", 5): 3.0, ("a", 10): 4.0, ("b", 10): 1.0}
    agree(yours(list("abcd"), lambda config, budget: losses[config, budget], 5, 2), (1, [(5, [0, 1]), (10, [1])], 40))


def test_cost(yours, rng):
    """Every rung trains its settings anew, and costs their number times the budget of each."""
    agree(yours([float(i) for i in rng.permutation(27)], number, 2, 3)[2], 27 * 2 + 9 * 6 + 3 * 18)
    agree(yours([float(i) for i in rng.permutation(11)], number, 5, 2)[2], 11 * 5 + 5 * 10 + 2 * 20)


def test_ties(yours):
    """Of equal losses the setting that stands earlier is the better one, also in the next rung."""
    found = yours([3, 1, 2, 1, 1, 2, 0, 1], lambda config, budget: max(config, 1), 1, 4)
    agree(found, (1, [(1, [1, 3]), (4, [1])], 16))
    found = yours(list("pqrs"), lambda config, budget: "srpq".index(config) if budget == 3 else 7.0, 3, 2)
    agree(found, (2, [(3, [2, 3]), (6, [2])], 24))


def test_nan_is_worst(yours):
    """A training that ends in NaN loses against every number, and ties with infinity."""
    nan = math.nan
    agree(yours([nan, 5.0, nan, 2.0, 9.0, nan], number, 2, 2), (3, [(2, [1, 3, 4]), (4, [3])], 24))
    agree(yours([3.0, nan, 1.0, nan, 2.0, 0.0, nan, 4.0], number, 2, 2)[1][0], (2, [0, 2, 4, 5]))
    agree(yours([nan, math.inf, nan, math.inf], number, 2, 2), (0, [(2, [0, 1]), (4, [0])], 16))


def test_single_setting(yours):
    """A single setting has won without any training."""
    agree(yours([{"lr": 0.1}], number, 3, 2), (0, [], 0))


def test_no_settings(yours):
    """Without settings nobody can win: a ValueError that names configs."""
    with pytest.raises(ValueError, match="configs"):
        yours([], number, 1, 2)


def test_bad_eta(yours):
    """With an eta below 2 the rungs would never shrink: a ValueError that names eta."""
    for eta in (1, 0):
        with pytest.raises(ValueError, match="eta"):
            yours([1.0, 2.0, 3.0], number, 1, eta)


def tournament(configs, eval_fn, min_budget, eta, **own):
    """The rule with some of its parts replaced: `keep`, `grow`, `key`, `stay` and `price`."""
    successive_halving(configs[:1], eval_fn, min_budget, eta)
    keep = own.get("keep", lambda n: max(1, n // eta))
    grow = own.get("grow", lambda rung: min_budget * eta**rung)
    key = own.get("key", lambda loss, i: (math.inf if math.isnan(loss) else loss, i))
    stay = own.get("stay", sorted)
    price = own.get("price", lambda n, rung: n * grow(rung))
    left, rungs, cost, seen = list(range(len(configs))), [], 0, []
    while len(left) > 1:
        budget = grow(len(rungs))
        losses = {i: eval_fn(configs[i], budget) for i in left}
        seen += [(loss, i) for i, loss in losses.items()]
        cost += price(len(left), len(rungs))
        left = stay(sorted(left, key=lambda i: key(losses[i], i))[: keep(len(left))])
        rungs.append((budget, left))
    return own.get("pick", lambda left, seen: left[0])(left, seen), rungs, cost


@mistake("The settings with the highest losses go on. Lower is better: sort ascending and keep the first ones.")
def keeps_the_worst(configs, eval_fn, min_budget, eta):
    return tournament(configs, eval_fn, min_budget, eta, key=lambda loss, i: (-loss, i))


@mistake("Every rung has the same budget. Multiply it by eta from rung to rung: fewer settings get more each.")
def keeps_the_budget(configs, eval_fn, min_budget, eta):
    return tournament(configs, eval_fn, min_budget, eta, grow=lambda rung: min_budget)


@mistake("The budget grows by min_budget from rung to rung. It grows by the factor eta.")
def adds_to_the_budget(configs, eval_fn, min_budget, eta):
    return tournament(configs, eval_fn, min_budget, eta, grow=lambda rung: min_budget * (rung + 1))


@mistake("The first rung has eta times min_budget already. It has min_budget: raise the budget after a rung, not before.")
def begins_with_a_larger_budget(configs, eval_fn, min_budget, eta):
    return tournament(configs, eval_fn, min_budget, eta, grow=lambda rung: min_budget * eta ** (rung + 1))


@mistake("Half of the settings go on, whatever eta is. Divide their number by eta.")
def always_keeps_half(configs, eval_fn, min_budget, eta):
    return tournament(configs, eval_fn, min_budget, eta, keep=lambda n: n // 2)


@mistake("The number of settings that go on is rounded up. Round down: divide with //.")
def rounds_up(configs, eval_fn, min_budget, eta):
    return tournament(configs, eval_fn, min_budget, eta, keep=lambda n: -(-n // eta))


@mistake("If there are fewer settings than eta, nobody goes on and nobody wins. Keep at least one.")
def loses_everybody(configs, eval_fn, min_budget, eta):
    return tournament(configs, eval_fn, min_budget, eta, keep=lambda n: n // eta)


@mistake("The winner is trained once more, in a rung of its own. As soon as one is left, it is over.")
def trains_the_winner_again(configs, eval_fn, min_budget, eta):
    winner, rungs, cost = successive_halving(configs, eval_fn, min_budget, eta)
    budget = min_budget * eta ** len(rungs)
    return winner, [*rungs, (budget, [winner])], cost + budget


@mistake("The cost counts a budget once for each rung. Every setting of the rung spends it: multiply by their number.")
def counts_each_rung_once(configs, eval_fn, min_budget, eta):
    return tournament(configs, eval_fn, min_budget, eta, price=lambda n, rung: min_budget * eta**rung)


@mistake("The cost counts trainings. A training costs its budget: add the number of settings times the budget.")
def counts_trainings(configs, eval_fn, min_budget, eta):
    return tournament(configs, eval_fn, min_budget, eta, price=lambda n, rung: n)


@mistake("The cost counts only what is added to the budget of the rung before. Here settings are trained anew in each rung.")
def continues_trainings(configs, eval_fn, min_budget, eta):
    budgets = [min_budget * eta**rung for rung in range(64)]
    return tournament(
        configs, eval_fn, min_budget, eta, price=lambda n, rung: n * (budgets[rung] - (budgets[rung - 1] if rung else 0))
    )


@mistake("Of equal losses the later setting goes on. Keep the earlier one: sort by loss only, and in ascending order.")
def prefers_the_later_one(configs, eval_fn, min_budget, eta):
    return tournament(configs, eval_fn, min_budget, eta, key=lambda loss, i: (math.inf if math.isnan(loss) else loss, -i))


@mistake("The settings of a rung stand in the order of their losses. Sort their indices again: rungs are ascending, ties early.")
def leaves_the_ranking(configs, eval_fn, min_budget, eta):
    return tournament(configs, eval_fn, min_budget, eta, stay=list, key=lambda loss, i: math.inf if math.isnan(loss) else loss)


@mistake("NaN goes into the sort, and what comes out is no order at all. Count it as infinite before you compare.")
def sorts_nan(configs, eval_fn, min_budget, eta):
    return tournament(configs, eval_fn, min_budget, eta, key=lambda loss, i: loss)


@mistake("NaN counts as the best loss. A training that exploded is the worst: count it as infinite.")
def takes_nan_for_the_best(configs, eval_fn, min_budget, eta):
    return tournament(configs, eval_fn, min_budget, eta, key=lambda loss, i: (-math.inf if math.isnan(loss) else loss, i))


@mistake("The winner is the setting with the lowest loss of all rungs. It is the one that is left after the last rung.")
def takes_the_lowest_loss_ever(configs, eval_fn, min_budget, eta):
    return tournament(
        configs, eval_fn, min_budget, eta, pick=lambda left, seen: min(seen, default=(0, 0), key=lambda pair: pair[0])[1]
    )


@mistake("You rank by the losses of the first rung all the way. Train again with the larger budget, and rank by the new losses.")
def ranks_once(configs, eval_fn, min_budget, eta):
    def first(config, budget):
        return eval_fn(config, min_budget)

    return successive_halving(configs, first, min_budget, eta)


@mistake("You return the winning setting itself. Return its index in configs.")
def returns_the_setting(configs, eval_fn, min_budget, eta):
    winner, *rest = successive_halving(configs, eval_fn, min_budget, eta)
    return configs[winner], *rest


@mistake("Without settings you return no winner. Raise a ValueError that names configs.")
def returns_none_for_none(configs, eval_fn, min_budget, eta):
    return successive_halving(configs, eval_fn, min_budget, eta) if configs else (None, [], 0)


@mistake("An eta below 2 passes, which may never end. Check it first, and raise a ValueError that names eta.")
def corrects_eta(configs, eval_fn, min_budget, eta):
    return successive_halving(configs, eval_fn, min_budget, max(eta, 2))


@right
def by_recursion(configs, eval_fn, min_budget, eta):
    if eta <= 1:
        raise ValueError("eta")
    if len(configs) == 0:
        raise ValueError("no configs")

    def go(left, budget):
        if len(left) == 1:
            return left[0], [], 0
        pairs = []
        for i in left:
            loss = eval_fn(configs[i], budget)
            pairs.append((float("inf") if math.isnan(loss) else loss, i))
        best = sorted(i for _, i in sorted(pairs)[: len(left) // eta or 1])
        winner, rungs, cost = go(best, budget * eta)
        return winner, [(budget, best), *rungs], cost + budget * len(left)

    return go([*range(len(configs))], min_budget)


@right
def by_removing_the_worst(configs, eval_fn, min_budget, eta):
    if not len(configs):
        raise ValueError("configs is empty")
    if eta < 2:
        raise ValueError("eta is too small")
    rungs, rung, budget, spent = [], list(range(len(configs))), min_budget, 0
    while len(rung) > 1:
        losses = [eval_fn(configs[i], budget) for i in rung]
        losses = [loss if loss < math.inf else math.inf for loss in losses]
        spent, size = spent + budget * len(rung), max(len(rung) // eta, 1)
        while len(rung) > size:
            last = max(range(len(rung)), key=lambda k: (losses[k], k))
            del losses[last], rung[last]
        rungs.append((budget, list(rung)))
        budget = budget * eta
    return rung[0], rungs, spent
