# verdict: raised
# mistake: the search is recursive, and a chain of thousands of nodes exceeds Python's limit.
# told: recurses
def topological_order(graph):
    order, done, open_nodes = [], set(), set()

    def visit(node):
        if node in done:
            return
        if node in open_nodes:
            raise ValueError(f"graph has a cycle at {node}")
        open_nodes.add(node)
        for u in graph.get(node, []):
            visit(u)
        open_nodes.remove(node)
        done.add(node)
        order.append(node)

    for node in graph:
        visit(node)
    return order
