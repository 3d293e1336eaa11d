# verdict: wrong
# mistake: the slope of relu at 0 is 1 instead of 0.
# told: passes_at_zero
import math


class Value:
    def __init__(self, data, inputs=(), slopes=()):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = inputs
        self.slopes = slopes
    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))
    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))
    def __pow__(self, n):
        return Value(self.data ** n, (self,), (n * self.data ** (n - 1),))
    def __neg__(self): return self * -1.0
    def __radd__(self, other): return self + other
    def __sub__(self, other): return self + (-other)
    def __rsub__(self, other): return other + (-self)
    def __rmul__(self, other): return self * other
    def __truediv__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self * other ** -1
    def __rtruediv__(self, other): return other * self ** -1
    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))
    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))
    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t ** 2,))
    def relu(self):
        if self.data < 0:
            return Value(0.0, (self,), (0.0,))
        return Value(self.data, (self,), (1.0,))
    def backward(self):
        order, visited, stack = [], set(), [(self, False)]
        while stack:
            node, done = stack.pop()
            if done:
                order.append(node)
            elif node not in visited:
                visited.add(node)
                stack.append((node, True))
                stack.extend((u, False) for u in node.inputs)
        found = {node: 0.0 for node in order}
        found[self] = 1.0
        for node in reversed(order):
            node.grad += found[node]
            for u, slope in zip(node.inputs, node.slopes):
                found[u] += slope * found[node]
