"""What leaves the desk for somebody: the sieve, the proposal, and the file."""
