# verdict: passed
# style: Kahn from the other end: takes away nodes that nobody reads any more, largest name first, and turns the list round
import heapq


class Reversed:
    def __init__(self, name): self.name = name
    def __lt__(self, other): return self.name > other.name


def topological_order(graph):
    readers = {node: 0 for node in graph}
    for inputs in graph.values():
        for node in inputs:
            readers[node] = readers.get(node, 0) + 1
    heap = [Reversed(node) for node, count in readers.items() if count == 0]
    heapq.heapify(heap)
    backwards = []
    while heap:
        node = heapq.heappop(heap).name
        backwards.append(node)
        for u in graph.get(node, ()):
            readers[u] -= 1
            if readers[u] == 0:
                heapq.heappush(heap, Reversed(u))
    if len(backwards) < len(readers):
        stuck = sorted(node for node, count in readers.items() if count > 0)
        raise ValueError(f"graph has a cycle among or below {', '.join(stuck)}")
    return backwards[::-1]
