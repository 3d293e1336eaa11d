# verdict: timeout
# mistake: nodes with the same content are equal as keys, so two variables that start with the same number are one.
# told: feeds_by_name
import operator
from dataclasses import dataclass

OPS = {"add": operator.add, "sub": operator.sub, "mul": operator.mul, "div": operator.truediv}


@dataclass(frozen=True)
class Node:
    kind: str
    inputs: tuple
    value: object


class Graph:
    def __init__(self):
        self.state = {}

    def constant(self, value): return self._make("constant", (), value)
    def placeholder(self, name): return self._make("placeholder", (), name)
    def variable(self, value): return self._make("variable", (), value)
    def assign(self, variable, node): return self._make("assign", (variable, node))
    def add(self, a, b): return self._make("add", (a, b))
    def sub(self, a, b): return self._make("sub", (a, b))
    def mul(self, a, b): return self._make("mul", (a, b))
    def div(self, a, b): return self._make("div", (a, b))

    def _make(self, kind, inputs, value=None):
        node = Node(kind, inputs, value)
        if kind == "variable":
            self.state[node] = value
        return node

    def run(self, fetches, feed_dict=None):
        feed = feed_dict or {}
        memo, updates = {}, {}

        def evaluate(node):
            if node in memo:
                return memo[node]
            if node.kind == "constant":
                result = node.value
            elif node.kind == "placeholder":
                if node not in feed:
                    raise KeyError(node.value)
                result = feed[node]
            elif node.kind == "variable":
                result = self.state[node]
            elif node.kind == "assign":
                result = updates[node.inputs[0]] = evaluate(node.inputs[1])
            else:
                result = OPS[node.kind](*map(evaluate, node.inputs))
            memo[node] = result
            return result

        out = [evaluate(f) for f in fetches] if isinstance(fetches, list) else evaluate(fetches)
        self.state.update(updates)
        return out
