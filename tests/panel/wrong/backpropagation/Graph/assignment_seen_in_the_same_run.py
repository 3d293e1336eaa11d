# verdict: wrong
# mistake: an assignment changes the variable at once, and nodes that are computed later in the same run see the new number.
# told: assigns_at_once
import operator

OPS = {"add": operator.add, "sub": operator.sub, "mul": operator.mul, "div": operator.truediv}


class Node:
    def __init__(self, kind, inputs, value):
        self.kind, self.inputs, self.value = kind, inputs, value


class Graph:
    def __init__(self):
        pass

    def constant(self, value): return self._make("constant", (), value)
    def placeholder(self, name): return self._make("placeholder", (), name)
    def variable(self, value): return self._make("variable", (), value)
    def assign(self, variable, node): return self._make("assign", (variable, node))
    def add(self, a, b): return self._make("add", (a, b))
    def sub(self, a, b): return self._make("sub", (a, b))
    def mul(self, a, b): return self._make("mul", (a, b))
    def div(self, a, b): return self._make("div", (a, b))

    def _make(self, kind, inputs, value=None):
        return Node(kind, inputs, value)

    def run(self, fetches, feed_dict=None):
        feed = feed_dict or {}
        memo = {}

        def evaluate(node):
            if node in memo:
                return memo[node]
            if node.kind == "placeholder":
                if node not in feed:
                    raise KeyError(node.value)
                memo[node] = feed[node]
            elif node.kind == "assign":
                variable, source = node.inputs
                variable.value = memo[node] = evaluate(source)
            elif node.kind in OPS:
                a, b = node.inputs
                memo[node] = OPS[node.kind](evaluate(a), evaluate(b))
            else:
                memo[node] = node.value
            return memo[node]

        if isinstance(fetches, list):
            return [evaluate(f) for f in fetches]
        return evaluate(fetches)
