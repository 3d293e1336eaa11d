"""Hidden tests of backpropagation/Graph: programs that use the class."""

import operator

import pytest

from grader.authoring import agree, mistake, right
from solutions.backpropagation.Graph import Graph, _combined, _Run


def sample(rng, size="small"):
    """A small calculation with everything in it, run twice."""
    a, b, c = rng.uniform(1.0, 2.0, size=3)
    if size == "ones":
        return (f"g = Graph()\ng.run(g.constant({a}))",)
    lines = ["g = Graph()", "a, b = g.placeholder('a'), g.placeholder('b')", f"v = g.variable({c})"]
    lines += ["d = g.div(g.sub(g.mul(a, b), v), g.add(a, g.constant(0.5)))", "e = g.assign(v, d)"]
    return ("\n".join([*lines, f"[g.run([d, e, v], {{a: {a}, b: {b}}}), g.run([v, d], {{a: {b}, b: {c}}})]"]),)


START = "g = Graph()\na, b = g.placeholder('a'), g.placeholder('b')\n"


def test_four_operations(yours, rng):
    """Sums, differences, products and quotients of nodes, fed at run time."""
    program = START + "n = [g.add(a, b), g.sub(a, b), g.mul(a, b), g.div(a, b)]\n"
    agree(yours(program + "g.run(n, {a: 6.0, b: -1.5})"), [4.5, 7.5, -9.0, -4.0])


def test_two_runs(yours, rng):
    """Two runs with different feeds give different numbers, and fifty doublings of a number take fifty steps in each."""
    agree(yours(START + "c = a\nfor _ in range(50):\n    c = g.add(c, c)\ng.run(c, {a: 1.0})"), 2.0**50)
    agree(yours(START + "c = g.mul(a, a)\n[g.run(c, {a: 3.0}), g.run(c, {a: 5.0}), g.run(c, {a: 0.0})]"), [9.0, 25.0, 0.0])


def test_one_node_or_a_list(yours, rng):
    """One node gives a number, and a list of nodes a list of numbers, in its order."""
    program = START + "c = g.add(a, g.constant(1.0))\n"
    agree(yours(program + "g.run([c], {a: 1.0})"), [2.0])
    agree(yours(program + "g.run([c, a, c], {a: 1.0})"), [2.0, 1.0, 2.0])
    agree(yours(program + "g.run([], {a: 1.0})"), [])


def test_missing_feed(yours, rng):
    """A placeholder that is needed and not fed raises a KeyError with its name."""
    with pytest.raises(KeyError, match="rate"):
        yours("g = Graph()\na, b = g.placeholder('rate'), g.placeholder('b')\ng.run(g.mul(a, b), {b: 2.0})")
    with pytest.raises(KeyError, match="rate"):
        yours("g = Graph()\na = g.placeholder('rate')\ng.run(a, {a: 2.0})\ng.run(a)")


def test_only_what_is_needed(yours, rng):
    """What nobody asked for is not computed: neither a division by zero nor a placeholder without a number."""
    program = START + "bad = g.div(g.constant(1.0), g.constant(0.0))\nc = g.add(a, g.constant(1.0))\n"
    agree(yours(program + "g.run(c, {a: 2.0})"), 3.0)
    with pytest.raises(ZeroDivisionError):
        yours(program + "g.run([c, bad], {a: 2.0})")


def test_names_may_be_the_same(yours, rng):
    """Two placeholders of the same name are two nodes, and so are two constants of the same number."""
    agree(yours("g = Graph()\na, b = g.placeholder('x'), g.placeholder('x')\ng.run(g.sub(a, b), {a: 5.0, b: 3.0})"), 2.0)
    agree(
        yours("g = Graph()\na, b = g.variable(1.0), g.variable(1.0)\ng.run(g.assign(a, g.constant(4.0)))\ng.run([a, b])"),
        [4.0, 1.0],
    )


