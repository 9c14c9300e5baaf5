"""The vocabulary that every layer speaks: values without storage, window or I/O."""
