"""Hidden tests of transfer/fine_tune_step."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.transfer.fine_tune_step import fine_tune_step


def sample(rng, size="small"):
    """A frozen group in the middle, two groups that learn, and gradients for all of them."""
    ones = size == "ones"
    shapes = {"stem.weight": (3, 2), "body.norm.weight": (4,), "head.weight": (2, 5), "head.bias": (2,)}
    params = {name: rng.normal(size=(1,) * len(shape) if ones else shape) + 2.0 for name, shape in shapes.items()}
    grads = {name: rng.normal(size=p.shape) - 1.0 for name, p in params.items()}
    return params, grads, ["body"], {"stem": 0.125, "head": 0.5}, 0.25


def test_frozen_is_untouched(yours, rng):
    """Weight decay does not move a frozen parameter: it comes back as it was, to the last bit."""
    params = {"stem.weight": np.array([0.1, -0.3]), "head.weight": np.array([2.0])}
    grads = {"stem.weight": np.array([5.0, 7.0]), "head.weight": np.array([3.0])}
    new = yours(params, grads, ["stem"], {"stem": 0.5, "head": 0.25}, 0.5)
    agree(new, {"stem.weight": np.array([0.1, -0.3]), "head.weight": np.array([1.0])}, exact=True)


def test_frozen_without_gradient(yours, rng):
    """Where everything is frozen, neither gradients nor learning rates are needed, and nothing moves."""
    params = {"stem.weight": np.array([1.5, -2.0]), "stem.bias": np.array([0.5]), "head.weight": np.array([[3.0]])}
    agree(yours(params, {}, ["head", "stem"], {}, 0.75), params, exact=True)


def test_no_decay_by_default(yours, rng):
    """Without weight decay a gradient of zero leaves a parameter where it is, and the step is plain gradient descent."""
    params = {"head.weight": np.array([4.0, -8.0]), "body.bias": np.array([2.0])}
    grads = {"head.weight": np.array([0.0, 2.0]), "body.bias": np.array([-4.0])}
    new = yours(params, grads, [], {"head": 0.5, "body": 0.125})
    agree(new, {"head.weight": np.array([4.0, -9.0]), "body.bias": np.array([2.5])}, exact=True)


def test_whole_group_names(yours, rng):
    """The group is all that stands before the first dot: block10 is not block1, and what comes later does not count."""
    params = {name: np.array([8.0]) for name in ("block1.a.weight", "block10.weight", "head.block1.weight", "scale")}
    grads = {name: np.array([4.0]) for name in params}
    lrs = {"block10": 0.25, "head": 0.5, "scale": 1.0}
    new = yours(params, grads, ["block1"], lrs)
    agree([float(value[0]) for value in new.values()], [8.0, 7.0, 6.0, 4.0])


def test_missing_learning_rate(yours, rng):
    """A group that is neither frozen nor in lrs raises a ValueError that names lrs."""
    params, grads, frozen, lrs, weight_decay = sample(rng)
    with pytest.raises(ValueError, match="lrs"):
        yours(params, grads, frozen, {"head": lrs["head"]}, weight_decay)


def groups(params):
    return {name.split(".")[0] for name in params}


@mistake("Weight decay moves your frozen parameters: their gradient is zero, but the decay is not. Leave them out altogether.")
def decays_what_is_frozen(params, grads, frozen, lrs, weight_decay=0.0):
    zeros = {n: 0 * p if n.split(".")[0] in frozen else grads[n] for n, p in params.items()}
    return fine_tune_step(params, zeros, [], dict.fromkeys(frozen, 0.1) | lrs, weight_decay)


@mistake("Frozen parameters are updated. Ask first whether the group of a name is in `frozen`, and copy the parameter if so.")
def ignores_frozen(params, grads, frozen, lrs, weight_decay=0.0):
    return fine_tune_step(params, grads, [], dict.fromkeys(frozen, 0.1) | lrs, weight_decay)


@mistake("All groups get the same learning rate. Look up the one of each group: the head may learn faster than the rest.")
def uses_one_learning_rate(params, grads, frozen, lrs, weight_decay=0.0):
    fine_tune_step(params, grads, frozen, lrs, weight_decay)
    return fine_tune_step(params, grads, frozen, dict.fromkeys(lrs, next(iter(lrs.values()), 0.0)), weight_decay)


@mistake("A group without a learning rate is left alone without a word. Raise a ValueError that names lrs.")
def skips_groups_without_a_rate(params, grads, frozen, lrs, weight_decay=0.0):
    return fine_tune_step(params, grads, [*frozen, *(groups(params) - set(lrs))], lrs, weight_decay)


@mistake("You step uphill: the gradient is added. Subtract the learning rate times the gradient.")
def steps_uphill(params, grads, frozen, lrs, weight_decay=0.0):
    return fine_tune_step(params, grads, frozen, {group: -lr for group, lr in lrs.items()}, weight_decay)


@mistake("Weight decay is missing. Add weight_decay times the parameter to the gradient before you step.")
def forgets_weight_decay(params, grads, frozen, lrs, weight_decay=0.0):
    return fine_tune_step(params, grads, frozen, lrs)


@mistake("The decay is not multiplied by the learning rate. Add it to the gradient first, then take the step.")
def decays_without_the_rate(params, grads, frozen, lrs, weight_decay=0.0):
    new = fine_tune_step(params, grads, frozen, lrs)
    return {n: p if n.split(".")[0] in frozen else p - weight_decay * params[n] for n, p in new.items()}


@mistake("You compare the beginning of the name, so block10 counts as block1. Cut the name at its first dot, and compare groups.")
def compares_the_beginning(params, grads, frozen, lrs, weight_decay=0.0):
    more = {name.split(".")[0] for name in params if name.startswith(tuple(frozen))}
    return fine_tune_step(params, grads, more, lrs, weight_decay)


@mistake("You look for the frozen group anywhere in the name. The group is what stands before the first dot, and only that.")
def searches_the_whole_name(params, grads, frozen, lrs, weight_decay=0.0):
    new = fine_tune_step(params, grads, frozen, lrs, weight_decay)
    return {n: params[n].copy() if set(n.split(".")) & set(frozen) else p for n, p in new.items()}


@mistake("Frozen parameters are missing from the result. The new dict has all names of `params`: copy what is frozen.")
def leaves_out_what_is_frozen(params, grads, frozen, lrs, weight_decay=0.0):
    new = fine_tune_step(params, grads, frozen, lrs, weight_decay)
    return {n: p for n, p in new.items() if n.split(".")[0] not in frozen}


@mistake("For frozen parameters you return the arrays of the caller. Copy them: a later step in place would change both.")
def hands_back_what_is_frozen(params, grads, frozen, lrs, weight_decay=0.0):
    new = fine_tune_step(params, grads, frozen, lrs, weight_decay)
    return {n: params[n] if n.split(".")[0] in frozen else p for n, p in new.items()}


@mistake("You update the parameters in place. Compute new arrays, and leave those of the caller as they are.")
def updates_in_place(params, grads, frozen, lrs, weight_decay=0.0):
    for name, p in fine_tune_step(params, grads, frozen, lrs, weight_decay).items():
        params[name][...] = p
    return params


@right
def by_comprehension(params, grads, frozen, lrs, weight_decay=0.0):
    group = {name: name.partition(".")[0] for name in params}
    if not set(group.values()) <= {*frozen, *lrs}:
        raise ValueError("lrs is incomplete")
    return {
        n: np.array(p) if group[n] in frozen else (1 - lrs[group[n]] * weight_decay) * p - lrs[group[n]] * grads[n]
        for n, p in params.items()
    }


@right
def copies_then_updates(params, grads, frozen, lrs, weight_decay=0.0):
    new = {name: np.copy(p) for name, p in params.items()}
    for name, p in new.items():
        group = name[: name.index(".")] if "." in name else name
        if group in frozen:
            continue
        if group not in lrs:
            raise ValueError(f"no entry of lrs for {group}")
        for index in np.ndindex(p.shape):
            p[index] -= lrs[group] * grads[name][index] + lrs[group] * weight_decay * params[name][index]
    return new
