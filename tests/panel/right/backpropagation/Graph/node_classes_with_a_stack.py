# verdict: passed
# style: a small class for each kind of node, evaluated with an explicit stack and a table of results
class Node:
    inputs = ()

class Constant(Node):
    def __init__(self, value): self.value = value
    def compute(self, session): return self.value

class Placeholder(Node):
    def __init__(self, name): self.name = name
    def compute(self, session):
        if self not in session.fed:
            raise KeyError(self.name)
        return session.fed[self]

class Variable(Constant):
    """A constant that an assignment may change between runs."""

class Operation(Node):
    def __init__(self, rule, *inputs): self.rule, self.inputs = rule, inputs
    def compute(self, session): return self.rule(*(session.table[u] for u in self.inputs))

class Assign(Node):
    def __init__(self, target, node): self.target, self.inputs = target, (node,)
    def compute(self, session):
        session.later[self.target] = session.table[self.inputs[0]]
        return session.later[self.target]

class Session:
    def __init__(self, fed): self.fed, self.table, self.later = fed, {}, {}
    def value(self, node):
        stack = [node]
        while stack:
            top = stack[-1]
            missing = [u for u in top.inputs if u not in self.table]
            if missing:
                stack.extend(missing)
                continue
            stack.pop()
            if top not in self.table:
                self.table[top] = top.compute(self)
        return self.table[node]

class Graph:
    def constant(self, value): return Constant(value)
    def placeholder(self, name): return Placeholder(name)
    def variable(self, value): return Variable(value)
    def assign(self, variable, node): return Assign(variable, node)
    def add(self, a, b): return Operation(lambda p, q: p + q, a, b)
    def sub(self, a, b): return Operation(lambda p, q: p - q, a, b)
    def mul(self, a, b): return Operation(lambda p, q: p * q, a, b)
    def div(self, a, b): return Operation(lambda p, q: p / q, a, b)
    def run(self, fetches, feed_dict=None):
        session = Session({} if feed_dict is None else feed_dict)
        several = isinstance(fetches, list)
        result = [session.value(node) for node in fetches] if several else session.value(fetches)
        for variable, number in session.later.items():
            variable.value = number
        return result
