"""placeholder"""
def rounds(*a): return []
