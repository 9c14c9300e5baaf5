"""A person sees what is recorded: what is given, and what is weighed."""
