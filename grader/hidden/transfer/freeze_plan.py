"""Hidden tests of transfer/freeze_plan."""

import pytest

from grader.authoring import agree, mistake, right
from solutions.transfer.freeze_plan import freeze_plan

LAYERS = ["stem", "conv1", "conv2", "conv3", "pool", "norm", "fc"]


def sample(rng, size="small"):
    """Seven layers of which three pieces of different lengths are made."""
    return (["fc"], 0, 1, ["head"]) if size == "ones" else (list(LAYERS), 1, 2, ["hidden", "fc"])


def pieces(frozen, fine_tuned, dropped, new):
    return {"frozen": frozen, "fine_tuned": fine_tuned, "dropped": dropped, "new": new}


def test_nothing_dropped(yours):
    """With n_drop 0 all layers remain."""
    agree(yours(list(LAYERS), 3, 0, ["head"]), pieces(LAYERS[:3], LAYERS[3:], [], ["head"]))


def test_full_fine_tuning(yours):
    """With n_freeze 0 nothing is frozen, and each layer that remains is fine-tuned."""
    agree(yours(list(LAYERS), 0, 3, ["z", "a"]), pieces([], LAYERS[:4], LAYERS[4:], ["z", "a"]))


def test_feature_extraction(yours):
    """All layers that remain may be frozen: then only the new ones are trained."""
    agree(yours(list(LAYERS), 4, 3, ["head"]), pieces(LAYERS[:4], [], LAYERS[4:], ["head"]))


def test_everything_dropped(yours):
    """All layers may be dropped, and there may be no new ones."""
    agree(yours(list(LAYERS), 0, 7, []), pieces([], [], LAYERS, []))


def test_names_may_return(yours):
    """A new layer may have the name of one that is dropped."""
    agree(yours(["a", "b", "c"], 1, 1, ["c"]), pieces(["a"], ["b"], ["c"], ["c"]))


@pytest.mark.parametrize("n_freeze", [5, 6, -1], ids=["one_too_many", "two_too_many", "negative"])
def test_too_many_frozen(yours, n_freeze):
    """Freezing more layers than remain raises a ValueError that names n_freeze."""
    with pytest.raises(ValueError, match="n_freeze"):
        yours(list(LAYERS), n_freeze, 3, ["head"])


@pytest.mark.parametrize("n_drop", [8, -1], ids=["one_too_many", "negative"])
def test_too_many_dropped(yours, n_drop):
    """Dropping more layers than there are raises a ValueError that names n_drop."""
    with pytest.raises(ValueError, match="n_drop"):
        yours(list(LAYERS), 0, n_drop, ["head"])


@mistake("You drop layers at the input. The old classes live at the output: remove the last n_drop layers.")
def drops_from_the_input(layer_names, n_freeze, n_drop, new_layers):
    freeze_plan(layer_names, n_freeze, n_drop, new_layers)
    kept = layer_names[n_drop:]
    return pieces(kept[:n_freeze], kept[n_freeze:], layer_names[:n_drop], list(new_layers))


@mistake("You freeze the layers next to the head. General features are at the input: freeze the first n_freeze layers.")
def freezes_from_the_output(layer_names, n_freeze, n_drop, new_layers):
    freeze_plan(layer_names, n_freeze, n_drop, new_layers)
    cut, kept = len(layer_names) - n_drop - n_freeze, len(layer_names) - n_drop
    return pieces(layer_names[cut:kept], layer_names[:cut], layer_names[kept:], list(new_layers))


@mistake("The numbers have changed places: n_freeze layers are fine-tuned and the others frozen. It counts what is frozen.")
def counts_what_is_fine_tuned(layer_names, n_freeze, n_drop, new_layers):
    plan = freeze_plan(layer_names, n_freeze, n_drop, new_layers)
    return freeze_plan(layer_names, len(plan["fine_tuned"]), n_drop, new_layers)


@mistake("All old layers are frozen, whatever n_freeze says. Those after the first n_freeze are fine-tuned.")
def freezes_all_old_layers(layer_names, n_freeze, n_drop, new_layers):
    freeze_plan(layer_names, n_freeze, n_drop, new_layers)
    return freeze_plan(layer_names, len(layer_names) - n_drop, n_drop, new_layers)


