# verdict: wrong
# mistake: what was fed to one run is remembered for the next, so a placeholder need not be fed to every run.
# told: remembers_the_feeds
import operator

OPS = {"add": operator.add, "sub": operator.sub, "mul": operator.mul, "div": operator.truediv}


class Node:
    def __init__(self, kind, inputs, value):
        self.kind, self.inputs, self.value = kind, inputs, value


class Graph:
    def __init__(self):
        self.fed = {}

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
        self.fed.update(feed_dict or {})
        memo, updates = {}, []

        def evaluate(node):
            if node not in memo:
                if node.kind == "placeholder":
                    if node not in self.fed:
                        raise KeyError(node.value)
                    memo[node] = self.fed[node]
                elif node.kind == "assign":
                    memo[node] = evaluate(node.inputs[1])
                    updates.append((node.inputs[0], memo[node]))
                elif node.kind in OPS:
                    memo[node] = OPS[node.kind](evaluate(node.inputs[0]), evaluate(node.inputs[1]))
                else:
                    memo[node] = node.value
            return memo[node]

        result = [evaluate(f) for f in fetches] if isinstance(fetches, list) else evaluate(fetches)
        for variable, number in updates:
            variable.value = number
        return result
