"""Paper on screen: pages from memory, and the ways out; used by every page that prints."""
