"""Terms: rules as data, the days they skip, and the date they come to with the reason why."""
