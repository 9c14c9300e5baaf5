"""Reads iCalendar as Outlook, Exchange, Google and Apple write it; runs in reader.py's process."""
