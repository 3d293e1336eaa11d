# verdict: raised
# mistake: all operations of the graph are computed in every run, so a division by zero that nobody asked for stops it.
# told: runs_everything
import operator

OPS = {"add": operator.add, "sub": operator.sub, "mul": operator.mul, "div": operator.truediv}


class Node:
    def __init__(self, kind, inputs, value):
        self.kind, self.inputs, self.value = kind, inputs, value


class Graph:
    def __init__(self):
        self.nodes = []

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
        self.nodes.append(node)
        return node

    def run(self, fetches, feed_dict=None):
        feed = feed_dict or {}
        wanted = fetches if isinstance(fetches, list) else [fetches]
        numbers, missing = {}, set()
        for node in self.nodes:  # made in this order, so the inputs are there
            if node.kind == "placeholder":
                if node in feed:
                    numbers[node] = feed[node]
                else:
                    missing.add(node)
            elif node.kind in ("constant", "variable"):
                numbers[node] = node.value
            elif all(u in numbers for u in node.inputs):
                if node.kind == "assign":
                    numbers[node] = numbers[node.inputs[1]]
                else:
                    numbers[node] = OPS[node.kind](numbers[node.inputs[0]], numbers[node.inputs[1]])
        stack, seen = list(wanted), set()
        while stack:
            node = stack.pop()
            if node in missing:
                raise KeyError(node.value)
            if node not in seen:
                seen.add(node)
                stack.extend(node.inputs)
        for node in seen:
            if node.kind == "assign":
                node.inputs[0].value = numbers[node]
        results = [numbers[node] for node in wanted]
        return results if isinstance(fetches, list) else results[0]
