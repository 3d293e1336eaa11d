"""Hidden tests of model_selection/grid."""

import itertools

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.model_selection.grid import grid

independent = (
    "[{name: space[name][i] for name, i in zip(space, index)} "
    "for index in np.ndindex(*[len(values) for values in space.values()])]"
)


def sample(rng, size="small"):
    """Names that are not sorted, and values that are neither."""
    if size == "ones":
        return ({"lr": [float(rng.random())]},)
    rates = [float(rate) for rate in rng.random(3)]
    return ({"lr": rates, "act": ("tanh", "relu"), "depth": [int(n) for n in rng.permutation(9)[:4]], "bias": [True]},)


def test_as_many_as_the_product(yours, rng):
    """There are as many combinations as the product of the numbers of values, and no two are alike."""
    found = yours({"a": [1, 2, 3], "b": [True, False], "c": ["x", "y", "z", "w"], "d": [None]})
    agree(len(found), 24)
    agree(len({tuple(config.values()) for config in found}), 24)


def test_last_name_changes_fastest(yours):
    """The combinations come in the order of nested loops, the first name outermost."""
    found = yours({"z": [5, 3], "a": ["q", "p"], "m": [0.5, 2.5]})
    want = [(z, a, m) for z in (5, 3) for a in ("q", "p") for m in (0.5, 2.5)]
    agree([tuple(config[name] for name in "zam") for config in found], want)


def test_names_keep_their_order(yours):
    """Every dict has the names in the order of the space."""
    agree([list(config) for config in yours({"z": [1, 2], "b": [3], "y": [4]})], [["z", "b", "y"]] * 2)


def test_name_without_values(yours):
    """A name without values leaves no combination, wherever it stands."""
    agree(yours({"lr": [0.1, 0.2], "depth": [], "width": [3]}), [])
    agree(yours({"depth": ()}), [])


def test_no_names(yours):
    """Without names there is one combination, the empty one: train once, with what you have."""
    agree(yours({}), [{}])


def test_repeated_values(yours):
    """A value that is given twice is tried twice, in its place."""
    agree(yours({"seed": [7, 3, 7]}), [{"seed": 7}, {"seed": 3}, {"seed": 7}])
    agree(yours({"p": [0.5, 0.0], "on": [True, True]}), [{"p": p, "on": True} for p in (0.5, 0.5, 0.0, 0.0)])


def test_values_of_any_kind(yours):
    """Values are passed on as they are: None, strings, lists of widths, whole dicts."""
    space = {"widths": [[64, 32], [8]], "extra": [None, {"beta": 2}], "name": ["sgd"]}
    agree(yours(space), [{"widths": w, "extra": e, "name": "sgd"} for w in ([64, 32], [8]) for e in (None, {"beta": 2})])


def test_space_stays_as_it_is(yours, rng):
    """The space is not changed: a second search finds all of it."""
    (space,) = sample(rng)
    own = {name: list(values) for name, values in space.items()}
    agree(yours(own), grid(space))
    agree(yours(own), grid(space))


@pytest.mark.parametrize("values", [0.1, "adam", None, {"a": 1}], ids=["number", "string", "none", "dict"])
def test_values_without_a_list(yours, values):
    """What is neither a list nor a tuple of values raises a ValueError that names space."""
    with pytest.raises(ValueError, match="space"):
        yours({"depth": [1, 2], "what": values})
    with pytest.raises(ValueError, match="space"):
        yours({"lr": [], "optimizer": values})


@mistake("The first name changes fastest. It is the outermost loop: the last name changes fastest.")
def varies_the_first_fastest(space):
    grid(space)
    found = grid(dict(reversed(space.items())))
    return [{name: config[name] for name in space} for config in found]


@mistake("The names are sorted, as scikit-learn does it, which changes the loops too. Keep them in the order of space.")
def sorts_the_names(space):
    return grid({name: space[name] for name in sorted(space)})


@mistake("The values of a name are sorted. Take them in the order in which they are given.")
def sorts_the_values(space):
    grid(space)
    return grid({name: sorted(values, key=repr) for name, values in space.items()})


@mistake("One dict is filled again and again, so the list holds the last combination many times. Make a new dict each time.")
def shares_one_dict(space):
    found = grid(space)
    return [dict(found[-1]) for _ in found]


@mistake("You walk through all lists in parallel, first with first and second with second. Combine every value with every other.")
def walks_in_parallel(space):
    grid(space)
    return [dict(zip(space, chosen, strict=True)) for chosen in zip(*space.values(), strict=False)]


@mistake("You vary one name at a time and leave the others at their first value. A grid has all combinations.")
def varies_one_at_a_time(space):
    found = grid(space)
    first = found[0] if found else {}
    return [config for config in found if sum(config[name] is not first[name] for name in space) <= 1]


@mistake("You return tuples of values. Return dicts, in which each value stands under its name.")
def returns_tuples(space):
    return [tuple(config.values()) for config in grid(space)]


@mistake("A name without values is left out. Nothing can be chosen for it, so there is no combination at all: an empty list.")
def leaves_out_empty_names(space):
    grid(space)
    return grid({name: values for name, values in space.items() if len(values)})


@mistake("Without names you find nothing. There is one combination then, the empty dict: the product of no numbers is 1.")
def finds_nothing_without_names(space):
    return grid(space) if space else []


@mistake("Combinations that occur twice are left out. A repeated value is tried again: keep it.")
def drops_what_repeats(space):
    found = grid(space)
    return [config for number, config in enumerate(found) if config not in found[:number]]


@mistake("Values that are lists themselves are taken apart. Pass them on as they are: [64, 32] is one value, two widths.")
def flattens_lists(space):
    grid(space)
    return grid({k: [w for v in values for w in (v if isinstance(v, list) else [v])] for k, values in space.items()})


@mistake("A single value is accepted as if it stood in a list. Raise a ValueError that names space, so that slips are seen.")
def wraps_single_values(space):
    return grid({name: values if isinstance(values, list | tuple) else [values] for name, values in space.items()})


@mistake("You loop over the values without a look at them, and take a string apart into letters. Ask for a list or a tuple.")
def takes_strings_apart(space):
    return grid({name: list(values) for name, values in space.items()})


@mistake("You take the names out of space, which is empty after the call. Read it without pop.")
def empties_the_space(space):
    found = grid(space)
    space.clear()
    return found


@right
def by_itertools(space):
    for values in space.values():
        if type(values) not in (list, tuple):
            raise ValueError("space")
    return [dict(zip(space, chosen, strict=True)) for chosen in itertools.product(*space.values())]


@right
def by_recursion(space):
    if any(not isinstance(values, (list, tuple)) for values in space.values()):
        raise ValueError("bad space")

    def go(names):
        if not names:
            return [{}]
        rest = go(names[1:])
        return [{names[0]: value, **config} for value in space[names[0]] for config in rest]

    return go(list(space))


@right
def by_counting(space):
    for values in space.values():
        if not isinstance(values, list) and not isinstance(values, tuple):
            raise ValueError(f"space: {values}")
    sizes = [len(values) for values in space.values()]
    found = []
    for number in range(int(np.prod(sizes))):
        index = np.unravel_index(number, sizes) if sizes else ()
        found.append({name: space[name][i] for name, i in zip(space, index, strict=True)})
    return found
