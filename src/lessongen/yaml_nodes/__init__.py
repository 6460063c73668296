"""Text of a YAML document to nodes that know their place, and typed values from nodes.

`compose` makes the nodes, `values` reads them, `report` collects what is wrong on the way.
Nothing here raises for what an author can type.
"""
