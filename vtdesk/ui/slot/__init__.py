"""The lock: unlock, first start, herstelblad, and the watch on idle time.

Nothing here knows what is in the kluis; all it asks goes through the `Door` that the start-up
hands in.
"""