@mistake("A slice up to -n_drop is empty when n_drop is 0, and all layers are lost. Cut at len(layer_names) - n_drop.")
def slices_to_minus_zero(layer_names, n_freeze, n_drop, new_layers):
    freeze_plan(layer_names, n_freeze, n_drop, new_layers)
    kept = layer_names[:-n_drop]
    return pieces(kept[:n_freeze], kept[n_freeze:], layer_names[-n_drop:] if n_drop else [], list(new_layers))


@mistake('The new layers are frozen, or fine-tuned as if they were old. They have a list of their own, under "new".')
def mixes_new_with_old(layer_names, n_freeze, n_drop, new_layers):
    plan = freeze_plan(layer_names, n_freeze, n_drop, new_layers)
    return plan | {"fine_tuned": plan["fine_tuned"] + new_layers}


@mistake("The dropped layers are listed from the output to the input, as pop gives them. Keep the order of layer_names.")
def lists_the_dropped_backwards(layer_names, n_freeze, n_drop, new_layers):
    plan = freeze_plan(layer_names, n_freeze, n_drop, new_layers)
    return plan | {"dropped": plan["dropped"][::-1]}


@mistake("You sort the names, or send them through a set. Keep the order from the input to the output.")
def loses_the_order(layer_names, n_freeze, n_drop, new_layers):
    return {key: sorted(names) for key, names in freeze_plan(layer_names, n_freeze, n_drop, new_layers).items()}


@mistake("You freeze fewer layers than asked for when too many are asked for. Raise a ValueError that names n_freeze.")
def freezes_fewer(layer_names, n_freeze, n_drop, new_layers):
    most = max(0, len(layer_names) - n_drop)
    return freeze_plan(layer_names, min(max(n_freeze, 0), most), n_drop, new_layers)


@mistake("You drop fewer layers than asked for when too many are asked for. Raise a ValueError that names n_drop.")
def drops_fewer(layer_names, n_freeze, n_drop, new_layers):
    return freeze_plan(layer_names, n_freeze, min(max(n_drop, 0), len(layer_names)), new_layers)


@mistake("You refuse to freeze all layers that remain. That is feature extraction, the most usual plan of all: allow it.")
def refuses_feature_extraction(layer_names, n_freeze, n_drop, new_layers):
    if n_freeze == len(layer_names) - n_drop > 0:
        raise ValueError("n_freeze is too large")
    return freeze_plan(layer_names, n_freeze, n_drop, new_layers)


@mistake("Names of new layers are removed from those that were dropped. A new layer may have the old name; list both.")
def removes_names_that_return(layer_names, n_freeze, n_drop, new_layers):
    plan = freeze_plan(layer_names, n_freeze, n_drop, new_layers)
    return plan | {"dropped": [name for name in plan["dropped"] if name not in new_layers]}


@mistake("You take the dropped layers out of the caller's list. Slices leave it as it is.")
def pops_from_the_argument(layer_names, n_freeze, n_drop, new_layers):
    plan = freeze_plan(layer_names, n_freeze, n_drop, new_layers)
    del layer_names[len(layer_names) - n_drop :]
    return plan


@right
def by_positions(layer_names, n_freeze, n_drop, new_layers):
    n = len(layer_names)
    if n_drop < 0 or n_drop > n:
        raise ValueError("n_drop")
    if n_freeze < 0 or n_freeze + n_drop > n:
        raise ValueError("n_freeze")
    plan = {"new": new_layers[:], "dropped": [], "fine_tuned": [], "frozen": []}
    for i, name in enumerate(layer_names):
        plan["frozen" if i < n_freeze else "dropped" if i >= n - n_drop else "fine_tuned"].append(name)
    return {key: plan[key] for key in ("frozen", "fine_tuned", "dropped", "new")}


@right
def by_popping_from_a_copy(layer_names, n_freeze, n_drop, new_layers):
    if n_drop not in range(len(layer_names) + 1):
        raise ValueError(f"{n_drop} is no n_drop")
    left, dropped = [*layer_names], []
    for _ in range(n_drop):
        dropped.insert(0, left.pop())
    if n_freeze not in range(len(left) + 1):
        raise ValueError(f"{n_freeze} is no n_freeze")
    frozen = [left.pop(0) for _ in range(n_freeze)]
    return dict(frozen=frozen, fine_tuned=left, dropped=dropped, new=[*new_layers])
