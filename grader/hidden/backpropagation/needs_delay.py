"""Hidden tests of backpropagation/needs_delay."""

import pytest

from grader.authoring import agree, mistake, right
from solutions.backpropagation.needs_delay import needs_delay

independent = (
    "[n for n in range(1, 9) if any(np.linalg.matrix_power(np.array([[float((a, b, 0) in edges) for b in range(9)] "
    "for a in range(9)]), length)[n, n] for length in range(1, 9))]"
)


def sample(rng, size="small"):
    """Eight layers with names in any order: two circles, layers before and behind, delayed connections."""
    if size == "ones":
        return ([(1, 1, 0)],)
    a, b, c, d, e, f, g, h = (int(name) for name in rng.permutation(range(1, 9)))
    edges = [(b, c, 0), (c, d, 0), (d, b, 0), (d, e, 0), (e, f, 0), (a, e, 0), (f, a, 1), (f, f, 1), (g, h, 0), (h, g, 0)]
    return ([(a, b, 0), *(edges[i] for i in rng.permutation(len(edges)))],)


AROUND = [(60, 61, 0), (61, 60, 0), (62, 62, 1)]  # another part of the network, so that each mistake has its own answer


@pytest.mark.parametrize(("delay", "want"), [(0, [2, 3, 4]), (1, [])], ids=["same_step", "step_before"])
def test_layer_four_feeds_layer_two(yours, delay, want):
    """Layer 4 may feed layer 2 from the step before, and not within the same step."""
    chain = [(1, 2, 0), (2, 3, 0), (3, 4, 0), (4, 5, 0)]
    agree(yours([(4, 2, delay), *chain, *AROUND]), [*want, 60, 61])
    agree(yours([*chain, (4, 2, delay), *AROUND]), [*want, 60, 61])


def test_self_loop(yours):
    """A layer that reads itself is a circle, unless it reads its state of the step before, as recurrent layers do."""
    agree(yours([(1, 2, 0), (2, 2, 1), (2, 3, 0), (3, 3, 0)]), [3])


def test_ways_that_part_and_meet(yours):
    """Two ways from one layer to another are no circle, however they are listed or numbered."""
    agree(yours([(1, 2, 0), (1, 3, 0), (2, 4, 0), (3, 4, 0), (1, 4, 0)]), [])
    agree(yours([(9, 4, 0), (4, 1, 0), (9, 1, 0), (9, 4, 0)]), [])
    agree(yours([(9, 4, 0), (4, 1, 0), (1, 9, 0), (9, 4, 0)]), [1, 4, 9])


def test_before_and_behind(yours):
    """Layers that lead into a circle, or come behind it, or lie between two of them, are not on it."""
    agree(yours([(1, 2, 0), (2, 3, 0), (3, 2, 0), (3, 4, 0), (4, 5, 0), (5, 6, 0), (6, 5, 0), (6, 7, 0)]), [2, 3, 5, 6])


def test_one_delay_in_the_circle_is_enough(yours):
    """A circle is fine as soon as one connection of it is delayed, whichever that is."""
    for delayed in range(4):
        edges = [(1, 2, 0), (2, 3, 0), (3, 4, 0), (4, 1, 0)]
        edges[delayed] = (*edges[delayed][:2], 1)
        agree(yours(edges), [])


def test_a_good_circle_excuses_no_bad_one(yours):
    """Each circle needs a delay of its own."""
    agree(yours([(1, 2, 0), (2, 1, 1), (2, 3, 0), (3, 2, 0)]), [2, 3])
    agree(yours([(3, 1, 0), (1, 3, 0), (3, 5, 0), (5, 3, 0)]), [1, 3, 5])
    agree(yours([(1, 2, 0), (2, 3, 0), (3, 1, 0), (2, 4, 0), (4, 3, 0)]), [1, 2, 3, 4])


def test_both_with_and_without_delay(yours):
    """A delayed connection does not excuse one without a delay between the same layers, in either order."""
    agree(yours([(1, 2, 0), (2, 1, 0), (2, 1, 1)]), [1, 2])
    agree(yours([(1, 2, 0), (2, 1, 1), (2, 1, 0)]), [1, 2])
    agree(yours([(1, 2, 0), (1, 2, 1), (2, 1, 1)]), [])


def test_another_part(yours):
    """A circle is found in whichever part of the network it lies."""
    agree(yours([(1, 2, 0), (2, 3, 0), (12, 8, 0), (8, 12, 0)]), [8, 12])


def test_no_connections(yours):
    """A network without connections, or with delayed ones only, lacks no delay."""
    agree(yours([]), [])
    agree(yours([(1, 1, 1), (1, 2, 1), (2, 1, 1)]), [])


