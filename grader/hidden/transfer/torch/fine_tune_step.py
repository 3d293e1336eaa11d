"""The known mistakes of transfer/fine_tune_step, as people write them in PyTorch."""

from solutions.transfer.torch.fine_tune_step import fine_tune_step


def groups(params):
    return {name.split(".")[0] for name in params}


def decays_what_is_frozen(params, grads, frozen, lrs, weight_decay=0.0):
    zeros = {n: 0 * p if n.split(".")[0] in frozen else grads[n] for n, p in params.items()}
    return fine_tune_step(params, zeros, [], dict.fromkeys(frozen, 0.1) | lrs, weight_decay)


def ignores_frozen(params, grads, frozen, lrs, weight_decay=0.0):
    return fine_tune_step(params, grads, [], dict.fromkeys(frozen, 0.1) | lrs, weight_decay)


def uses_one_learning_rate(params, grads, frozen, lrs, weight_decay=0.0):
    fine_tune_step(params, grads, frozen, lrs, weight_decay)
    return fine_tune_step(params, grads, frozen, dict.fromkeys(lrs, next(iter(lrs.values()), 0.0)), weight_decay)


def skips_groups_without_a_rate(params, grads, frozen, lrs, weight_decay=0.0):
    return fine_tune_step(params, grads, [*frozen, *(groups(params) - set(lrs))], lrs, weight_decay)


def steps_uphill(params, grads, frozen, lrs, weight_decay=0.0):
    return fine_tune_step(params, grads, frozen, {group: -lr for group, lr in lrs.items()}, weight_decay)


def forgets_weight_decay(params, grads, frozen, lrs, weight_decay=0.0):
    return fine_tune_step(params, grads, frozen, lrs)


def decays_without_the_rate(params, grads, frozen, lrs, weight_decay=0.0):
    new = fine_tune_step(params, grads, frozen, lrs)
    return {n: p if n.split(".")[0] in frozen else p - weight_decay * params[n] for n, p in new.items()}


def compares_the_beginning(params, grads, frozen, lrs, weight_decay=0.0):
    more = {name.split(".")[0] for name in params if name.startswith(tuple(frozen))}
    return fine_tune_step(params, grads, more, lrs, weight_decay)


def searches_the_whole_name(params, grads, frozen, lrs, weight_decay=0.0):
    new = fine_tune_step(params, grads, frozen, lrs, weight_decay)
    return {n: params[n].clone() if set(n.split(".")) & set(frozen) else p for n, p in new.items()}


def leaves_out_what_is_frozen(params, grads, frozen, lrs, weight_decay=0.0):
    new = fine_tune_step(params, grads, frozen, lrs, weight_decay)
    return {n: p for n, p in new.items() if n.split(".")[0] not in frozen}


def hands_back_what_is_frozen(params, grads, frozen, lrs, weight_decay=0.0):
    new = fine_tune_step(params, grads, frozen, lrs, weight_decay)
    return {n: params[n] if n.split(".")[0] in frozen else p for n, p in new.items()}


def updates_in_place(params, grads, frozen, lrs, weight_decay=0.0):
    for name, p in fine_tune_step(params, grads, frozen, lrs, weight_decay).items():
        params[name].copy_(p)
    return params
