# verdict: passed
# style: ready nodes in a set; the order may differ from one start of Python to the next
def topological_order(graph):
    nodes = set(graph)
    for inputs in graph.values():
        nodes.update(inputs)
    reads = {node: set(graph.get(node, ())) for node in nodes}
    readers = {node: set() for node in nodes}
    for node, inputs in reads.items():
        for u in inputs:
            readers[u].add(node)
    ready = {node for node in nodes if not reads[node]}
    order = []
    while ready:
        u = ready.pop()
        order.append(u)
        for node in readers[u]:
            reads[node].discard(u)
            if not reads[node]:
                ready.add(node)
    if len(order) != len(nodes):
        raise ValueError("graph has a cycle")
    return order