@pytest.mark.parametrize("length", [2, 5, 40])
def test_circle_of_any_length(yours, length):
    """A circle may be of any length, and a layer more or a delay in it makes it none."""
    circle = [(number, number % length + 1, 0) for number in range(1, length + 1)]
    agree(yours([*circle, (length, 99, 0), *AROUND]), [*range(1, length + 1), 60, 61])
    agree(yours([*circle[:-1], (length, 1, 1), *AROUND]), [60, 61])


@mistake("Delayed connections count too. What was computed in the step before is known: leave these connections out.")
def counts_delayed_connections(edges):
    return needs_delay([(source, target, 0) for source, target, _ in edges])


@mistake("You keep the delayed connections and leave out the others. It is those without a delay that make a bad circle.")
def keeps_the_delayed_ones(edges):
    return needs_delay([(source, target, 1 - delay) for source, target, delay in edges])


@mistake(
    "Every layer that is connected is reported: you follow connections in both directions, or count the start as reached. "
    "Go from source to target, and see whether you arrive at the start."
)
def reports_all_layers(edges):
    return sorted({layer for edge in edges if edge[2] == 0 for layer in edge[:2]})


@mistake("A layer that reads itself is overlooked. Without a delay it would have to be computed before itself.")
def overlooks_self_loops(edges):
    return needs_delay([edge for edge in edges if edge[0] != edge[1]])


@mistake("Only layers that read themselves, or each other, are found. A circle may be of any length: follow several connections.")
def looks_for_pairs_only(edges):
    pairs = {edge[:2] for edge in edges if edge[2] == 0}
    return sorted({source for source, target in pairs if (target, source) in pairs})


@mistake(
    "A connection to a smaller number is taken for feedback. Numbers are only names: follow the connections and see whether they "
    "lead back."
)
def believes_in_numbers(edges):
    back = [(source, target) for source, target, delay in edges if delay == 0 and source >= target]
    return sorted({layer for source, target in back for layer in range(target, source + 1)})


@mistake(
    "Layers behind a circle are reported as well. They wait, but not for themselves: look whether a layer leads back to itself."
)
def reports_layers_behind(edges):
    left = [edge[:2] for edge in edges if edge[2] == 0]
    while len(left) > len(left := [(source, target) for source, target in left if source in {end for _, end in left}]):
        pass
    return sorted({layer for edge in left for layer in edge})


@mistake("Layers before a circle are reported as well. They can be computed at once: look whether a layer leads back to itself.")
def reports_layers_before(edges):
    return reports_layers_behind([(target, source, delay) for source, target, delay in edges])


@mistake("You search from the first layer of the list only. Circles in other parts of the network are missed: start everywhere.")
def starts_at_the_first_layer_only(edges):
    now = {edges[0][0]} if edges else set()
    for _ in edges:
        now |= {target for source, target, delay in edges if source in now and delay == 0}
    return needs_delay([edge for edge in edges if edge[0] in now])


@mistake("One delayed connection anywhere is taken for enough. Each circle needs a delay of its own.")
def is_content_with_one_delay(edges):
    return [] if any(delay for _, _, delay in edges) else needs_delay(edges)


@mistake(
    "Of two connections between the same layers only the last one is kept. Both are there: look at every connection by itself."
)
def keeps_the_last_delay(edges):
    return needs_delay([(*pair, delay) for pair, delay in {(a, b): delay for a, b, delay in edges}.items()])


@mistake("The layers stand in the order in which you found them. Sort them, so that the same network has one answer only.")
def forgets_to_sort(edges):
    found = needs_delay(edges)
    return list(dict.fromkeys(source for source, _, _ in edges[::-1] if source in found))


@mistake("A layer is listed once for every circle, or connection, that leads back to it. List each layer once.")
def lists_layers_twice(edges):
    found = needs_delay(edges)
    return sorted(target for source, target, delay in edges if delay == 0 and source in found and target in found)


@mistake("This only says whether there is a circle. Return the layers that lie on it, as a list.")
def answers_yes_or_no(edges):
    return bool(needs_delay(edges))


@mistake("You take connections out of the list of the caller while you work. Make a list of your own.")
def empties_the_list(edges):
    found = needs_delay(edges)
    edges[:] = [edge for edge in edges if edge[2] == 0]
    return found


@right
def by_a_table_of_ways(edges):
    layers = sorted({layer for edge in edges for layer in edge[:2]})
    ways = {(source, target) for source, target, delay in edges if not delay}
    for via in layers:  # Warshall
        ways |= {(a, b) for a in layers for b in layers if (a, via) in ways and (via, b) in ways}
    return [layer for layer in layers if (layer, layer) in ways]


@right
def depth_first_with_a_stack(edges):
    found = set()
    for start in {source for source, _, _ in edges}:
        stack, seen = [start], set()
        while stack:
            here = stack.pop()
            for source, target, delay in edges:
                if source == here and delay == 0 and target not in seen:
                    seen.add(target)
                    stack.append(target)
        if start in seen:
            found.add(start)
    return tuple(sorted(found))