def test_variables(yours, rng):
    """A variable keeps its number from run to run, and each has its own."""
    program = "g = Graph()\nv, w = g.variable(2.0), g.variable(10.0)\ndouble = g.assign(v, g.add(v, v))\n"
    agree(yours(program + "[g.run(double), g.run(double), g.run([v, w]), g.run(double)]"), [4.0, 8.0, [8.0, 10.0], 16.0])


def test_assignments_are_seen_by_the_next_run(yours, rng):
    """All of a run sees the variables as they were when it began, in whatever order it is computed."""
    program = "g = Graph()\nv, w = g.variable(2.0), g.variable(10.0)\n"
    swap = "swap = [g.assign(v, w), g.assign(w, v)]\n"
    agree(yours(program + swap + "[g.run(swap), g.run([v, w])]"), [[10.0, 2.0], [10.0, 2.0]])
    late = "up = g.assign(v, g.add(v, g.constant(1.0)))\nsum = g.add(up, v)\n"
    agree(yours(program + late + "[g.run(sum), g.run([up, v]), g.run(v)]"), [5.0, [4.0, 3.0], 4.0])


def test_graphs_know_nothing_of_each_other(yours, rng):
    """Two graphs have variables of their own."""
    program = (
        "one, two = Graph(), Graph()\nv, w = one.variable(1.0), two.variable(1.0)\none.run(one.assign(v, one.constant(7.0)))\n"
    )
    agree(yours(program + "[one.run(v), two.run(w)]"), [7.0, 1.0])


def test_feeds_stay_as_they_are(yours, rng):
    """The dict of feeds is not changed, and a feed of 0 is a feed."""
    program = START + "feeds = {a: 0.0}\nc = g.add(a, g.constant(2.0))\n"
    agree(yours(program + "[g.run(c, feeds), list(feeds.values())]"), [2.0, [0.0]])


@mistake("A placeholder that is not fed counts as 0. A forgotten number must not pass for one: raise a KeyError with its name.")
class feeds_zeros(Graph):
    def placeholder(self, name):
        def node(run):
            return run.fed.get(node, 0.0)

        return node


@mistake("Numbers are kept from the first run to the next, so new feeds change nothing. What a run computes ends with the run.")
class remembers_the_first_run(Graph):
    def run(self, fetches, feed_dict=None):
        self.kept = getattr(self, "kept", None) or _Run(feed_dict or {})
        found = [self.kept.number(node) for node in fetches] if isinstance(fetches, list) else self.kept.number(fetches)
        self._variables.update(self.kept.later)
        return found


@mistake("Feeds are kept from run to run, so a forgotten one goes unnoticed. Every run is fed anew.")
class remembers_the_feeds(Graph):
    def run(self, fetches, feed_dict=None):
        self.fed = {**getattr(self, "fed", {}), **(feed_dict or {})}
        return super().run(fetches, self.fed)


@mistake(
    "The whole graph is computed in every run. Only what the fetched nodes depend on may be: the rest may divide by zero, or "
    "lack a feed."
)
class runs_everything(Graph):
    def _kept(self, node):
        self.nodes = [*getattr(self, "nodes", []), node]
        return node

    def div(self, a, b):
        return self._kept(super().div(a, b))

    def run(self, fetches, feed_dict=None):
        run = _Run(feed_dict or {})
        for node in getattr(self, "nodes", []):
            run.number(node)
        return super().run(fetches, feed_dict)


@mistake("A list of one node gives a number. A list gives a list, whatever its length.")
class unpacks_a_single_fetch(Graph):
    def run(self, fetches, feed_dict=None):
        found = super().run(fetches, feed_dict)
        return found[0] if isinstance(found, list) and len(found) == 1 else found


@mistake(
    "A variable changes in the middle of a run, so results depend on the order of the nodes. Write assigned numbers into the "
    "variables when the run is over."
)
class assigns_at_once(Graph):
    def assign(self, variable, node):
        def assigned(run):
            self._variables[variable] = run.number(node)
            return self._variables[variable]

        return assigned


