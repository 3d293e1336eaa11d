# verdict: wrong
# mistake: a list of one node gives a number instead of a list of one number.
# told: unpacks_a_single_fetch
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
        feed = {} if feed_dict is None else feed_dict
        if not isinstance(fetches, list):
            fetches = [fetches]
        memo, updates = {}, {}

        def evaluate(node):
            if node in memo:
                return memo[node]
            if node.kind == "placeholder":
                if node not in feed:
                    raise KeyError(node.value)
                number = feed[node]
            elif node.kind == "assign":
                number = evaluate(node.inputs[1])
                updates[node.inputs[0]] = number
            elif node.kind in OPS:
                number = OPS[node.kind](*[evaluate(u) for u in node.inputs])
            else:
                number = node.value
            memo[node] = number
            return number

        results = [evaluate(node) for node in fetches]
        for variable, number in updates.items():
            variable.value = number
        return results[0] if len(results) == 1 else results