@mistake("An assignment is carried out when it is built. Building computes nothing: it happens when the node is run.")
class assigns_while_building(Graph):
    def assign(self, variable, node):
        run = _Run({})
        self._variables[variable] = run.number(node)
        return variable


@mistake("An assignment changes nothing that a later run can see. A variable keeps its new number.")
class forgets_assignments(Graph):
    def assign(self, variable, node):
        return lambda run: run.number(node)


@mistake("Two variables that begin with the same number are one. Each variable is a node of its own.")
class finds_variables_by_their_value(Graph):
    def variable(self, value):
        for node, known in self._variables.items():
            if known == value:
                return node
        return super().variable(value)


@mistake("Placeholders are told apart by their names, so two of the same name get one number. The node is what is fed.")
class feeds_by_name(Graph):
    def placeholder(self, name):
        self.named = getattr(self, "named", {})
        self.named.setdefault(name, super().placeholder(name))
        return self.named[name]


@mistake("The difference is taken the wrong way round: sub(a, b) is a - b.")
class subtracts_the_wrong_way_round(Graph):
    def sub(self, a, b):
        return super().sub(b, a)


@mistake("Quotients are rounded down to whole numbers. Divide with / and not with //.")
class divides_whole_numbers(Graph):
    def div(self, a, b):
        return _combined(operator.floordiv, a, b)


@mistake("Feeds are taken out of feed_dict when they are used. The dict belongs to the caller: leave it as it is.")
class uses_feeds_up(Graph):
    def placeholder(self, name):
        def node(run):
            if node not in run.fed:
                raise KeyError(name)
            return run.fed.pop(node)

        return node


@right
class walks_a_table:
    """Nodes are numbers of rows in a table, and a run fills a list of results from the first row that is needed on."""

    def __init__(self):
        self.rows, self.state = [], {}

    def _row(self, kind, *parts):
        self.rows.append((kind, parts))
        return len(self.rows) - 1

    def constant(self, value):
        return self._row("constant", value)

    def placeholder(self, name):
        return self._row("placeholder", name)

    def variable(self, value):
        self.state[len(self.rows)] = value
        return self._row("variable")

    def assign(self, variable, node):
        return self._row("assign", variable, node)

    def add(self, a, b):
        return self._row(operator.add, a, b)

    def sub(self, a, b):
        return self._row(operator.sub, a, b)

    def mul(self, a, b):
        return self._row(operator.mul, a, b)

    def div(self, a, b):
        return self._row(operator.truediv, a, b)

    def run(self, fetches, feed_dict=None):
        wanted = fetches if isinstance(fetches, list) else [fetches]
        needed, stack = set(), list(wanted)
        while stack:
            number = stack.pop()
            kind, parts = self.rows[number]
            if number not in needed:
                needed.add(number)
                stack += parts[1:] if kind == "assign" else parts if callable(kind) else ()
        found, after = {}, dict(self.state)
        for number in sorted(needed):
            kind, parts = self.rows[number]
            if kind == "placeholder" and number not in (feed_dict or {}):
                raise KeyError(parts[0])
            if kind == "assign":
                found[number] = after[parts[0]] = found[parts[1]]
            elif callable(kind):
                found[number] = kind(found[parts[0]], found[parts[1]])
            else:
                found[number] = {"constant": parts, "placeholder": [(feed_dict or {}).get(number)]}.get(
                    kind, [self.state.get(number)]
                )[0]
        self.state = after
        return [found[number] for number in fetches] if isinstance(fetches, list) else found[fetches]


@right
class adds_by_subtracting(Graph):
    """Sums and quotients from the other operations."""

    def add(self, a, b):
        return self.sub(a, self.sub(self.constant(0.0), b))

    def div(self, a, b):
        return lambda run: run.number(a) / run.number(b)
